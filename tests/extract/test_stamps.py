"""The date of publication in the text itself dates no event."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.extract.stamps import is_stamp
from tacitus.extract.times import find_times

PUBLISHED = date(2024, 5, 9)


def stamps(text: str, published: date | None = PUBLISHED) -> list[str]:
    """Return the words of the times that are stamps."""
    return [t.span.of(text) for t in find_times(text, published) if is_stamp(t, text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu May 9 2024 Mine kills four in Zenda.", ["Thu May 9 2024"]),
        ("9 May 2024\n\nA car bomb killed four in Zenda.", ["9 May 2024"]),
        ("Rebels Shell Zenda 10.05.2024 Rebels shelled the town.", ["10.05.2024"]),
        ("A car bomb killed four in Zenda on 9 May 2024.", []),
        ("Smoke rises over the market in Zenda, May 9, 2024.", []),
        ("This 9 May 2024 photo shows the market.", []),
        ("3 May 2024 The army took Zenda.", []),
        ("A bomb went off today.", []),
        ("May 2024 A bomb went off.", []),
    ],
)
def test_a_whole_date_at_the_head_in_no_phrase(text: str, expected: list[str]) -> None:
    """It is that of publication, give or take the clock; with a preposition or a comma it belongs to what is told."""
    assert stamps(text) == expected


def test_far_down_a_date_is_no_stamp() -> None:
    """Only the head of a text is stamped."""
    text = "Nothing is known. " * 80 + "9 May 2024 Mine kills four."
    assert stamps(text) == []


def test_without_a_day_of_publication_only_the_first_words_are_one() -> None:
    """Whatever day they name."""
    text = "Tue May 3 2022 Mine kills four. 9 May 2024 Rebels left."
    assert stamps(text, None) == ["Tue May 3 2022"]

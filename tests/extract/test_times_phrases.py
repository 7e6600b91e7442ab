"""More than 500 phrases as read on some day: the date that each means, and what it is reckoned from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tacitus.extract.dating import read_report

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "time_phrases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def meant(phrase: str, published: str) -> tuple[str, str]:
    """Return date and anchor of the one time in a phrase, as the table writes them."""
    text = phrase.replace("\\n", "\n") if phrase.endswith(".") else f"It happened {phrase}, they say."
    found = read_report(text, None if published == "-" else date.fromisoformat(published))
    if not found:
        return "none", "-"
    last = found[-1].mention
    assert len(found) == 1 or text.index("\n" if "\n" in text else " ") < last.span.start, "more than one time"
    return str(last.when or "-"), last.anchor or "-"


@pytest.mark.parametrize(("phrase", "published", "edtf", "anchor"), TABLE)
def test_what_a_phrase_means(phrase: str, published: str, edtf: str, anchor: str) -> None:
    """Neither more exact than the words nor less, and with what it was reckoned from."""
    assert meant(phrase, published) == (edtf, anchor)


def test_the_table_is_large_and_says_nothing_twice() -> None:
    """No phrase is counted again."""
    keys = [(phrase, published) for phrase, published, *_ in TABLE]
    assert len(set(keys)) == len(keys) > 500

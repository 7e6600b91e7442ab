"""Telling words: what of a name points to a person."""

from __future__ import annotations

import pytest

from tacitus.resolve.telling import is_common, is_link, is_title, telling, words


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Adan Rask", ("adan", "rask")),
        ("Dr. Adan bin Saleh al-Rask Jr.", ("adan", "saleh", "rask")),
        ("Orvandi Prime Minister Ann Vey", ("orvandi", "ann", "vey")),
        ("Prime Minister", ()),
        ("Deputy National Security Adviser", ()),
        ("Germany's Chancellor", ()),
        ("Unit 1985", ()),
        ("Stephen King", ("stephen", "king")),
        ("King", ()),
        ("A. Rask", ("rask",)),
        ("", ()),
        ("عمر خالد", ("عمر", "خالد")),
    ],
)
def test_names(name: str, told: tuple[str, ...]) -> None:
    """Titles, links, offices and countries tell nothing; a title that ends a name does."""
    assert telling(name) == told


def test_words() -> None:
    """All of them, in order."""
    assert words("Umm Adan al-Rask") == ("umm", "adan", "al", "rask")


def test_kinds_of_words() -> None:
    """Links tie, titles stand before, common words are words of sentences."""
    assert is_link("bin")
    assert not is_link("of")
    assert is_title("sheikh")
    assert not is_title("rask")
    assert is_common("hope")
    assert not is_common("rask")

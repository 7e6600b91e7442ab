"""What the words of a question mean: names with their spellings, descriptions with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tacitus.ask.question.naming import placed
from tacitus.ask.question.spelling import Book
from tacitus.ask.question.wanted import Wanted, wanted

if TYPE_CHECKING:
    from tacitus.ledger.contract import View


@pytest.fixture(scope="module")
def book(view: View) -> Book:
    """Return the names of the ledger."""
    return Book(view.names())


def _named(view: View, found: Wanted) -> set[str]:
    every = view.entities(frozenset(Book(view.names()).by_key))
    return {row.entity.name for row in every if (row.document.id, row.entity.id) in found.ids}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("TF", {"Tide Front", "fighters of the Tide Front", "spokesman for the Tide Front"}),
        ("market", {"market", "old market"}),
        ("old market", {"old market", "market"}),
        ("Dura", {"Dura"}),
        ("our fighters", {"our fighters"}),
    ],
)
def test_what_words_mean(words: str, names: set[str], view: View, book: Book) -> None:
    """A name means all that has it in its own; a description all that has its words, or says less of the same."""
    assert _named(view, wanted(view, book, words, None)) == names


def test_a_source_is_meant_whole(view: View, book: Book) -> None:
    """Not any hospital is "the old hospital"."""
    assert not wanted(view, book, "old hospital", None, is_whole=True).is_known
    assert wanted(view, book, "old hospital", None).is_known


def test_another_spelling(view: View, book: Book) -> None:
    """It is read as the ledger's, which is told; what is like no name is not."""
    assert wanted(view, book, "Port Saleem", None).read_as == "Port Salem"
    unknown = wanted(view, book, "Zorgon", None)
    assert not unknown.is_known
    assert unknown.nearest == ()


@pytest.mark.parametrize(
    ("words", "part", "parts"),
    [
        ("the market of Dura", "target", (("target", "market"), ("place", "Dura"))),
        ("Dura market", "target", (("target", "market"), ("place", "Dura"))),
        ("Dura army", "target", (("target", "Dura army"),)),
        ("army of Dura", "actor", (("actor", "army of Dura"),)),
        ("the Tide Front", "target", (("target", "Tide Front"),)),
        ("convoy of the Tide Front", "target", (("target", "convoy of the Tide Front"),)),
    ],
)
def test_a_place_in_a_phrase(words: str, part: str, parts: tuple[tuple[str, str], ...], view: View, book: Book) -> None:
    """It is where the thing is; an army is one thing with its country."""
    assert placed(words, part, view, book) == parts

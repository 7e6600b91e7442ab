"""Noun phrases: which words belong to one, and which are its name."""

from __future__ import annotations

import pytest
from tests.extract.trees import written

from tacitus.extract import phrases


def quoted(text: str, tokens: tuple[int, ...]) -> str:
    """Return the words from the first to the last of the tokens."""
    return written(text).tree.span(tokens).of(text)


@pytest.mark.parametrize(
    ("text", "head", "base", "full", "wide"),
    [
        ("Gunmen stormed the post and freed two prisoners.", "prisoners", "two prisoners", "two prisoners", ""),
        ("The army's shelling of Zenda killed four children.", "shelling", "army's shelling", "of Zenda", "of Zenda"),
        ("The men that the army arrested were teachers.", "men", "men", "men", "men"),
        ("The army and the police seized guns, maps and a radio.", "guns", "guns", "guns", "guns"),
        ("A market in Obock was shelled by Kenya.", "market", "market", "market", "market in Obock"),
        ("Fighters of the Zenda Front left Hentzau.", "Fighters", "Fighters", "of the Zenda Front", "Front"),
        ("The Zenda Front (ZF) attacked Hentzau.", "Front", "Zenda Front", "Zenda Front", "Zenda Front"),
        ("A roadside bomb killed two engineers and wounded their driver.", "bomb", "roadside bomb", "bomb", "bomb"),
    ],
)
def test_phrases_grow_by_what_says_which_one(text: str, head: str, base: str, full: str, wide: str) -> None:
    """Without phrases behind the noun; with "of"; with places. Clauses and coordinated words are left out."""
    known = written(text)
    at = known.at(head)
    assert quoted(text, phrases.base(known.tree, at)) == base
    assert quoted(text, phrases.full(known.tree, at)).endswith(full)
    assert quoted(text, phrases.full(known.tree, at, wide=True)).endswith(wide)


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Rudolf Rassendyll founded the Zenda Front.", "Rudolf", "Rudolf Rassendyll"),
        ("Rudolf Rassendyll founded the Zenda Front.", "Front", "Zenda Front"),
        ("Black Michael, also known as Duke Michael, fled.", "Black", "Black Michael"),
        ("The ZF left on Friday.", "ZF", "ZF"),
    ],
)
def test_names_with_and_without_a_find_of_the_engine(text: str, head: str, name: str) -> None:
    """The engine's find, or the capitalised words around the head; articles are no part of it."""
    known = written(text)
    at = known.at(head)
    found = next(n for n in known.sentences[0].names if n.start <= at < n.end)
    assert quoted(text, phrases.named(known.tree, at, found)) == name
    assert quoted(text, phrases.named(known.tree, at, None)) == name


@pytest.mark.parametrize(("word", "capital"), [("Aleppo", True), ("al-Qaeda", True), ("M23", True), ("fled", False)])
def test_capitals(word: str, capital: bool) -> None:  # noqa: FBT001 - a column of the table
    """A capital anywhere makes a word look like a name."""
    assert phrases.is_capital(word) is capital

"""The ledger's names in a question are found whatever their case, and come back as they were."""

from __future__ import annotations

import pytest

from tacitus.ask.question.spelling import Book, spelt

BOOK = Book(("Tide Front", "TF", "Hay’at al-Bahr", "Dura", "old market", "Front", "Commander", "the Tide Front"))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who leads the Tide Front?", ["Tide Front"]),
        ("who leads the tide front", ["Tide Front"]),
        ("who leads tf", ["TF"]),
        ("Who leads Hay'at al Bahr?", ["Hay'at al Bahr"]),
        ("Who attacked the old market?", []),
        ("who attacked the front", []),
        ("Who is the Tide Front's leader?", ["Tide Front"]),
    ],
)
def test_names_are_found(question: str, names: list[str]) -> None:
    """Descriptions and common words are left to the engine."""
    found = spelt(question, BOOK)
    assert [n for n in found.names.values() if n] == [n for n in names if " " in n]
    assert all(name in found.back(found.text) for name in names)


def test_each_name_of_several_words_is_one_word() -> None:
    """So no tree is broken by a hyphen or an article inside of a name; an article before it goes."""
    found = spelt("Did the Tide Front fight Hay’at al-Bahr in Dura?", BOOK)
    assert len(found.text.split()) == len(["Did", "X", "fight", "Y", "in", "Dura?"])
    assert found.back(found.text) == "Did Tide Front fight Hay’at al-Bahr in Dura?"


def test_a_full_stop_is_no_part_of_a_name() -> None:
    """Nor is a mark that hangs on it."""
    found = spelt("Somebody bombed the Tide Front.", BOOK)
    assert found.text.endswith(".")
    assert list(found.names.values()) == ["Tide Front"]


def test_names_that_hold_a_name() -> None:
    """As whole words, side by side."""
    book = Book(("Tide Front", "fighters of the Tide Front", "Tidefront", "Tide of the Front"))
    assert book.holding({"tide front"}) == {"tide front", "fighters of the tide front"}
    assert book.holding({""}) == frozenset()

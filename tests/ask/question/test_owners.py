"""Whose fighters "his fighters" are, in reports that the reader has read."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import at

from tacitus.ask.question.answer import answer
from tacitus.ask.question.reading import understand
from tacitus.ledger.memory import MemoryStore
from tacitus.model.document import Document, sha256_of
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from tacitus.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Oren Valk leads the Tarsen Guard. His fighters seized the mill in Dorn on 3 May 2023.", ["Tarsen Guard"]),
        ("Oren Valk, the leader of the Tarsen Guard, left. His fighters seized the mill in Dorn.", ["Tarsen Guard"]),
        ("The Tarsen Guard left Velim on 3 May 2023. Its fighters seized the mill in Dorn.", ["Tarsen Guard"]),
    ],
)
def test_fighters_are_those_of_whom_the_reader_takes_the_word_for(text: str, values: list[str], reader: Reader) -> None:
    """Told in the outlet's own voice; the group answers, not its leader."""
    document = Document("d", text, sha256_of(text.encode()), published=date(2023, 5, 9), outlet="Velim Post")
    with closing(MemoryStore()) as store:
        with store.writer() as writer:
            writer.record(reader.read(document), at(0))
        list(resolve(store, lambda: at(1)))
        view = store.view()
        asked = understand("Who seized the mill in Dorn?", reader.engine, view, date(2024, 1, 1)).pattern
        assert asked is not None
        assert [
            name.removeprefix("the ").removeprefix("The ") for v in answer(view, asked).values for name in v.names
        ] == values


def test_the_names_of_a_leader_are_none_of_the_group(reader: Reader) -> None:
    """Claims of who leads somebody are looked at for their deeds alone."""
    text = (
        "The Tarsen Guard (TG) is led by Oren Valk (a.k.a. Anders Brisk), according to a team of monitors. "
        "Oren Valk's fighters left Velim."
    )
    document = Document("d", text, sha256_of(text.encode()), published=date(2023, 5, 9), outlet="Velim Post")
    with closing(MemoryStore()) as store:
        with store.writer() as writer:
            writer.record(reader.read(document), at(0))
        list(resolve(store, lambda: at(1)))
        asked = understand("What is the Tarsen Guard called?", reader.engine, store.view(), date(2024, 1, 1)).pattern
        assert asked is not None
        assert [v.value for v in answer(store.view(), asked).values] == ["TG"]

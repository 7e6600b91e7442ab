"""Who is meant by names, descriptions and pronouns: ninety small texts, read with the engine of the package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document

from tacitus.extract.contract import Draft
from tacitus.extract.mentions import Mentions
from tacitus.extract.reference import Reference
from tacitus.model.span import Span

if TYPE_CHECKING:
    from tacitus.model.entity import Entity
    from tacitus.pipeline import Reader

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "references.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
#: Kinds with "?" before them are not read yet.
TABLE = [
    pytest.param(*line, marks=[pytest.mark.xfail(strict=True)] if line[0].startswith("?") else []) for line in LINES
]


def entities(reader: Reader, text: str) -> tuple[Entity, ...]:
    """Return all that a text speaks of."""
    draft = Draft(document(text), sentences=reader.engine.analyse(text))
    return Reference().extract(Mentions().extract(draft)).entities


def is_meant(found: tuple[Entity, ...], text: str, words: str, name: str) -> bool:
    """Tell whether the last mention of the words, or the words as a name, belong to the thing with that name."""
    start = text.rindex(words)
    place = Span(start, start + len(words))
    owners = [e for e in found if name.casefold() in {n.casefold() for n in e.names}]
    by_name = any(words.casefold() in {n.casefold() for n in e.names} for e in owners)
    by_place = any(place.contains(m) and m.end == place.end for e in owners for m in e.mentions)
    return by_name or by_place


@pytest.mark.parametrize(("kind", "text", "words", "name"), TABLE)
def test_who_is_meant(reader: Reader, kind: str, text: str, words: str, name: str) -> None:
    """The thing with that name, or, behind "!", another one."""
    wrong = name.startswith("!")
    assert is_meant(entities(reader, text), text, words, name.removeprefix("!")) is not wrong, kind


def test_most_cases_pass_and_none_stands_twice() -> None:
    """At least eighty are read as a careful person reads them."""
    assert len({tuple(line[1:]) for line in LINES}) == len(LINES)
    assert sum(not line[0].startswith("?") for line in LINES) >= 80

"""Sixty constructions of reporting, one a text (`probes.jsonl`), and how many come out whole.

The floors are pinned so that the reader cannot get worse; they are raised when it gets better, and never lowered.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines, makes

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

#: Constructions of which every claim, and of which at least one claim, must come out right.
WHOLE, PARTLY = 26, 35
#: Constructions that the trees of five differently trained engines all gave.
SURE = [
    "a place in a larger place",
    "acronym, a.k.a.",
    "coordinated targets",
    "could not be verified",
    "front, branch, arm",
    "may, might, could",
    "merger",
    "one actor or the other",
    "planned",
    "purportedly, said to be, claimed by nobody named",
    "said after or inside the claim",
    "since, between",
    "warned",
]


@dataclass(frozen=True)
class Probe:
    """A text with one construction and the claims that it makes."""

    about: str
    published: str
    text: str
    says: list[str]


PROBES = [
    Probe(**json.loads(line)) for line in (Path(__file__).parent / "probes.jsonl").read_text("utf-8").splitlines()
]


def right(reader: Reader, probe: Probe) -> list[bool]:
    """Return for each claim of a probe whether the reader makes it."""
    reading = reader.read(document(probe.text, date.fromisoformat(probe.published)))
    return [makes(reading, line) for line in probe.says]


def test_constructions_do_not_get_worse(reader: Reader) -> None:
    """The floors hold."""
    found = {probe.about: right(reader, probe) for probe in PROBES}
    assert len(found) == 60
    whole, partly = sum(map(all, found.values())), sum(map(any, found.values()))
    assert (whole >= WHOLE, partly >= PARTLY) == (True, True), f"{whole} whole, {partly} at least partly"


@pytest.mark.parametrize("about", SURE)
def test_constructions_that_any_engine_gives(reader: Reader, about: str) -> None:
    """All claims of the text come out, by type, roles, speaker, time, certainty and status."""
    probe = next(p for p in PROBES if p.about == about)
    missed = [line for line, good in zip(probe.says, right(reader, probe), strict=True) if not good]
    read = lines(reader.read(document(probe.text, date.fromisoformat(probe.published))))
    assert not missed, "\n".join(read)

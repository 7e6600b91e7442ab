"""Who says it, how surely and how really: constructions of reporting in sentences of our own (`sureness.tsv`).

The floor is pinned so that the reader cannot get worse; it is raised when it gets better, and never lowered.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines, makes

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "sureness.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
#: Sentences whose claim must come out; the engine may change a tree, hence some room below what was measured (61).
FLOOR = 57


def test_sentences_do_not_get_worse(reader: Reader) -> None:
    """The floor holds over all sentences."""
    missed = [(text, line) for _, text, line in ROWS if not makes(reader.read(document(text)), line)]
    assert len(ROWS) - len(missed) >= FLOOR, missed


def test_each_construction_comes_out_at_least_once(reader: Reader) -> None:
    """No construction is wholly unread."""
    right = Counter(about for about, text, line in ROWS if makes(reader.read(document(text)), line))
    assert set(right) == {about for about, _, _ in ROWS}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("There are reports that the army bombed Zenda.", "airstrike | actor=army | place=Zenda | alleged"),
        ("Rebels failed to capture Zenda.", "capture | actor=Rebels | target=Zenda | denied"),
        ("Ruritania plans to send 300 soldiers to Zenda.", "deployment | actor=Ruritania | planned"),
    ],
)
def test_flat_readings_are_not_made_beside(reader: Reader, text: str, line: str) -> None:
    """A hedged, denied or planned event is not told as a flat fact besides."""
    read = lines(reader.read(document(text)))
    kind = line.split(" | ", maxsplit=1)[0]
    flat = [one for one in read if one.startswith(kind) and not one.endswith(("alleged", "denied", "planned"))]
    assert not flat, read

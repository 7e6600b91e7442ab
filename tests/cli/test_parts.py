"""`tacitus parts`: one layer of the reader as JSON Lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

TEXT = "Rudolf Rassendyll visited Paris, the army said."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a file with two reports and a broken line between them."""
    path = tmp_path / "reports.jsonl"
    rows = [
        json.dumps({"id": "a1", "text": TEXT, "published": None}),
        "{",
        json.dumps({"id": "b2", "text": "It rained."}),
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_mentions(tacitus: Callable[..., Done], reports: Path) -> None:
    """One line a document, with offsets of its text; a bad line is told and the rest goes on."""
    done = tacitus("parts", "mentions", reports)
    first, second = map(json.loads, done.out.splitlines())
    assert done.code == 1
    assert "Problem" in done.err
    assert (first["id"], second["id"]) == ("a1", "b2")
    spans = {TEXT[span["start"] : span["end"]]: span for span in first["spans"]}
    assert spans["Rudolf Rassendyll"]["type"] == "person"
    assert spans["Paris"]["type"] == "place"
    assert TEXT[slice(*spans["Rudolf Rassendyll"]["head"])] in {"Rudolf", "Rassendyll"}


def test_speech(tacitus: Callable[..., Done], reports: Path) -> None:
    """Who says what, as lists of spans."""
    done = tacitus("parts", "speech", reports)
    first, second = map(json.loads, done.out.splitlines())
    ((said,), ()) = first["spans"], second["spans"]
    assert [TEXT[slice(*span)] for span in said["source"]] == ["the army"]
    assert [TEXT[slice(*span)] for span in said["cue"]] == ["said"]
    assert TEXT[slice(*said["content"][0])].startswith("Rudolf Rassendyll visited Paris")


def test_a_part_that_nobody_knows(tacitus: Callable[..., Done], reports: Path) -> None:
    """The call is wrong, and the message names what there is."""
    done = tacitus("parts", "weather", reports)
    assert done.code == 2
    assert "mentions" in done.err
    assert "speech" in done.err


def test_nothing_to_read(tacitus: Callable[..., Done], tmp_path: Path) -> None:
    """A file that is not there is a problem, and there is no output."""
    done = tacitus("parts", "mentions", tmp_path / "none.jsonl")
    assert (done.code, done.out) == (3, "")
    assert "none.jsonl" in done.err

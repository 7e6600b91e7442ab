"""`tacitus same`, `different`, `undo`, `entities`, `resolve`, as people run them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

FIRST = "The Highland Front (HF) shelled Mirzakh on 14 May 2023, the army said."
SECOND = "The Orvand Mountain Army attacked Mirzakh on 15 May 2023."
THIRD = "HF withdrew from Mirzakh on 16 May 2023."


@pytest.fixture
def held(tmp_path: Path, tacitus: Command) -> Path:
    """Return a ledger with three reports, read by the command."""
    path, reports = tmp_path / "t.db", tmp_path / "reports"
    reports.mkdir()
    for i, text in enumerate((FIRST, SECOND, THIRD)):
        (reports / f"{i}.txt").write_text(text, "utf-8")
    done = tacitus("read", reports, "--ledger", path, "--published", "2023-05-17")
    assert done.code == 0
    assert "named entities in 3 documents" in done.err
    return path


def _entities(tacitus: Command, path: Path, *more: str) -> dict[str, dict[str, Any]]:
    listed = json.loads(tacitus("entities", "--ledger", path, "--format", "json", *more).out)
    return {entity["name"]: entity for entity in listed}


def test_an_acronym_is_joined_by_reading(held: Path, tacitus: Command) -> None:
    """The report that has only the acronym speaks of the group that another one names whole."""
    found = _entities(tacitus, held)
    assert {"Highland Front", "HF"} <= set(found["Highland Front"]["names"])
    assert len({record["document"] for record in found["Highland Front"]["records"]}) == 2
    shown = tacitus("entities", "--ledger", held, "--about", "HF").out
    assert re.search(r"Highland Front · group · 2 documents · n[0-9a-f]{16}", shown)


def test_same_then_undo(held: Path, tacitus: Command) -> None:
    """A person's judgement joins, is listed with its author, and is taken back."""
    done = tacitus(
        "same", "Highland Front", "Orvand Mountain Army", "--because", "One flag.", "--author", "Ada", "--ledger", held
    )
    found = re.match(r"(j[0-9a-f]{16}): Highland Front is Orvand Mountain Army\.", done.out)
    assert done.code == 0
    assert found is not None
    both = _entities(tacitus, held, "--about", "HF")["Orvand Mountain Army"]
    assert {"Orvand Mountain Army", "Highland Front", "HF"} <= set(both["names"])
    shown = tacitus("show", "Orvand Mountain Army", "--ledger", held).out
    assert "- HF: " in shown
    listed = json.loads(tacitus("entities", "--judgements", "--ledger", held, "--format", "json").out)
    assert (listed[0]["author"], listed[0]["because"], listed[0]["score"]) == ("Ada", "One flag.", None)
    assert tacitus("undo", found[1], "--ledger", held).out.endswith("taken back: same: One flag.\n")
    assert "Orvand Mountain Army" in _entities(tacitus, held)


def test_different_takes_rules_back(held: Path, tacitus: Command) -> None:
    """Two records that a rule joined are apart when a person says so."""
    records = _entities(tacitus, held)["Highland Front"]["records"]
    keys = [record["key"] for record in records][:2]
    done = tacitus("different", *keys, "--because", "Another HF.", "--ledger", held)
    assert done.code == 0
    assert {"Highland Front", "HF"} <= set(_entities(tacitus, held))


def test_claims_follow_what_was_joined(held: Path, tacitus: Command) -> None:
    """What is about the acronym is about the group."""
    done = tacitus("claims", "--about", "Highland Front", "--format", "jsonl", "--ledger", held)
    found = [json.loads(line) for line in done.out.splitlines()]
    assert {"withdrawal", "shelling"} <= {row["type"] for row in found}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("same", "Highland Front", "Highland Font", "--because", "x"), "no entity 'Highland Font'"),
        (("same", "Highland Front", "Highland Front", "--because", "x"), "is no pair"),
        (("same", "Highland Front", "Mirzakh", "--because", ""), "is no reason"),
        (("undo", "j0000000000000000"), "no judgement 'j0000000000000000'"),
        (("entities", "--about", "Nobody"), "no entity 'Nobody'"),
    ],
)
def test_calls_that_mean_nothing(held: Path, tacitus: Command, words: tuple[str, ...], message: str) -> None:
    """Code 2 and one line that says what to do; nothing is recorded."""
    done = tacitus(*words, "--ledger", held)
    assert done.code == 2
    assert message in done.err
    assert "A. Reader" not in tacitus("entities", "--judgements", "--ledger", held).out


def test_a_reason_is_needed(held: Path, tacitus: Command) -> None:
    """There is no judgement without one."""
    done = tacitus("same", "Highland Front", "Mirzakh", "--ledger", held)
    assert done.code == 2
    assert "--because" in done.err


def test_resolve_does_what_an_older_version_left(ledger: Path, tacitus: Command) -> None:
    """Readings that were recorded without resolution are resolved once."""
    done = tacitus("resolve", "--ledger", ledger)
    assert re.match(r"\d+ named entities in 2 documents, \d+ joined to others", done.out)
    assert tacitus("resolve", "--ledger", ledger).out == "Everything is resolved.\n"


def test_the_review_queue(held: Path, tmp_path: Path, tacitus: Command) -> None:
    """A pair that no rule decides, since many bodies have such a name; the reason, and the command that decides it."""
    for day in (3, 9):
        late = tmp_path / f"{day}.txt"
        late.write_text(f"The National Guard attacked Mirzakh on {day} June 2023.", "utf-8")
        tacitus("read", late, "--ledger", held)
    found = json.loads(tacitus("entities", "--unsure", "--ledger", held, "--format", "json").out)
    assert found
    assert found == sorted(found, key=lambda pair: -pair["value"])
    table = tacitus("entities", "--unsure", "--ledger", held).out
    assert table.count("tacitus same n") == len(found)
    one, other = found[0]["one"]["id"], found[0]["other"]["id"]
    tacitus("different", one, other, "--because", "Two.", "--ledger", held)
    left = json.loads(tacitus("entities", "--unsure", "--ledger", held, "--format", "json").out)
    assert len(left) == len(found) - 1

"""`tacitus ask`, over the bundled reports on the bridge of Tirsa."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tacitus.ask import sameness
from tacitus.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "tirsa-bridge"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with the reports on the bridge, read once by the command."""
    path = tmp_path_factory.mktemp("bridge") / "t.db"
    with pytest.raises(SystemExit) as ended:
        main(["read", str(EXAMPLES), "--ledger", str(path), "--quiet", "--format", "jsonl"])
    assert ended.value.code == 0
    return path


def test_a_question_is_answered(tacitus: Command, bridge: Path) -> None:
    """Who is blamed and who denies it, each with the words."""
    done = tacitus("ask", "Who attacked the bridge in Tirsa?", "--ledger", bridge)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("Read as asked for: who; types: attack, airstrike")
    assert lines[0].endswith("; place: Tirsa; target: bridge")
    assert any(line.startswith("Jaysh al-Fajr") and line.endswith("disputed") for line in lines)
    assert any(line.startswith("- Fajr channel of 2024-03-04 (own voice), denied: “") for line in lines)


def test_as_of_a_day(tacitus: Command, bridge: Path) -> None:
    """37 is not known before 8 March."""
    values = {}
    for day in ("2024-03-05", "2024-03-09"):
        done = tacitus(
            "ask", "How many died in Tirsa?", "--as-of", day, "--format", "json", "--ledger", bridge, "--quiet"
        )
        assert done.code == 0
        values[day] = {value["value"] for value in json.loads(done.out)["values"]}
    assert values == {"2024-03-05": {"31", "20"}, "2024-03-09": {"31", "20", "37"}}


def test_known_by_a_day(tacitus: Command, bridge: Path) -> None:
    """Nothing was recorded before the reports were read."""
    done = tacitus("ask", "Who attacked the bridge in Tirsa?", "--known-by", "2024-03-05", "--ledger", bridge)
    assert done.code == 1
    assert "The ledger holds nothing on 'Tirsa'." in done.out


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why was the bridge in Tirsa bombed?", "The question could not be read."),
        ("Who leads the Tide Front?", "The ledger holds nothing on 'Tide Front'."),
        ("Who bombed Tirsa in 2019?", "The ledger holds nothing on this question: no claim fits."),
    ],
)
def test_what_is_not_answered(question: str, told: str, tacitus: Command, bridge: Path) -> None:
    """Code 1, and why."""
    done = tacitus("ask", question, "--ledger", bridge)
    assert done.code == 1
    assert told in done.out


def test_least_confidence(tacitus: Command, bridge: Path) -> None:
    """Claims that the reader is less sure of are left out."""
    done = tacitus("ask", "Who attacked the bridge in Tirsa?", "--min-confidence", "1.0", "--ledger", bridge)
    assert done.code == 1


@pytest.mark.parametrize(
    "call", [("ask", "Who attacked the bridge in Tirsa?"), ("show", "JAF"), ("claims", "--about=JAF")]
)
def test_that_many_reports_wait_to_be_resolved_is_told(
    tacitus: Command, bridge: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    """Where names are followed by their spelling alone, and only there."""
    told = "Many reports are not resolved: in them a name is followed by its spelling alone. tacitus resolve"
    assert told not in tacitus(*call, "--ledger", bridge).err
    monkeypatch.setattr(sameness, "VERSION", "entities@999 happenings@999")
    monkeypatch.setattr(sameness, "_MOST", 2)
    done = tacitus(*call, "--ledger", bridge)
    assert done.code == 0
    assert told in done.err

"""`tacitus grade` and `grades`, and claims shown with grades, as people run them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import wire

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

KILLED = wire().claims[0].id


@pytest.fixture
def graded(ledger: Path, tacitus: Command) -> Path:
    """Return a ledger with two grades of an outlet, one of a speaker and one of a claim."""
    for words in (
        ("Meridian", "B"),
        ("Meridian", "D", "--from", "2023-05-16"),
        ("hospital", "C"),
        (KILLED[:9], "2"),
    ):
        assert tacitus("grade", *words, "--because", "Long known.", "--author", "Ada", "--ledger", ledger).code == 0
    return ledger


def _claim(ledger: Path, tacitus: Command, *more: str) -> dict[str, Any]:
    found = json.loads(tacitus("show", KILLED, "--format", "json", "--ledger", ledger, *more).out)
    claim: dict[str, Any] = found[0]
    return claim


def test_grades_are_off_by_default(graded: Path, tacitus: Command) -> None:
    """Nothing shows them unless they are asked for; then each link of the chain has its own, and so has the claim."""
    for form in ("table", "json", "jsonl", "csv"):
        assert "reliab" not in tacitus("claims", "--format", form, "--ledger", graded).out
    assert "grades" not in _claim(graded, tacitus)
    found = _claim(graded, tacitus, "--grades")["grades"]
    assert [(one["name"], one["reliability"]["grade"]) for one in found["sources"]] == [
        ("hospital", "C"),
        ("Meridian", "B"),
    ]
    assert (found["credibility"]["grade"], found["credibility"]["by"]) == ("2", "Ada")


def test_grades_in_tables(graded: Path, tacitus: Command) -> None:
    """Beside each claim; what nobody graded is not graded, and is neither F nor 6."""
    lines = tacitus("claims", "--grades", "--ledger", graded).out.splitlines()
    killed = next(line for line in lines if "hospital: C, fairly reliable; Meridian: B, usually reliable" in line)
    assert "2, probably true" in killed
    assert any("Front channel: not graded" in line for line in lines)
    assert "cannot be judged" not in "".join(lines)
    rows = csv.DictReader(io.StringIO(tacitus("claims", "--grades", "-f", "csv", "--ledger", graded).out))
    assert {row["claim_grade"] for row in rows} == {"2, probably true", "not graded"}


def test_claims_are_the_same_with_and_without(ledger: Path, tacitus: Command) -> None:
    """Grades touch no claim, and not the order."""
    before = tacitus("claims", "--format", "jsonl", "--ledger", ledger).out
    tacitus("grade", "Front channel", "E", "--because", "Party to it.", "--ledger", ledger)
    assert tacitus("claims", "--format", "jsonl", "--ledger", ledger).out == before


def test_histories_and_undoing(graded: Path, tacitus: Command) -> None:
    """Each grade is listed with its day; one that is taken back says so, and no longer holds."""
    out = tacitus("grade", "meridian", "--ledger", graded).out
    assert "B, usually reliable · Ada, " in out
    assert "D, not usually reliable, for what it published from 2023-05-16 on" in out
    (id_,) = re.findall(r"B, usually reliable · .* \((j[0-9a-f]{16})\)", out)
    assert tacitus("undo", id_, "--ledger", graded).out.endswith("taken back: grade: Long known.\n")
    assert "taken back by" in tacitus("grade", "Meridian", "--ledger", graded).out
    assert _claim(graded, tacitus, "--grades")["grades"]["sources"][1]["reliability"] is None
    assert tacitus("grade", "Highland Front", "--ledger", graded).out == "Highland Front\nnot graded\n"
    assert json.loads(tacitus("grade", KILLED, "-f", "json", "--ledger", graded).out)["claim"] == KILLED


def test_all_grades(graded: Path, tacitus: Command) -> None:
    """All that hold; as of a day, the one of each source that holds for what it published then; as known then, none."""

    def listed(*more: str) -> dict[str, list[str]]:
        found = json.loads(tacitus("grades", "-f", "json", "--ledger", graded, *more).out)
        return {one.get("source") or one["claim"]: [grade["grade"] for grade in one["grades"]] for one in found}

    assert listed() == {"Meridian": ["B", "D"], "hospital": ["C"], KILLED: ["2"]}
    assert listed("--as-of", "2023-05-15") == {"Meridian": ["B"], "hospital": ["C"], KILLED: ["2"]}
    assert listed("--as-of", "2023-05-16")["Meridian"] == ["D"]
    assert KILLED not in listed("--as-of", "2023-05-14")
    assert listed("--known-by", "2023-05-20") == {}
    assert tacitus("grades", "--known-by", "2023-05-20", "--ledger", graded).out == "Nothing is graded.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("Meridian", "G", "--because", "x"), "A (completely reliable)"),
        ((KILLED, "9", "--because", "x"), "6 (truth cannot be judged)"),
        (("Meridian", "B"), "is no reason"),
        (("Meridain", "B", "--because", "x"), "Nearest: Meridian"),
        ((KILLED, "2", "--because", "x", "--from", "2023-01-01"), "no --from"),
        (("Meridian", "--because", "x"), "go with a grade"),
        (("Meridian", "B", "--because", "x", "--as-of", "2023-01-01"), "look back"),
    ],
)
def test_calls_that_mean_nothing(ledger: Path, tacitus: Command, words: tuple[str, ...], message: str) -> None:
    """Code 2, and what is allowed; nothing is entered."""
    done = tacitus("grade", *words, "--ledger", ledger)
    assert done.code == 2
    assert message in " ".join(done.err.replace("│", " ").split())
    assert tacitus("grades", "--ledger", ledger).out == "Nothing is graded.\n"

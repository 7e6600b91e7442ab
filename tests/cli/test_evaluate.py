"""`tacitus evaluate` on gold of our own, end to end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.evaluate.conftest import claim, document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return the path of gold with one document."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document()) + "\n", encoding="utf-8")
    return path


def test_the_table(tacitus: Callable[..., Done], gold: Path) -> None:
    """A line over everything, then tables under their titles."""
    done = tacitus("evaluate", gold)
    assert (done.code, done.err) == (0, "")
    first, *rest = done.out.splitlines()
    assert first.startswith("1 document, 1 claim in the gold, ")
    for title in ("By type", "By source", "By construction", "With --min-confidence"):
        assert title in rest
    assert any(line.split() == ["type", "gold", "read", "recall", "precision", "full"] for line in rest)
    assert any(line.startswith("Confidence: off by ") for line in rest)


def test_json_holds_the_same(tacitus: Callable[..., Done], gold: Path) -> None:
    """The shelling is found, and right."""
    report: dict[str, Any] = json.loads(tacitus("evaluate", gold, "--format", "json").out)
    assert report["headline"]["found"]["recall"] == 1.0
    (row,) = (row for row in report["by_type"] if row["name"] == "shelling")
    assert (row["gold"], row["recall"]) == (1, 1.0)
    assert [level["least"] for level in report["min_confidence"]][:3] == [0.0, 0.2, 0.3]
    assert 0 <= report["calibration"]["error"] <= 1


def test_only_sure_claims(tacitus: Callable[..., Done], gold: Path) -> None:
    """Nothing is read that nobody can be so sure of."""
    done = tacitus("evaluate", gold, "--min-confidence", "1", "--format", "json")
    assert json.loads(done.out)["claims"] == {"gold": 1, "read": 0}


def test_bad_gold_is_told_and_the_rest_goes_on(tacitus: Callable[..., Done], gold: Path) -> None:
    """With place and advice, and exit code 1."""
    other = document(document={"id": "d2"}, claims=[claim(type="picnic")])
    with gold.open("a", encoding="utf-8") as file:
        file.write("{\n" + json.dumps(other) + "\n")
    done = tacitus("evaluate", gold)
    assert done.code == 1
    assert f"Problem: {gold}:2: It is no JSON" in done.err
    assert f"Problem: {gold}:3 claim c1: There is no type 'picnic'" in done.err
    assert done.out.startswith("2 documents, 1 claim in the gold")


def test_a_text_in_another_language_is_a_problem(tacitus: Callable[..., Done], gold: Path) -> None:
    """The reader's own problems are told too."""
    text = "Die Armee hat am Montag die Stadt beschossen, und viele Menschen sind aus ihren Häusern geflohen."
    gold.write_text(json.dumps(document(text=text, claims=[])) + "\n", encoding="utf-8")
    done = tacitus("evaluate", gold)
    assert (done.code, "claims are read in English only" in done.err) == (1, True)


def test_nothing_to_evaluate(tacitus: Callable[..., Done], gold: Path, tmp_path: Path) -> None:
    """No usable document: exit code 3 and no table; no gold at all: exit code 2."""
    gold.write_text("{\n", encoding="utf-8")
    done = tacitus("evaluate", gold)
    assert (done.code, done.out) == (3, "")
    assert tacitus("evaluate", tmp_path / "none").code == 2

"""How the speed of the whole reading is measured."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from benchmarks.reading import median, parts, run, whole

TEXT = "Rebels shelled Zenda on Monday, killing at least 12 people, the mayor said."


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a file of two texts."""
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps({"id": f"a{n}", "text": TEXT}) + "\n" for n in range(2)), encoding="utf-8")
    return path


def test_the_whole_reads_into_a_ledger(texts: Path) -> None:
    """The claims of both texts are counted, and no ledger stays behind."""
    before = set(Path.cwd().iterdir())
    assert whole(texts, None) >= 2
    assert set(Path.cwd().iterdir()) == before


def test_engine_and_steps_are_timed_apart(texts: Path) -> None:
    """Both took some time."""
    found = parts(texts, None)
    assert set(found) == {"engine alone", "steps alone"}
    assert all(clock > 0 and processor >= 0 for clock, processor in found.values())


def test_a_run_is_a_process_with_its_own_figures() -> None:
    """What it wrote, its time and its memory; a process that fails is told."""
    out, (clock, processor, memory) = run(("-c", "print(sum(range(3_000_000)))"))
    assert out.strip() == str(sum(range(3_000_000)))
    assert 0 < processor <= clock + 0.1
    assert memory > 1  # of the forked process of the tests at least
    with pytest.raises(subprocess.CalledProcessError):
        run(("-c", "raise SystemExit(3)"))


def test_medians_are_taken_figure_by_figure() -> None:
    """The middle of each column."""
    assert median([(1.0, 9.0, 5.0), (2.0, 7.0, 6.0), (3.0, 8.0, 4.0)]) == (2.0, 8.0, 5.0)

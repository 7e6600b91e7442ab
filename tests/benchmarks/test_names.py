"""How the name matcher is measured."""

from __future__ import annotations

import gzip
import sys
from typing import TYPE_CHECKING

import pytest
from benchmarks.names import Pair, actors, at_random, drawn, found_by_keys, main, mcc, measured, qualities, read, speeds

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [
    Pair("Karim Zuhdi", "Kareem Zohdi", same=True),
    Pair("Ansar Allah", "the Houthis", same=True),
    Pair("Karim Zuhdi", "Jabir Zuhdi", same=False),
    Pair("47th Brigade", "74th Brigade", same=False),
]


def test_figures_of_a_few_scores() -> None:
    """MCC is 1, 0 and -1 where it should be; recall counts what is over the best bar."""
    same = [True, True, False, False]
    assert mcc([0.9, 0.8, 0.1, 0.2], same, 0.5) == 1.0
    assert mcc([0.1, 0.2, 0.9, 0.8], same, 0.5) == -1.0
    assert mcc([0.9, 0.9, 0.9, 0.9], same, 0.5) == 0.0
    assert measured([0.9, 0.3, 0.4, 0.2], same) == pytest.approx((0.577, 0.5), abs=0.001)


def test_known_bodies_are_measured_apart() -> None:
    """Without the table of bodies one pair is lost, and the table is back afterwards."""
    for _ in range(2):
        (_, whole), (_, without), (name, _) = qualities(PAIRS)
        assert whole == (1.0, 1.0)
        assert without[0] == pytest.approx(0.577, abs=0.001)
        assert name.startswith("rapidfuzz")


def test_names_are_drawn_alike_each_time() -> None:
    """No long names, no more than asked for, and the same each time."""
    names = drawn([PAIRS], ["Z" * 31, "Zarqan Front"], 4)
    assert names == drawn([PAIRS], ["Z" * 31, "Zarqan Front"], 4)
    assert len(names) == 4
    assert "Z" * 31 not in drawn([PAIRS], ["Z" * 31], 100)
    assert at_random(names, 50) == at_random(names, 50)


def test_speed_and_keys() -> None:
    """Every contender takes some time; alike names share a key."""
    pairs = [(p.one, p.other) for p in PAIRS]
    assert all(seconds > 0 for _, seconds in speeds(pairs))
    assert found_by_keys(PAIRS, pairs)[0] == 1.0


def test_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A list and a table of actors in, figures out; a missing table is no matter."""
    path = tmp_path / "pairs.tsv"
    path.write_text("name1\tname2\tsame\n" + "".join(f"{p.one}\t{p.other}\t{p.same:d}\n" for p in PAIRS), "utf-8")
    assert read(path) == PAIRS
    table = tmp_path / "actors.tsv.gz"
    table.write_bytes(gzip.compress(b"name\tevents\nZarqan Front\t1\n"))
    assert actors(table) == ["Zarqan Front"]
    assert actors(tmp_path / "none.gz") == []
    monkeypatch.setattr(sys, "argv", ["names", str(path), "--data", str(tmp_path), "--pairs", "20"])
    main()
    out = capsys.readouterr().out
    assert "4 pairs, 2 alike" in out
    assert "tacitus, cold" in out

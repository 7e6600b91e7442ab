"""How the gazetteer is measured."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks.gazetteer import drawn, forget, ours, spoilt, theirs
from tests.gazetteer.making import made, town

if TYPE_CHECKING:
    from pathlib import Path


def test_figures_of_an_index(tmp_path: Path) -> None:
    """The share that was found counts every name; both ways of looking up give it."""
    made(tmp_path / "g.db", town("1", "Zenda", 35, 36)).close()
    forget(tmp_path / "g.db")
    for pages in ("cold", "warm"):
        figures = ours(tmp_path / "g.db", ["Zenda", "Strelsau", "zenda", "Hof"], pages)
        assert figures.found == 0.5
        assert 0 < figures.each <= figures.worst < 1000
        assert figures.load > 0


def test_a_spoilt_name_is_another() -> None:
    """The same letters and one more."""
    name = spoilt("Zenda", random.Random(1))  # noqa: S311
    assert sorted(name) == sorted("Zendaq")
    assert name != "Zendaq"


def test_names_and_figures_of_the_package() -> None:
    """One name in ten is spoilt; the package finds the others by search, and only some by the name that is shown."""
    names = drawn(20)
    assert len(set(names)) == 20
    assert sum(name.endswith("q") for name in names) >= 2
    assert drawn(20) == names
    assert theirs(names[:5], "search").found >= theirs(names[:5], "name").found

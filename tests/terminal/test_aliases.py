"""What `tacitus aliases` does and prints."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.config import Listing, Settings
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.read.unpacked import UnreadableFileError
from tacitus.resolving import resolve
from tacitus.terminal.aliases import Brought, add, show
from tacitus.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)
ROWS = "name,alias,type\nTide Front,Sons of the Harbour,group\n"
#: A row without a name.
BAD = ",nobody,group\n"


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    """Yield a resolved ledger with one group under two names that nothing alike is in."""
    opened = MemoryStore()
    one = report("one", Said("Tide Front", "Dura"))
    two = report("two", Said("Sons of the Harbour", "Port Salem"))
    fill(opened, [(one, 0), (two, 1)])
    assert len(list(resolve(opened, lambda: at(2)))) == 2
    yield opened
    opened.close()


def _add(store: MemoryStore, path: Path, content: str = ROWS, name: str = "") -> int:
    path.write_text(content, "utf-8")
    return add(Brought(path, None, name, "Ada", NOW), store, Screen(Settings()))


def test_a_list_is_added(store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told with its size, what it joined, and how to take it back; the ledger holds it and the judgement."""
    assert _add(store, tmp_path / "mine.csv") == 0
    (row,) = store.view().alias_lists()
    out, err = capsys.readouterr()
    assert out == (
        f"{row.id}: mine: 1 entry with 2 names\n1 entity joined to others. Take it all back: tacitus undo {row.id}\n"
    )
    assert err == ""
    assert (row.name, row.author, row.recorded) == ("mine", "Ada", NOW)
    assert row.origin.endswith("mine.csv")
    assert [j.verdict for j in store.view().judgements()].count(Verdict.SAME) == 1


def test_a_list_brought_again_adds_nothing(
    store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said, and nothing is judged a second time."""
    _add(store, tmp_path / "mine.csv")
    judged = store.view().judgements()
    capsys.readouterr()
    assert _add(store, tmp_path / "mine.csv") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("1 entry with 2 names, added before")
    assert second.startswith("0 entities joined")
    assert store.view().judgements() == judged
    assert len(store.view().alias_lists()) == 1


@pytest.mark.parametrize("bad", [1, 10, 13])
def test_bad_rows_are_told(store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: int) -> None:
    """The first ten with their lines, the rest by number; what is good goes in."""
    assert _add(store, tmp_path / "mine.csv", ROWS + BAD * bad) == 1
    err = capsys.readouterr().err
    assert err.count("Problem: ") == min(bad, 10)
    assert ("3 more rows could not be used." in err) is (bad == 13)
    assert len(store.view().alias_lists()) == 1


def test_a_list_of_bad_rows_alone(store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing goes in, and the exit code says so."""
    assert _add(store, tmp_path / "mine.csv", "name,alias,type\n" + BAD) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Nothing was added.\n")
    assert store.view().alias_lists() == ()


def test_what_is_no_list(store: MemoryStore, tmp_path: Path) -> None:
    """It is refused, and the ledger stays as it was."""
    with pytest.raises(UnreadableFileError, match="none"):
        _add(store, tmp_path / "none.csv", "colour,size\nred,2\n")
    assert store.view().alias_lists() == ()


def test_a_name_of_its_own(store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the user calls it, and not the file."""
    _add(store, tmp_path / "mine.csv", name="tides")
    assert ": tides: 1 entry" in capsys.readouterr().out


def test_lists_are_shown(store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line each for people, or JSON with where it came from."""
    _add(store, tmp_path / "mine.csv")
    (row,) = store.view().alias_lists()
    capsys.readouterr()
    show(store.view(), Listing.TABLE, Screen(Settings()))
    assert capsys.readouterr().out == f"{row.id} · mine · 1 entry · Ada, 2026-03-01 14:05 UTC\n"
    show(store.view(), Listing.JSON, Screen(Settings()))
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": row.id,
            "name": "mine",
            "origin": str(tmp_path / "mine.csv"),
            "author": "Ada",
            "recorded": "2026-03-01T14:05:00+00:00",
            "entries": 1,
        }
    ]


def test_a_list_that_was_taken_back_is_not_shown(
    store: MemoryStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The ledger keeps it all the same; taking back the taking back shows it again."""
    _add(store, tmp_path / "mine.csv")
    (row,) = store.view().alias_lists()
    undo = Judgement((row.id,), Verdict.UNDO, "Old.", "Ada", at(500))
    capsys.readouterr()
    with store.writer() as writer:
        writer.judge(undo)
    show(store.view(), Listing.TABLE, Screen(Settings()))
    show(store.view(), Listing.JSON, Screen(Settings()))
    assert capsys.readouterr().out == "No lists of aliases.\n[]\n"
    with store.writer() as writer:
        writer.judge(Judgement((undo.id,), Verdict.UNDO, "It was right.", "Ada", at(501)))
    show(store.view(), Listing.TABLE, Screen(Settings()))
    assert capsys.readouterr().out.startswith(row.id)

"""Verifying a file that is damaged, or in which somebody put values of other types: nothing fails, all is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from benchmarks.ledgers import fill

from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    from pathlib import Path


def test_raw_bytes_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """Verifying goes on behind them."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, 4)
        kept = store.books.sealings("report-0")[0]
        place = tmp_path / "t.db.raw" / str(kept.raw)[:2] / str(kept.raw)[2:]
        place.unlink()
        place.mkdir()
        found = verify(store.books)
    assert [flaw.entry for flaw in found.flaws] == [2]
    assert "cannot be looked into: The ledger" in found.flaws[0].what
    assert found.entries > 10


def _unguarded(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER log_no_update")
        raw.execute(sql)


@pytest.mark.parametrize("column", ["author", "kind", "recorded", "hash"])
def test_text_that_is_no_utf8_is_named(tmp_path: Path, column: str) -> None:
    """Among many entries, nothing fails and the right one is named."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, 90)
    _unguarded(tmp_path / "t.db", f"UPDATE log SET {column} = CAST(x'ff41' AS TEXT) WHERE seq = 233")  # noqa: S608
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        found = verify(store.books)
    assert [flaw.entry for flaw in found.flaws] == [233]
    assert "no UTF-8" in found.flaws[0].what


@pytest.mark.parametrize("value", ["x'00ff'", "7", "'text'", "1.5"])
@pytest.mark.parametrize("column", ["author", "payload", "previous"])
def test_values_of_other_types_are_named(tmp_path: Path, column: str, value: str) -> None:
    """SQLite keeps any type in any column."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, 4)
    _unguarded(tmp_path / "t.db", f"UPDATE log SET {column} = {value} WHERE seq = 5")  # noqa: S608
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        assert verify(store.books).flaws[0].entry == 5


def test_a_damaged_file_is_a_flaw(tmp_path: Path) -> None:
    """Pages that SQLite cannot read are told of, with the entry that cannot be reached."""
    path = tmp_path / "t.db"
    with closing(SqliteStore(path)) as store:
        fill(store, 60)
        store.books.db.scrub()
    with closing(sqlite3.connect(path)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'log'").fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\x00" * 100)
    with closing(SqliteStore(path)) as store:
        found = verify(store.books)
    assert not found.is_sound
    assert "cannot be read" in found.flaws[0].what

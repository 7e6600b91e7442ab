"""The file of an SQLite ledger: what is refused, what cannot be changed, which version it has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, everything, fill, report, rich_reading

from tacitus.errors import TacitusError
from tacitus.ledger.errors import LedgerAccessError, LedgerVersionError, NotALedgerError
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.sqlite_database import open_database
from tacitus.ledger.sqlite_schema import APPLICATION_ID, VERSION, prepare, script, tables_made_by
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.records import key_of, records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.ledger.database import Database

RAID = report("raid", Said("Tide Front", "Dura"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a ledger with two documents."""
    made = tmp_path / "t.db"
    with closing(SqliteStore(made)) as store, store.writer() as writer:
        run = writer.begin_run("r@1", ["raid.txt"], at(0))
        writer.record(RAID, at(1))
        writer.record(rich_reading(), at(2))
        writer.end_run(run, at(3))
        same = Judgement((key_of("raid", "Tide Front"), key_of("raid", "TF")), Verdict.SAME, "One.", "A. Reader", at(4))
        writer.resolve(Findings(RAID.id, "v@1", records(RAID), ({"id": "h1"},)), [same], at(4))
        writer.bring(AliasListRow("mine", "mine.csv", "A. Reader", at(5), ({"names": ["TF"]},)))
    return made


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to the ledger that knows nothing of it, as another program's would."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def test_a_ledger_stays_between_two_openings(path: Path) -> None:
    """Nothing lives in the process alone."""
    with closing(SqliteStore(path)) as store:
        before = everything(store.view())
    with closing(SqliteStore(path, create=False)) as store:
        assert everything(store.view()) == before
        assert store.view().counts().documents == 2


def test_the_file_says_what_it_is(raw: sqlite3.Connection) -> None:
    """By its header: application, version, write-ahead log."""
    settings = [raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    assert settings == [APPLICATION_ID, VERSION]
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log SET author = author",
        "UPDATE log SET payload = x'00' WHERE seq = 1",
        "DELETE FROM log",
        "DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)",
        "INSERT INTO log SELECT seq + 100, recorded, author, kind, key, payload, previous, hash FROM log LIMIT 1",
        "INSERT INTO log SELECT 0, recorded, author, kind, key, payload, previous, hash FROM log LIMIT 1",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE seq = 1",
    ],
)
def test_the_log_cannot_be_changed(raw: sqlite3.Connection, change: str) -> None:
    """No entry is changed, taken out or put between others, even by another program."""
    before = raw.execute("SELECT * FROM log").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(change)
    assert raw.execute("SELECT * FROM log").fetchall() == before
    assert len(before) == 7


def test_our_own_connection_cannot_replace_the_last_entry(path: Path) -> None:
    """INSERT OR REPLACE would delete without a word."""
    with closing(open_database(path, create=False)) as db, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.rows("INSERT OR REPLACE INTO log SELECT * FROM log WHERE seq = (SELECT max(seq) FROM log)")


def test_all_else_is_worked_out_from_the_log(raw: sqlite3.Connection) -> None:
    """No trigger guards it: it can be made anew at any time. Each table of it is in use."""
    tables = tables_made_by(script("projection.sql"))
    assert {*tables, "log"} == {name for name in _tables(raw) if not name.startswith("piece_words")}
    guarded = raw.execute("SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert guarded == [("log",)]
    for table in set(tables) - {"redacted_key", "barred"}:
        assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0, table  # noqa: S608 - a name of the schema
        raw.execute(f"DELETE FROM {table}")  # noqa: S608 - likewise


def _half(db: Database) -> None:
    with db.transaction():
        db.add("barred", [("half",)])
        raise ZeroDivisionError


def test_an_error_inside_a_transaction_takes_all_of_it_back(path: Path) -> None:
    """Also when it is no error of the database."""
    with closing(open_database(path, create=False)) as db:
        with pytest.raises(ZeroDivisionError):
            _half(db)
        assert db.value("SELECT count(*) FROM barred") == 0


def test_a_missing_ledger_is_not_made_by_one_who_only_reads(tmp_path: Path) -> None:
    """The message says how to begin."""
    with pytest.raises(LedgerAccessError, match=r"does not exist\. Read some reports into it first"):
        SqliteStore(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_or_a_folder(tmp_path: Path) -> None:
    """Neither can be a ledger."""
    with pytest.raises(LedgerAccessError, match="its folder does not exist"):
        SqliteStore(tmp_path / "none" / "t.db")
    with pytest.raises(LedgerAccessError, match="is a folder"):
        SqliteStore(tmp_path)


@pytest.mark.parametrize("content", [b"x", b"The raid began at dawn.\n" * 200, b"SQLite format 3\0" + b"\1" * 4000])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    """It is told apart and left as it is."""
    other = tmp_path / "notes.txt"
    other.write_bytes(content)
    with pytest.raises(NotALedgerError, match=r"notes\.txt' is no ledger"):
        SqliteStore(other)
    assert other.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """It is told apart and left as it is."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE document (id)")
    before = other.read_bytes()
    with pytest.raises(NotALedgerError, match="another program"):
        SqliteStore(other)
    assert other.read_bytes() == before


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    """As a file that a careful user has made beforehand."""
    path = tmp_path / "t.db"
    path.touch()
    with closing(SqliteStore(path)) as store:
        assert fill(store, [(RAID, 0)]) == ["new"]


def test_a_newer_ledger_is_refused(path: Path, raw: sqlite3.Connection) -> None:
    """An old program would not know what it must keep."""
    raw.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerVersionError, match=r"has schema version 99.*Update Tacitus"):
        SqliteStore(path)


def test_a_ledger_that_became_newer_while_it_was_open(path: Path, raw: sqlite3.Connection) -> None:
    """Two versions at once: the old one stops writing."""
    with closing(SqliteStore(path)) as store:
        raw.execute("PRAGMA user_version = 99")
        with pytest.raises(LedgerVersionError, match="Start this program again"):
            fill(store, [(report("late", Said("Tide Front")), 9)])


def test_a_program_of_an_older_version(path: Path) -> None:
    """It refuses what this one made."""
    with pytest.raises(LedgerVersionError, match=r"has schema version 6; this program writes 5"):
        open_database(path, 5, create=False)


def test_an_empty_file_that_may_only_be_read(tmp_path: Path) -> None:
    """It cannot become a ledger."""
    path = tmp_path / "t.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA query_only = ON")
        with pytest.raises(LedgerAccessError, match="is empty and can be read only"):
            prepare(raw, path)


def test_a_locked_ledger(path: Path, raw: sqlite3.Connection) -> None:
    """After the set patience the message says who is in the way; reading goes on."""
    raw.execute("BEGIN IMMEDIATE")
    with closing(SqliteStore(path, patience=0.05)) as store:
        with pytest.raises(LedgerAccessError, match="is locked by another program"):
            fill(store, [(report("late", Said("Tide Front")), 9)])
        assert store.view().counts().documents == 2


def test_a_full_disk(path: Path) -> None:
    """What was recorded is safe, and the half document is not there."""
    with closing(SqliteStore(path)) as store:
        store.books.db.rows("PRAGMA max_page_count = 1")  # SQLite's own way to a full disk
        big = report("big", *(Said("Tide Front", "Dura", time=f"{year:04}") for year in range(1, 2000)))
        with pytest.raises(LedgerAccessError, match="the disk is full"):
            fill(store, [(big, 9)])
        assert [d.id for d in store.view().documents()] == ["raid", "harbour/row 1"]
        assert store.view().head().seq == 7


def test_a_damaged_ledger(path: Path) -> None:
    """A page that was overwritten is told, not guessed around."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(TacitusError, match="damaged"), closing(SqliteStore(path)) as store:
        store.view().documents()


def test_a_name_that_sqlite_would_read_otherwise(tmp_path: Path) -> None:
    """Signs that mean something in a URI, and the name that means memory."""
    for name in ("a?mode=ro#x%20.db", ":memory:"):
        with closing(SqliteStore(tmp_path / name)) as store:
            fill(store, [(RAID, 0)])
        assert (tmp_path / name).stat().st_size > 0


def test_every_migration_is_numbered() -> None:
    """The files run from 001 to the version that is written, without a gap."""
    names = [entry.name for entry in files("tacitus.ledger.migrations").iterdir()]
    numbers = {int(name[:3]) for name in names if name[:3].isdigit()}
    assert numbers == set(range(1, VERSION + 1))

"""Ledgers without a log become ledgers with one: nothing that they showed is lost, and nothing is left half-way."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.old_ledger import LIST, MOMENTS, RAID, SAME, digest, shown, tell
from tests.ledger.samples import Said, at, everything, fill, report

from tacitus.errors import TacitusError
from tacitus.ledger import legacy
from tacitus.ledger.changes import Asserted, change_in
from tacitus.ledger.errors import LedgerAccessError, LedgerVersionError, NotALedgerError
from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.log import GENESIS, fits
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.raw import MemoryRaw
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.sealing import unsealed
from tacitus.ledger.sql_books import SqlBooks
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.sqlite_database import open_database
from tacitus.ledger.sqlite_schema import APPLICATION_ID, prepare, script
from tacitus.ledger.verify import verify

ROOT = Path(__file__).parents[2]
OLD = Path(__file__).parent / "old"
*NOW, DIGESTS = json.loads((OLD / "v5.json").read_text("ascii"))

#: What a version of the schema does not have yet: the statements that take it away, and the fields that views lack.
LACKS = {
    2: ("ALTER TABLE claim DROP COLUMN anchor", "anchor"),
    3: ("ALTER TABLE entity DROP COLUMN place", "where"),
    4: ("DROP TABLE trace", "trace"),
}
RESOLUTION = ("alias_entry", "alias_list", "judged", "judgement", "happening", "record_key", "record", "resolved")


def _run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.executescript(statement)


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return [f"version {version}", *connection.iterdump()]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return the path of a ledger that the last version without a log made."""
    path = tmp_path / "old.db"
    _run(path, (OLD / "v5.sql").read_text("utf-8"))
    return path


@pytest.mark.parametrize("many", [1, 4, 500])
def test_every_view_shows_what_it_showed(old: Path, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """At each moment of the record clock, by what the old code said and by what the store in memory makes of it all."""
    monkeypatch.setattr(legacy, "_MANY", many)
    plain = MemoryStore()
    tell(plain)
    with closing(SqliteStore(old)) as store:
        assert shown(store.view()) == NOW
        for moment, said in zip(MOMENTS, DIGESTS, strict=True):
            told = shown(store.view(moment))
            assert told == shown(plain.view(moment))
            assert digest(told) == said
    with closing(SqliteStore(old, create=False)) as store:
        assert shown(store.view()) == NOW


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_ledgers_of_every_older_version(old: Path, version: int) -> None:
    """What a version did not keep yet is empty; all else is there."""
    later = [LACKS[n] for n in LACKS if n > version]
    drops = [f"DROP TABLE {table}" for table in RESOLUTION]
    _run(old, *drops, *(sql for sql, _ in later), f"PRAGMA user_version = {version}")
    with closing(SqliteStore(old)) as store:
        told = shown(store.view())
        waiting = [row.reading for row in store.view().documents()]
    assert told[:3] == _without([field for _, field in later], NOW[:3])
    assert told[3] == [[], [], [], [], waiting]


def _without(names: list[str], value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    if isinstance(value, dict):
        return {k: _without(names, v) for k, v in value.items() if k not in names}
    return [_without(names, v) for v in value] if isinstance(value, list) else value


def test_entries_are_signed_chained_and_in_order(old: Path) -> None:
    """By their moments; a judgement and a list are those of their authors, all else is from before the log."""
    with closing(SqliteStore(old)) as store:
        entries = list(store.books.entries())
        secrets = {e.key: store.books.keys.get(e.key) for e in entries}
    assert all(map(fits, entries))
    assert [e.previous for e in entries] == [GENESIS, *(e.hash for e in entries[:-1])]
    signers = {e.kind: {x.author for x in entries if x.kind == e.kind} for e in entries}
    assert signers["judgement"] == {"names@1", "A. Reader"}
    assert signers["aliases"] == {LIST.author}
    assert {a for k in signers.keys() - {"judgement", "aliases"} for a in signers[k]} == {legacy.AUTHOR}
    moments = [e.recorded for e in entries if e.kind != "resolve"]
    assert moments == sorted(moments)
    changes = [change_in(unsealed(secrets[e.key] or b"", e.key, e.payload))[0] for e in entries]
    readings = [c.reading.id for c in changes if isinstance(c, Asserted)]
    assert len(readings) == len(set(readings)) == NOW[0][7]["readings"]


def test_a_reading_and_what_is_said_of_it_share_a_key(old: Path) -> None:
    """So that one key takes all of it away."""
    with closing(SqliteStore(old)) as store:
        key = store.books.sealed(RAID.id)
        kinds = [e.kind for e in store.books.entries() if e.key == key]
    assert kinds == ["assert", "assert", "resolve", "resolve"]


def test_it_is_sound_and_can_be_worked_out_again(old: Path) -> None:
    """From its log alone every view is what it was."""
    with closing(SqliteStore(old)) as store:
        found = verify(store.books)
        assert (found.is_sound, found.entries) == (True, store.view().head().seq)
        rebuild(store.books)
        assert [digest(shown(store.view(moment))) for moment in MOMENTS] == DIGESTS


def test_a_nul_in_a_text_becomes_a_replacement_character(old: Path) -> None:
    """As in new ledgers; offsets hold."""
    changed = "UPDATE content SET text = replace(text, 'Nothing', 'Nothing' || char(0)) WHERE text LIKE 'Nothing %'"
    _run(old, "DROP TRIGGER content_no_update", changed)
    with closing(SqliteStore(old)) as store:
        row = store.view().document("silent")
        assert store.view().reading(row.reading).document.text == "Nothing\ufffd happened."


def test_nothing_of_the_old_tables_is_left(old: Path, tmp_path: Path) -> None:
    """The schema is that of a new ledger; what somebody else put into the file stays."""
    _run(old, "CREATE TABLE notes (words); INSERT INTO notes VALUES ('mine'); CREATE INDEX mine ON notes (words);")
    SqliteStore(old).close()
    SqliteStore(tmp_path / "new.db").close()
    with closing(sqlite3.connect(old)) as ours, closing(sqlite3.connect(tmp_path / "new.db")) as new:
        schema = "SELECT name, sql FROM sqlite_master WHERE tbl_name <> 'notes' ORDER BY name"
        assert ours.execute(schema).fetchall() == new.execute(schema).fetchall()
        assert ours.execute("SELECT words FROM notes INDEXED BY mine WHERE words = 'mine'").fetchall() == [("mine",)]
        assert ours.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_old_ledger_is_written_on(old: Path) -> None:
    """Runs are numbered on, and what it holds is not entered twice."""
    with closing(SqliteStore(old)) as store:
        with store.writer("N. Oake") as writer:
            assert writer.begin_run("r@1", [], at(20)) == 3
            assert writer.record(RAID, at(20)) == "same"
            assert not writer.bring(LIST)
            writer.judge(SAME)
            assert writer.record(report("late", Said("Tide Front")), at(21)) == "new"
            writer.retract("raid", "It was taken back.", at(22))
        assert not store.view().has_document("raid")
        assert store.view().judgements() == store.view(at(19)).judgements()


_DEATHS = [
    "ALTER TABLE",
    "CREATE TRIGGER log_no",
    "INSERT INTO claim",
    "INSERT INTO log",
    "DROP TABLE old_claim",
    "COMMIT",
]


@pytest.mark.parametrize("statement", _DEATHS)
def test_a_process_that_dies_in_the_middle_leaves_the_old_ledger(old: Path, statement: str) -> None:
    """Whatever it had come to; the next one begins anew."""
    before = _dump(old)
    command = [sys.executable, "-m", "tests.ledger.child", "die_turning", str(old), statement]
    paths = os.pathsep.join([str(ROOT), *sys.path])
    died = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, check=False)  # noqa: S603 - ourselves
    assert died.returncode == 9
    assert _dump(old) == before
    with closing(SqliteStore(old)) as store:
        assert shown(store.view()) == NOW


def test_a_full_disk_leaves_the_old_ledger(old: Path) -> None:
    """The message says what to do."""
    before = _dump(old)
    with closing(open_database(old, create=False)) as database:
        pages = database.value("PRAGMA page_count")
        database.rows(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(LedgerAccessError, match="the disk is full"):
            legacy.give_log(database, SqlBooks(database, MemoryKeys(), MemoryRaw()))
        assert database.version == 5
    assert _dump(old) == before


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("UPDATE claim SET certainty = 'perhaps' WHERE key = 1", r"row 1 of its table 'recording' .*perhaps"),
        ("UPDATE reading SET title = 'Other' WHERE key = 1", r"is not what its id says"),
        ("DELETE FROM content", r"row 1 of its table 'recording' cannot be read"),
        ("UPDATE record SET data = 'x'", r"of its table 'resolved' cannot be read"),
        ("UPDATE judgement SET verdict = 'maybe'", r"of its table 'judgement' cannot be read .*maybe"),
    ],
)
def test_a_damaged_row_is_told_and_the_file_left(old: Path, damage: str, message: str) -> None:
    """No part of it is guessed, and none is left out in silence."""
    table = damage.split()[2 if damage.startswith("DELETE") else 1]
    _run(old, f"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete", damage)
    before = _dump(old)
    with pytest.raises(NotALedgerError, match=message + r".*Bring it back from a backup"):
        SqliteStore(old)
    assert _dump(old) == before


def test_a_file_of_keys_that_is_none_leaves_the_old_ledger(old: Path) -> None:
    """Nothing is sealed with keys that are kept nowhere."""
    before = _dump(old)
    Path(f"{old}.keys").write_text("Keys of the boat shed.", encoding="utf-8")
    with pytest.raises(TacitusError, match=r"old\.db\.keys' is no ledger"):
        SqliteStore(old)
    assert _dump(old) == before


def test_two_programs_at_once(old: Path) -> None:
    """The second one waits, finds nothing to do, and goes on."""
    with closing(open_database(old, create=False)) as late:
        assert late.version == 5
        with closing(SqliteStore(old)) as store:
            head = store.view().head()
            assert head.seq > 0
            legacy.give_log(late, SqlBooks(late, store.books.keys, store.books.raw))
            assert (late.version, store.view().head()) == (6, head)
            with late.transaction():
                late.run("UPDATE run SET reader = reader")


def test_a_newer_program_that_was_quicker(old: Path) -> None:
    """Its ledger is left alone."""
    with closing(open_database(old, create=False)) as late:
        _run(old, "PRAGMA user_version = 99")
        with pytest.raises(LedgerVersionError, match=r"has schema version 99.*Update Tacitus"):
            legacy.give_log(late, SqlBooks(late, MemoryKeys(), MemoryRaw()))
        assert late.version == 5


def test_an_old_ledger_that_may_only_be_read_says_how(old: Path) -> None:
    """It has to be opened once where it can be written; until then it is as it was."""
    before = _dump(old)
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("PRAGMA query_only = ON")
        with pytest.raises(LedgerVersionError, match=r"schema version 5.*Open it once where it can be written"):
            prepare(raw, old)
    assert _dump(old) == before


def test_an_empty_old_ledger(tmp_path: Path) -> None:
    """A log without entries."""
    path = tmp_path / "old.db"
    _run(path, *(script(f"{n:03}.sql") for n in range(1, 6)))
    _run(path, f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 5")
    with closing(SqliteStore(path)) as store:
        assert store.view().head().seq == 0
        assert everything(store.view()) == everything(MemoryStore().view())
        assert fill(store, [(RAID, 0)]) == ["new"]

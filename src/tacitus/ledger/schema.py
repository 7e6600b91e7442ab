"""The schema of SQLite ledgers: which file is one, of which version, and how an older one is brought up to date."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

from tacitus.ledger.errors import LedgerAccessError, LedgerVersionError, NotALedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: "TACT" in ASCII, in the header of every ledger (https://sqlite.org/fileformat.html, section 1.3.14).
APPLICATION_ID = 0x54414354


def migrations() -> tuple[str, ...]:
    """Return the SQL of each version of the schema, the first one first."""
    scripts = (f for f in files("tacitus.ledger.migrations").iterdir() if f.name.endswith(".sql"))
    return tuple(f.read_text("utf-8") for f in sorted(scripts, key=lambda f: f.name))


def version_of(db: sqlite3.Connection, path: Path, newest: int) -> int:
    """Return the version of the schema in the file; 0 for a file without tables.

    Raises:
        NotALedgerError: If it is a database of some other program.
        LedgerVersionError: If it is newer than `newest`.
    """
    marked = _pragma(db, "application_id")
    version = _pragma(db, "user_version")
    if marked != APPLICATION_ID:
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if marked or version or tables:
            advice = "Give another file with --ledger, or a new name to start a ledger."
            raise NotALedgerError(path, "it is an SQLite database of another program", advice)
    if version > newest:
        raise LedgerVersionError(path, version, newest, "Update Tacitus: pip install --upgrade tacitus-ledger.")
    return version


def bring_up_to_date(db: sqlite3.Connection, path: Path, scripts: tuple[str, ...]) -> None:
    """Apply the migrations that the file lacks, all in one transaction.

    Two processes may do it at once: the second waits and finds nothing to do.

    Raises:
        LedgerVersionError: If the file is older and cannot be written.
        LedgerAccessError: If the file is empty and cannot be written.
    """
    found = version_of(db, path, len(scripts))
    if found == len(scripts):
        return
    if _pragma(db, "query_only"):
        if found == 0:
            raise LedgerAccessError(path, "is empty and can be read only", "Make it writable, or give another file.")
        raise LedgerVersionError(
            path, found, len(scripts), "Open it once where it can be written: it is migrated then."
        )
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        for script in scripts[version_of(db, path, len(scripts)) :]:
            for statement in statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(scripts)}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    r"""Yield the statements of a script one by one, so that they can run inside one transaction.

    Examples:
        >>> list(statements("SELECT 1; -- one\nSELECT 2;\n"))
        ['SELECT 1; -- one\n', 'SELECT 2;\n']
    """
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""


def _pragma(db: sqlite3.Connection, name: str) -> int:
    value: int = db.execute(f"PRAGMA {name}").fetchone()[0]
    return value

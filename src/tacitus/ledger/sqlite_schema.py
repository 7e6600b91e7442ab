"""The schema of SQLite ledgers: which file is one, of which version, and how an empty one gets its tables."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

from tacitus.ledger.errors import LedgerAccessError, LedgerVersionError, NotALedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: "TACT" in ASCII, in the header of every ledger (https://sqlite.org/fileformat.html, section 1.3.14).
APPLICATION_ID = 0x54414354
#: Version of the schema that this program writes.
VERSION = 6
#: The last version without a log: its tables are turned into entries of one by `tacitus.ledger.legacy`.
LAST_WITHOUT_LOG = 5
#: What to do about a ledger that is newer than the program.
NEWER = "Update Tacitus: pip install --upgrade tacitus-ledger."
_CREATED = re.compile(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", re.MULTILINE)


def script(name: str) -> str:
    """Return the SQL of a file of migrations."""
    return files("tacitus.ledger.migrations").joinpath(name).read_text("utf-8")


def tables_made_by(sql: str) -> list[str]:
    r"""Return the names of the tables that a script makes, in its order.

    Examples:
        >>> tables_made_by("CREATE TABLE run (key);\nCREATE INDEX run_key ON run (key);")
        ['run']
    """
    return _CREATED.findall(sql)


def make_log(db: sqlite3.Connection) -> None:
    """Make the table of the log with the triggers that guard it, inside a transaction."""
    for name in ("006.sql", "006.sqlite.sql"):
        for statement in statements(script(name)):
            db.execute(statement)


def make_projection(db: sqlite3.Connection) -> None:
    """Make all other tables anew, empty, inside a transaction."""
    for name in ("projection.sql", "projection.sqlite.sql"):
        sql = script(name)
        for table in tables_made_by(sql):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in statements(sql):
            db.execute(statement)


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
        raise LedgerVersionError(path, version, newest, NEWER)
    return version


def prepare(db: sqlite3.Connection, path: Path, newest: int = VERSION) -> int:
    """Make the schema in an empty file, in one transaction, and return the version that a file has.

    Two processes may do it at once: the second waits and finds nothing to do. An older file is left as it is.

    Raises:
        NotALedgerError: If it is a database of some other program.
        LedgerVersionError: If it is newer than `newest`, or it is older and cannot be written.
        LedgerAccessError: If it is empty and cannot be written.
    """
    found = version_of(db, path, newest)
    if found == newest:
        return found
    if _pragma(db, "query_only"):
        if found == 0:
            raise LedgerAccessError(path, "is empty and can be read only", "Make it writable, or give another file.")
        raise LedgerVersionError(path, found, newest, "Open it once where it can be written: it is migrated then.")
    if found == 0:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")
        try:
            found = version_of(db, path, newest) or _make(db)
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    return found


def _make(db: sqlite3.Connection) -> int:
    make_log(db)
    make_projection(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
    return VERSION


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

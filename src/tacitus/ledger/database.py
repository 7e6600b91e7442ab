"""One SQLite file, opened the way a ledger needs, with errors that say what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.ledger.check import well_formed
from tacitus.ledger.errors import NO_DATABASE, LedgerAccessError, LedgerVersionError, NotALedgerError, explained
from tacitus.ledger.schema import bring_up_to_date, migrations

#: Parameters of a query by name.
Params = Mapping[str, object]
NONE: Params = MappingProxyType({})

#: How every SQLite file begins (https://sqlite.org/fileformat.html, section 1.3.1).
_MAGIC = b"SQLite format 3\0"

#: How long to wait for another writer, in seconds, before giving up.
PATIENCE = 30.0

#: Settings of each connection (https://sqlite.org/pragma.html). FULL: what was acknowledged survives a power cut.
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE slips past the triggers that refuse deletes
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
)


class Database:
    """An open ledger file: rows out, rows in, transactions. Not shared between threads.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, version: int) -> None:
        """Take over a connection whose schema is of `version`; `open_database` makes it."""
        self.path = path
        self._db = connection
        self._version = version

    def rows(self, sql: str, params: Params = NONE) -> list[sqlite3.Row]:
        """Return all rows of a query; lone surrogates in the parameters count as U+FFFD, as in all that is kept."""
        clean = {name: well_formed(value) for name, value in params.items()}
        with _explaining(self.path):
            return self._db.execute(sql, clean).fetchall()

    def value(self, sql: str, params: Params = NONE) -> Any:  # noqa: ANN401 - a column's
        """Return the first column of the first row, or None when there is no row."""
        found = self.rows(sql, params)
        return found[0][0] if found else None

    def add(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert whole rows into a table of the schema, inside a `transaction`."""
        listed = list(rows)
        if listed:
            marks = ", ".join("?" * len(listed[0]))
            with _explaining(self.path):
                self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)  # noqa: S608 - our own names

    def next_key(self, table: str) -> int:
        """Return the first free key of a table, which holds until the `transaction` ends."""
        return int(self.value(f"SELECT coalesce(max(key), 0) + 1 FROM {table}"))  # noqa: S608 - our own names

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is added inside one change: all of it stands at the end, or nothing after an error.

        Writers wait for one another from the start (BEGIN IMMEDIATE), so none fails half-way on a lock.

        Raises:
            LedgerAccessError: If the file is locked for too long, cannot be written, or the disk is full.
            LedgerVersionError: If a newer program has changed the schema since the file was opened.
        """
        with _explaining(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._check_version()
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _check_version(self) -> None:
        found = int(self._db.execute("PRAGMA user_version").fetchone()[0])
        if found != self._version:
            raise LedgerVersionError(self.path, found, self._version, "Start this program again with a newer Tacitus.")


def open_database(
    path: str | Path, scripts: tuple[str, ...] | None = None, *, create: bool, patience: float = PATIENCE
) -> Database:
    """Open a ledger file, make it when `create` allows, and bring an older one up to date.

    Args:
        path: The file; its folder must exist.
        scripts: The migrations to know of; those of this version when None.
        create: Whether a missing file is made. One that exists is opened either way.
        patience: Seconds to wait for another program's lock.

    Raises:
        LedgerAccessError: If the file or its folder is missing, or the file is locked or cannot be opened.
        NotALedgerError: If the file is something else, or damaged.
        LedgerVersionError: If a newer Tacitus made it, or it is older and cannot be written.
    """
    path = Path(path)
    known = migrations() if scripts is None else scripts
    with _explaining(path):
        connection = _connect(path, patience, create=create)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            bring_up_to_date(connection, path, known)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection, len(known))


def _is_there(path: Path, *, create: bool) -> bool:
    if path.is_dir():
        raise LedgerAccessError(path, "is a folder", "Give a file in it, such as tacitus.db.")
    if path.exists():
        _check_header(path)
        return True
    if not path.parent.is_dir():
        raise LedgerAccessError(path, "cannot be made: its folder does not exist", f"Make {str(path.parent)!r} first.")
    if not create:
        raise LedgerAccessError(path, "does not exist", "Read some reports into it first: tacitus read INPUT...")
    return False


def _check_header(path: Path) -> None:
    """Refuse what SQLite would take for an empty database, and write over: a file of one byte."""
    with path.open("rb") as file:
        begin = file.read(len(_MAGIC))
    if begin not in (b"", _MAGIC):
        raise NotALedgerError(path, *NO_DATABASE)


def _connect(path: Path, patience: float, *, create: bool) -> sqlite3.Connection:
    try:
        is_there = _is_there(path, create=create)
    except PermissionError as error:
        raise LedgerAccessError(path, "cannot be opened", "Look at the rights of the file and its folders.") from error
    if is_there and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return _connect_read_only(path, patience)
    return _connected(path, "mode=rwc" if create else "mode=rw", patience)


def _connect_read_only(path: Path, patience: float) -> sqlite3.Connection:
    connection = _connected(path, "mode=ro", patience)
    try:
        connection.execute("PRAGMA application_id")
    except sqlite3.OperationalError as error:
        connection.close()
        # In a folder that cannot be written SQLite cannot make the -shm file that a WAL database needs. Where nothing
        # waits in the -wal file, the main file alone is the whole ledger (https://sqlite.org/wal.html, section 5).
        is_barred = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not is_barred or Path(f"{path}-wal").exists():
            raise
        connection = _connected(path, "mode=ro&immutable=1", patience)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _connected(path: Path, query: str, patience: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{query}"
    connection = sqlite3.connect(uri, timeout=patience, isolation_level=None, uri=True)
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        better = explained(path, error)
        if better is error:
            raise
        raise better from error

"""One SQLite file, opened the way a ledger needs, with errors that say what to do."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.ledger.check import well_formed
from tacitus.ledger.database import Matching
from tacitus.ledger.errors import NO_DATABASE, LedgerAccessError, LedgerVersionError, NotALedgerError, explained
from tacitus.ledger.sqlite_schema import NEWER, VERSION, make_projection, prepare

#: Parameters of a query by name.
Params = Mapping[str, object]
NONE: Params = MappingProxyType({})

#: How every SQLite file begins (https://sqlite.org/fileformat.html, section 1.3.1).
_MAGIC = b"SQLite format 3\0"

#: How long to wait for another writer, in seconds, before giving up.
PATIENCE = 30.0

#: Settings of each connection (https://sqlite.org/pragma.html). FULL: what was acknowledged survives a power cut.
_SETTINGS = (
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE slips past the triggers that refuse deletes
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",  # 64 MiB: indexes of a million claims are walked in any order
    "PRAGMA temp_store = MEMORY",  # what is sorted is not written to other files
)
#: The macros of `tacitus.ledger.database`.
_LIST, _PART = re.compile(r"(?:TEXTS|INTS)\(:(\w+)\)"), re.compile(r"\bPART\((\w+\.\w+), (\d+)\)")


class SqliteDatabase:
    """An open ledger file; see `tacitus.ledger.database.Database`. Not shared between threads.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, version: int) -> None:
        """Take over a connection whose schema is of `version`; `open_database` makes it."""
        self.path = path
        self._db = connection
        self._version = version
        self._is_catching_up = False

    @property
    def version(self) -> int:
        """Version of the schema; under 6 there is no log yet (`tacitus.ledger.legacy`)."""
        return self._version

    @version.setter
    def version(self, version: int) -> None:
        """Write the version into the file, inside a `transaction`."""
        self._db.execute(f"PRAGMA user_version = {version}")
        self._version = version

    def rows(self, sql: str, params: Params = NONE) -> list[sqlite3.Row]:
        """Return all rows of a query; lone surrogates in the parameters count as U+FFFD, as in all that is kept."""
        clean = {name: well_formed(value) for name, value in params.items()}
        with _explaining(self.path):
            return self._db.execute(_expanded(sql), clean).fetchall()

    def run(self, sql: str, params: Params = NONE) -> None:
        """Run a statement without a result, inside a `transaction`."""
        with _explaining(self.path):
            self._db.execute(_expanded(sql), dict(params))

    def value(self, sql: str, params: Params = NONE) -> Any:  # noqa: ANN401 - a column's
        """Return the first column of the first row, or None when there is no row."""
        found = self.rows(sql, params)
        return found[0][0] if found else None

    def add(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert whole rows into a table of the schema, inside a `transaction`."""
        listed = list(rows)
        if listed:
            marks = ", ".join("?" * len(listed[0]))
            columns = " (rowid, words)" if table.endswith("_words") else ""
            with _explaining(self.path):
                self._db.executemany(f"INSERT INTO {table}{columns} VALUES ({marks})", listed)  # noqa: S608 - our own

    def next_key(self, table: str) -> int:
        """Return the first free key of a table, which holds until the `transaction` ends."""
        return int(self.value(f"SELECT coalesce(max(key), 0) + 1 FROM {table}"))  # noqa: S608 - our own names

    def matching(self, phrases: Sequence[str]) -> Matching:
        """Return how the pieces whose words hold all phrases are found."""
        wanted = " ".join(f'"{phrase}"' for phrase in phrases)  # folded phrases hold no quotation marks
        # CROSS JOIN keeps the order of the tables: the index gives the greatest key first, and the rest stops early.
        tables = "piece_words w CROSS JOIN piece p ON p.key = w.rowid CROSS JOIN reading r ON r.key = p.reading"
        return Matching(tables, "piece_words MATCH :phrases", "w.rowid", {"phrases": wanted})

    def unindex(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Take keys with their words out of a table of search words, inside a `transaction`."""
        command = f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608 - our own names
        with _explaining(self.path):
            self._db.executemany(command, rows)

    def remake_projection(self) -> None:
        """Drop everything but the log and make its tables anew, inside a `transaction`."""
        with _explaining(self.path):
            make_projection(self._db)

    def scrub(self) -> None:
        """Write the file anew, so that nothing that was deleted is left in it, in free pages or in the log of writes.

        Raises:
            LedgerAccessError: If other programs read or write the file all the while.
        """
        with _explaining(self.path):
            self._db.execute("INSERT INTO piece_words (piece_words) VALUES ('optimize')")
            self._db.execute("VACUUM")
            is_busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if is_busy:
            advice = "Close the other programs that read it, then run tacitus rebuild: it finishes the work."
            raise LedgerAccessError(self.path, "is in use: what was redacted is still in its files", advice)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is added inside one change: all of it stands at the end, or nothing after an error.

        Writers wait for one another from the start (BEGIN IMMEDIATE), so none fails half-way on a lock. While the file
        is `catching_up`, it is a part of that one change.

        Raises:
            LedgerAccessError: If the file is locked for too long, cannot be written, or the disk is full.
            LedgerVersionError: If a newer program has changed the schema since the file was opened.
        """
        if self._is_catching_up:
            yield
            return
        with self._locked() as found:
            if found != self._version:
                advice = "Start this program again with a newer Tacitus."
                raise LedgerVersionError(self.path, found, self._version, advice)
            yield

    @contextmanager
    def catching_up(self) -> Iterator[int]:
        """Yield the version of the schema, which may be set inside; all is one change, as with `transaction`.

        Raises:
            LedgerAccessError: As with `transaction`.
            LedgerVersionError: If the file is newer than this program.
        """
        before, self._is_catching_up = self._version, True
        try:
            with self._locked() as found:
                self._version = self._served(found)
                yield found
        except BaseException:
            self._version = before
            raise
        finally:
            self._is_catching_up = False

    def _served(self, version: int) -> int:
        if version > VERSION:
            raise LedgerVersionError(self.path, version, VERSION, NEWER)
        return version

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """Yield the version that the file has while no other program can write it."""
        with _explaining(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield int(self._db.execute("PRAGMA user_version").fetchone()[0])
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all queries inside see one state of the ledger, whatever others write meanwhile; may stand in itself."""
        if self._db.in_transaction:
            yield
            return
        with _explaining(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")  # nothing was written

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def open_database(
    path: str | Path, newest: int = VERSION, *, create: bool, patience: float = PATIENCE
) -> SqliteDatabase:
    """Open a ledger file, or make it when `create` allows; an older one is left as it is (`tacitus.ledger.legacy`).

    Args:
        path: The file; its folder must exist.
        newest: Greatest version of the schema to know of.
        create: Whether a missing file is made. One that exists is opened either way.
        patience: Seconds to wait for another program's lock.

    Raises:
        LedgerAccessError: If the file or its folder is missing, or the file is locked or cannot be opened.
        NotALedgerError: If the file is something else, or damaged.
        LedgerVersionError: If a newer Tacitus made it, or it is older and cannot be written.
    """
    path = Path(path)
    with _explaining(path):
        connection = _connect(path, patience, create=create)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            version = prepare(connection, path, newest)
        except BaseException:
            connection.close()
            raise
    return SqliteDatabase(path, connection, version)


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


@lru_cache(maxsize=512)
def _expanded(sql: str) -> str:
    return _PART.sub(r"json_extract(\1, '$[\2]')", _LIST.sub(r"SELECT value FROM json_each(:\1)", sql))


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        better = explained(path, error)
        if better is error:
            raise
        raise better from error

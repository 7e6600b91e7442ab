"""One ledger on a PostgreSQL server: rows out, rows in, transactions, with errors that say what to do."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from psycopg import sql as quoting

from tacitus.ledger.database import Matching
from tacitus.ledger.errors import LedgerVersionError
from tacitus.ledger.postgres_address import Address, address
from tacitus.ledger.postgres_connection import driver_of, engine_for, explaining
from tacitus.ledger.postgres_rows import Row, query
from tacitus.ledger.postgres_schema import Migration, bring_up_to_date, check_server, make_projection, steps
from tacitus.ledger.postgres_search import query as search_query
from tacitus.ledger.postgres_search import vector
from tacitus.ledger.sqlite_database import NONE, PATIENCE, Params

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Engine

#: Rows from which COPY is quicker than INSERT.
_FEW = 10


class PostgresDatabase:
    """An open ledger on a server: rows out, rows in, transactions. Not shared between threads.

    Attributes:
        address: Where it is.
    """

    def __init__(self, engine: Engine, address: Address, version: int) -> None:
        """Take over an engine to a schema of `version`; `open_postgres` makes it."""
        self.address = address
        self._engine = engine
        self._version = version
        self._is_inside = False
        with explaining(address):
            self._db = engine.connect()

    def rows(self, sql: str, params: Params = NONE) -> list[Row]:
        """Return all rows of a query; what no database can keep counts in parameters as U+FFFD."""
        with self._resting():
            found = self._db.execute(*query(sql, params))
            names: dict[str, int] = {}
            for i, name in enumerate(found.keys()):
                names.setdefault(name, i)
            return [Row(names, row) for row in found]

    def value(self, sql: str, params: Params = NONE) -> Any:  # noqa: ANN401 - a column's
        """Return the first column of the first row, or None when there is no row."""
        found = self.rows(sql, params)
        return found[0][0] if found else None

    def run(self, sql: str, params: Params = NONE) -> None:
        """Execute a statement that gives no rows."""
        with self._resting():
            self._db.execute(*query(sql, params))

    def add(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert whole rows into a table of the schema, inside a `transaction`."""
        listed = list(rows)
        if not listed:
            return
        if table.endswith("_words"):
            listed = [(row[0], vector(str(row[1]))) for row in listed]
        name = quoting.Identifier(table)
        with explaining(self.address), driver_of(self._db).cursor() as cursor:
            if len(listed) < _FEW:
                marks = quoting.SQL(", ").join([quoting.Placeholder()] * len(listed[0]))
                cursor.executemany(quoting.SQL("INSERT INTO {} VALUES ({})").format(name, marks), listed)
                return
            with cursor.copy(quoting.SQL("COPY {} FROM STDIN").format(name)) as copy:
                for row in listed:
                    copy.write_row(row)

    def next_key(self, table: str) -> int:
        """Return the first free key of a table, which holds until the `transaction` ends."""
        return int(self.value(f"SELECT coalesce(max(key), 0) + 1 FROM {table}"))  # noqa: S608 - our own names

    def matching(self, phrases: Sequence[str]) -> Matching:
        """Return how the pieces whose words hold all phrases are found."""
        tables = "piece_words w JOIN piece p ON p.key = w.key JOIN reading r ON r.key = p.reading"
        return Matching(tables, "w.words @@ CAST(:phrases AS tsquery)", "w.key", {"phrases": search_query(phrases)})

    def unindex(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Take keys with their words out of a table of search words, inside a `transaction`."""
        keys = json.dumps([key for key, _ in rows])
        self.run(f"DELETE FROM {table} WHERE key IN (INTS(:keys))", {"keys": keys})  # noqa: S608 - our own names

    def remake_projection(self) -> None:
        """Drop everything but the log and make its tables anew, inside a `transaction`."""
        with explaining(self.address):
            make_projection(driver_of(self._db))

    def scrub(self) -> None:
        """Write all tables but the log anew, so that nothing that was deleted is left in their files.

        The server's write-ahead log and its archive hold it until they are recycled: docs/ledger.md.

        Raises:
            LedgerAccessError: If other programs use the ledger all the while, or the user does not own the tables.
        """
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'log'"
        for row in self.rows(f"{tables} ORDER BY tablename"):
            self.run(f"VACUUM (FULL) {row[0]}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is added inside one change: all of it stands at the end, or nothing after an error.

        Writers wait for one another from the start, by an advisory lock that the server lets go with the transaction,
        or when the program is gone. What the one before wrote is seen: each statement looks anew (READ COMMITTED).

        Raises:
            LedgerAccessError: If the ledger is locked for too long, cannot be written or reached, or the disk is full.
            LedgerVersionError: If a newer program has changed the schema since the ledger was opened.
        """
        with self._block("BEGIN ISOLATION LEVEL READ COMMITTED"):
            self.rows("SELECT pg_advisory_xact_lock(:key)", {"key": self.address.lock})
            self._check_version()
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all queries inside see one state of the ledger, whatever others write meanwhile; may stand in itself."""
        if self._is_inside:
            yield
            return
        # Tables that are made anew (`remake_projection`) would seem empty in an older snapshot: hold them first. A
        # snapshot begins with the first query, and not with a lock (PostgreSQL 15 documentation, LOCK).
        with self._block("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
            self.run("LOCK TABLE reading IN ACCESS SHARE MODE")
            yield

    def close(self) -> None:
        """Let go of the server."""
        self._db.close()
        self._engine.dispose()

    def _check_version(self) -> None:
        found = int(self.value("SELECT max(version) FROM schema_version"))
        if found != self._version:
            advice = "Start this program again with a newer Tacitus."
            raise LedgerVersionError(self.address.shown, found, self._version, advice)

    @contextmanager
    def _block(self, begin: str) -> Iterator[None]:
        with explaining(self.address):
            try:
                self._db.exec_driver_sql(begin)
                self._is_inside = True
                yield
                self._db.exec_driver_sql("COMMIT")
            finally:
                self._is_inside = False
                self._db.rollback()  # of what an error left; after COMMIT there is nothing

    @contextmanager
    def _resting(self) -> Iterator[None]:
        """Explain errors; outside of blocks, leave the connection so that a lost one is made anew next time."""
        with explaining(self.address):
            try:
                yield
            finally:
                if not self._is_inside:
                    self._db.rollback()


def open_postgres(
    where: str, known: Sequence[Migration] = (), *, create: bool, patience: float = PATIENCE
) -> PostgresDatabase:
    """Open a ledger on a server, make it when `create` allows, and bring an older one up to date.

    Args:
        where: Its address; see `tacitus.ledger.postgres_address.address`.
        known: The steps of the schema, in order; those of this version when empty.
        create: Whether a missing ledger is made. One that exists is opened either way.
        patience: Seconds to wait for another program's lock.

    Raises:
        InvalidValueError: If the address is none.
        LedgerAccessError: If the server cannot be reached or used, or there is no such ledger.
        NotALedgerError: If the schema belongs to another program.
        LedgerVersionError: If a newer Tacitus made it.
    """
    place = address(where)
    engine = engine_for(place, patience)
    try:
        with explaining(place), engine.connect() as connection:
            driver = driver_of(connection)
            check_server(driver.info.server_version, driver.info.parameter_status("server_encoding") or "", place.shown)
            version = bring_up_to_date(driver, place, known or steps(), create=create)
        return PostgresDatabase(engine, place, version)
    except BaseException:
        engine.dispose()
        raise

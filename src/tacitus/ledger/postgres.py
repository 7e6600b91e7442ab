"""The store of many writers and readers: a schema of a PostgreSQL database; keys are kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ledger.postgres_database import open_postgres
from tacitus.ledger.postgres_raw import PostgresRaw
from tacitus.ledger.sql_books import SqlBooks
from tacitus.ledger.sqlite_database import PATIENCE
from tacitus.ledger.store import SqlStore

if TYPE_CHECKING:
    from tacitus.ledger.keys import Keys


class PostgresStore(SqlStore):
    """A ledger on a PostgreSQL server; see `tacitus.ledger.contract.Store`. Not shared between threads.

    Raises:
        InvalidValueError: If the address is none.
        LedgerAccessError: If the server cannot be reached or used, or there is no such ledger.
        NotALedgerError: If the schema belongs to another program.
        LedgerVersionError: If a newer Tacitus made it.
    """

    def __init__(self, where: str, keys: Keys, *, create: bool = True, patience: float = PATIENCE) -> None:
        """Open the ledger.

        Args:
            where: Its address, `postgresql://USER@HOST/DATABASE?schema=NAME`.
            keys: Where keys are: not on this server.
            create: Whether to make a missing ledger; turn it off for commands that only read.
            patience: Seconds to wait for another program that writes.
        """
        database = open_postgres(where, create=create, patience=patience)
        super().__init__(SqlBooks(database, keys, PostgresRaw(database)))

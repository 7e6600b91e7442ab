"""The store of everyday use: one SQLite file, the raw bytes in a folder and the keys in a file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.ledger.keys import FileKeys
from tacitus.ledger.raw import RawFolder
from tacitus.ledger.sql_books import SqlBooks
from tacitus.ledger.sqlite_database import PATIENCE, open_database
from tacitus.ledger.sqlite_schema import VERSION
from tacitus.ledger.store import SqlStore

if TYPE_CHECKING:
    from tacitus.ledger.keys import Keys
    from tacitus.ledger.sqlite_database import SqliteDatabase


class SqliteStore(SqlStore):
    """A ledger in an SQLite file; see `tacitus.ledger.contract.Store`. Not shared between threads.

    One without a log, as versions before 6 of the schema made it, gets it when it is opened (`tacitus.ledger.legacy`).

    Raises:
        LedgerAccessError: If the file or its folder is missing, or the file is locked or cannot be opened.
        NotALedgerError: If the file is something else, or damaged.
        LedgerVersionError: If a newer Tacitus made it, or it is older and cannot be written.
    """

    def __init__(
        self, path: str | Path, *, create: bool = True, patience: float = PATIENCE, keys: Keys | None = None
    ) -> None:
        """Open the file.

        Args:
            path: The file; its folder must exist. Raw bytes lie in the folder `PATH.raw`.
            create: Whether to make a missing file; turn it off for commands that only read.
            patience: Seconds to wait for another program that writes.
            keys: Where keys are; the file `PATH.keys` when None.
        """
        database = open_database(path, create=create, patience=patience)
        books = SqlBooks(database, keys or FileKeys(Path(f"{path}.keys")), RawFolder(Path(f"{path}.raw")))
        super().__init__(books)
        if database.version < VERSION:
            self._give_log(database)

    def _give_log(self, database: SqliteDatabase) -> None:
        from tacitus.ledger.legacy import give_log  # noqa: PLC0415 - of use once in the life of an old ledger

        try:
            give_log(database, self.books)
        except BaseException:
            self.close()
            raise

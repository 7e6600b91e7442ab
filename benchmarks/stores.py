"""Ledgers that the benchmarks open: an SQLite file in a folder, or a schema of a PostgreSQL database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ledger.keys import FileKeys
from tacitus.ledger.sqlite import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.store import SqlStore


def opened(folder: Path, postgres: str | None = None) -> SqlStore:
    """Open a ledger, made if it is missing.

    Args:
        folder: Holds the file, `t.db`, with raw bytes and keys; of a ledger on a server the keys alone.
        postgres: Address of the ledger on a server, `postgresql://USER@HOST/DATABASE?schema=NAME`; None for the file.
    """
    if postgres is None:
        return SqliteStore(folder / "t.db")
    from tacitus.ledger.postgres import PostgresStore  # noqa: PLC0415 - needs libraries that SQLite does not

    return PostgresStore(postgres, FileKeys(folder / "t.db.keys"))

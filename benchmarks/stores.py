"""Ledgers that the benchmarks open: an SQLite file in a folder, or a schema of a PostgreSQL database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tacitus.ledger.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from tacitus.ledger.store import SqlStore


def opened(folder: Path, postgres: str | None = None) -> SqlStore:
    """Open a ledger, made if it is missing.

    Args:
        folder: Holds the file, `t.db`, with raw bytes and keys; of a ledger on a server the keys alone.
        postgres: Address of the ledger on a server, `postgresql://USER@HOST/DATABASE?schema=NAME`; None for the file.
    """
    return open_store(postgres or str(folder / "t.db"), keys=folder / "t.db.keys")


class Schemas:
    """New schemas of a database on a server, dropped at the end; without a server, none."""

    def __init__(self, server: str | None) -> None:
        """Take the address of a database, or None."""
        self._server = server
        self._made: set[str] = set()

    def __call__(self, name: str) -> str | None:
        """Return the address of a ledger in a schema of this name and process, or None without a server."""
        if self._server is None:
            return None
        schema = f"bench{os.getpid()}_{name}"
        self._made.add(schema)
        return f"{self._server}{'&' if '?' in self._server else '?'}schema={schema}"

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Drop the schemas."""
        if self._server is not None and self._made:
            import psycopg  # noqa: PLC0415 - needs a library that SQLite does not

            with psycopg.connect(self._server, autocommit=True) as connection:
                for schema in self._made:
                    connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE".encode())

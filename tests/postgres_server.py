"""A PostgreSQL server for tests: the one that scripts/postgres gave, or one that it starts for this test run."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SCRIPT = Path(__file__).parent.parent / "scripts" / "postgres"
_NUMBERS = count(1)


@contextmanager
def served() -> Iterator[str]:
    """Yield the address of a database on a running server, or skip (fail, where a server is required)."""
    given = os.environ.get("TACITUS_TEST_POSTGRES")
    if given:
        yield given
    elif given is not None or not shutil.which("bash"):
        _without()
    else:
        tell_and_wait = [str(_SCRIPT), "sh", "-c", 'echo "$TACITUS_TEST_POSTGRES"; cat']
        with subprocess.Popen(tell_and_wait, stdin=-1, stdout=-1, text=True) as script:  # noqa: S603 - our own script
            assert script.stdin
            assert script.stdout
            address = script.stdout.readline().strip()
            if not address:
                script.communicate()
                _without()
            yield address
            script.communicate()  # it ends with its input


def _without() -> None:
    reason = "there is no PostgreSQL 15 or newer here: install one (Debian: apt-get install postgresql)"
    if os.environ.get("TACITUS_REQUIRE_POSTGRES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def as_superuser(server: str) -> psycopg.Connection:
    """Return a connection of the user whom no rights hold, in autocommit mode."""
    return psycopg.connect(server.replace("//tacitus:", "//postgres:", 1), autocommit=True)


def new_schema() -> str:
    """Return the name of a schema that no other test run has."""
    return f"t{os.getpid()}_{next(_NUMBERS)}"


def drop(server: str, schema: str) -> None:
    """Drop a schema with all that is in it."""
    with as_superuser(server) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE".encode())


class Emptied:
    """Ledgers that are used again: emptying one takes 4 ms, making one 130 ms."""

    def __init__(self, server: str, make: Callable[[str], None]) -> None:
        """Make ledgers on a server with what takes an address."""
        self._server = server
        self._make = make
        self._free: list[str] = []
        self._all: list[str] = []

    @contextmanager
    def one(self) -> Iterator[str]:
        """Yield the address of an empty ledger."""
        if not self._free:
            schema = new_schema()
            self._all.append(schema)
            self._make(f"{self._server}&schema={schema}")
            self._free.append(schema)
        schema = self._free.pop()
        yield f"{self._server}&schema={schema}"
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = %s AND tablename <> 'schema_version'"
        with as_superuser(self._server) as connection:
            connection.execute("SET session_replication_role = replica")  # without triggers
            for (table,) in connection.execute(tables, (schema,)).fetchall():
                connection.execute(f"DELETE FROM {schema}.{table}".encode())  # noqa: S608 - our own names
        self._free.append(schema)

    def close(self) -> None:
        """Drop what was made."""
        for schema in self._all:
            drop(self._server, schema)

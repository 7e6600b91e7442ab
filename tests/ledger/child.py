"""What the tests run in a process of its own: `python -m tests.ledger.child DEED PATH [WORD]`."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from itertools import count
from pathlib import Path

from tests.ledger.samples import Said, at, report, rich_reading

from tacitus.errors import TacitusError
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.sqlite_schema import script


def die_at(path: str, table: str) -> None:
    """Record a reading and be gone, without any cleaning up, at the first row of a table."""
    store = SqliteStore(path)
    connection = store.books.db._db  # noqa: SLF001 - the only way into the middle of a transaction
    connection.set_trace_callback(lambda sql: os._exit(9) if sql.startswith(f"INSERT INTO {table} ") else None)
    with store.writer() as writer:
        writer.record(rich_reading(), at(0))


def record_on(path: str, name: str) -> None:
    """Record numbered reports and acknowledge each on standard output, until stopped or 40 are done."""
    with closing(SqliteStore(path)) as store, store.writer() as writer:
        for number in count() if name == "endless" else range(40):
            reading = report(f"{name}-{number}", Said("Tide Front", "Dura"), Said("North Guard"))
            writer.record(reading, at(number))
            print(reading.id, flush=True)  # noqa: T201 - it is what the test reads


def look(path: str, _: str = "") -> None:
    """Say how many documents a ledger has, as a user who may only read; then what a write answers."""
    script("006.sql")  # what Python loads for it, it may be unable to load as another user
    if os.geteuid() == 0:
        os.setuid(65534)  # "nobody" on every Linux
    try:
        with closing(SqliteStore(path, create=False)) as store:
            print(len(store.view().documents()))  # noqa: T201 - it is what the test reads
            with store.writer() as writer:
                writer.record(report("late", Said("Tide Front")), at(9))
    except TacitusError as error:
        print(f"{type(error).__name__}: {error}")  # noqa: T201 - it is what the test reads


if __name__ == "__main__":
    deed, place, word = sys.argv[1], sys.argv[2], sys.argv[3]
    {"die_at": die_at, "record_on": record_on, "look": look}[deed](str(Path(place)), word)

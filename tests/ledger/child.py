"""What the tests run in a process of its own: `python -m tests.ledger.child DEED PLACE [WORD]`."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ledger.samples import Said, at, report, rich_reading

from tacitus.errors import TacitusError
from tacitus.ledger.keys import FileKeys
from tacitus.ledger.legacy import give_log
from tacitus.ledger.opening import keys_beside, open_store
from tacitus.ledger.raw import RawFolder
from tacitus.ledger.sql_books import SqlBooks
from tacitus.ledger.sqlite_database import open_database
from tacitus.ledger.sqlite_schema import script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.ledger.store import SqlStore


def opened(place: str, *, create: bool = True) -> SqlStore:
    """Return a ledger by its path or address; the folder of a server's keys is named by the environment."""
    keys = keys_beside(place, Path(os.environ.get("TEST_KEYS", "")))
    return open_store(place, keys=keys, create=create)


def die_at(place: str, table: str) -> None:
    """Record a reading and be gone, without any cleaning up, when rows of a table have gone to the database."""
    store = opened(place)
    database = store.books.db
    add = database.add

    def add_and_die(name: str, rows: Iterable[tuple[object, ...]]) -> None:
        add(name, rows)
        if name == table:
            os._exit(9)

    database.add = add_and_die  # type: ignore[method-assign,assignment]
    with store.writer() as writer:
        writer.record(rich_reading(), at(0))


def die_turning(place: str, statement: str) -> None:
    """Give a log to a ledger without one, and be gone at the first statement that begins so."""
    database = open_database(place, create=False)
    connection = database._db  # noqa: SLF001 - the only way into the middle of a transaction
    connection.set_trace_callback(lambda sql: os._exit(9) if sql.startswith(statement) else None)
    give_log(database, SqlBooks(database, FileKeys(Path(f"{place}.keys")), RawFolder(Path(f"{place}.raw"))))


def record_on(place: str, name: str) -> None:
    """Record numbered reports and acknowledge each on standard output, until stopped or 40 are done."""
    with closing(opened(place)) as store, store.writer() as writer:
        for number in count() if name == "endless" else range(40):
            reading = report(f"{name}-{number}", Said("Tide Front", "Dura"), Said("North Guard"))
            writer.record(reading, at(number))
            print(reading.id, flush=True)  # noqa: T201 - it is what the test reads


def look_on(place: str, word: str) -> None:
    """Look at a ledger that others write, until stopped; say what does not fit, and at the end how often it looked."""
    done = Path(word)
    with closing(opened(place, create=False)) as store:
        looks = 0
        while not done.exists():
            view, looks = store.view(), looks + 1
            shown = view.counts()
            if shown.claims != 2 * shown.documents:
                print(f"{shown}")  # noqa: T201 - it is what the test reads
            for row in view.documents()[-1:]:
                if len(view.reading(row.reading).claims) != 2:
                    print(f"half a document: {row.id}")  # noqa: T201 - likewise
    print(f"looked {looks > 0}")  # noqa: T201 - likewise


def look(place: str, _: str = "") -> None:
    """Say how many documents a ledger has, as a user who may only read; then what a write answers."""
    script("006.sql")  # what Python loads for it, it may be unable to load as another user
    if os.geteuid() == 0:
        os.setuid(65534)  # "nobody" on every Linux
    try:
        with closing(opened(place, create=False)) as store:
            print(len(store.view().documents()))  # noqa: T201 - it is what the test reads
            with store.writer() as writer:
                writer.record(report("late", Said("Tide Front")), at(9))
    except TacitusError as error:
        print(f"{type(error).__name__}: {error}")  # noqa: T201 - it is what the test reads


if __name__ == "__main__":
    deed, where, last = sys.argv[1], sys.argv[2], sys.argv[3]
    deeds = {"die_at": die_at, "die_turning": die_turning, "record_on": record_on, "look_on": look_on, "look": look}
    deeds[deed](where, last)

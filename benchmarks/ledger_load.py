"""How quickly a ledger takes in claims, against plain SQL that writes the same rows with the same indexes.

Usage: python -m benchmarks.ledger_load [--claims 1000000] [--keep FILE] [--alone]

Batch by batch, in turns and in one process: the ledger takes in readings (checks, folds, JSON, sealing, hashes, keys,
rows); plain SQL writes the rows that came of it, ready-made, into a file with the same tables, indexes, settings and
one transaction a batch. Making the readings is not timed.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.ledger_reports import CLAIMS, reports, world

from tacitus.ledger.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ledger.sqlite_database import SqliteDatabase
    from tacitus.model.reading import Reading

#: Documents of one transaction.
BATCH = 400
#: When the first report is entered; each one after it a minute later.
START = datetime(2024, 1, 1, tzinfo=UTC)
SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "cache_size = -65536", "temp_store = MEMORY")


class Tap:
    """Keeps what a database is given to write, so that the peer can write the same."""

    def __init__(self, db: SqliteDatabase) -> None:
        """Listen to a database."""
        self.rows: list[tuple[str, Sequence[Sequence[object]]]] = []
        self._add = db.add
        db.add = self.add  # type: ignore[method-assign]

    def add(self, table: str, rows: Any) -> None:  # noqa: ANN401 - what the database takes
        """Keep rows and hand them on."""
        listed = list(rows)
        self.rows.append((table, listed))
        self._add(table, listed)


def plain(path: Path, like: Path) -> sqlite3.Connection:
    """Return a database with the tables, indexes and triggers of a ledger, and nothing of its code."""
    db = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        db.execute(f"PRAGMA {setting}")
    with sqlite3.connect(like) as other:
        found = other.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'piece_words_%'")
        for (sql,) in found.fetchall():
            db.execute(sql)
    return db


def write(db: sqlite3.Connection, rows: list[tuple[str, Sequence[Sequence[object]]]]) -> None:
    """Write rows in one transaction."""
    db.execute("BEGIN IMMEDIATE")
    for table, some in rows:
        if some:
            columns = " (rowid, words)" if table == "piece_words" else ""
            marks = ", ".join("?" * len(some[0]))
            db.executemany(f"INSERT INTO {table}{columns} VALUES ({marks})", some)  # noqa: S608 - the schema's names
    db.execute("COMMIT")


def batches(claims: int) -> Iterator[list[Reading]]:
    """Yield readings by the batch."""
    made = reports(world(claims), claims)
    while some := list(islice(made, BATCH)):
        yield some


def load(path: Path, claims: int, peer: Path | None) -> tuple[float, float]:
    """Return the seconds that the ledger and plain SQL took; without a peer the second is 0."""
    ours = theirs = 0.0
    store = SqliteStore(path)
    tap = Tap(store.books.db)  # type: ignore[arg-type]  # it is one
    db = plain(peer, path) if peer is not None else None
    done = 0
    with store.writer("benchmark") as writer:
        for some in batches(claims):
            tap.rows.clear()
            moments = (START + timedelta(minutes=done // CLAIMS + i) for i in range(len(some)))
            began = time.perf_counter()
            writer.record_all(zip(some, moments, strict=False))
            ours += time.perf_counter() - began
            if db is not None:
                began = time.perf_counter()
                write(db, tap.rows)
                theirs += time.perf_counter() - began
            done += len(some) * CLAIMS
            if done % 100_000 == 0:
                print(f"{done:>9,} claims: ledger {ours:7.1f} s{against(ours, theirs)}", flush=True)
    if db is not None:
        db.close()
    store.close()
    return ours, theirs


def against(ours: float, theirs: float) -> str:
    """Return the peer's seconds and the ledger's speed as a part of the peer's; nothing where there was no peer."""
    return f", plain SQL {theirs:.1f} s, speed against it {theirs / ours:.2f}" if theirs else ""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="Keep the ledger as this file.")
    parser.add_argument("--alone", action="store_true", help="Load the ledger only, without the peer.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "ledger.db"
        ours, theirs = load(path, given.claims, None if given.alone else Path(folder) / "plain.db")
        size = path.stat().st_size / 1e6
    rate = given.claims / ours
    print(f"{given.claims:,} claims: ledger {ours:.1f} s ({rate:,.0f} claims/s){against(ours, theirs)}; {size:,.0f} MB")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()

"""Many processes at one ledger: is anything lost, refused or out of order, and how long does one wait?

Usage: python -m benchmarks.crowd [--seconds 60] [--writers 8] [--readers 4] [--postgres URL]

Writers record made-up reports with raw bytes, one transaction each, as fast as they can; readers list a document and
its claims, look a name up, search, and ask for what was known at an earlier moment, in turn, and check that each
document that they see is whole. At the end: the log has no gap and verifies, every report that a writer was told to be
recorded is there, and the reports of each writer stand in the log in the order in which it wrote them.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.ledgers import made_up
from benchmarks.stores import Schemas, opened

from tacitus.ledger.changes import Asserted
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.rebuild import change_of
from tacitus.ledger.sqlite_database import PATIENCE
from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ledger.contract import View
    from tacitus.ledger.store import SqlStore

#: Claims of each report.
CLAIMS = 4
#: Most errors of one process that are told.
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where the ledger is, and when all begin and end (`time.time`)."""

    folder: Path
    postgres: str | None
    begin: float
    end: float

    def opened(self) -> SqlStore:
        """Open the ledger."""
        return opened(self.folder, self.postgres)


@dataclass(slots=True)
class Done:
    """What one process did.

    Attributes:
        seconds: How long each write, or each read, took.
        ids: Ids of the documents that it wrote, in order.
        errors: What went wrong, in words.
    """

    seconds: list[float] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def write(place: Place, number: int) -> Done:
    """Record reports until the end."""
    done = Done()
    with closing(place.opened()) as store, store.writer(f"writer {number}") as writer:
        _wait(place)
        for i in count():
            if time.time() >= place.end:
                break
            reading = made_up(i, CLAIMS, f"w{number}")
            started = time.perf_counter()
            try:
                writer.record(reading, datetime.now(UTC))
            except Exception:  # noqa: BLE001 - whatever it is, it is what is counted here
                done.errors.append(traceback.format_exc(limit=3))
            else:
                done.ids.append(reading.document.id)
            done.seconds.append(time.perf_counter() - started)
    return done


def read(place: Place, number: int) -> Done:
    """Ask questions until the end."""
    done = Done()
    asks = (_list, _claims, _name, _search, _earlier)
    with closing(place.opened()) as store:
        _wait(place)
        for i in count(number):
            if time.time() >= place.end:
                break
            started = time.perf_counter()
            try:
                done.errors += asks[i % len(asks)](store)
            except Exception:  # noqa: BLE001 - whatever it is, it is what is counted here
                done.errors.append(traceback.format_exc(limit=3))
            done.seconds.append(time.perf_counter() - started)
    return done


def _wait(place: Place) -> None:
    time.sleep(max(0.0, place.begin - time.time()))


def _list(store: SqlStore) -> list[str]:
    """Read the newest document whole."""
    hits = store.view().search("note", limit=1)
    if not hits:
        return []
    row = hits[0].document
    reading = store.view().reading(row.reading)
    number, name = int(row.id.rpartition("-")[2]), row.id.rpartition("-")[0]
    return [] if reading == made_up(number, CLAIMS, name) else [f"not whole: {row.id}"]


def _claims(store: SqlStore) -> list[str]:
    view = store.view()
    hits = view.search("shelled", limit=1)
    if not hits:
        return []
    rows = view.claims(ClaimFilter(document=hits[0].document.id))
    return [] if len(rows) == CLAIMS else [f"{len(rows)} claims of {hits[0].document.id}"]


def _name(store: SqlStore) -> list[str]:
    view = store.view()
    about = frozenset({"tide front"})
    rows = view.claims(ClaimFilter(about=about, limit=20))
    return [f"not about it: {row.claim.id}" for row in rows if not any(e.name == "Tide Front" for e in row.entities)]


def _search(store: SqlStore) -> list[str]:
    hits = store.view().search("mirzakh", limit=20)
    return [f"not in it: {hit.quote}" for hit in hits if "Mirzakh" not in hit.quote]


def _earlier(store: SqlStore) -> list[str]:
    """Ask twice for one earlier moment: nothing that was written since changes the answer.

    The moment lies as far back as a writer may wait: it takes the time first, then its turn.
    """
    earlier = datetime.now(UTC) - timedelta(seconds=PATIENCE)
    first, second = (_answer(store.view(known_by=earlier)) for _ in range(2))
    return [] if first == second else ["an earlier moment changed"]


def _answer(view: View) -> Sequence[str]:
    return [row.claim.id for row in view.claims(ClaimFilter(about=frozenset({"north guard"}), limit=20))]


def troubles(store: SqlStore, written: Sequence[Done]) -> list[str]:
    """Return what is wrong at the end: flaws of the log, lost reports, reports out of order."""
    found = [str(flaw) for flaw in verify(store.books).flaws]
    logged: dict[str, list[str]] = {}
    for entry in store.books.entries():
        opened_entry = change_of(store.books, entry)
        if opened_entry is not None and isinstance(opened_entry[1], Asserted):
            logged.setdefault(entry.author, []).append(opened_entry[1].reading.document.id)
    shown = {row.id for row in store.view().documents()}
    for number, done in enumerate(written):
        ids = logged.get(f"writer {number}", [])
        lost = set(done.ids) - set(ids) | set(done.ids) - shown
        found += [f"lost: {id_}" for id_ in sorted(lost)]
        if not lost and ids != done.ids:
            found.append(f"writer {number}: out of order, or written without its knowing")
    return found


def figures(what: str, done: Sequence[Done], seconds: float) -> str:
    """Return how many there were and how long they took."""
    every = sorted(s for one in done for s in one.seconds)
    cuts = statistics.quantiles(every, n=100) if len(every) > 1 else [0.0] * 99
    return (
        f"{what}: {len(every)}, {len(every) / seconds:.1f} a second; "
        f"p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms, longest {every[-1] * 1000:.0f} ms; "
        f"{sum(len(one.errors) for one in done)} errors"
    )


def crowd(place: Place, writers: int, readers: int) -> tuple[list[Done], list[Done], list[str]]:
    """Let them all at one ledger; return what writers and readers did, and what is wrong at the end."""
    place.opened().close()  # made before they come
    with ProcessPoolExecutor(writers + readers, get_context("spawn")) as pool:
        writing = [pool.submit(write, place, number) for number in range(writers)]
        reading = [pool.submit(read, place, number) for number in range(readers)]
        written, asked = [f.result() for f in writing], [f.result() for f in reading]
    with closing(place.opened()) as store:
        wrong = troubles(store, written)
    return written, asked, wrong


def main() -> None:
    """Run the crowd and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--postgres", metavar="URL", default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Schemas(options.postgres) as schema:
        begin = time.time() + 1.0 * (options.writers + options.readers)  # until all have started
        place = Place(Path(folder), schema("crowd"), begin, begin + options.seconds)
        written, asked, wrong = crowd(place, options.writers, options.readers)
        print(f"{options.writers} writing and {options.readers} reading processes, {options.seconds:.0f} s")
        print(figures("writes", written, options.seconds))
        print(figures("reads", asked, options.seconds))
        print(f"lost, out of order or flawed: {len(wrong)}")
        told = [error for done in (*written, *asked) for error in done.errors[:_TOLD]]
        print("\n".join([*wrong[:20], *told]))


if __name__ == "__main__":
    main()

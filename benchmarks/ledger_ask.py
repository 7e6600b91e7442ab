"""How quickly a ledger answers: what was known of one entity, as of a day and known by a moment; and search.

Usage: python -m benchmarks.ledger_ask LEDGER.db [LEDGER.db …]

The ledgers are those of `python -m benchmarks.ledger_load --keep FILE`. Entities are drawn with a fixed seed among
those with 50 to 500 claims; every answer is whole: claims with their times, counts, entities, quotes and documents. The
peer is plain SQL on the same file that fetches the same rows and makes nothing of them. Medians over all draws.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import time
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.ledger_load import START
from benchmarks.ledger_reports import CLAIMS

from tacitus.ask.query import ClaimQuery, find
from tacitus.ledger.clock import stamp
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable

#: How many entities are asked for.
DRAWS = 200
#: Published by this day is about half of all reports.
AS_OF = date(2019, 1, 1)
PLAIN = """SELECT c.*, r.* FROM name n JOIN party a ON a.entity = n.entity JOIN claim c ON c.key = a.claim
JOIN reading r ON r.key = c.reading JOIN recording x ON x.reading = r.id
WHERE n.key = ? AND r.published <= ? AND x.recorded <= ? ORDER BY c.day, r.published, r.document, c.place"""


def timed(ask: Callable[[], object]) -> float:
    """Return the milliseconds that a question took."""
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def told(what: str, found: list[float], least: str = "") -> None:
    """Print a median with the 95th percentile."""
    tail = sorted(found)[int(len(found) * 0.95)]
    print(f"  {what:<58} {statistics.median(found):8.2f} ms  (p95 {tail:.2f}){least}", flush=True)


def drawn(path: str) -> tuple[list[str], str]:
    """Return names with 50 to 500 claims, and the busiest one."""
    sql = """SELECT n.key, count(*) FROM name n JOIN party a ON a.entity = n.entity GROUP BY n.key"""
    with closing(sqlite3.connect(path)) as db:
        counts = [(key, count) for key, count in db.execute(sql) if "spokesman" not in key and "ministry" not in key]
    fitting = sorted(key for key, count in counts if 50 <= count <= 500)
    rng = random.Random(3)  # noqa: S311 - a benchmark
    return rng.sample(fitting, min(DRAWS, len(fitting))), max(counts, key=lambda pair: pair[1])[0]


def ask(path: str) -> None:
    """Print the figures of one ledger."""
    names, busiest = drawn(path)
    with closing(SqliteStore(path, create=False)) as store, closing(sqlite3.connect(path)) as db:
        claims = store.view().counts().claims
        print(f"{path}: {claims:,} claims")
        half = START + timedelta(minutes=claims // CLAIMS // 2)
        view, earlier = store.view(), store.view(half)
        sizes, both, now, people, peer = [], [], [], [], []
        for name in names:
            wanted = ClaimFilter(about=frozenset({name}), as_of=AS_OF)
            every = ClaimFilter(about=frozenset({name}))
            sizes.append(len(view.claims(every)))
            both.append(timed(lambda w=wanted: earlier.claims(w)))
            now.append(timed(lambda w=every: view.claims(w)))
            query = ClaimQuery(about=name, as_of=AS_OF)
            people.append(timed(lambda q=query: find(earlier, q)))
            row = (name, AS_OF.isoformat(), stamp(half))
            peer.append(timed(lambda r=row: db.execute(PLAIN, r).fetchall()))
        sizes.sort()
        print(f"  {len(names)} entities of {sizes[0]} to {sizes[-1]} claims, median {sizes[len(sizes) // 2]}")
        told("as of a day and known by a moment, whole", both)
        told("likewise as `tacitus claims --about`, which follows names", people)
        told("everything, whole", now)
        told("plain SQL, as of a day and known by a moment", peer)
        for page in (0, 10, 100):
            paged = ClaimFilter(about=frozenset({busiest}), as_of=AS_OF, limit=50, skip=50 * page)
            took = [timed(lambda w=paged: earlier.claims(w)) for _ in range(5)]
            told(f"busiest entity, page {page + 1} of 50 claims", took)
        rare = names[0].split()[0]
        for what, words in (("rare", rare), ("common", "residents"), ("common and common", "truce agreed")):
            told(f"search, {what}: {words!r}, top 20", [timed(lambda w=words: view.search(w)) for _ in range(9)])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", nargs="+")
    for path in parser.parse_args().ledger:
        ask(path)


if __name__ == "__main__":
    main()

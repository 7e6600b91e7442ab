"""A ledger is tampered with in many places: is it found each time, and the place named?

Usage: python -m benchmarks.tamper [--places 500] [--documents 120] [--seed 1] [--postgres URL]

The ledger is made up (`benchmarks.ledgers`), with every kind of entry and raw bytes. Its guards (triggers) are taken
down and one thing is changed by plain SQL, or one file of raw bytes by plain writing; `verify` must find it and name
the entry. Each change is inside a transaction that is rolled back, so that the next one finds a sound ledger. What no
chain can show by itself, a log cut off at the end or written anew by somebody who has the keys, must be found against
the head that was kept elsewhere; all else is found without it.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.ledgers import fill
from benchmarks.stores import Schemas, opened
from benchmarks.tampering import Place, Tampering

from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.ledger.store import SqlStore
    from tacitus.ledger.verify import Verified


def measured(store: SqlStore, server: str, places: int, seed: int) -> list[tuple[Place, Verified]]:
    """Return what was tampered with and what verifying found, `places` times, every way as often as the others."""
    tampering = Tampering(store, server, random.Random(seed))  # noqa: S311 - places to try, no secrets
    ways = list(tampering.ways().values())
    return [tampering.tried(ways[number % len(ways)]) for number in range(places)]


def table(tried: Iterable[tuple[Place, Verified]]) -> str:
    """Return the figures by kind."""
    every, found, named = Counter[str](), Counter[str](), Counter[str]()
    for place, what in tried:
        every[place.kind] += 1
        found[place.kind] += place.is_found(what)
        named[place.kind] += place.is_named(what)
    lines = [f"{'what was done':<28}{'tried':>8}{'found':>8}{'place named':>14}"]
    lines += [f"{kind:<28}{every[kind]:>8}{found[kind]:>8}{named[kind]:>14}" for kind in every]
    return "\n".join([*lines, f"{'all':<28}{every.total():>8}{found.total():>8}{named.total():>14}"])


def main() -> None:
    """Tamper, verify, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=500)
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", metavar="URL", default=None)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Schemas(options.postgres) as schema,
        closing(opened(Path(folder), schema("tamper"))) as store,
    ):
        fill(store, options.documents)
        sound = verify(store.books, store.books.head().hash)
        counts = f"{sound.entries} entries, {sound.raws} raw documents, {sound.redacted} redacted entries"
        print(f"{counts}; {'sound' if sound.is_sound else sound.flaws[0]}")
        server = "postgres" if options.postgres else "sqlite"
        tried = measured(store, server, options.places, options.seed)
        print(table(tried))
        assert verify(store.books, store.books.head().hash) == sound  # noqa: S101 - all of it was taken back


if __name__ == "__main__":
    main()

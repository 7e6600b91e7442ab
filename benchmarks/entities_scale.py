"""How long it takes to resolve many mentions, how much memory, and how well: 50,000, 100,000 and 200,000 of them.

Usage: python -m benchmarks.entities_scale [--mentions 50000 100000 200000]

The names are made up by a generator of ours with a fixed seed, one entity for about seven mentions: persons, groups and
places in theatres of war with a country each; spelling variants, acronyms, second names, surnames alone, and
homonyms in other theatres. Documents of eight mentions arrive one after the other. Each size runs in a process of its
own, so that its peak memory is its own; B-cubed (Bagga and Baldwin 1998) is over all mentions.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from benchmarks.coreference import b_cubed

from tacitus.model.entity import EntityType
from tacitus.resolve.clusters import clusters
from tacitus.resolve.entities import Resolver
from tacitus.resolve.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ONSETS = (
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "q",
    "r",
    "s",
    "t",
    "w",
    "y",
    "z",
    "sh",
    "kh",
    "gh",
    "th",
    "br",
    "dr",
)
VOWELS = ("a", "i", "u", "e", "o", "aa", "ai", "ou")
CODAS = ("", "", "n", "r", "m", "l", "d", "s", "b", "t", "sh", "k")
BODIES = ("Front", "Army", "Movement", "Brigade", "Council", "Force", "Party", "Union", "Battalion", "Guard")
EPITHETS = (
    "Liberation",
    "National",
    "Popular",
    "Free",
    "Unity",
    "Resistance",
    "Salvation",
    "Defence",
    "Eagle",
    "River",
)
SWAPS = (("q", "k"), ("aa", "a"), ("ou", "u"), ("kh", "h"), ("ai", "ay"), ("sh", "ch"), ("e", "i"), ("th", "t"))
THEATRE = 40
MENTIONS_EACH = 6.67
NOW = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Thing:
    """A made-up entity: its number, type, names as documents give them, and its theatre."""

    number: int
    type: EntityType
    names: tuple[tuple[str, ...], ...]
    theatre: int


def word(dice: random.Random, syllables: int) -> str:
    """Return a made-up name of so many syllables."""
    parts = (dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(syllables))
    return "".join(parts).capitalize()


def variant(dice: random.Random, name: str) -> str:
    """Return another spelling of a name: one or two letters as another system of transliteration has them."""
    fitting = [(a, b) for a, b in SWAPS if a in name]
    for a, b in dice.sample(fitting, min(len(fitting), dice.choice((1, 1, 2)))):
        name = name.replace(a, b, 1)
    return name[:1].upper() + name[1:]


def thing(dice: random.Random, number: int, pool: Sequence[str]) -> Thing:
    """Return a made-up entity; given names come from a small pool, so that many men share them."""
    theatre = number // THEATRE
    kind = dice.choices((EntityType.PERSON, EntityType.GROUP, EntityType.PLACE), (4, 3, 3))[0]
    names: list[tuple[str, ...]] = []
    if kind is EntityType.PERSON:
        full = f"{dice.choice(pool)} {dice.choice(('', 'al-', ''))}{word(dice, dice.choice((2, 3)))}"
        names += [*[(full,)] * 5, *[(variant(dice, full),)] * 2, (full.split(" ", 1)[1],)]
    elif kind is EntityType.GROUP:
        full = f"{word(dice, 2)} {dice.choice(EPITHETS)} {dice.choice(BODIES)}"
        short = "".join(w[0] for w in full.split())
        names += [*[(full,)] * 4, *[(full, short)] * 2, (short,), (variant(dice, full),)]
        if dice.random() < 0.1:
            names.append((full, f"{word(dice, 2)} {dice.choice(BODIES)}"))
    else:
        full = word(dice, dice.choice((2, 3)))
        names += [*[(full,)] * 6, (variant(dice, full),)]
    return Thing(number, kind, tuple(names), theatre)


def world(entities: int) -> list[Thing]:
    """Return so many made-up entities; one in a hundred has the name of one in another theatre."""
    dice = random.Random(7)  # noqa: S311 - made-up names, no secrets
    pool = [word(dice, 2) for _ in range(400)]
    things: list[Thing] = []
    for number in range(entities):
        made = thing(dice, number, pool)
        if things and dice.random() < 0.01:
            twin = dice.choice(things)
            made = Thing(number, twin.type, twin.names, made.theatre)
        things.append(made)
    return things


def documents(things: Sequence[Thing]) -> Iterator[list[tuple[Record, int]]]:
    """Yield documents without end: records of one theatre with the number of their entity; few entities have most."""
    dice = random.Random(11)  # noqa: S311
    theatres = [things[at : at + THEATRE] for at in range(0, len(things), THEATRE)]
    weights = [[1 / (1 + rank) ** 0.7 for rank in range(len(t))] for t in theatres]
    number = 0
    while True:
        at = dice.randrange(len(theatres))
        chosen = {t.number: t for t in dice.choices(theatres[at], weights[at], k=10)}
        document, scene = f"d{number}", Record(f"d{number}", "e0", EntityType.PLACE, (f"Land{at % 60:02d}ia",))
        told = [(Record(document, f"e{n}", t.type, dice.choice(t.names)), n) for n, t in chosen.items()]
        yield [(scene, -1 - at % 60), *told]
        number += 1


@dataclass(frozen=True, slots=True)
class Figures:
    """What one size took, and what came of it.

    Attributes:
        entities: Number of entities met.
        seconds: By the clock on the wall.
        busy: Seconds of one processor.
        memory: Peak of the process, in MB.
        scores: B-cubed precision, recall and F1.
    """

    entities: int
    seconds: float
    busy: float
    memory: float
    scores: tuple[float, float, float]


def run(mentions: int) -> Figures:
    """Return the figures of one size."""
    things = world(round(mentions / MENTIONS_EACH))
    told = list(islice((one for document in documents(things) for one in document), mentions))
    found = [record for record, _ in told]
    start, busy = time.perf_counter(), time.process_time()
    judgements = list(Resolver().decide(found, NOW))
    made = clusters(found, judgements)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    gold = {f"{r.document}/{r.entity}": str(number) for r, number in told}
    mine = {f"{r.document}/{r.entity}": c.id for c in made for r in c.records}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Figures(len(set(gold.values())), seconds, busy, memory, b_cubed(gold, mine))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=[50_000, 100_000, 200_000])
    options = parser.parse_args()
    print("| mentions | entities | seconds | of one core | MB | precision | recall | F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for mentions in options.mentions:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            one = pool.submit(run, mentions).result()
        p, r, f = one.scores
        print(f"| {mentions:,} | {one.entities:,} | {one.seconds:.1f} | {one.busy:.1f} | {one.memory:.0f} ", end="")
        print(f"| {p:.3f} | {r:.3f} | {f:.3f} |", flush=True)


if __name__ == "__main__":
    main()

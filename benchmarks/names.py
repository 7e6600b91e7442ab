"""Names: how well pairs are told apart, how fast, and how well the keys find them; beside rapidfuzz's WRatio.

Usage: python -m benchmarks.names [--data ../shared] [--names 2000] [--pairs 60000] [PAIRS.tsv ...]

Quality: of each list, MCC at 0.5, recall at precision .95, and the same without the table of known bodies. The peer
has no calibrated score: its bar is the one that suits each list best, which favours it. Speed: pairs drawn at random
among names of the lists and of UCDP's actors, at most 30 letters long, on one core. Cold: nothing is prepared. Warm:
every name is. Keys: the share of the alike pairs that share one, and of the random pairs that do.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias
from unittest.mock import patch

from rapidfuzz.fuzz import WRatio
from rapidfuzz.utils import default_process

from tacitus.resolve import prepared as preparing
from tacitus.resolve.acronyms import fits, fits_translated
from tacitus.resolve.letters import bones, nearness, sound
from tacitus.resolve.names import alike, blocks
from tacitus.resolve.prepared import prepared

Matcher: TypeAlias = Callable[[str, str], float]
"""Gives how alike two names are, [0, 1]."""
_LONGEST = 30


class Pair(NamedTuple):
    """Two names, and whether they are one."""

    one: str
    other: str
    same: bool


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="*", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--names", type=int, default=2000)
    parser.add_argument("--pairs", type=int, default=60_000)
    options = parser.parse_args()
    folder = options.data / "data"
    lists = options.lists or [folder / "eval" / "name_pairs" / "pairs_dev.tsv"]
    pairs = [read(path) for path in lists]
    for path, listed in zip(lists, pairs, strict=True):
        print(f"{path.stem:10} {len(listed)} pairs, {sum(p.same for p in listed)} alike")
        for name, figures in qualities(listed):
            print(f"  {name:28} MCC {figures[0]:.3f}  recall at precision .95 {figures[1]:.3f}")
    names = drawn(pairs, actors(folder / "resources" / "actors" / "ucdp_actor_names.tsv.gz"), options.names)
    random_pairs = at_random(names, options.pairs)
    print(f"speed      {len(random_pairs):,} pairs of {len(names):,} names")
    for name, seconds in speeds(random_pairs):
        print(f"  {name:28} {len(random_pairs) / seconds:,.0f} pairs/s")
    share, rest = found_by_keys([p for listed in pairs for p in listed], random_pairs)
    print(f"keys       {share:.4f} of the alike pairs share one, {rest:.5f} of the random ones")


def read(path: Path) -> list[Pair]:
    """Return the pairs of a list."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Pair(row["name1"], row["name2"], row["same"] == "1") for row in csv.DictReader(file, delimiter="\t")]


def actors(path: Path) -> list[str]:
    """Return UCDP's names of actors; none where the file is not there."""
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.split("\t")[0] for line in list(file)[1:]]


def qualities(pairs: Sequence[Pair]) -> list[tuple[str, tuple[float, float]]]:
    """Return MCC and recall at precision .95 of ours, of ours without known bodies, and of the peer at its best bar."""
    same = [p.same for p in pairs]
    out = [("tacitus", measured(scores(pairs, alike), same))]
    with patch.object(preparing, "known_of", return_value=frozenset()):
        prepared.cache_clear()
        out.append(("tacitus, no known bodies", measured(scores(pairs, alike), same)))
    prepared.cache_clear()
    peer = scores(pairs, lambda one, other: WRatio(one, other, processor=default_process) / 100)
    out.append(("rapidfuzz, best bar", (max(mcc(peer, same, bar) for bar in set(peer)), measured(peer, same)[1])))
    return out


def scores(pairs: Sequence[Pair], matcher: Matcher) -> list[float]:
    """Return the score of each pair."""
    return [matcher(p.one, p.other) for p in pairs]


def measured(found: Sequence[float], same: Sequence[bool]) -> tuple[float, float]:
    """Return MCC at 0.5, and the best recall at a precision of at least .95."""
    recalls = [0.0]
    for bar in set(found):
        hits = [y for s, y in zip(found, same, strict=True) if s >= bar]
        if sum(hits) >= 0.95 * len(hits):
            recalls.append(sum(hits) / max(sum(same), 1))
    return mcc(found, same, 0.5), max(recalls)


def mcc(found: Sequence[float], same: Sequence[bool], bar: float) -> float:
    """Return Matthews' correlation of what is at or over a bar with what is the same; 0 where it has no meaning."""
    tp = sum(s >= bar and y for s, y in zip(found, same, strict=True))
    fp = sum(s >= bar and not y for s, y in zip(found, same, strict=True))
    fn, tn = sum(same) - tp, len(same) - sum(same) - fp
    bottom = math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / bottom if bottom else 0.0


def drawn(lists: Sequence[Sequence[Pair]], more: Sequence[str], count: int) -> list[str]:
    """Return so many short names, drawn without preference."""
    names = {name for pairs in lists for p in pairs for name in p[:2]} | set(more)
    short = sorted(name for name in names if 0 < len(name) <= _LONGEST)
    return random.Random(6).sample(short, min(count, len(short)))  # noqa: S311 - a draw, no secret


def at_random(names: Sequence[str], count: int) -> list[tuple[str, str]]:
    """Return so many pairs of names."""
    draw = random.Random(7)  # noqa: S311 - a draw, no secret
    return [(draw.choice(names), draw.choice(names)) for _ in range(count)]


def speeds(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, float]]:
    """Return the seconds that all pairs take: ours cold and warm, and the peer."""
    alike("Tacitus", "Agricola")  # the tables are read
    for cache in (prepared, sound, bones, nearness, fits, fits_translated):
        cache.cache_clear()
    return [
        ("tacitus, cold", timed(pairs, alike)),
        ("tacitus, warm", timed(pairs, alike)),
        ("rapidfuzz", timed(pairs, WRatio)),
    ]


def timed(pairs: Sequence[tuple[str, str]], matcher: Matcher) -> float:
    """Return the seconds that a matcher takes for all pairs."""
    start = time.perf_counter()
    for one, other in pairs:
        matcher(one, other)
    return time.perf_counter() - start


def found_by_keys(pairs: Sequence[Pair], others: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of pairs scored 0.5 and more that share a key, and of other pairs that do."""
    near = [p for p in pairs if alike(p.one, p.other) >= 0.5]
    share = sum(bool(blocks(p.one) & blocks(p.other)) for p in near) / max(len(near), 1)
    unlike = [(one, other) for one, other in others if one != other]
    return share, sum(bool(blocks(one) & blocks(other)) for one, other in unlike) / max(len(unlike), 1)


if __name__ == "__main__":
    main()

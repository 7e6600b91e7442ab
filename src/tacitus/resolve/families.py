"""Which types of events accounts of one happening call it by: a strike is an attack to one and a killing to another."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def kinship(one: Iterable[str], other: Iterable[str]) -> float:
    """Return how near the nearest two types are, [0, 1]: 1 for the same type, 0 for types of no common family.

    Examples:
        >>> kinship(["airstrike"], ["killing", "talks"]), kinship(["arrest"], ["shelling"])
        (0.8, 0.0)
    """
    others = tuple(other)
    near = _near()
    return max((1.0 if a == b else near.get(frozenset((a, b)), 0.0) for a in one for b in others), default=0.0)


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """Return family → its types, in the order of the list.

    Examples:
        >>> families()["measure"]
        ('designation', 'trial', 'publication', 'aid')
    """
    found = tables.rows("tacitus.resolve.data", "families.tsv")
    return {family: tuple(types.split()) for family, _, types in found}


@cache
def _near() -> Mapping[frozenset[str], float]:
    """Return two types → how near they are by the nearest family that has both."""
    out: dict[frozenset[str], float] = {}
    for _, nearness, types in tables.rows("tacitus.resolve.data", "families.tsv"):
        for pair in combinations(types.split(), 2):
            key = frozenset(pair)
            out[key] = max(out.get(key, 0.0), float(nearness))
    return out

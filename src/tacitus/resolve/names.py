"""How alike two names of this field are, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from tacitus.resolve.fold import fold

_SOFT = re.compile("[aeiouyw]+")


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against; it adds `value * weight` to the log-odds."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names mean the same, [0, 1], 0.5 for even odds; and the reasons."""

    score: float
    features: tuple[Feature, ...]


def likeness(one: str, other: str) -> Likeness:
    """Return how alike two names are, with the reasons."""
    return Likeness(alike(one, other), ())


def alike(one: str, other: str) -> float:
    """Return the score of `likeness`."""
    a, b = _bones(one), _bones(other)
    if not a or not b:
        return 0.0
    return 0.97 if a == b else 0.95 * len(a & b) / len(a | b)


def blocks(name: str) -> frozenset[str]:
    """Return keys: names that are alike nearly always share one."""
    return _bones(name)


@lru_cache(maxsize=100_000)
def _bones(name: str) -> frozenset[str]:
    words = fold(anyascii(name)).split()
    return frozenset(_SOFT.sub("", w) or w for w in words if w not in {"al", "el", "the", "of"})

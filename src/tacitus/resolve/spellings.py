"""Spellings: which of the names met so far are spelled alike, each pair of names compared once."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from tacitus.resolve.names import alike, blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The least likeness that is worth to be kept.
LEAST = 0.35
#: How many names of its blocks a new name is compared with at most: those that share most and rarest blocks.
_MOST = 24
#: A block of so many names says too little to search it.
_FULL = 400


class Spellings:
    """Distinct names with their likeness to one another; it grows by one name at a time.

    A new name is compared with at most `_MOST` names of its blocks, so the cost grows with the number of distinct
    names, not with its square.
    """

    def __init__(self) -> None:
        """Begin without names."""
        self._near: dict[str, dict[str, float]] = {}
        self._blocks: defaultdict[str, list[str]] = defaultdict(list)
        self._texts: dict[str, str] = {}

    def add(self, folded: str, text: str) -> None:
        """Add a name, unless it is there.

        Args:
            folded: The key under which it is kept.
            text: The name as written, for the matcher.
        """
        if folded in self._near:
            return
        keys = sorted(blocks(text))
        mine: dict[str, float] = {}
        for other in self._promising(keys):
            likeness = alike(text, self._texts[other])
            if likeness >= LEAST:
                mine[other] = self._near[other][folded] = likeness
        self._near[folded] = mine
        self._texts[folded] = text
        for key in keys:
            self._blocks[key].append(folded)

    def near(self, folded: str) -> Mapping[str, float]:
        """Return the names spelled like one that was added, with their likeness, [0, 1]; never the name itself."""
        return self._near.get(folded, {})

    def _promising(self, keys: list[str]) -> list[str]:
        shared: defaultdict[str, float] = defaultdict(float)
        for key in keys:
            block = self._blocks.get(key, ())
            if len(block) <= _FULL:
                weight = 1 / log(2 + len(block))
                for other in block:
                    shared[other] += weight
        return sorted(shared, key=lambda other: (-shared[other], other))[:_MOST]

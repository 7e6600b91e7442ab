"""Spellings: which of the names met so far are spelled alike, each pair of names compared once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from tacitus.resolve.names import alike, blocks, likeness
from tacitus.resolve.naming import is_acronym

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The least likeness that is worth to be kept: even odds.
LEAST = 0.5
#: How many names of its blocks a new name is compared with at most: those that share most and rarest blocks.
_MOST = 24
#: A block of so many names says too little to search it.
_FULL = 400
#: The matcher's feature of names that its own tables have as one.
_KNOWN = "known as one"
#: Those of an acronym whose letters fit.
_ACRONYM = "acronym of"
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two names are.

    Attributes:
        likeness: What the matcher says, [0, 1].
        letters: Letters of the acronym, where one is made of the other's initials and nothing else is known of them;
            else 0.
    """

    likeness: float
    letters: int = 0


class Spellings:
    """Distinct names with their likeness to one another; it grows by one name at a time.

    A new name is compared with at most `_MOST` names of its blocks, so the cost grows with the number of distinct
    names, not with its square.
    """

    def __init__(self) -> None:
        """Begin without names."""
        self._near: dict[str, dict[str, Nearness]] = {}
        self._blocks: defaultdict[str, list[str]] = defaultdict(list)
        self._texts: dict[str, str] = {}

    def add(self, folded: str, text: str) -> None:
        """Add a name and compare it with those that are here, unless that was done.

        Args:
            folded: The key under which it is kept.
            text: The name as written, for the matcher.
        """
        if folded in self._near:
            return
        mine: dict[str, Nearness] = {}
        for other in self._promising(folded, sorted(blocks(text))):
            score = alike(text, self._texts[other])
            if score >= LEAST:
                mine[other] = found = Nearness(score, _letters(text, self._texts[other]))
                if other in self._near:
                    self._near[other][folded] = found
        self._near[folded] = mine
        self.file(folded, text)

    def file(self, folded: str, text: str) -> None:
        """Make a name known to those that are added later; what it is like is found when it is added itself."""
        if folded not in self._texts:
            self._texts[folded] = text
            for key in sorted(blocks(text)):
                self._blocks[key].append(folded)

    def near(self, folded: str) -> Mapping[str, Nearness]:
        """Return the names spelled like one that was added; never the name itself."""
        return self._near.get(folded, {})

    def _promising(self, folded: str, keys: list[str]) -> list[str]:
        shared: defaultdict[str, float] = defaultdict(float)
        for key in keys:
            block = self._blocks.get(key, ())
            if len(block) <= _FULL:
                weight = 1 / log(2 + len(block))
                for other in block:
                    shared[other] += weight
        shared.pop(folded, None)
        return sorted(shared, key=lambda other: (-shared[other], other))[:_MOST]


def _letters(one: str, other: str) -> int:
    """Return the letters of an acronym that only its letters tie to a name; 0 for any other pair."""
    speaking = [f.name for f in likeness(one, other).features if f.value * f.weight > 0]
    if _KNOWN in speaking or not any(name.startswith(_ACRONYM) for name in speaking):
        return 0
    short = min(one, other, key=lambda name: (not is_acronym(name), len(name)))
    return sum(map(str.isalpha, short)) if is_acronym(short) else _LEAST_LETTERS

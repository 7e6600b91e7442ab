"""Which words of two names answer to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.resolve.letters import bones, nearness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.resolve.prepared import Token

#: From so near on, two words are spellings of one.
NEAR = 0.8
#: Endings of family names that say whose son or daughter: "Yuldashev" is also called Yuldash.
_SON = re.compile("(?<=...)(?:[aeiy]*[oe]va?|[ei]ni|ski|zade|zoda)$")
#: Words of such kinds are known by their meaning; another spelling does not make them what they are not.
_TABLED = frozenset({"kunya", "abd", "god"})


@dataclass(frozen=True, slots=True)
class Match:
    """A word of one name that answers to one of the other.

    Attributes:
        one: Index of the word in the first name.
        other: Index in the second one.
        nearness: How near they are, [0, 1]; 1 for words of one meaning.
        is_translated: Whether they mean the same but do not sound so.
        weight: What the two say, the mean of both.
    """

    one: int
    other: int
    nearness: float
    is_translated: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two names have in common, and what each has alone.

    Attributes:
        matches: Words that answer to each other.
        left: Words that only the first has.
        right: Words that only the second has.
    """

    matches: tuple[Match, ...]
    left: tuple[Token, ...]
    right: tuple[Token, ...]


def aligned(one: Sequence[Token], other: Sequence[Token]) -> Alignment:
    """Return the words that answer to each other, the nearest first; glued words answer to two."""
    found = sorted(
        (-value, abs(i - j), i, j, translated)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        for value, translated in (likeness_of(a, b),)
        if value
    )
    free_one, free_other = set(range(len(one))), set(range(len(other)))
    matches: list[Match] = []
    for value, _, i, j, translated in found:
        if i in free_one and j in free_other:
            free_one.remove(i)
            free_other.remove(j)
            matches.append(Match(i, j, -value, translated, (one[i].weight + other[j].weight) / 2))
    if free_one and free_other and len(one) != len(other):
        _unglue(one, other, (free_one, free_other), matches)
    return Alignment(
        tuple(matches), tuple(one[i] for i in sorted(free_one)), tuple(other[j] for j in sorted(free_other))
    )


def likeness_of(a: Token, b: Token) -> tuple[float, bool]:
    """Return how near two words are, 0 for too far, and whether by meaning alone."""
    if a.sound == b.sound:
        return 1.0, False
    if "word" in (a.kind, b.kind) and _is_but_an_edge(a.sound, b.sound):
        return 0.95, False
    if a.keys and b.keys:
        if not a.keys.isdisjoint(b.keys):
            return (1.0, False) if a.kind in ("given", "place", "abd", "god", "kunya") else (0.98, a.bones != b.bones)
        if (a.kind == "given") == (b.kind == "given"):
            return 0.0, False
    if a.kind in _TABLED or b.kind in _TABLED or not _may_be_near(a, b):
        return 0.0, False
    value = nearness(a.sound, b.sound, a.is_vowelless or b.is_vowelless)
    if value < 1.0 and (_SON.search(a.sound) is None) != (_SON.search(b.sound) is None):
        value = max(value, 0.92 * nearness(_SON.sub("", a.sound), _SON.sub("", b.sound)))
    return (value if value >= _bar(a, b) else 0.0), False


def _is_but_an_edge(a: str, b: str) -> bool:
    """Tell whether two words differ by a plural's "s" or by the "c" that stands for ayn in Somali."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return len(short) > 2 and long in {f"{short}s", f"c{short}", f"{short}c"}


def _bar(a: Token, b: Token) -> float:
    """Return how near two words must be: short ones nearer, and one that the tables know nearer to one they do not."""
    shorter = min(len(a.sound), len(b.sound))
    bar = NEAR + (0.06 if shorter <= 4 else 0.0)
    return bar + (0.06 if bool(a.keys) != bool(b.keys) else 0.08 if a.keys and b.keys else 0.0)


def _may_be_near(a: Token, b: Token) -> bool:
    """Tell whether a closer look pays: the bones begin alike or end alike."""
    x, y = a.bones, b.bones
    if not x or not y:
        return x == y
    if (a.sound[0] == "c") != (b.sound[0] == "c") and x[1:] == y:
        return True
    if abs(len(x) - len(y)) > 1:
        return False
    return x[0] == y[0] or x[-1] == y[-1] or a.sound[:1] == b.sound[:1]


def _unglue(
    one: Sequence[Token], other: Sequence[Token], free: tuple[set[int], set[int]], matches: list[Match]
) -> None:
    """Match words that one name has in one and the other in two: "Batarfi", "Ba Tarfi"."""
    for (long, longs), (short, shorts), is_turned in (
        ((one, free[0]), (other, free[1]), False),
        ((other, free[1]), (one, free[0]), True),
    ):
        for i in sorted(longs):
            if i + 1 not in longs:
                continue
            joined = long[i].sound + long[i + 1].sound
            hit = next((j for j in sorted(shorts) if _is_joined(joined, short[j], long[i])), None)
            if hit is not None:
                longs -= {i, i + 1}
                shorts.discard(hit)
                pair = (hit, i) if is_turned else (i, hit)
                matches.append(Match(*pair, 0.95, is_translated=False, weight=short[hit].weight))
                return


def _is_joined(joined: str, token: Token, first: Token) -> bool:
    if bones(joined)[:1] != token.bones[:1]:
        return False
    return nearness(joined, token.sound, token.is_vowelless or first.is_vowelless) >= 0.88

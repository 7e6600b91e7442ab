"""How near two spellings of a word are: letters by their sound, with what each change costs."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOWELS = frozenset("aeiou")
_SOFT = str.maketrans("", "", "aeiouywv")
#: Letters that often stand for each other fall together in the bones of a word, by which candidates are found.
_COARSE = str.maketrans({**dict.fromkeys("qgGxhj", "k"), **dict.fromkeys("cCZzDS", "s"), "T": "t", "b": "p"})
_HARD_C = re.compile("c(?![eiy])")
#: What a vowel costs that a script without vowels does not write.
_UNWRITTEN = 0.01


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return a word in small Latin letters as it sounds: two letters for one sound become one, doubled ones single.

    Examples:
        >>> sound("shabaab"), sound("khalid"), sound("nusrah"), sound("yevgeniy")
        ('Sabab', 'xalid', 'nusra', 'evgeni')
    """
    for pattern, letters in _spellings():
        word = pattern.sub(letters, word)
    return word


@lru_cache(maxsize=65_536)
def bones(heard: str) -> str:
    """Return the consonants of a sound, with letters that often stand for each other made one.

    Examples:
        >>> bones(sound("qasem")) == bones(sound("ghassem")), bones(sound("awlaki")) == bones(sound("aulaqi"))
        (True, True)
    """
    first, rest = heard[:1], heard[1:]
    return _HARD_C.sub("k", first + rest.replace("h", "")).translate(_SOFT).translate(_COARSE)


@lru_cache(maxsize=262_144)
def nearness(one: str, other: str, is_vowelless: bool = False) -> float:  # noqa: FBT001, FBT002 - a hot cache key
    """Return how near two sounds are, [0, 1]; 1 for the same.

    The cost of turning one into the other, for the length of the longer; quadratic in it.

    Args:
        one: A sound.
        other: Another one.
        is_vowelless: Whether one of them is of a script that leaves vowels out.

    Examples:
        >>> nearness(sound("haniyeh"), sound("haniya")) > 0.95, nearness(sound("zarqawi"), sound("barnawi")) < 0.7
        (True, True)
    """
    if one == other:
        return 1.0
    if other < one:
        one, other = other, one
    cost = _cost(one, other, _UNWRITTEN if is_vowelless else None)
    return max(0.0, 1.0 - cost / max(1.0, _size(one), _size(other)))


def _size(heard: str) -> float:
    return sum(0.2 if c in _VOWELS else 0.85 for c in heard)


def _cost(one: str, other: str, unwritten: float | None) -> float:
    drops, swaps = _costs()
    soft = {c: min(drops[c], unwritten) for c in "aeiouyw"} if unwritten is not None else {}
    extra = [soft.get(c, drops.get(c, 0.9)) for c in other]
    row = [0.0]
    for each in extra:
        row.append(row[-1] + each)
    for c in one:
        lost = soft.get(c, drops.get(c, 0.9))
        costs = swaps.get(c, {})
        diagonal, row[0] = row[0], row[0] + lost
        for i, d in enumerate(other, 1):
            swap = diagonal + (0.0 if c == d else costs.get(d, 1.0))
            diagonal = row[i]
            row[i] = min(swap, diagonal + lost, row[i - 1] + extra[i - 1])
    return row[-1]


@cache
def _rows(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((row[1], row[2]) for row in tables.rows("tacitus.resolve.data", "letters.tsv") if row[0] == kind)


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), "" if letters == "-" else letters) for pattern, letters in _rows("spell"))


@cache
def _costs() -> tuple[Mapping[str, float], Mapping[str, Mapping[str, float]]]:
    """Return the cost of a letter too many, and of each letter for each other."""
    drops = {letter: float(cost) for letters, cost in _rows("drop") for letter in letters}
    swaps: dict[str, dict[str, float]] = {}
    for pair, cost in _rows("swap"):
        a, b = pair[0], pair[1]
        swaps.setdefault(a, {})[b] = float(cost)
        swaps.setdefault(b, {})[a] = float(cost)
    for a in _VOWELS:
        for b in _VOWELS - {a}:
            swaps.setdefault(a, {}).setdefault(b, 0.2)
    return drops, swaps

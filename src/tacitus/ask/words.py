"""The word lists of the comparison of accounts, read once from `ask/data`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.extract.lexicon import countries
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def kinds(name: str) -> Mapping[str, frozenset[str]]:
    """Return first field → words of the second, for a list of `ask/data`."""
    return {kind: frozenset(words.split()) for kind, words in tables.rows("tacitus.ask.data", name)}


@cache
def word_set(name: str) -> frozenset[str]:
    """Return all words of a list without fields."""
    return frozenset(word for (words,) in tables.rows("tacitus.ask.data", name) for word in words.split())


@cache
def country(name: str) -> str | None:
    """Return the country that a name speaks of by noun or adjective, or None when it names none or several.

    Examples:
        >>> country("Israeli soldiers"), country("army of South Sudan"), country("Highland Front")
        ('Israel', 'South Sudan', None)
    """
    words = fold(name).split()
    known = _countries()
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            named = known.get(" ".join(words[at : at + size])) if at + size <= len(words) else None
            if named is not None:
                found.add(named)
                at += size - 1
                break
        at += 1
    return found.pop() if len(found) == 1 else None


@cache
def _countries() -> Mapping[str, str]:
    """Return folded word for a country → its usual name; short forms such as "US" stand for it only as a whole name."""
    return {fold(word): one.name for word, one in countries().items()}

"""Which entity of the gold an entity of the reader stands for, by their names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.evaluate.papers import Thing

#: Types that descriptions name more than names do.
LOOSE = frozenset({"people", "thing", "facility"})
#: Least likeness of names for those types, and for all others.
_LEAST_LOOSE, _LEAST = 0.6, 0.8
_OWNER = re.compile(r"['’ʿʾ`]s\b")
_MARKS = re.compile(r"[’'ʿʾ`.]")


def tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name: lower case, without accents, apostrophes, full stops and the mark of an owner.

    Examples:
        >>> tokens("Al-Qa’ida's U.S. émir")
        ('al', 'qaida', 'us', 'emir')
    """
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return tuple(re.findall(r"\w+", _MARKS.sub("", _OWNER.sub("", flat))))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in words, whole and without the slight ones."""

    words: tuple[str, ...]
    content: Counter[str]


def _name(name: str) -> _Name:
    words = tokens(name)
    return _Name(words, Counter(w for w in words if w not in _slight()))


@cache
def _slight() -> frozenset[str]:
    rows = tables.rows("tacitus.evaluate.data", "slight_words.tsv")
    return frozenset(word for row in rows for word in row[0].split())


def likeness(one: str, other: str) -> float:
    """Return the F1 of the words that two names share, slight words aside, [0, 1].

    Examples:
        >>> likeness("the Reed Group", "Reed group"), likeness("army of Vard", "Vard police")
        (1.0, 0.5)
    """
    return _alike(_name(one), _name(other))


def _alike(one: _Name, other: _Name) -> float:
    if one.words and one.words == other.words:
        return 1.0
    if not one.content or not other.content:
        return 0.0
    return 2 * (one.content & other.content).total() / (one.content.total() + other.content.total())


def matched(read: Iterable[Thing], gold: Sequence[Thing]) -> dict[str, str]:
    """Return id of an entity of the reader → id of the gold entity that it stands for.

    It is the one whose names are most like its own; then one of the same type counts for more, then one that shares
    more names. Several may stand for one.
    """
    known = [(g, [_name(n) for n in g.names]) for g in gold]
    out: dict[str, str] = {}
    for thing in read:
        names = [_name(n) for n in thing.names]
        best, which = (0.0, False, 0), None
        for g, others in known:
            score = max((_alike(a, b) for a in names for b in others), default=0.0)
            if score < (_LEAST_LOOSE if g.type in LOOSE else _LEAST):
                continue
            shared = len({n.words for n in names} & {n.words for n in others})
            rank = (score, thing.type == g.type, shared)
            if rank > best:
                best, which = rank, g.id
        if which is not None:
            out[thing.id] = which
    return out

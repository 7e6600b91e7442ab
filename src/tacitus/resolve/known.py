"""Names that a knowing reader ties together, and bodies that changed: two small tables."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.resolve.acronyms import written_acronyms
from tacitus.resolve.letters import sound
from tacitus.resolve.pieces import pieces
from tacitus.resolve.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = "tacitus.resolve.data"
_NOBODY: frozenset[str] = frozenset()
#: Acronyms of so many letters are read out as words: "HAMAS".
_READ_OUT = 5
#: Plain vowels: the spellings "Houthi" and "Huthi", "Daesh" and "Da'ish" are one key.
_VOWELS = str.maketrans("eoyw", "aiia"[:4])


def known_key(name: str) -> str:
    """Return the key under which a name stands in the tables: the sounds of its words, articles and particles left out.

    Examples:
        >>> known_key("Al-Nusra Front") == known_key("an-Nusra front"), known_key("ISIS")
        (True, '+ISIS')
    """
    acronym = written_acronyms(name)
    if acronym and (len(name) < _READ_OUT or not name.isalpha()):
        return f"+{min(acronym)}"
    particles = words_of("particle")
    found = pieces(name)
    words = [p.plain for p in found]
    said = [p.plain for p in found if p.plain not in particles or (p.written.isupper() and len(found) < 3)] or words
    return " ".join(sound(w).translate(_VOWELS) for w in said)


def known_of(key: str) -> frozenset[str]:
    """Return the ids of the bodies that are known under a key."""
    return _bodies().get(key, _NOBODY)


def relation_of(one: str, other: str) -> str:
    """Return what ties two bodies that are not one: "renamed", "split", "part", "disputed" …; "" for nothing known.

    Examples:
        >>> relation_of("jfs", "nusra"), relation_of("jfs", "farc")
        ('renamed', '')
    """
    found = _renames()
    return found.get((one, other)) or found.get((other, one), "")


@cache
def _bodies() -> Mapping[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for body, names in tables.rows(_DATA, "actors.tsv"):
        for name in names.split(";"):
            out.setdefault(known_key(name), set()).add(body)
    return {key: frozenset(bodies) for key, bodies in out.items()}


@cache
def _renames() -> Mapping[tuple[str, str], str]:
    return {(row[0], row[2]): row[1] for row in tables.rows(_DATA, "renames.tsv")}

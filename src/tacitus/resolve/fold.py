"""Folded names: the form in which two spellings of one name are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Marks that writers put in or leave out at will: apostrophes, ayn and hamza signs, full stops, Arabic tatweel.
_DROPPED = re.compile("['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02be\u02bf\u0060\u00b4.\u0640]")
_BREAK = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """Return the key under which a name is filed and found.

    Decomposed by NFKD (Unicode Standard Annex 15) without non-spacing marks, case-folded, without apostrophes, full
    stops and a leading "the"; whatever else is no letter or digit counts as a space. A name of signs alone is its own
    key. Folding twice changes nothing.

    Examples:
        >>> fold("The Al-Nuṣra Front"), fold("U.S. Central Command"), fold("Sana’a")
        ('al nusra front', 'us central command', 'sanaa')
    """
    bare = _bare(_bare(name).casefold())  # case folding can bring marks back, so they are dropped again
    words = _BREAK.sub(" ", _DROPPED.sub("", bare)).split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words) or " ".join(bare.split())


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def matching(name: str, keys: Iterable[str]) -> frozenset[str]:
    """Return the keys that a name means: the one equal to it, else all that contain each of its words.

    Examples:
        >>> sorted(matching("nusra", ["al nusra front", "nusra front", "idlib"]))
        ['al nusra front', 'nusra front']
    """
    wanted = fold(name)
    known = frozenset(keys)
    if wanted in known:
        return frozenset({wanted})
    words = set(wanted.split())
    return frozenset(k for k in known if words and words <= set(k.split()))

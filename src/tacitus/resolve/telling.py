"""Telling words: those of a person's name that point to the person, unlike titles, articles and "son of"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from tacitus.extract.casing import classes
from tacitus.extract.lexicon import word_types
from tacitus.resolve.fold import fold
from tacitus.resolve.folding import folded
from tacitus.resolve.usual_words import common_words, countries, titles
from tacitus.resolve.words import plain, words_of

#: Kinds of `name_words.tsv` that say nothing by themselves, and those that can be the last word of a name: "Khan".
_LINKS = ("kunya", "father", "article", "servant")
_EMPTY = (*_LINKS, "particle", "kin")
_RANKS = ("title", "honour")
_POSSESSIVE = re.compile("['\u2019]s\\b")


@lru_cache(maxsize=1 << 14)
def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, in order.

    Examples:
        >>> words("Omar al-Khalīdī"), words("D’Arcy")
        (('omar', 'al', 'khalidi'), ('darcy',))
    """
    whole = folded(name)
    borders = [at for at in range(len(whole.letters) + 1) if whole.is_border(at)]
    return tuple(whole.letters[a:b] for a, b in pairwise(borders))


@lru_cache(maxsize=1 << 14)
def telling(name: str) -> tuple[str, ...]:
    """Return the words of a name that point to its bearer, in order; () for a title or description alone.

    Not counted are links, titles, words of bodies and offices, countries, possessives and numbers. A title or a common
    word counts as the last word of a name, where another word tells: "Stephen King".

    Examples:
        >>> telling("President Adan al-Rask"), telling("Abu Rask"), telling("the Prime Minister"), telling("Ann King")
        (('adan', 'rask'), ('rask',), (), ('ann', 'king'))
    """
    own = words(_POSSESSIVE.sub(" ", name))
    found = [word for word in own if len(word) > 1 and not is_empty(word) and not _is_usual(word)]
    last = own[-1] if own else ""
    if found and last not in found and len(last) > 1 and not is_empty(last):
        found.append(last)
    return tuple(found)


def is_empty(word: str) -> bool:
    """Tell whether a folded word says nothing by itself: "al", "bin", "abu", "jr"."""
    return plain(word) in _empty()


def is_link(word: str) -> bool:
    """Tell whether a folded word ties words of a name together: "al", "bin", "abu"."""
    return plain(word) in _links()


def is_title(word: str) -> bool:
    """Tell whether a folded word is put before names and is no name itself: "president", "sheikh"; not "hafiz"."""
    return word in _titles() or plain(word) in words_of("title")


def is_common(word: str) -> bool:
    """Tell whether a folded word is one that sentences have in small letters: "may", "hope"."""
    return word in _small()


def _is_usual(word: str) -> bool:
    return word.isdigit() or word in _usual() or plain(word) in _ranks()


@cache
def _empty() -> frozenset[str]:
    return frozenset().union(*(words_of(kind) for kind in _EMPTY))


@cache
def _links() -> frozenset[str]:
    return frozenset().union(*(words_of(kind) for kind in _LINKS))


@cache
def _ranks() -> frozenset[str]:
    return frozenset().union(*(words_of(kind) for kind in _RANKS))


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for phrase in titles() for word in phrase.split())


@cache
def _usual() -> frozenset[str]:
    """Return the words of bodies, peoples, offices and countries."""
    phrases = (*countries(), *map(fold, word_types("role_nouns.tsv")))
    named = frozenset(word for phrase in phrases for word in phrase.split())
    return (named | _titles()).union(*common_words().values())


@cache
def _small() -> frozenset[str]:
    return classes()["small"] | classes()["maybe"]

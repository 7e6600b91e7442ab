"""Usual words: those that many names share, and the countries, capitals and titles that names have in them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.extract import lexicon
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=1 << 16)
def countries_in(folded: str) -> frozenset[str]:
    """Return the folded usual names of the countries that a folded name has in it, by name or adjective.

    The longest name counts: South Sudan is no Sudan.
    """
    known, words = countries(), folded.split()
    out: set[str] = set()
    at = 0
    while at < len(words):
        spans = (" ".join(words[at : at + length]) for length in range(5, 0, -1))
        span = next((span for span in spans if span in known), None)
        if span is not None:
            out.add(fold(known[span]))
        at += len(span.split()) if span is not None else 1
    return frozenset(out)


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """Return the groups of `common_words.tsv`, folded."""
    out: dict[str, frozenset[str]] = {}
    for group, words in tables.rows("tacitus.resolve.data", "common_words.tsv"):
        out[group] = out.get(group, frozenset()) | frozenset(map(fold, words.split()))
    return out


@cache
def titles() -> frozenset[str]:
    """Return the folded titles and offices that stand before a person's name."""
    return frozenset(map(fold, lexicon.word_set("titles.tsv")))


@cache
def capitals() -> Mapping[str, str]:
    """Return folded capital → name of its country."""
    return {fold(seat): country for seat, country in lexicon.capitals().items()}


@cache
def countries() -> Mapping[str, str]:
    """Return folded name, adjective or demonym → usual name of the country."""
    return {fold(word): country.name for word, country in lexicon.countries().items()}

"""What single words of names mean: organisation words in many languages, places, common given names, particles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.extract.lexicon import countries
from tacitus.resolve.letters import sound
from tacitus.resolve.scripts import romanised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DATA = "tacitus.resolve.data"
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word of the tables means.

    Attributes:
        kind: "head", "echelon", "branch", "trait", "content", "month", "place" or "given".
        keys: What it stands for: "army", "place:syria", "given:muhammad"; a word may mean several things.
    """

    kind: str
    keys: frozenset[str]


def plain(word: str) -> str:
    """Return the form in which words are looked up: small Latin letters and digits, "_" between words.

    Examples:
        >>> plain("Sha'b"), plain("جيش"), plain("Région")
        ('shab', 'jysh', 'region')
    """
    latin = romanised(word)
    return "".join(c for c in latin if c.isalnum() or c == "_")


@cache
def meanings() -> Mapping[str, Meaning]:
    """Return plain word or phrase → what it means. The kind is that of the first table that has it."""
    kinds: dict[str, str] = {}
    keys: dict[str, set[str]] = {}
    for kind, key, words in _entries():
        for word in words:
            kinds.setdefault(word, kind)
            keys.setdefault(word, set()).add(key)
    return {word: Meaning(kinds[word], frozenset(keys[word])) for word in kinds}


@cache
def sounded() -> Mapping[str, Meaning]:
    """Return sound → meaning for the longer words, so that a spelling that no table has is known too."""
    out: dict[str, Meaning] = {}
    for word, meaning in meanings().items():
        heard = sound(word)
        if len(heard) >= 5 and meaning.kind in ("head", "trait", "content", "given", "place"):
            out.setdefault(heard, meaning)
    return out


@cache
def longest() -> int:
    """Return how many words the longest phrase has."""
    return max(word.count("_") + 1 for word in meanings())


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the plain words of a kind of `name_words.tsv`: particles, titles and the like."""
    rows = (row for row in tables.rows(_DATA, "name_words.tsv") if row[0] == kind)
    return frozenset(plain(word) for row in rows for word in row[1].split())


@cache
def initials(key: str) -> Mapping[str, frozenset[str]]:
    """Return language → first letters that the words of a concept have there; empty for what is no concept."""
    out: dict[str, set[str]] = {}
    for _, concept, language, words in _concepts():
        if concept == key:
            out.setdefault(language, set()).update(plain(word)[:1] for word in words[:2])
    return {language: frozenset(letters - {""}) for language, letters in out.items()}


def _entries() -> Iterator[tuple[str, str, list[str]]]:
    for kind, concept, _, said in _concepts():
        yield kind, concept, [plain(word) for word in said]
    yield from _places()
    for row in tables.rows(_DATA, "given_names.tsv"):
        words = row[0].split()
        yield "given", f"given:{words[0].rstrip('_')}", [plain(word) for word in words if not word.endswith("_")]


@cache
def _concepts() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Return kind, concept, language and words."""
    out = []
    for kind, concept, languages in tables.rows(_DATA, "concepts.tsv"):
        for part in languages.split(" | "):
            language, _, words = part.partition(": ")
            out.append((kind, concept, language, tuple(words.split())))
    return tuple(out)


def _places() -> Iterator[tuple[str, str, list[str]]]:
    for row in tables.rows(_DATA, "place_words.tsv"):
        first = row[0]
        others = row[1].split() if len(row) > 1 else []
        yield "place", f"place:{first}", [plain(word) for word in (first, *others)]
    for name, country in countries().items():
        word = plain(name.replace(" ", "_").replace("-", "_"))
        yield "place", f"place:{plain(country.name.replace(' ', '_').replace('-', '_'))}", [word]

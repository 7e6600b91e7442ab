"""The word lists of the reader, read once from `extract/data`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/<name>`."""
    return tables.rows("tacitus.extract.data", name)


@cache
def words_by(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return first field → words of the second; a first field may stand in several lines."""
    out: dict[str, tuple[str, ...]] = {}
    for key, words in rows(name):
        out[key] = (*out.get(key, ()), *words.split())
    return out


@cache
def typed_words(name: str) -> Mapping[str, EntityType]:
    """Return word → entity type for a list whose first field is a type; the first line that has a word wins."""
    out: dict[str, EntityType] = {}
    for kind, words in words_by(name).items():
        for word in words:
            out.setdefault(word, EntityType(kind))
    return out


@cache
def word_types(name: str) -> Mapping[str, str]:
    """Return word → first field for any list of two fields; the first line that has a word wins."""
    out: dict[str, str] = {}
    for key, words in words_by(name).items():
        for word in words:
            out.setdefault(word, key)
    return out


@cache
def word_set(name: str) -> frozenset[str]:
    """Return all words of a list without fields."""
    return frozenset(word for fields in rows(name) for field in fields for word in field.split())


def words(group: str) -> frozenset[str]:
    """Return the words of one group of `words.tsv`."""
    return frozenset(words_by("words.tsv")[group])


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that names an event or relation.

    Attributes:
        type: Claim type.
        template: Name of its role template, part of the rule's name.
        roles: Function of a phrase → role of the claim.
    """

    type: str
    template: str
    roles: Mapping[str, str]


@cache
def predicates(part_of_speech: str) -> Mapping[str, Predicate]:
    """Return word → predicate for "v" or "n"; words of several parts are joined with "_"."""
    templates: dict[str, dict[str, str]] = {}
    out: dict[str, Predicate] = {}
    for fields in rows("predicates.tsv"):
        if fields[0].startswith("@"):
            pairs = (pair.split("=") for pair in fields[1].split())
            templates[fields[0][1:]] = {function.replace("_", " "): role for function, role in pairs}
            continue
        kind, part, template, words = fields
        if part == part_of_speech:
            for word in words.split():
                out.setdefault(word, Predicate(kind, template, templates[template]))
    return out


@cache
def usual_predicate(claim_type: str, part_of_speech: str) -> Predicate | None:
    """Return the roles that words of a type usually have: those of its first entry."""
    for part in (part_of_speech, "n" if part_of_speech == "v" else "v"):
        for entry in predicates(part).values():
            if entry.type == claim_type:
                return entry
    return None


@dataclass(frozen=True, slots=True)
class Country:
    """A country as English news names it: its usual name, and all words that stand for it."""

    name: str
    adjectives: frozenset[str]


@cache
def countries() -> Mapping[str, Country]:
    """Return lower-case name, other name, adjective or demonym → country."""
    out: dict[str, Country] = {}
    for fields in rows("countries.tsv"):
        name, adjectives, *others = fields
        described = frozenset(a.replace("_", " ").lower() for a in adjectives.split())
        country = Country(name, described)
        for word in (name, *(others[0].split(";") if others and others[0] else ())):
            out[word.lower()] = country
        for word in described:
            out.setdefault(word, country)
    return out


@cache
def capitals() -> Mapping[str, str]:
    """Return lower-case capital or seat of government → name of its country."""
    return {seat.lower(): country for country, seats in rows("capitals.tsv") for seat in seats.split(";")}

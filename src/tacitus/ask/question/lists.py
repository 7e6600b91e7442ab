"""The word lists of questions, read once from `ask/data`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.extract import lexicon
from tacitus.model.entity import EntityType
from tacitus.model.ontology import EVENT_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Role of a claim → part of a pattern that it fills.
_PARTS = {
    "actor": "actor",
    "subject": "actor",
    "target": "target",
    "object": "target",
    "org": "target",
    "place": "place",
    "role": "post",
    "instrument": "weapon",
}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word of a question asks for.

    Attributes:
        type: Type of claim.
        parts: Function of a phrase ("subj", "obj", "of" …) → part of the pattern.
    """

    type: str
    parts: Mapping[str, str]


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return tables.rows("tacitus.ask.data", name)


@cache
def words(name: str) -> frozenset[str]:
    """Return a small set of words by its name."""
    return frozenset(word for known, found in _rows("question_sets.tsv") if known == name for word in found.split())


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """Return type asked for → types that answer, itself first."""
    return {kind: tuple(words.split()) for kind, words in _rows("question_types.tsv") if kind[0] != "@"}


@cache
def either_way() -> frozenset[str]:
    """Return the types whose two sides may stand in either order."""
    return frozenset(word for kind, words in _rows("question_types.tsv") if kind == "@either" for word in words.split())


@cache
def _own_senses() -> Mapping[tuple[str, str], Sense]:
    out: dict[tuple[str, str], Sense] = {}
    for kind, part, roles, words in _rows("question_words.tsv"):
        parts = {f.replace("_", " "): role for f, _, role in (pair.partition("=") for pair in roles.split())}
        for word in words.split():
            out.setdefault((part, word), Sense(kind, parts))
    return out


def sense(word: str, part_of_speech: str) -> Sense | None:
    """Return what a word asks for: as questions use it, else as reports do; None when neither knows it.

    Args:
        word: Lemma; words of several parts are joined with "_".
        part_of_speech: "v", "n" or "a".

    Examples:
        >>> sense("belong", "v").type, sense("capture", "v").type, sense("sing", "v")
        ('member', 'capture', None)
    """
    own = _own_senses().get((part_of_speech, word))
    if own is not None or part_of_speech == "a":
        return own
    known = lexicon.predicates(part_of_speech).get(word)
    return _translated(known) if known is not None else None


def usual_sense(claim_type: str) -> Sense | None:
    """Return what words for a type of claim usually ask for."""
    known = lexicon.usual_predicate(claim_type, "v")
    return _translated(known) if known is not None else None


def _translated(known: lexicon.Predicate) -> Sense:
    return Sense(known.type, {f: _PARTS.get(role, "about") for f, role in known.roles.items()})


@cache
def relation_of(noun: str) -> str:
    """Return the relation that a noun for a post or a tie names; "" for other nouns.

    Examples:
        >>> relation_of("leader"), relation_of("market")
        ('leads', '')
    """
    return lexicon.word_types("role_nouns.tsv").get(noun, "")


@cache
def kinds_of(noun: str) -> frozenset[EntityType]:
    """Return what "which" with this noun asks for; empty when the noun tells nothing."""
    for kinds, nouns in _rows("question_kinds.tsv"):
        if noun in nouns.split():
            return frozenset(map(EntityType, kinds.split()))
    return frozenset()


@cache
def unit_of(word: str) -> str:
    """Return which number a word for harm or custody asks for: "killed", "injured" or "number"; "" for none."""
    return next((unit for unit, words in _rows("question_units.tsv") if word in words.split()), "")


def counted_in(unit: str) -> tuple[str, ...]:
    """Return the types of events that give such a number."""
    role = "count" if unit == "number" else unit
    return tuple(kind for kind, roles in EVENT_ROLES.items() if role in roles)


def forms(name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the forms of a table with their patterns, in its order."""
    yield from _compiled(name)


@cache
def _compiled(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _rows(name))

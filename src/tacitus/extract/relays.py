"""Relays: whom a speaker cites, who passes a speaker's words on, and who was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words_by
from tacitus.extract.predication import spread

if TYPE_CHECKING:
    from tacitus.extract.tree import Tree

_QUOTE = frozenset(words_by("speech.tsv")["quote"])
_BODIES = frozenset(words_by("speech.tsv")["body"])
CITING = frozenset({"citing", "quoting"})
#: Prepositions of who quotes: "quoted by the daily", "cited in the paper".
BY = frozenset({"by", "in", "on"})


def cited(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whom the speaker of a verb cites: "citing officials", "quoting a local doctor"."""
    clauses = [k for k in tree.on(verb, "advcl", "xcomp") if tree.lemma(k) in _QUOTE and tree.tokens[k].xpos == "VBG"]
    subjects = (*tree.on(verb, "nsubj"), *clauses)
    clauses += [k for s in tree.on(verb, "nsubj") for k in tree.on(s, "acl") if tree.tokens[k].xpos == "VBG"]
    direct = [o for c in clauses if tree.lemma(c) in _QUOTE for o in tree.on(c, "obj")]
    phrases = [
        k for up in (verb, *subjects) for k in tree.on(up, "obl", "nmod", "nsubj") if tree.preposition(k) in CITING
    ]
    return spread(tree, (*direct, *phrases))


def quoted_in(tree: Tree, speaker: int) -> tuple[int, ...]:
    """Return who passes a speaker's words on: "a source quoted by the daily", "an officer cited in the paper"."""
    clauses = [k for k in tree.on(speaker, "acl") if tree.lemma(k) in _QUOTE and tree.tokens[k].xpos == "VBN"]
    return spread(tree, (k for c in clauses for k in tree.on(c, "obl") if tree.preposition(k) in BY))


def told(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who hears what a verb of saying says: "told the agency", "reported to the radio"; no councils."""
    if tree.lemma(verb) == "tell":
        heard = (*tree.on(verb, "iobj"), *tree.on(verb, "obj"))
    else:
        heard = tuple(k for k in tree.on(verb, "obl") if tree.preposition(k) == "to")
    return tuple(k for k in spread(tree, heard) if tree.lemma(k) not in _BODIES)

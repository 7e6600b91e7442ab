"""Certainty and status of one event or relation, by the words that stand over it and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tacitus.extract.lexicon import rows
from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree

_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly"})
_MAYBE = frozenset({"may", "might", "could", "can"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "should", "must"})
_CONDITION = frozenset({"if", "unless", "should", "whether"})
_HARM = frozenset({"kill", "wound", "injure", "die", "hurt"})
_UP = ("xcomp", "ccomp", "csubj", "acl", "advcl")


class Modality(NamedTuple):
    """How surely and how really something is told."""

    certainty: Certainty = Certainty.STATED
    status: Status = Status.ACTUAL


def _table() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for group, value, words in rows("hedges.tsv"):
        for word in words.split():
            out[group, word] = value
    return out


_HEDGES = _table()


def of(tree: Tree, trigger: int) -> Modality:
    """Return the modality of what the word at `trigger` names."""
    certainty, status = Certainty.STATED, Status.ACTUAL
    for found in _signs(tree, trigger):
        if found.certainty is not Certainty.STATED and certainty is Certainty.STATED:
            certainty = found.certainty
        if found.status is not Status.ACTUAL and status is Status.ACTUAL:
            status = found.status
    return Modality(certainty, status)


def _signs(tree: Tree, trigger: int) -> Iterator[Modality]:
    at, steps = trigger, 0
    while at >= 0 and steps < 6:
        heard = tuple(_around(tree, at))
        if at != trigger and tree.lemma(at) in _HARM:  # "no one was killed in the attack" does not deny the attack
            heard = tuple(m for m in heard if m.certainty is not Certainty.DENIED)
        yield from heard
        up = tree.head(at)
        if up < 0:
            return
        if tree.is_a(at, *_UP) and not tree.is_a(at, "acl:relcl", "advcl", "acl"):
            found = _governed(tree, up, at)
            if found is None:
                return
            yield found
        elif tree.is_a(at, "advcl") and tree.is_passive(up) and ("passive", tree.lemma(up)) in _HEDGES:
            yield Modality(Certainty(_HEDGES["passive", tree.lemma(up)]))  # "suspected of attacking"
        elif not _passes(tree, at, up):
            return
        at, steps = up, steps + 1


def _passes(tree: Tree, at: int, up: int) -> bool:
    """Tell whether hedges on the governor reach down to `at`."""
    if tree.is_a(at, "conj"):
        return not tree.on(at, "nsubj")
    if tree.is_verb(at):
        return False
    return tree.is_a(at, "obj", "nsubj", "obl", "nmod") and not tree.is_a(up, "acl:relcl")


def _around(tree: Tree, at: int) -> Iterator[Modality]:
    """Yield what the words that hang directly on `at` say."""
    words = {tree.word(k) for k in tree.kids[at]}
    for k in tree.on(at, "advmod", "amod", "det", "aux", "mark", "nsubj", "cc:preconj"):
        yield from _word(tree, at, k, words)
    for k in tree.on(at, "advcl"):
        if any(tree.word(m) in ("if", "unless") for m in tree.on(k, "mark")):
            yield Modality(status=Status.HYPOTHETICAL)
    for k in tree.on(at, "nsubj", "obl:agent", "compound"):
        for a in tree.on(k, "amod"):
            yield from _value("adjective", tree, a)


def _word(tree: Tree, at: int, k: int, words: set[str]) -> Iterator[Modality]:
    word = tree.word(k)
    if word in _NOT or (word == "no" and tree.is_a(k, "det")):
        yield Modality(Certainty.DENIED)
    elif tree.is_a(k, "aux"):
        yield from _auxiliary(word, has_perfect="have" in words or "been" in words)
    elif tree.is_a(k, "mark"):
        if word in _CONDITION and tree.is_a(at, "advcl"):
            yield Modality(status=Status.HYPOTHETICAL)
    elif tree.is_a(k, "nsubj"):
        if any(tree.word(d) == "no" for d in tree.on(k, "det")) or word in ("nobody", "none"):
            yield Modality(Certainty.DENIED)
    else:
        yield from _value("adverb" if tree.is_a(k, "advmod") else "adjective", tree, k)


def _auxiliary(word: str, *, has_perfect: bool) -> Iterator[Modality]:
    if word in _MAYBE and word != "can":
        yield Modality(Certainty.POSSIBLE, Status.ACTUAL if has_perfect else Status.HYPOTHETICAL)
    elif word in _FUTURE and not has_perfect:
        yield Modality(status=Status.HYPOTHETICAL if word in ("would", "should") else Status.PLANNED)


def _value(group: str, tree: Tree, i: int) -> Iterator[Modality]:
    value = _HEDGES.get((group, tree.word(i))) or _HEDGES.get((group, tree.lemma(i)))
    if value == Status.PLANNED:
        yield Modality(status=Status.PLANNED)
    elif value is not None:
        yield Modality(Certainty(value))


def _governed(tree: Tree, verb: int, clause: int) -> Modality | None:
    """Return what a governing verb makes of its clause, or None when hedges above it do not reach down."""
    lemma = tree.lemma(verb)
    infinitive = tree.is_a(clause, "xcomp") or not tree.on(clause, "nsubj")
    if tree.is_passive(verb) and ("passive", lemma) in _HEDGES:
        return Modality(Certainty(_HEDGES["passive", lemma]))
    if infinitive and ("moved", lemma) in _HEDGES:
        return Modality(status=Status.PLANNED)
    if infinitive and ("negative", lemma) in _HEDGES:
        return Modality(Certainty.DENIED)
    if ("verb", lemma) in _HEDGES and (
        infinitive or tree.on(verb, "expl") or any(tree.word(s) == "it" for s in tree.on(verb, "nsubj"))
    ):
        return Modality(Certainty(_HEDGES["verb", lemma]))
    adjective = _HEDGES.get(("adjective", lemma)) or _HEDGES.get(("adverb", lemma))
    if adjective in tuple(Certainty):
        return Modality(Certainty(adjective))
    return Modality() if infinitive else None

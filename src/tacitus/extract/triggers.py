"""Which words of a sentence name an event or relation, and by which entry of the predicate list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import Predicate, predicates, usual_predicate
from tacitus.model.ontology import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree

#: Least score of the engine for a word that no list has, and for one whose type in the lists it corrects.
SURE, OVERRULE = 0.5, 0.7


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event or relation.

    Attributes:
        at: Index of the token.
        key: Entry of the list: "blow_up", "rocket_attack", "kill".
        noun: Whether it is a noun.
        predicate: Type and roles.
        parts: Indexes of other words of the entry (particle, object noun, modifier).
    """

    at: int
    key: str
    noun: bool
    predicate: Predicate
    parts: tuple[int, ...] = ()


def find(tree: Tree) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in order; the longest entry of the list wins."""
    found = [t for i in range(len(tree.tokens)) for t in _at(tree, i)]
    used = {p for t in found for p in t.parts}
    listed = {t.at: t for t in found if t.at not in used}
    for i, label in _learned(tree).items():
        trigger = _by_engine(tree, i, label, listed.get(i))
        if trigger is not None and i not in used:
            listed[i] = trigger
    return tuple(listed[i] for i in sorted(listed))


def _learned(tree: Tree) -> dict[int, tuple[str, float]]:
    """Return token → the type that the engine gives it, with its score."""
    best: dict[int, tuple[str, float]] = {}
    for scored in tree.sentence.triggers:
        if scored.score > best.get(scored.token, ("", 0.0))[1]:
            best[scored.token] = (scored.label, scored.score)
    return best


def _by_engine(tree: Tree, i: int, learned: tuple[str, float], listed: Trigger | None) -> Trigger | None:
    """Return the trigger that the engine sees where the lists see none, or another type; None where it adds nothing."""
    label, score = learned
    least = SURE if listed is None else OVERRULE
    if score < least or (listed is not None and listed.predicate.type == label):
        return None
    if listed is not None and listed.parts and not listed.noun:
        return None  # "broke away" means one thing
    noun = not tree.is_verb(i) or is_gerund(tree, i)
    entry = usual_predicate(label, "n" if noun else "v")
    if entry is None or (listed is not None and kind_of(listed.predicate.type) is not kind_of(label)):
        return None
    key = "engine" if listed is None else f"{listed.key}>engine"
    return Trigger(i, key, noun, entry, listed.parts if listed is not None else ())


def _at(tree: Tree, i: int) -> Iterator[Trigger]:
    token = tree.tokens[i]
    if is_gerund(tree, i):
        yield from _first(_noun_keys(tree, i), i, noun=True)
    elif tree.is_verb(i) and not tree.is_a(i, "aux", "cop", "amod", "case", "compound"):
        yield from _first(_verb_keys(tree, i), i, noun=False)
    elif token.upos in ("NOUN", "PROPN") and not _is_modifier(tree, i):
        yield from _first(_noun_keys(tree, i), i, noun=True)


def is_gerund(tree: Tree, i: int) -> bool:
    """Tell whether a form in -ing is used as a noun: "in fighting", "the shelling of"."""
    if tree.tokens[i].xpos != "VBG":
        return False
    return bool(tree.on(i, "case", "det", "nmod:poss", "amod")) and tree.is_a(i, "obl", "nmod", "obj", "nsubj", "conj")


def _is_modifier(tree: Tree, i: int) -> bool:
    """Tell whether a noun only modifies another: "attack helicopter", "war crimes"."""
    if tree.tokens[i].upos != "PROPN":
        return tree.is_a(i, "compound", "amod")
    is_name = any(n.end - n.start > 1 and n.end - 1 == i and n.kind != "person" for n in tree.sentence.names)
    return is_name or tree.is_a(i, "compound", "amod", "flat")


def _first(keys: Iterator[tuple[str, tuple[int, ...]]], at: int, *, noun: bool) -> Iterator[Trigger]:
    entries = predicates("n" if noun else "v")
    for key, parts in keys:
        if key in entries:
            yield Trigger(at, key, noun, entries[key], parts)
            return


def _verb_keys(tree: Tree, i: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    lemma = tree.lemma(i)
    for k in tree.on(i, "compound:prt", "advmod", "xcomp", "obl"):
        yield f"{lemma}_{tree.word(k)}", (k,)
    for k in tree.on(i, "obj", "nsubj:pass"):
        yield f"{lemma}_{tree.lemma(k)}", (k,)
        for m in tree.on(k, "compound"):
            yield f"{lemma}_{tree.lemma(m)}", (k,)
        for m in tree.on(k, "amod"):
            if m == i + 1:  # "shot dead nine herders"
                yield f"{lemma}_{tree.lemma(m)}", (m,)
    for k in tree.on(i, "obj"):
        for c in tree.on(k, "conj"):
            yield f"{lemma}_{tree.lemma(c)}", (c,)
    yield lemma, ()


def _noun_keys(tree: Tree, i: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    lemma, word = tree.lemma(i), tree.word(i)
    for k in tree.on(i, "compound", "amod"):
        yield f"{tree.lemma(k)}_{lemma}", (k,)
    verb = tree.head(i)
    if verb >= 0 and tree.is_verb(verb) and tree.is_a(i, "obj"):
        yield f"{tree.lemma(verb)}_{lemma}", ()
    yield lemma, ()
    yield word, ()

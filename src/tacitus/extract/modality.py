"""Certainty and status of one event or relation, by the words that stand over it and no others, and by the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import governors
from tacitus.extract.governors import HYPOTHETICAL, PLANNED, Modality
from tacitus.extract.lexicon import rows, words, words_by
from tacitus.model.ontology import RELATION_ROLES, Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree

#: Factuality of the engine, [-3, 3]: below the first nothing has happened yet, above the second it has; above the
#: third it is not denied. Set on the training texts, between those that the engine has learned from and others.
UNREAL, REAL, SO = 0.0, 2.6, 1.5
_NOT = frozenset({"not", "n't", "never", "neither", "nor", "hardly"})
_MAYBE = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "should", "must"})
_CONDITION = frozenset({"if", "unless", "should", "whether"})
_HARM = frozenset({"kill", "wound", "injure", "die", "hurt"})
_CARRIES = words("light") | words("happen") | {"be"}
#: Prepositions of phrases that tell when or where something else happened.
_APART = frozenset({"after", "since", "before", "following", "despite", "until", "near", "from"})
#: Relations of clauses to the word that governs them.
_CLAUSES = ("xcomp", "ccomp", "csubj", "advcl", "acl")
_DEEPEST = 6  # steps up the tree; hedges do not reach further
#: Types of claims that a promise names: "pledged money".
_PROMISED = frozenset({"aid", "deployment", "release", "withdrawal"})
_DISPUTE = frozenset(words_by("speech.tsv")["deny"]) | frozenset(words_by("speech.tsv")["doubt"])
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def _table() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for group, value, listed in rows("hedges.tsv"):
        for word in listed.split():
            out[group, word] = value
    return out


_HEDGES = _table()


def of(tree: Tree, trigger: int, kind: str = "") -> Modality:
    """Return the modality of what the word at `trigger` names.

    Args:
        tree: The sentence.
        trigger: Index of the word that names it.
        kind: Type of the claim. A noun that names a relation ("its leader") has only the hedges of its own phrase.
    """
    relation = kind in RELATION_ROLES
    certainty, status = Certainty.STATED, Status.ACTUAL
    for found in _signs(tree, trigger, relation=relation):
        if found.certainty is not Certainty.STATED and certainty is Certainty.STATED:
            certainty = found.certainty
        if found.status is not Status.ACTUAL and status is Status.ACTUAL:
            status = found.status
    if kind in _PROMISED and governors.is_promise(tree, trigger) and certainty is Certainty.STATED:
        return PLANNED
    ruled = Modality(certainty, Status.ACTUAL if kind == "threat" else status)  # a plot that is foiled was a plot
    return ruled if relation or governors.is_undone(tree, trigger) else _weighed(tree, trigger, ruled)


def _weighed(tree: Tree, trigger: int, ruled: Modality) -> Modality:
    """Return what rules and engine say together: where they differ and the engine is sure, the engine is right."""
    if not tree.sentence.factuality:
        return ruled
    score = tree.sentence.factuality[trigger]
    certainty, status = ruled
    if certainty is Certainty.DENIED and score > SO:
        certainty = Certainty.STATED
    if status is not Status.ACTUAL:
        status = Status.ACTUAL if score > REAL else status
    elif score < UNREAL and certainty is Certainty.STATED and not _is_settled(tree, trigger):
        status = Status.PLANNED
    return Modality(certainty, status)


def _is_settled(tree: Tree, trigger: int) -> bool:
    """Tell whether words settle what happens: an event that is disputed, or one that has begun."""
    begun = tree.is_a(trigger, "xcomp") and governors.is_real(tree, tree.head(trigger))
    return begun or _is_disputed(tree, trigger)


def _is_disputed(tree: Tree, trigger: int) -> bool:
    """Tell whether an event stands under a word that denies or doubts it, which speech settles."""
    above = tree.ancestors(trigger)
    is_unsaid = any(tree.lemma(k) in _NOT for up in above if tree.is_a(trigger, "ccomp") for k in tree.on(up, "advmod"))
    return is_unsaid or any(tree.lemma(up) in _DISPUTE for up in (trigger, *above))


def _signs(tree: Tree, trigger: int, *, relation: bool) -> Iterator[Modality]:
    """Yield what the words over a trigger say, nearest first."""
    yield from _around(tree, trigger)
    yield from filter(None, [governors.of_itself(tree, trigger)])
    at = trigger
    for _ in range(_DEEPEST):
        up = tree.head(at)
        if up < 0 or tree.is_a(at, "acl:relcl") or (relation and _is_named(tree, at)):
            return
        is_clause = tree.is_a(at, *_CLAUSES)
        found = _governed(tree, up, at) if is_clause else _held(tree, up, at)
        if found == PLANNED and relation and tree.is_a(at, "advcl"):  # "sent tanks to support them"
            return
        yield from filter(None, [found])
        goes_on = found is not None and tree.is_a(at, "xcomp", "ccomp", "csubj") if is_clause else _passes(tree, at, up)
        if not goes_on:
            return
        at = up
        reaches = _reaches(tree, trigger, at)
        yield from (m for m in _around(tree, at) if reaches or m.certainty not in (Certainty.DENIED, Certainty.STATED))


def _reaches(tree: Tree, trigger: int, at: int) -> bool:
    """Tell whether a "not" on a word above denies the event: not "the raid" of "they did not condemn the raid"."""
    if tree.lemma(at) in _HARM:
        return False
    below = next((k for k in (trigger, *tree.ancestors(trigger)) if tree.head(k) == at), trigger)
    if tree.is_verb(below) or not tree.is_a(below, "obj", "nsubj", "nmod", "obl"):
        return True
    if tree.is_a(below, "obl", "nmod") and tree.is_verb(at):
        return False
    is_definite = tree.on(below, "nmod:poss") or any(tree.word(d) in _DEFINITE for d in tree.on(below, "det"))
    return not is_definite or tree.lemma(at) in _CARRIES


def _is_named(tree: Tree, at: int) -> bool:
    """Tell whether a word is a noun that stands in a phrase, and is not what somebody is said to be."""
    return not tree.is_verb(at) and not tree.on(at, "cop")


def _governed(tree: Tree, up: int, clause: int) -> Modality | None:
    """Return what the word above makes of a clause; None when nothing above reaches down."""
    marks = {tree.word(m) for m in tree.on(clause, "mark")}
    if "without" in marks:
        return Modality(Certainty.DENIED)
    if tree.is_a(clause, "acl") or (tree.is_a(clause, "ccomp", "csubj") and tree.tokens[up].upos == "NOUN"):
        found = governors.of_noun_phrase(tree, up, clause)
    elif tree.is_a(clause, "xcomp", "ccomp", "csubj"):
        return governors.of_clause(tree, up, clause)
    elif marks & _CONDITION or not governors.is_bare(tree, clause):
        return None
    else:
        found = governors.of_clause(tree, up, clause)
        found = found if found != Modality() else None
    is_purpose = tree.tokens[clause].xpos == "VB" and "to" in marks
    may_happen = (
        tree.is_a(clause, "acl", "advcl")
        and is_purpose
        and (tree.is_a(clause, "acl") or not governors.is_real(tree, up))
    )
    return found or (PLANNED if may_happen else None)


def _held(tree: Tree, up: int, noun: int) -> Modality | None:
    """Return what a verb or noun makes of an event noun under it: "foiled an attack", "calls for talks"."""
    if tree.is_verb(noun):
        return None
    if tree.is_verb(up):
        return governors.of_object(tree, up, noun)
    return governors.of_noun_phrase(tree, up, noun) if tree.is_a(noun, "nmod") else None


def _passes(tree: Tree, at: int, up: int) -> bool:
    """Tell whether hedges on the governor reach down to `at`."""
    if tree.is_a(at, "conj"):
        return not tree.on(at, "nsubj") or (tree.tokens[at].xpos == "VBN" and not tree.on(at, "aux"))
    if tree.is_verb(at):
        return False
    if tree.is_a(at, "obl") and tree.preposition(at) in _APART:
        return False
    return tree.is_a(at, "obj", "nsubj", "obl", "nmod") and not tree.is_a(up, "acl:relcl")


def _around(tree: Tree, at: int) -> Iterator[Modality]:
    """Yield what the words that hang directly on `at` say."""
    for k in tree.on(at, "advcl"):
        if any(tree.word(m) in ("if", "unless") for m in tree.on(k, "mark")):
            yield HYPOTHETICAL
    around = {tree.word(k) for k in tree.kids[at]}
    for k in tree.on(at, "advmod", "amod", "det", "aux", "mark", "nsubj", "cc:preconj"):
        yield from _word(tree, at, k, around)
    for k in tree.on(at, "nsubj", "obl:agent", "compound"):
        for a in tree.on(k, "amod"):
            yield from _value("adjective", tree, a)


def _word(tree: Tree, at: int, k: int, around: set[str]) -> Iterator[Modality]:
    word = tree.word(k)
    if word in _NOT or (word == "no" and tree.is_a(k, "det")):
        if not (word == "not" and "only" in around):
            yield Modality(Certainty.DENIED)
    elif tree.is_a(k, "aux"):
        yield from _auxiliary(tree, at, word, has_perfect="have" in around or "been" in around)
    elif tree.is_a(k, "mark"):
        if word in _CONDITION and tree.is_a(at, "advcl"):
            yield HYPOTHETICAL
    elif tree.is_a(k, "nsubj"):
        if any(tree.word(d) == "no" for d in tree.on(k, "det")) or word in ("nobody", "none"):
            yield Modality(Certainty.DENIED)
    else:
        yield from _value("adverb" if tree.is_a(k, "advmod") else "adjective", tree, k)


def _auxiliary(tree: Tree, at: int, word: str, *, has_perfect: bool) -> Iterator[Modality]:
    if word in _MAYBE:
        yield Modality(Certainty.POSSIBLE, Status.ACTUAL if has_perfect else Status.HYPOTHETICAL)
    elif word in _FUTURE and not has_perfect:
        yield HYPOTHETICAL if word == "should" or (word == "would" and not _is_backshifted(tree, at)) else PLANNED


def _is_backshifted(tree: Tree, at: int) -> bool:
    """Tell whether "would" is the "will" of a report in the past: "he said it would end"."""
    up = tree.head(at)
    return up >= 0 and tree.is_a(at, "ccomp") and tree.tokens[up].xpos in ("VBD", "VBN")


def _value(group: str, tree: Tree, i: int) -> Iterator[Modality]:
    value = _HEDGES.get((group, tree.word(i))) or _HEDGES.get((group, tree.lemma(i)))
    if value == Status.PLANNED:
        yield PLANNED
    elif value is not None:
        yield Modality(Certainty(value))

"""What a governing word makes of the event under it: planned, denied, said to be, not known (`data/governors.tsv`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tacitus.extract.lexicon import predicates, rows
from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree

_NOT = frozenset({"not", "n't", "never", "neither", "nor", "hardly", "yet"})
#: Prepositions of the phrases that tell what a noun or verb is about.
_ABOUT = frozenset({"of", "for", "on", "to", "about", "that", "over", "against", "into", "regarding"})
_TOWARDS = frozenset({"for", "to", "on", "towards", "toward", "including"})
#: Prepositions of what somebody is blamed for, linked to, accused of.
_BLAMED = frozenset({"for", "to", "of", "in"})
#: What else a passive verb says of its subject: then the verb does not name what happened to it.
_TELLS = ("xcomp", "ccomp", "obl:agent")
_QUESTION = frozenset({"whether", "if"})


class Modality(NamedTuple):
    """How surely and how really something is told."""

    certainty: Certainty = Certainty.STATED
    status: Status = Status.ACTUAL


PLANNED, HYPOTHETICAL = Modality(status=Status.PLANNED), Modality(status=Status.HYPOTHETICAL)


def _table() -> dict[tuple[str, str], Modality]:
    out: dict[tuple[str, str], Modality] = {}
    for how, certainty, status, words in rows("governors.tsv"):
        sure = Certainty.STATED if certainty == "-" else Certainty(certainty)
        real = Status.ACTUAL if status == "-" else Status(status)
        for word in words.split():
            out[how, word] = Modality(sure, real)
    return out


_TABLE = _table()


def of_clause(tree: Tree, governor: int, clause: int) -> Modality | None:
    """Return what a verb or adjective makes of its clause, or None when hedges above it do not reach down."""
    lemma = tree.lemma(governor)
    if is_denied(tree, governor) and ("unproven", lemma) in _TABLE and not tree.on(governor, "xcomp"):
        return _TABLE["unproven", lemma] if lemma != "say" or is_question(tree, clause) else None
    if lemma == "have" and any(tree.word(k) == "yet" for k in tree.on(governor, "advmod")):
        return Modality(Certainty.DENIED)
    told = (_TABLE[how, lemma] for how in _senses(tree, governor, clause) if (how, lemma) in _TABLE)
    return next(told, Modality() if is_bare(tree, clause) else None)


def _senses(tree: Tree, governor: int, clause: int) -> Iterator[str]:
    """Yield how a governing word may be meant, the surest sign first."""
    if tree.is_passive(governor):
        is_state = tree.lemma(governor) == "expect" and tree.on(clause, "aux", "cop")
        yield "belief" if is_state else "passive"  # "expected to be hiding" is a belief
    if any(_is_rumour(tree, s) for s in tree.on(governor, "nsubj")):
        yield "rumour"
    if is_bare(tree, clause):
        yield "infinitive"
    yield from ("active", "adjective")


def of_noun_phrase(tree: Tree, noun: int, below: int) -> Modality | None:
    """Return what a noun makes of its infinitive, its clause or its phrase ("plans for the raid"), None for nothing."""
    if tree.is_a(below, "nmod") and tree.preposition(below) not in _ABOUT:
        return None
    if is_denied(tree, noun) and ("unproven", tree.lemma(noun)) in _TABLE:
        return _TABLE["unproven", tree.lemma(noun)]
    if tree.preposition(below) in _TOWARDS and ("for", tree.lemma(noun)) in _TABLE:
        return _TABLE["for", tree.lemma(noun)]
    return None if _is_owned(tree, noun) else _TABLE.get(("noun", tree.lemma(noun)))


def _is_owned(tree: Tree, noun: int) -> bool:
    """Tell whether a report has an owner, who is then its source."""
    return tree.lemma(noun) in ("claim", "report") and bool(tree.on(noun, "nmod:poss"))


def _is_rumour(tree: Tree, noun: int) -> bool:
    found = _TABLE.get(("noun", tree.lemma(noun)))
    return found is not None and found.certainty is Certainty.ALLEGED


def is_undone(tree: Tree, trigger: int) -> bool:
    """Tell whether an event was kept from happening: "foiled an attack"."""
    up = tree.head(trigger)
    return up >= 0 and tree.is_a(trigger, "obj", "nsubj:pass") and ("undone", tree.lemma(up)) in _TABLE


def of_object(tree: Tree, verb: int, noun: int) -> Modality | None:
    """Return what a verb makes of the event that is its object: "foiled an attack", "called for talks"."""
    lemma = tree.lemma(verb)
    if tree.is_a(noun, "obl"):
        return _of_phrase(tree, verb, noun)
    if tree.is_a(noun, "nsubj") and not tree.is_a(noun, "nsubj:pass"):
        return _TABLE.get(("adjective", lemma)) if tree.on(verb, "cop") else None
    if not tree.is_a(noun, "obj", "nsubj:pass") or (tree.is_passive(verb) and tree.on(verb, *_TELLS)):
        return None
    if is_denied(tree, verb) and ("unproven", lemma) in _TABLE:
        return _TABLE["unproven", lemma]
    return _TABLE.get(("undone", lemma)) or _TABLE.get(("object", lemma))


def _of_phrase(tree: Tree, verb: int, noun: int) -> Modality | None:
    """Return what a verb makes of an event in its phrase: "was blamed for the raid", "called for talks"."""
    lemma, preposition = tree.lemma(verb), tree.preposition(noun)
    if tree.is_passive(verb) and ("passive", lemma) in _TABLE and preposition in _BLAMED:
        found = _TABLE["passive", lemma]
        return found if found.certainty is Certainty.ALLEGED else None
    is_deal = lemma == "agree" and _is_deal(tree, noun)
    return _TABLE.get(("for", lemma)) if preposition in _TOWARDS and not is_deal else None


def _is_deal(tree: Tree, noun: int) -> bool:
    entry = predicates("n").get(tree.lemma(noun))
    return entry is not None and entry.type in ("agreement", "talks")


def of_itself(tree: Tree, verb: int) -> Modality | None:
    """Return what a verb says of the event that it names itself: "declined to comment", "had no comment"."""
    if ("infinitive", tree.lemma(verb)) in _TABLE and tree.on(verb, "xcomp"):
        found = _TABLE["infinitive", tree.lemma(verb)]
        return found if found.certainty is Certainty.DENIED else None
    empty = [k for k in tree.on(verb, "obj") if tree.word(k) in ("nothing", "nobody", "none")]
    empty += [k for k in tree.on(verb, "obj") if any(tree.word(d) == "no" for d in tree.on(k, "det"))]
    return Modality(Certainty.DENIED) if empty else None


def is_promise(tree: Tree, verb: int) -> bool:
    """Tell whether a verb only promises what it names: "pledged 20 million for relief"."""
    found = _TABLE.get(("object", tree.lemma(verb)))
    return tree.is_verb(verb) and found is not None and found.status is Status.PLANNED


def is_real(tree: Tree, verb: int) -> bool:
    """Tell whether the infinitive of a verb does happen: "used drones to attack"."""
    return ("real", tree.lemma(verb)) in _TABLE


def is_bare(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is an infinitive or a gerund, without a subject of its own."""
    return tree.is_a(clause, "xcomp") or not tree.on(clause, "nsubj", "csubj")


def is_denied(tree: Tree, word: int) -> bool:
    """Tell whether a word has a "not", "no" or "nor" of its own, or stands under "unable to", "declined to"."""
    own = tree.on(word, "advmod", "det", "cc:preconj")
    if any(tree.word(k) in _NOT or tree.word(k) == "no" for k in own):
        return True
    up = tree.head(word)
    return (
        up >= 0
        and tree.is_a(word, "xcomp")
        and ("infinitive", tree.lemma(up)) in _TABLE
        and (_TABLE["infinitive", tree.lemma(up)].certainty is Certainty.DENIED)
    )


def is_question(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is an indirect question: "whether it was hit"."""
    return any(tree.word(m) in _QUESTION for m in tree.on(clause, "mark", "advmod"))

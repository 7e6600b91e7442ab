"""Constructions that say more than their parts: no comment, nobody claims it, not identified, not verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import counted_again, denials, timing
from tacitus.extract import scene as scenery
from tacitus.extract.layers import Frame
from tacitus.extract.lexicon import words_by
from tacitus.extract.predication import surface_subjects
from tacitus.extract.retold import SPEAKERS, again, before, clause_of, is_of_dead, is_recounted, new_toll, wounded
from tacitus.model.claim import Argument
from tacitus.model.ontology import Certainty, Status
from tacitus.model.span import merge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.contract import Draft
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree


_WORDS = {group: frozenset(words) for group, words in words_by("constructions.tsv").items()}
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no"})
_THAT = frozenset({"that", "this", "it", "which"})


@dataclass(frozen=True, slots=True)
class Constructions:
    """Step: publications that were or were not made, and events told again as unknown or with a new toll."""

    name: str = "constructions"
    version: str = "5"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "entities", "times", "counts", "frames"})
    gives: frozenset[str] = frozenset({"frames"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with the frames of constructions added."""
        found: list[Frame] = []
        scenes = scenery.scenes(draft)
        for at, scene in enumerate(scenes):
            told = counted_again.read(scene, (*draft.frames, *found))
            found += (*told, *_in_scene(scene, draft.frames), *denials.read(scenes, at, draft.frames))
        again = {f.trigger for f in found if f.type == "publication"}
        kept = (f for f in draft.frames if f.type != "publication" or f.trigger not in again)
        left = (f for f in kept if not is_recounted(f, found) and not counted_again.is_replaced(f, found))
        return replace(draft, frames=(*left, *found))


def _in_scene(scene: Scene, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    tree = scene.tree
    for i in range(len(tree.tokens)):
        lemma = tree.lemma(i)
        if lemma in _WORDS["silent"]:
            yield from _no_comment(scene, i)
        elif lemma == "responsibility":
            yield from _responsibility(scene, i)
        elif lemma in _WORDS["withhold"] and tree.is_verb(i) and is_negated(tree, i):
            yield from _withheld(scene, i, frames)
        elif lemma in _WORDS["verify"] and tree.is_verb(i) and is_negated(tree, i):
            yield from _unverified(scene, i, frames)
        elif lemma in _WORDS["statement"] and tree.preposition(i) in ("in", "on"):
            yield from _in_statement(scene, i)
        elif lemma in _WORDS["true"] | _WORDS["untrue"] and is_negated(tree, i) == (lemma in _WORDS["true"]):
            yield from _untrue(scene, i, frames)
        elif lemma in _WORDS["toll"] or (lemma in _WORDS["number"] and is_of_dead(tree, i)):
            yield from new_toll(scene, i, frames)
        elif lemma in _WORDS["wounded"]:
            yield from wounded(scene, i, frames)


def is_negated(tree: Tree, i: int) -> bool:
    """Tell whether a word is denied: by an adverb, by "no", or by "declined to", "unable to" over it."""
    if any(tree.word(k) in _NEGATIVE for k in tree.on(i, "advmod", "det")):
        return True
    up = tree.head(i)
    return (
        up >= 0
        and tree.is_a(i, "xcomp", "ccomp")
        and tree.lemma(up) in ("decline", "refuse", "unable", "fail", "impossible")
    )


def _publication(scene: Scene, at: int, args: tuple[Argument, ...], certainty: Certainty) -> Frame:
    tree = scene.tree
    clause = clause_of(tree, at)
    span = tree.span(tree.subtree(clause, without=("conj", "cc", "parataxis", "punct")))
    dated = timing.of(scene, at, Status.ACTUAL)
    return Frame(
        type="publication",
        args=args,
        trigger=tree.tokens[at].span,
        sentence=tree.index,
        evidence=(span,),
        time=dated.when,
        anchor=dated.anchor,
        certainty=certainty,
        made_by=f"constructions:{tree.lemma(at)}",
    )


def _told(scene: Scene, actor: int, topic: str) -> tuple[Argument, ...]:
    return Argument("actor", scene.entity(actor)), Argument("topic", topic)


def _no_comment(scene: Scene, i: int) -> Iterator[Frame]:
    tree = scene.tree
    if tree.is_verb(i) and is_negated(tree, i):
        who = surface_subjects(tree, i)
    elif not tree.is_verb(i) and is_negated(tree, i):
        who = tuple(k for k in tree.on(i, "nmod") if tree.preposition(k) in ("from", "by"))
    else:
        verb = clause_of(tree, i)
        reached = tree.lemma(verb) in ("reach", "respond", "reply", "return") and is_negated(tree, verb)
        who = surface_subjects(tree, verb) if reached else ()
    for head in who:
        if scene.entity(head) and scene.type(head) in SPEAKERS:
            yield _publication(scene, i, _told(scene, head, "comment"), Certainty.DENIED)


def _responsibility(scene: Scene, i: int) -> Iterator[Frame]:
    """Read "claimed responsibility", "no group claimed responsibility", "no claim of responsibility"."""
    tree = scene.tree
    verb = tree.head(i)
    if verb < 0 or tree.lemma(verb) not in ("claim", "accept", "admit", "take"):
        return
    subjects = surface_subjects(tree, verb) if tree.is_verb(verb) else ()
    denied = is_negated(tree, verb) or any(is_negated(tree, s) or tree.word(s) in ("nobody", "none") for s in subjects)
    topic = f"claim of {scene.describes(i)}"
    if denied:
        yield _publication(scene, verb, (Argument("topic", topic),), Certainty.DENIED)
        return
    for s in subjects:
        if scene.entity(s):
            yield _publication(scene, verb, _told(scene, s, topic), Certainty.STATED)


def _withheld(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "it did not identify the men": the event again, whose target its source does not tell."""
    tree = scene.tree
    earlier = before(scene, frames, tree.tokens[i].span.start)
    objects = [scene.entity(k) for k in tree.on(i, "obj") if scene.entity(k)]
    speakers = tuple(scene.entity(s) for s in surface_subjects(tree, i) if scene.entity(s))
    if earlier is None or not objects or not speakers or tree.is_passive(i):
        return
    kept = [a for a in earlier.args if a.role == "actor"]
    args = (*kept, *(Argument("target", o) for o in objects))
    span = tree.span(tree.subtree(i, without=("conj", "cc", "punct", "parataxis")))
    told = again(scene, i, earlier, (span,), "withheld")
    yield replace(told, args=args, certainty=Certainty.UNKNOWN, speakers=speakers)


def _unverified(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "the claim could not be verified": the last event again, unknown to the writer."""
    tree = scene.tree
    earlier = before(scene, frames, tree.sentence.span.start)
    if earlier is None or not (tree.is_passive(i) or tree.on(i, "nsubj")):
        return
    span = tree.span(tree.subtree(clause_of(tree, i)))
    told = again(scene, i, earlier, (span,), "unverified")
    yield replace(told, certainty=Certainty.UNKNOWN, speakers=())


def _untrue(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "that wasn't accurate", "the report is false": what was said last, denied by the writer."""
    tree = scene.tree
    if not any(tree.word(s) in _THAT or tree.lemma(s) in _WORDS["account"] for s in tree.on(i, "nsubj")):
        return
    place = tree.tokens[i].span.start
    here = [f for f in frames if f.trigger.start < place and f.sentence == tree.index]
    near = here or [f for f in frames if f.sentence == tree.index - 1]
    if not near:
        return
    earlier = max(near, key=lambda f: f.trigger)
    span = tree.sentence.span if earlier.sentence == tree.index else tree.span(tree.subtree(i))
    told = again(scene, i, earlier, merge((*earlier.evidence, span)), "untrue")
    yield replace(told, certainty=Certainty.DENIED)


def _in_statement(scene: Scene, i: int) -> Iterator[Frame]:
    """Read "in a statement issued on Tuesday, X said": a publication besides what is said."""
    tree = scene.tree
    verb = tree.head(i)
    if (
        verb < 0
        or not tree.is_verb(verb)
        or not tree.is_a(i, "obl")
        or not (tree.on(verb, "ccomp", "parataxis") or tree.is_a(verb, "parataxis"))
    ):
        return
    for s in surface_subjects(tree, verb):
        if scene.entity(s) and scene.type(s) in SPEAKERS:
            media = (Argument("media", scene.entity(i)),) if scene.entity(i) else ()
            made = _publication(scene, i, (*_told(scene, s, "statement"), *media), Certainty.STATED)
            words = (*tree.subtree(i), *tree.subtree(s), verb)
            issued = (timing.of(scene, k, Status.ACTUAL) for k in (i, *tree.on(i, "acl")))
            dated = next((d for d in issued if d.when), timing.Dated(made.time, made.anchor))
            yield replace(made, evidence=(tree.span(words),), time=dated.when, anchor=dated.anchor)

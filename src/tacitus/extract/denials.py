"""Denials that point back: "accused X of the raid, which X denied", "Y denied it", "Z rejected the accusation".

So does "the group denied any role in it", of what it is said to have done. "They found no proof of such support" points
back too, and denies nothing: they do not know of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.building import HARMFUL
from tacitus.extract.lexicon import predicates, words_by
from tacitus.extract.predication import surface_subjects
from tacitus.extract.retold import SPEAKERS, again
from tacitus.model.ontology import Certainty, Kind, Status, kind_of
from tacitus.model.span import merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree

_DENY = frozenset(words_by("speech.tsv")["deny"])
_WORDS = {group: frozenset(words) for group, words in words_by("constructions.tsv").items()}
_SAID = _WORDS["account"] | {"accusation", "charge", "suggestion"}
_BLAME = _WORDS["blame"]
_BACK = frozenset({"it", "this", "that", "which"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither"})
_ON = frozenset({"of", "for", "in", "to"})
_OWN = ("acl", "acl:relcl", "ccomp", "nmod", "conj", "amod")
_REACH = 3  # sentences back to what somebody is said to have done


def points_back(tree: Tree, verb: int) -> int:
    """Return the word by which a verb of denying points at what was said before it; -1 where it points at nothing.

    "Which" may hang on another verb of the sentence: only the denier stands between it and the denial.
    """
    if tree.lemma(verb) not in _DENY or not tree.is_verb(verb) or tree.is_passive(verb):
        return -1
    below = tree.on(verb, "ccomp", "xcomp")
    if any(tree.tokens[k].upos != "PRON" and tree.lemma(k) not in _SAID | _BLAME for k in below):
        return -1
    objects = (*tree.on(verb, "obj"), *below)
    found = next((k for k in objects if _is_back(tree, k) or _is_blame(tree, verb, k)), -1)
    return found if found >= 0 or objects else _before(tree, verb)


def _is_back(tree: Tree, k: int) -> bool:
    """Tell whether a word means what was said before: "it", "the accusation"."""
    pointing = any(tree.word(d) in _POINTING for d in tree.on(k, "det"))
    return tree.word(k) in _BACK or (tree.lemma(k) in _SAID and pointing and not tree.on(k, *_OWN))


def is_blame(tree: Tree, k: int) -> bool:
    """Tell whether a word names the blame for something: "responsibility", "role"."""
    return tree.lemma(k) in _BLAME


def _is_blame(tree: Tree, verb: int, k: int) -> bool:
    """Tell whether a word is the blame for what was told before: "any responsibility", "any role in the attack"."""
    phrases = [p for p in (*tree.on(k, "nmod"), *tree.on(verb, "obl")) if tree.preposition(p) in _ON]
    is_known = all(tree.word(p) in _BACK or _is_bare(tree, p) for p in phrases)
    return tree.lemma(k) in _BLAME and is_known and not tree.on(k, "acl", "acl:relcl", "ccomp", "conj", "nmod:poss")


def _is_bare(tree: Tree, noun: int) -> bool:
    """Tell whether a noun has an article that points back and no other words: "the attack", "such support"."""
    marks = {tree.word(d) for d in tree.on(noun, "det", "det:predet", "amod")}
    others = (k for k in tree.on(noun, *_OWN, "compound") if tree.word(k) not in _POINTING)
    return bool(marks & _POINTING) and not any(others)


def _before(tree: Tree, verb: int) -> int:
    """Return the "which", or the word for what was said, whose clause is the denial: "a claim that the army denied"."""
    own = {i for s in tree.on(verb, "nsubj") for i in tree.subtree(s)} | set(tree.on(verb, "aux", "advmod", "mark"))
    for k in range(verb - 1, 0, -1):
        is_which = tree.word(k) == "which" and tree.word(k - 1) == ","
        is_claim = tree.lemma(k) in _SAID and tree.word(k - 1) in ("a", "an") and tree.word(k - 2) == ","
        if is_which or is_claim:
            between = set(range(k + 1, verb))
            return k if between and between <= own else -1
    return -1


def finds_none(tree: Tree, verb: int) -> int:
    """Return what a verb finds no proof of, where that was told before: "found no proof of such support"; else -1."""
    if tree.lemma(verb) not in _WORDS["find"] or not tree.is_verb(verb) or tree.is_passive(verb):
        return -1
    is_negated = any(tree.word(k) in _NOT for k in tree.on(verb, "advmod"))
    for k in tree.on(verb, "obj"):
        marks = {tree.word(d) for d in tree.on(k, "det")}
        is_none = tree.lemma(k) in _WORDS["proof"] and ("no" in marks or (is_negated and "any" in marks))
        for of in tree.on(k, "nmod") if is_none else ():
            if tree.preposition(of) in _ON and (tree.word(of) in _BACK or _is_bare(tree, of)):
                return of
    return -1


def read(scenes: Sequence[Scene], at: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Yield what was said last, denied by who denies it, or not known to who finds no proof of it.

    Args:
        scenes: All sentences.
        at: Which one is read.
        frames: What the text tells.
    """
    scene, tree = scenes[at], scenes[at].tree
    for verb in range(len(tree.tokens)):
        none = finds_none(tree, verb)
        back = none if none >= 0 else points_back(tree, verb)
        if back < 0 or (none < 0 and any(tree.word(k) in _NOT for k in tree.on(verb, "advmod"))):
            continue
        speakers = tuple(
            scene.entity(s) for s in surface_subjects(tree, verb) if scene.entity(s) and scene.type(s) in SPEAKERS
        )
        if is_blame(tree, back) and none < 0:
            earlier = _done_by(speakers, tree.tokens[back].span.start, at, frames)
        else:
            earlier = _meant(scenes, tree.tokens[back].span.start, at, _alike(tree, back, frames))
        if earlier is not None and speakers:
            span = tree.span((back, *tree.subtree(verb, without=("conj", "cc", "parataxis", "punct"))))
            told = again(scene, verb, earlier, merge((*earlier.evidence, span)), "denied" if none < 0 else "unproven")
            certainty = Certainty.DENIED if none < 0 else Certainty.UNKNOWN
            yield replace(told, speakers=speakers, certainty=certainty, is_aside=True)


def _alike(tree: Tree, back: int, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Return what a noun may mean: what has its own type, where such was told; else everything."""
    entry = predicates("n").get(tree.lemma(back))
    same = tuple(f for f in frames if entry is not None and f.type == entry.type and tree.index - f.sentence in (0, 1))
    return same or frames


def _done_by(speakers: tuple[str, ...], place: int, at: int, frames: tuple[Frame, ...]) -> Frame | None:
    """Return what the speakers were last said to have done."""
    done = [
        f
        for f in frames
        if f.trigger.start < place and 0 <= at - f.sentence <= _REACH and f.type in HARMFUL
        and f.status is Status.ACTUAL and f.certainty is not Certainty.DENIED
        and any(a.role == "actor" and a.value in speakers for a in f.args)
    ]  # fmt: skip
    return max(done, key=lambda f: f.trigger) if done else None


def _meant(scenes: Sequence[Scene], place: int, at: int, frames: tuple[Frame, ...]) -> Frame | None:
    """Return what was told last before a place, in its own sentence or the one before."""
    told = [f for f in frames if f.trigger.start < place and f.certainty is not Certainty.DENIED]
    for sentence in (at, at - 1):
        near = [f for f in told if f.sentence == sentence and f.status is Status.ACTUAL and f.type != "publication"]
        clear = [f for f in near if _is_asserted(f) and not _is_aside(scenes[sentence].tree, f)]
        if near:
            return max(clear, key=lambda f: f.trigger) if clear else None
    return None


def _is_asserted(frame: Frame) -> bool:
    """Tell whether a relation is what its clause says; names and owners are taken for granted: "Zenda's camps"."""
    is_said = frame.made_by.endswith((".v", ".n")) and not frame.is_aside
    return is_said or kind_of(frame.type) is Kind.EVENT


def _is_aside(tree: Tree, frame: Frame) -> bool:
    """Tell whether only what describes a noun tells it: "a faction led by Ann Lee"."""
    at = next((i for i, token in enumerate(tree.tokens) if token.span == frame.trigger), -1)
    return at >= 0 and any(tree.is_a(i, "acl", "acl:relcl", "appos") for i in (at, *tree.ancestors(at)))

"""Denials that point back: "accused X of the raid, which X denied", "Y denied it", "Z rejected the accusation"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words_by
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
_SAID = frozenset(words_by("constructions.tsv")["account"]) | {"accusation", "charge", "suggestion"}
_BACK = frozenset({"it", "this", "that", "which"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither"})


def points_back(tree: Tree, verb: int) -> int:
    """Return the word by which a verb of denying points at what was said before it; -1 where it points at nothing.

    "Which" may hang on another verb of the sentence: only the denier stands between it and the denial.
    """
    if tree.lemma(verb) not in _DENY or not tree.is_verb(verb) or tree.is_passive(verb):
        return -1
    below = tree.on(verb, "ccomp", "xcomp")
    if any(tree.tokens[k].upos != "PRON" for k in below):
        return -1
    objects = (*tree.on(verb, "obj"), *below)
    for k in objects:
        plain = not tree.on(k, "acl", "acl:relcl", "ccomp", "nmod", "conj", "amod")
        pointing = any(tree.word(d) in _POINTING for d in tree.on(k, "det"))
        if tree.word(k) in _BACK or (tree.lemma(k) in _SAID and plain and pointing):
            return k
    which = next((k for k in range(verb - 1, 0, -1) if tree.word(k) == "which" and tree.word(k - 1) == ","), -1)
    between = set(range(which + 1, verb))
    own = {i for s in tree.on(verb, "nsubj") for i in tree.subtree(s)} | set(tree.on(verb, "aux", "advmod"))
    return which if which >= 0 and not objects and between and between <= own else -1


def read(scenes: Sequence[Scene], at: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Yield what was said last, denied by who denies it.

    Args:
        scenes: All sentences.
        at: Which one is read.
        frames: What the text tells.
    """
    scene, tree = scenes[at], scenes[at].tree
    for verb in range(len(tree.tokens)):
        back = points_back(tree, verb)
        if back < 0 or any(tree.word(k) in _NOT for k in tree.on(verb, "advmod")):
            continue
        speakers = tuple(
            scene.entity(s) for s in surface_subjects(tree, verb) if scene.entity(s) and scene.type(s) in SPEAKERS
        )
        earlier = _meant(scenes, tree.tokens[back].span.start, at, frames)
        if earlier is not None and speakers:
            span = tree.span((back, *tree.subtree(verb, without=("conj", "cc", "parataxis", "punct"))))
            told = again(scene, verb, earlier, merge((*earlier.evidence, span)), "denied")
            yield replace(told, speakers=speakers, certainty=Certainty.DENIED, is_aside=True)


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

"""A body that takes another name: "the Guard was renamed the Shield", "since 2017 it has been called the Shield"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words_by
from tacitus.extract.phrases import base
from tacitus.extract.predication import surface_subjects
from tacitus.extract.relating import fits, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree

_WORDS = {group: frozenset(words) for group, words in words_by("constructions.tsv").items()}
_ITSELF = frozenset({"itself", "themselves"})
#: Prepositions before a new name: "renamed as", "changed its name to", "became known as".
_TO = frozenset({"", "as", "to", "into"})


def read(scene: Scene) -> Iterator[Frame]:
    """Yield the new name as successor of the old one, with the time of the change."""
    tree = scene.tree
    for verb in range(len(tree.tokens)):
        if tree.is_verb(verb) and _renames(tree, verb):
            olds, news = _old(tree, verb), _new(tree, verb)
            for old, new in ((o, n) for o in olds for n in news):
                if scene.is_named(new) and fits(scene, "successor", new, old):
                    inside = tree.subtree(verb, without=("conj", "cc", "parataxis", "punct", "advcl"))
                    yield frame(scene, "successor", (new, old), (verb, *inside, *base(tree, old)), "rename.v")


def _renames(tree: Tree, verb: int) -> bool:
    """Tell whether a verb gives another name; what somebody "has been called" since some day is one."""
    if tree.lemma(verb) in _WORDS["rename"]:
        return True
    if tree.lemma(verb) in _WORDS["alter"]:
        return any(tree.lemma(k) == "name" and tree.on(k, "nmod:poss") for k in tree.on(verb, "obj"))
    is_perfect = any(tree.lemma(k) == "have" for k in tree.on(verb, "aux"))
    is_since = any(tree.preposition(k) == "since" for k in tree.on(verb, "obl"))
    return tree.lemma(verb) in _WORDS["call"] and tree.is_passive(verb) and is_perfect and is_since


def _old(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who had the old name: the subject of "was renamed" and "renamed itself", else the first object."""
    subjects = surface_subjects(tree, verb)
    own = [k for k in tree.on(verb, "obj", "iobj") if tree.word(k) in _ITSELF]
    if tree.is_passive(verb) or own or tree.lemma(verb) in _WORDS["alter"]:
        return subjects[:1]
    return tree.on(verb, "obj", "iobj")[:1]


def _new(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the new name: what stands behind the verb and is not who is renamed."""
    phrases = tree.on(verb, "xcomp", "obj", "iobj", "obl")
    old = {*_old(tree, verb), *(k for k in phrases if tree.word(k) in _ITSELF or tree.lemma(k) == "name")}
    behind = [k for k in phrases if k > verb and k not in old and tree.preposition(k) in _TO]
    return tuple(k for k in behind if tree.tokens[k].upos in ("PROPN", "NOUN"))[:1]

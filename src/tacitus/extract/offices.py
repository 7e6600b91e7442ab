"""Who holds an office that was told of with its body before: "a spokesman for X … The spokesman is Ann Lee"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tacitus.extract import phrases
from tacitus.extract.lexicon import word_types
from tacitus.extract.relating import frame
from tacitus.model.claim import Argument
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree

_HELD = frozenset({"leads", "member"})


@dataclass(slots=True)
class Offices:
    """The offices that a text has told of so far.

    Attributes:
        bodies: Lemma of the office → entity ids of the bodies that have one.
    """

    bodies: dict[str, set[str]] = field(default_factory=dict)

    def read(self, scene: Scene, found: Sequence[Frame]) -> Iterator[Frame]:
        """Yield who is said to hold an office whose body was told before, and remember those of this sentence.

        Args:
            scene: The sentence.
            found: The relations that its role nouns tell.
        """
        yield from self._held(scene)
        starts = {token.span: i for i, token in enumerate(scene.tree.tokens)}
        for one in found:
            roles = {a.role: a.value for a in one.args}
            if one.type in _HELD and "role" in roles and one.trigger in starts:
                lemma = scene.tree.lemma(starts[one.trigger])
                self.bodies.setdefault(lemma, set()).add(str(roles["object"]))

    def _held(self, scene: Scene) -> Iterator[Frame]:
        tree, kinds = scene.tree, word_types("role_nouns.tsv")
        for noun, token in enumerate(tree.tokens):
            bodies = self.bodies.get(tree.lemma(noun), set())
            if token.upos != "NOUN" or len(bodies) != 1 or not _is_bare(tree, noun):
                continue
            holder = _holder(scene, noun)
            if holder >= 0:
                made = frame(
                    scene, kinds[tree.lemma(noun)], (holder, holder), (noun, *_words(tree, holder, noun)), _RULE
                )
                body = Argument("object", next(iter(bodies)))
                yield replace(made, args=(made.args[0], body, Argument("role", token.text)))


_RULE = "office.n"


def _is_bare(tree: Tree, noun: int) -> bool:
    """Tell whether a noun speaks of the office that is known: "the spokesman", not "the Zenda spokesman"."""
    return phrases.base(tree, noun) == (noun,) and any(tree.word(k) == "the" for k in tree.on(noun, "det"))


def _holder(scene: Scene, noun: int) -> int:
    """Return the head of the person who is said to be it: "The spokesman is Ann Lee", "she is the spokesman"."""
    tree, up = scene.tree, scene.tree.head(noun)
    if tree.is_a(noun, "nsubj") and up >= 0 and tree.on(up, "cop"):
        return up if scene.type(up) is EntityType.PERSON and scene.entity(up) else -1
    subjects = tree.on(noun, "nsubj") if tree.on(noun, "cop") else ()
    persons = (s for s in subjects if scene.type(s) is EntityType.PERSON and scene.entity(s))
    return next(persons, -1)


def _words(tree: Tree, holder: int, noun: int) -> tuple[int, ...]:
    return (*range(min(holder, noun), max(holder, noun) + 1), *phrases.base(tree, holder))

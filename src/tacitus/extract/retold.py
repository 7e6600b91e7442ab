"""Events told again further on: with a new toll, a number of wounded, or a number that is put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.building import HARMFUL
from tacitus.extract.lexicon import words_by
from tacitus.extract.predication import surface_subjects
from tacitus.model.claim import Argument
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree
    from tacitus.model.span import Span

_WORDS = {group: frozenset(words) for group, words in words_by("constructions.tsv").items()}
#: Those who can say something.
SPEAKERS = frozenset(EntityType) - {EntityType.PLACE, EntityType.FACILITY, EntityType.THING}
_REACH = 2  # sentences back to what is told again


def before(scene: Scene, frames: tuple[Frame, ...], place: int, *, harmful: bool = False) -> Frame | None:
    """Return the last event told before a place, not further back than the reach."""
    near = [
        f
        for f in frames
        if f.trigger.start < place and scene.tree.index - f.sentence <= _REACH and kind_of(f.type) is Kind.EVENT
    ]
    fit = [f for f in near if not harmful or f.type in HARMFUL]
    return max(fit, key=lambda f: f.trigger) if fit else None


def again(scene: Scene, i: int, earlier: Frame, evidence: tuple[Span, ...], rule: str) -> Frame:
    """Return an earlier frame as another word of this sentence tells it again."""
    tree = scene.tree
    place = tree.tokens[i].span
    return replace(earlier, trigger=place, sentence=tree.index, evidence=evidence, made_by=f"constructions:{rule}")


def clause_of(tree: Tree, at: int) -> int:
    """Return the verb, or the root, that heads the clause of a word."""
    if tree.is_verb(at) and not tree.is_a(at, "xcomp"):
        return at
    for up in tree.ancestors(at):
        if (tree.is_verb(up) and not tree.is_a(up, "xcomp")) or tree.head(up) < 0:
            return up
    return at


def is_recounted(frame: Frame, found: list[Frame]) -> bool:
    """Tell whether a toll tells the number of an event that its own sentence leaves open: "people killed in it"."""
    counts = [a.value for a in frame.args if a.role == "killed"]
    tolls = [f for f in found if f.made_by == "constructions:toll" and f.sentence == frame.sentence]
    return any(f.type == frame.type for f in tolls) and any(isinstance(c, Count) and not c.words for c in counts)


def is_of_dead(tree: Tree, i: int) -> bool:
    """Tell whether a number is one of dead: "the number of people killed", "the number of deaths"."""
    words = [w for k in tree.on(i, "nmod") if tree.preposition(k) == "of" for w in (k, *tree.on(k, "acl", "amod"))]
    return any(tree.lemma(w) in _WORDS["dead"] or tree.word(w) in _WORDS["dead"] for w in words)


def _inside(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Frame | None:
    """Return the event that the toll is of: "the number of people killed in the shelling"."""
    tree = scene.tree
    start, end = tree.tokens[i].span.start, tree.tokens[clause_of(tree, i)].span.start
    fit = (f for f in frames if f.sentence == tree.index and f.type in HARMFUL)
    return next((f for f in fit if start < f.trigger.start < end), None)


def new_toll(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "they raised the toll to 34": the last event again with the new count, else the first one of the text."""
    tree = scene.tree
    verb = clause_of(tree, i)
    earlier = _inside(scene, i, frames) or before(scene, frames, tree.tokens[i].span.start, harmful=True)
    if earlier is None and tree.lemma(verb) in _WORDS["rise"]:
        earlier = next((f for f in frames if f.type in HARMFUL and f.sentence < tree.index), None)
    counts = [scene.counted(k) for k in tree.on(verb, "obl", "obj") if tree.preposition(k) in ("to", "at")]
    found = [c for c in counts if c is not None]
    if earlier is None or not found:
        return
    old = next((a.value for a in earlier.args if a.role == "killed"), None)
    who = getattr(old, "who", None)
    args = (
        *(a for a in earlier.args if a.role not in ("killed", "injured")),
        Argument("killed", replace(found[0], who=who)),
    )
    speakers = tuple(
        scene.entity(s) for s in surface_subjects(tree, verb) if scene.entity(s) and scene.type(s) in SPEAKERS
    )
    span = tree.span(tree.subtree(verb, without=("conj", "cc", "parataxis", "punct")))
    yield replace(again(scene, i, earlier, (span,), "toll"), args=args, speakers=speakers)


def wounded(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "46 wounded people were brought in", "40 people remain injured": the event before with its wounded.

    Only where the text has told one already: somebody else may have been hurt elsewhere.
    """
    tree = scene.tree
    up = tree.head(i)
    if up < 0:
        return
    verb = clause_of(tree, i)
    people = up if tree.is_a(i, "amod") else next(iter(tree.on(up, "nsubj")), -1) if tree.is_a(i, "xcomp") else -1
    count = scene.counted(people) if people >= 0 and tree.lemma(verb) in _WORDS["received"] else None
    last = before(scene, frames, tree.tokens[i].span.start, harmful=True) if count is not None else None
    if count is None or last is None or not count.words:
        return
    earlier = min((f for f in frames if f.sentence == last.sentence and f.type in HARMFUL), key=lambda f: f.trigger)
    args = (*(a for a in earlier.args if a.role not in ("killed", "injured")), Argument("injured", count))
    span = tree.span(tree.subtree(verb, without=("conj", "cc", "parataxis", "punct")))
    yield replace(again(scene, i, earlier, (span,), "wounded"), args=args, speakers=())

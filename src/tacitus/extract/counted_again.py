"""The dead and wounded of an event that was told before, counted in a sentence of their own.

"Twenty people were killed", "Among the dead are two soldiers", "Nine of the dead were children", "the number was 43":
such sentences name no event; they count again whom the event told last has harmed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.harm_words import Harm, harm_of
from tacitus.extract.lexicon import words_by
from tacitus.extract.retold import again, before, clause_of, is_of_dead
from tacitus.model.claim import Argument
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree

_WORDS = {group: frozenset(words) for group, words in words_by("constructions.tsv").items()}
_AMONG = frozenset({"among", "amongst"})
_ROLES = {Harm.KILLED: "killed", Harm.WOUNDED: "injured"}
#: Roles of a killing that has no other event behind it.
_OWN = frozenset({"actor", "place", "instrument"})
_COUNTS = frozenset({"killed", "injured"})


def read(scene: Scene, told: tuple[Frame, ...]) -> Iterator[Frame]:
    """Yield the events told before with the dead and wounded that the sentence counts.

    Args:
        scene: The sentence.
        told: All events of the text, those told again before this sentence among them.
    """
    tree = scene.tree
    frames = tuple(f for f in told if f.sentence == tree.index or not is_replaced(f, told))
    for i, token in enumerate(tree.tokens):
        role = _ROLES.get(harm_of(tree.word(i), "state") or harm_of(tree.lemma(i), "state") or Harm.HARMED)
        if role and any(tree.word(k) == "the" for k in tree.on(i, "det")):
            for count in (*_among(scene, i), *_of_them(scene, i)):
                yield from _counted(scene, i, frames, (Argument(role, count),))
        elif tree.lemma(i) in _WORDS["number"] and tree.is_a(i, "nsubj") and not is_of_dead(tree, i):
            yield from _corrected(scene, i, frames)
        elif token.upos == "VERB":
            yield from _told(scene, i, frames)


def is_replaced(frame: Frame, found: Iterable[Frame]) -> bool:
    """Tell whether a killing that names no event was told as the event before."""
    return any(f.made_by == _DEAD and f.trigger == frame.trigger for f in found) and frame.type == "killing"


_DEAD = "constructions:dead"
_DYING = "events:die"


def _counted(scene: Scene, i: int, frames: tuple[Frame, ...], counts: tuple[Argument, ...]) -> Iterator[Frame]:
    tree = scene.tree
    hurt = tuple(f for f in frames if not f.made_by.startswith(_DYING))  # those who died later were hurt before
    earlier = before(scene, hurt, tree.tokens[i].span.start, harmful=True)
    if earlier is None or earlier.status is not Status.ACTUAL or not counts:
        return
    kept = (a for a in earlier.args if a.role not in _COUNTS)
    span = tree.span(tree.subtree(clause_of(tree, i), without=("parataxis", "punct", "cc", "mark")))
    told = again(scene, i, earlier, (span,), _DEAD.partition(":")[2])
    certainty = Certainty.STATED if earlier.certainty is Certainty.DENIED else earlier.certainty
    yield replace(told, args=(*kept, *counts), speakers=(), certainty=certainty)


def _among(scene: Scene, i: int) -> Iterator[Count]:
    """Yield who is counted in "Among the dead are two soldiers", "Two soldiers were among the dead"."""
    tree = scene.tree
    if tree.preposition(i) in _AMONG and tree.on(i, "cop"):
        behind = tuple(k for k in (tree.head(i),) if k > i and not tree.is_verb(k))
        for head in (c for s in tree.on(i, "nsubj") or behind for c in tree.conjuncts(s) if c != i):
            count = scene.counted(head)
            if count is not None and count.words:
                yield count


def _of_them(scene: Scene, i: int) -> Iterator[Count]:
    """Yield who is counted in "Nine of the dead were children"."""
    tree = scene.tree
    number = tree.head(i)
    if tree.preposition(i) != "of" or number < 0 or tree.tokens[number].upos != "NUM":
        return
    said = tree.head(number)
    count = scene.counted(number)
    if tree.is_a(number, "nsubj") and said >= 0 and tree.on(said, "cop") and count is not None and scene.entity(said):
        yield replace(count, who=scene.entity(said))


def _corrected(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "the number was 43" behind a count of dead or wounded: the event again with this one."""
    tree = scene.tree
    said = tree.head(i)
    is_said = said >= 0 and tree.tokens[said].upos == "NUM" and bool(tree.on(said, "cop"))
    count = scene.counted(said) if is_said and any(tree.word(k) == "the" for k in tree.on(i, "det")) else None
    earlier = before(scene, frames, tree.tokens[i].span.start, harmful=True) if count is not None else None
    roles = [a.role for a in earlier.args if a.role in _COUNTS] if earlier is not None else []
    if count is not None and len(roles) == 1:
        yield from _counted(scene, i, frames, (Argument(roles[0], replace(count, who=None)),))


def _told(scene: Scene, i: int, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Read "20 people were killed and 17 injured", with no word of who did it or where."""
    place = scene.tree.tokens[i].span
    own = next((f for f in frames if f.trigger == place and f.type == "killing" and f.made_by.endswith(".v")), None)
    if own is None or own.certainty is Certainty.DENIED or own.status is not Status.ACTUAL or not _is_bare(scene, i):
        return
    counts = tuple(a for a in own.args if isinstance(a.value, Count))
    others = [a for a in own.args if not isinstance(a.value, Count)]
    has_number = any(isinstance(a.value, Count) and a.value.words for a in counts)
    if not has_number or any(a.role in _OWN for a in others) or not _is_same_day(scene, own, frames):
        return
    kinds = {m.type for m in scene.mentions.values() if any(a.value == m.entity for a in others)}
    if kinds <= {EntityType.PEOPLE}:
        for one in _counted(scene, i, tuple(f for f in frames if f is not own), counts):
            yield replace(one, certainty=own.certainty)


def _is_bare(scene: Scene, i: int) -> bool:
    """Tell whether a passive has no phrase or clause that could tell another event: "were killed in the raid"."""
    tree = scene.tree
    phrases = (k for k in tree.on(i, "obl") if not scene.is_time(k))
    is_past = any(tree.word(k) in ("was", "were", "being") for k in tree.on(i, "aux:pass"))  # "have been": in all years
    is_apart = tree.is_a(i, "acl:relcl", "acl", "advcl")
    return is_past and not is_apart and not tree.on(i, "advcl", "acl") and not any(True for _ in phrases)


def _is_same_day(scene: Scene, own: Frame, frames: tuple[Frame, ...]) -> bool:
    tree: Tree = scene.tree
    earlier = before(scene, frames, tree.sentence.span.start, harmful=True)
    is_dated = own.time is not None and own.anchor != "story"
    return earlier is not None and (not is_dated or own.time == earlier.time)

"""When: the time expression of a sentence that belongs to one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.model.ontology import Status

if TYPE_CHECKING:
    from tacitus.extract.layers import TimeMention
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree
    from tacitus.model.when import When

#: Relations up which a time of the governor is also the time of the event.
_UP = ("obj", "nsubj", "obl", "xcomp", "conj", "nmod", "advcl", "acl", "compound", "csubj")


def of(scene: Scene, trigger: int, status: Status) -> When | None:
    """Return the time of the event at token `trigger`: its own, else that of what governs it in the same clause."""
    attached = _attached(scene)
    tree = scene.tree
    at = trigger
    for _ in range(8):
        if at in attached:
            return attached[at].when
        up = tree.head(at)
        if up < 0 or tree.is_a(at, "acl:relcl", "ccomp", "parataxis", "appos") or not tree.is_a(at, *_UP):
            return None
        if tree.is_a(at, "xcomp", "advcl", "acl") and status is not Status.ACTUAL:
            return None
        at = up
    return None


def _attached(scene: Scene) -> dict[int, TimeMention]:
    """Return governor → time expression; the first with a value counts."""
    out: dict[int, TimeMention] = {}
    for time in scene.times:
        if time.when is None:
            continue
        head = _head(scene.tree, time)
        if head is not None:
            out.setdefault(head, time)
            governor = scene.tree.head(head)
            if governor >= 0:
                out.setdefault(governor, time)
    return out


def _head(tree: Tree, time: TimeMention) -> int | None:
    inside = [i for i, t in enumerate(tree.tokens) if time.span.overlaps(t.span)]
    outer = [i for i in inside if tree.head(i) not in inside and tree.tokens[i].upos not in ("ADP", "PUNCT")]
    return outer[0] if outer else None

"""What every reader of relations needs: a frame for two entities, and which types may stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import modality, timing
from tacitus.extract.layers import Frame
from tacitus.model.claim import Argument
from tacitus.model.entity import EntityType
from tacitus.model.span import merge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.extract.scene import Scene

T = EntityType
ORGANISED = frozenset({T.GROUP, T.FORCE, T.STATE, T.ORG, T.MEDIA})
AGENTS = ORGANISED | {T.PERSON, T.PEOPLE}
_ANY = frozenset(EntityType)

#: Relation → types of the subject, types of the object (section 3 of the claim contract).
ALLOWED: dict[str, tuple[frozenset[EntityType], frozenset[EntityType]]] = {
    "leads": (AGENTS, ORGANISED | {T.PLACE, T.FACILITY, T.PEOPLE}),
    "member": (frozenset({T.PERSON, T.PEOPLE, T.GROUP, T.FORCE, T.ORG}), ORGANISED),
    "affiliate": (ORGANISED, ORGANISED),
    "successor": (frozenset({T.GROUP, T.FORCE, T.ORG, T.STATE}), frozenset({T.GROUP, T.FORCE, T.ORG, T.STATE})),
    "ally": (AGENTS, AGENTS),
    "rival": (AGENTS, AGENTS),
    "sponsor": (AGENTS, AGENTS),
    "located": (AGENTS | {T.FACILITY}, frozenset({T.PLACE, T.STATE, T.FACILITY})),
    "controls": (AGENTS, frozenset({T.PLACE, T.FACILITY, T.STATE})),
    "owns": (AGENTS, frozenset({T.FACILITY, T.THING})),
    "origin": (frozenset({T.PERSON, T.PEOPLE}), frozenset({T.STATE, T.PLACE})),
    "kin": (frozenset({T.PERSON, T.PEOPLE}), frozenset({T.PERSON, T.PEOPLE})),
    "associate": (frozenset({T.PERSON, T.PEOPLE}), AGENTS),
    "formation": (AGENTS, ORGANISED),
}


def fits(scene: Scene, relation: str, subject: int, obj: int) -> bool:
    """Tell whether the entities at two heads may stand in a relation."""
    one, other = scene.entity(subject), scene.entity(obj)
    if not one or not other or one == other:
        return False
    left, right = ALLOWED[relation]
    return scene.type(subject) in left and scene.type(obj) in right


def frame(scene: Scene, relation: str, pair: tuple[int, int], tokens: Iterable[int], rule: str) -> Frame:
    """Return the frame of a relation between the entities at two heads.

    Args:
        scene: The sentence.
        relation: Claim type.
        pair: Heads of subject and object; the trigger is the first token of `tokens`.
        tokens: Trigger first, then all words of evidence.
        rule: Name of the rule, for `made_by`.
    """
    words = list(tokens)
    tree = scene.tree
    trigger = words[0]
    mode = modality.of(tree, trigger, relation)
    dated = timing.own(scene, trigger) if tree.is_verb(trigger) else timing.UNDATED
    names = ("actor", "target") if relation == "formation" else ("subject", "object")
    args = [Argument(names[0], scene.entity(pair[0])), Argument(names[1], scene.entity(pair[1]))]
    return Frame(
        type=relation,
        args=tuple(args),
        trigger=tree.tokens[trigger].span,
        sentence=tree.index,
        evidence=merge([tree.span(words)]),
        time=dated.when,
        anchor=dated.anchor,
        certainty=mode.certainty,
        status=mode.status,
        made_by=f"relations:{rule}",
        confidence=0.5,
        is_aside=rule.endswith(".adj"),
    )

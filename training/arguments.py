"""Who fills the roles of an annotated claim, and what two mentions are to each other, as pairs of words.

The annotation names entities, not places in the text: of an entity's mentions in the trigger's sentence the nearest one
is taught, the others are left open. Pronouns, which the annotation does not list, are open too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.model.ontology import COUNT_ROLES, RELATION_ROLES, TEXT_ROLES
from training.example import Pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tacitus.language.analysis import Sentence

Claim = dict[str, Any]
_SYMMETRIC = frozenset({"ally", "rival", "kin"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention in a sentence: its entity's id and the word that heads it."""

    entity: str
    head: int


def head_of(sentence: Sentence, inside: Sequence[int]) -> int:
    """Return the first of the words whose governor is none of them."""
    members = set(inside)
    return next((at for at in inside if sentence.tokens[at].head not in members), inside[0])


def arguments(sentence: Sentence, placed: Sequence[Placed], triggers: Mapping[int, Sequence[Claim]]) -> Pairs:
    """Return the roles of the claims that the triggers (word to claims) name."""
    labelled: dict[tuple[int, int], str | None] = {}
    for trigger, claims in triggers.items():
        for claim in claims:
            for role, entity in _fillers(claim):
                for head, is_nearest in _by_distance(placed, entity, trigger):
                    labelled.setdefault((trigger, head), role if is_nearest else None)
        labelled.update({(trigger, at): None for at in _pronouns(sentence) if (trigger, at) not in labelled})
    return Pairs(tuple(triggers), tuple((a, b, role) for (a, b), role in labelled.items()))


def links(sentence: Sentence, placed: Sequence[Placed], claims: Sequence[Claim]) -> Pairs:
    """Return which mentions are of one thing, and the relations between mentions that the sentence tells."""
    labelled: dict[tuple[int, int], str | None] = {}
    for claim in claims:
        if claim["type"] in RELATION_ROLES and claim["type"] != "alias" and _tells(sentence, claim):
            for first, second in _related(claim):
                _link(labelled, placed, (first, second), claim["type"])
    heads = sorted({one.head: one for one in placed}.values(), key=lambda one: one.head)
    for at, later in enumerate(heads):
        same = [one.head for one in heads[:at] if one.entity == later.entity]
        labelled.update({(later.head, head): None for head in same[:-1]})
        labelled.update({(later.head, head): "same" for head in same[-1:]})
    labelled.update({(one.head, at): None for one in heads for at in _pronouns(sentence)})
    return Pairs(tuple(one.head for one in heads), tuple((a, b, label) for (a, b), label in labelled.items()))


def _fillers(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield `(role, entity id)`: arguments, the dead and wounded, and the innermost speaker."""
    for role, values in claim["args"].items():
        if role in COUNT_ROLES and role != "count":
            yield from ((role, value["who"]) for value in values if isinstance(value, dict) and value.get("who"))
        elif role not in TEXT_ROLES and isinstance(values, list):
            yield from ((role, value) for value in values if isinstance(value, str))
    yield from (("source", entity) for entity in claim["source"][:1])


def _by_distance(placed: Sequence[Placed], entity: str, trigger: int) -> Iterator[tuple[int, bool]]:
    """Yield the heads of the entity's mentions, and whether each is the nearest to the trigger."""
    heads = sorted((one.head for one in placed if one.entity == entity), key=lambda head: (abs(head - trigger), head))
    yield from ((head, nth == 0) for nth, head in enumerate(heads))


def _pronouns(sentence: Sentence) -> Iterator[int]:
    return (at for at, token in enumerate(sentence.tokens) if token.upos in {"PRON", "DET"})


def _tells(sentence: Sentence, claim: Claim) -> bool:
    """Tell whether the claim's evidence touches the sentence."""
    return any(start < sentence.span.end and sentence.span.start < end for start, end in claim["evidence"])


def _related(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the pairs of entities that the relation joins; both ways for one that has no direction."""
    for first in claim["args"].get("subject", ()):
        for second in claim["args"].get("object", ()):
            yield first, second
            if claim["type"] in _SYMMETRIC:
                yield second, first


def _link(
    labelled: dict[tuple[int, int], str | None], placed: Sequence[Placed], pair: tuple[str, str], label: str
) -> None:
    """Label the nearest mentions of two entities; their other mentions stay open."""
    ways = [(a.head, b.head) for a in placed for b in placed if (a.entity, b.entity) == pair and a.head != b.head]
    ways.sort(key=lambda way: (abs(way[0] - way[1]), way))
    for nth, way in enumerate(ways):
        if nth == 0 or labelled.get(way) is None:
            labelled[way] = label if nth == 0 else None

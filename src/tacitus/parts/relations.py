"""Who stands how to whom in a text: the relations of its claims, who fights whom, who is where, and on which words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from tacitus.model.ontology import Certainty, Kind, Status
from tacitus.pipeline import Reader, default_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.language.analysis import Engine
    from tacitus.model.claim import Claim
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.span import Span

FIGHTING = frozenset({"clash", "attack", "airstrike", "shelling", "bombing", "offensive"})
"""Events between two: `actor` against `target`; the sides of a clash against one another."""
THERE = ("actor", "target", "victim")
"""Who is where an event happens, and so `located` there; of what strikes from afar, those that are struck."""
AFAR = frozenset({"airstrike", "shelling"})


@dataclass(frozen=True, slots=True)
class RelationPart:
    """How one thing of the text stands to another.

    Attributes:
        subject: The words for the first: of its mentions the one in the evidence that is nearest to the second.
        object: The words for the second.
        type: A type of relation, or of event in `FIGHTING`; `located` also for those of an event in its place.
        claim: The claim that says so.
    """

    subject: Span
    object: Span
    type: str
    claim: Claim


def relations_of(document: Document, engine: Engine) -> tuple[RelationPart, ...]:
    """Return what stands how to what, in the order of the claims, each pair of words once a type; denials left out."""
    reading = Reader(engine, default_steps()).read(document)
    return parts_of(reading.claims, reading.entities)


def parts_of(claims: Iterable[Claim], entities: Iterable[Entity]) -> tuple[RelationPart, ...]:
    """Return the same from claims and entities."""
    known = {entity.id: entity for entity in entities}
    found = (part for claim in claims for part in _parts(claim, known))
    unique = {(part.type, part.subject, part.object): part for part in found}
    return tuple(unique.values())


def _parts(claim: Claim, entities: dict[str, Entity]) -> Iterator[RelationPart]:
    """Yield the pairs of one claim."""
    if claim.certainty is Certainty.DENIED:
        return
    for kind, one, other in _pairs(claim):
        words = _words(entities[one], entities[other], claim.evidence)
        if words is not None:
            yield RelationPart(*words, kind, claim)


def _pairs(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Yield the type and the ids of the entities that a claim brings together."""
    if claim.kind is Kind.RELATION:
        yield from ((claim.type, *pair) for pair in product(_ids(claim, "subject"), _ids(claim, "object")))
        return
    actors, targets, places = (_ids(claim, role) for role in ("actor", "target", "place"))
    if claim.type in FIGHTING:
        yield from ((claim.type, *pair) for pair in product(actors, targets))
        if claim.type == "clash" and not targets:
            yield from ((claim.type, one, other) for at, one in enumerate(actors) for other in actors[at + 1 :])
    for role in THERE if claim.status is Status.ACTUAL else ():
        if role != "actor" or claim.type not in AFAR:
            yield from (("located", *pair) for pair in product(_ids(claim, role), places))


def _ids(claim: Claim, role: str) -> list[str]:
    return [arg.value for arg in claim.args if arg.role == role and isinstance(arg.value, str)]


def _words(one: Entity, other: Entity, evidence: Sequence[Span]) -> tuple[Span, Span] | None:
    """Return the nearest mentions of two entities within the evidence; of one with itself, its two nearest names."""
    ours, theirs = (_inside(entity, evidence) for entity in (one, other))
    pairs = ((a, b) for a, b in product(ours, theirs) if not a.overlaps(b))
    return min(pairs, key=lambda pair: (abs(pair[0].start - pair[1].start), pair), default=None)


def _inside(entity: Entity, evidence: Sequence[Span]) -> list[Span]:
    return [span for span in entity.mentions if any(span.overlaps(words) for words in evidence)]


def relation_row(part: RelationPart) -> dict[str, Any]:
    """Return a relation as it is written to JSON: `subject` and `object` as `[start, end]`, `type`, `confidence`."""
    return {
        "subject": [part.subject.start, part.subject.end],
        "object": [part.object.start, part.object.end],
        "type": part.type,
        "confidence": part.claim.confidence,
    }

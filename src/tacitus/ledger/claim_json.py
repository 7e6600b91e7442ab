"""Claims and entities as the JSON that a ledger keeps, and back, without loss.

Lists without field names: there are millions of them. What a claim's row of the projection holds and what the log
holds is the same JSON.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tacitus.model.claim import Argument, Claim, Value
from tacitus.model.count import Count
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.source import AUTHOR, SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.model.where_json import where_in, where_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.model.trace import Origin

#: Writes JSON without spaces, in ASCII: the same bytes everywhere. Made once: there are millions of small values.
dumps = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode

#: Many claims have the same time; a `When` never changes.
_when = lru_cache(maxsize=1 << 14)(When)
_CERTAINTIES = {str(c): c for c in Certainty}
_STATUSES = {str(s): s for s in Status}
_TYPES = {str(t): t for t in EntityType}


def claim_out(claim: Claim) -> list[Any]:
    """Return a claim without its trace as a JSON list: the fields of `Claim` in their order."""
    return [
        claim.id,
        claim.type,
        [[a.role, _count_out(a.value) if isinstance(a.value, Count) else a.value] for a in claim.args],
        spans_out(claim.evidence),
        claim.time.edtf if claim.time else None,
        list(claim.source.speakers),
        claim.certainty,
        claim.status,
        claim.confidence,
        claim.made_by,
        claim.anchor,
    ]


def claim_in(data: Sequence[Any], trace: tuple[Origin, ...] = ()) -> Claim:
    """Return the claim that such a list holds, with its trace."""
    id_, type_, args, evidence, time, speakers, certainty, status, confidence, made_by, anchor = data
    return Claim(
        id_,
        type_,
        tuple([Argument(role, _value_in(value)) for role, value in args]),
        spans_in(evidence),
        _when(time) if time is not None else None,
        SourceChain(tuple(speakers)) if speakers else AUTHOR,
        _CERTAINTIES[certainty],
        _STATUSES[status],
        confidence,
        made_by,
        anchor,
        trace,
    )


def entity_out(entity: Entity) -> list[Any]:
    """Return an entity as a JSON list: id, type, names, and where it lies; mentions are left out."""
    where = where_out(entity.where) if entity.where is not None else None
    return [entity.id, entity.type, list(entity.names), where]


def entity_in(data: Sequence[Any], mentions: tuple[Span, ...] = ()) -> Entity:
    """Return the entity that such a list holds, with its mentions."""
    id_, type_, names, where = data
    return Entity(id_, _TYPES[type_], tuple(names), mentions, where_in(where) if where is not None else None)


def spans_out(spans: Iterable[Span]) -> list[int]:
    """Return spans as one flat list of starts and ends."""
    return [edge for span in spans for edge in (span.start, span.end)]


def spans_in(flat: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans of such a list."""
    if len(flat) == 2:  # as nearly always
        return (Span(*flat),)
    return tuple([Span(flat[i], flat[i + 1]) for i in range(0, len(flat), 2)])


def _count_out(value: Count) -> list[Any]:
    return [value.min, value.max, value.who, value.words]


def _value_in(value: Any) -> Value:  # noqa: ANN401 - whatever JSON has
    return Count(*value) if isinstance(value, list) else value

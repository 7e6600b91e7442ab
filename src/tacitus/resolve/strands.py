"""Strands: the claims of one document that tell one happening, told apart from those of its other happenings."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Kind, Status
from tacitus.model.when import Precision
from tacitus.model.where import distance
from tacitus.resolve.families import kinship

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.model.claim import Claim
    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading
    from tacitus.model.span import Span
    from tacitus.model.when import When

#: Types that tell of words, not deeds: they make a strand only when a document has no other events.
_WORDS = frozenset({"publication", "threat", "designation"})
#: A time that is longer, in days, sums up many actions; a shorter one may be one operation.
_LONG = 10
#: Events so many sentences apart, with nothing in common but their kind, are not told as one.
_NEAR = 1
#: Metres between the edges of two places that one happening can still lie in.
_BESIDE = 15_000
_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})


@dataclass(slots=True)
class Strand:
    """Claims of one document on one happening, in order of evidence.

    Attributes:
        claims: The claims so far.
        is_trend: Whether they sum up many actions.
        sentences: Numbers of the sentences that have their evidence.
    """

    claims: list[Claim] = field(default_factory=list)
    is_trend: bool = False
    sentences: set[int] = field(default_factory=set)


def strands(reading: Reading, sentences: Sequence[Span]) -> list[Strand]:
    """Return the happenings of a document as strands of claims, in order of their first evidence.

    Each claim joins the strand that shares most with it, among those of near types whose days and places do not speak
    against it; else it begins one.
    """
    starts = [s.start for s in sentences]
    entities = {e.id: e for e in reading.entities}
    out: list[Strand] = []
    for claim in _events(reading):
        at = {max(0, bisect_right(starts, span.start) - 1) for span in claim.evidence}
        trend = is_trend(claim, [sentences[i].of(reading.document.text) for i in sorted(at)] if sentences else [])
        fits = [s for s in out if s.is_trend == trend and _fits(claim, s, entities)]
        shared = [(_shared(claim, s, at), -n, s) for n, s in enumerate(fits)]
        best = max(shared, default=(0, 0, None), key=lambda found: found[:2])
        strand = best[2] if best[0] > 0 else None
        if strand is None:
            strand = Strand(is_trend=trend)
            out.append(strand)
        strand.claims.append(claim)
        strand.sentences |= at
    return out


def is_trend(claim: Claim, sentences: Sequence[str]) -> bool:
    """Tell whether a claim sums up many actions: by the length of its time, or by words beside it."""
    return _is_long(claim.time) or any(_summing().search(text.lower()) for text in sentences)


def _is_long(time: When | None) -> bool:
    if time is None:
        return False
    if time.earliest is None or time.latest is None:
        return time.precision is Precision.OPEN
    return time.precision is Precision.INTERVAL and (time.latest - time.earliest).days > _LONG


@cache
def _summing() -> re.Pattern[str]:
    return re.compile("|".join(row[0] for row in tables.rows("tacitus.resolve.data", "trends.tsv")))


def _events(reading: Reading) -> list[Claim]:
    """Return the claims on events that happened or are due; those of words only where there are no others."""
    events = [c for c in reading.claims if c.kind is Kind.EVENT and c.status is not Status.HYPOTHETICAL]
    return [c for c in events if c.type not in _WORDS] or events or list(reading.claims)


def _fits(claim: Claim, strand: Strand, entities: dict[str, Entity]) -> bool:
    """Tell whether nothing speaks against a claim as one of a strand."""
    if kinship([claim.type], [c.type for c in strand.claims]) == 0:
        return False
    return not any(_days_apart(claim, other) or _places_apart(claim, other, entities) for other in strand.claims)


def _days_apart(one: Claim, other: Claim) -> bool:
    return one.time is not None and other.time is not None and not one.time.overlaps(other.time)


def _places_apart(one: Claim, other: Claim, entities: dict[str, Entity]) -> bool:
    """Tell whether both claims have places on the map, and each of one is far from each of the other."""
    here, there = (
        [e.where.point for v in claim.values("place") if (e := entities.get(str(v))) and e.where and e.where.is_located]
        for claim in (one, other)
    )
    pairs = [(a, b) for a in here for b in there if a and b]
    return bool(pairs) and all(distance(a, b) > max(a.radius, b.radius) + _BESIDE for a, b in pairs)


def _shared(claim: Claim, strand: Strand, at: set[int]) -> int:
    """Return how much a claim has in common with a strand: nearness in the text, entities, its day."""
    near = any(abs(i - j) <= _NEAR for i in at for j in strand.sentences)
    known = {(a.role, a.value) for c in strand.claims for a in c.args}
    same = sum((a.role, a.value) in known for a in claim.args)
    day = claim.time is not None and any(c.time == claim.time for c in strand.claims)
    return near + 2 * same + 2 * day

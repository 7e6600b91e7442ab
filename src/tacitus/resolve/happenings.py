"""From a reading to its happenings: what one document tells, one account for each happening, the main news marked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.language.segment import sentences
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.resolve.calendar import named_dates
from tacitus.resolve.fold import fold
from tacitus.resolve.happening import Happening, Range, Spot, happening_id
from tacitus.resolve.proper import is_proper
from tacitus.resolve.rare_words import weighted
from tacitus.resolve.strands import Strand, strands

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.model.claim import Claim
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading
    from tacitus.model.span import Span

#: How much of a text tells its news, in code points: its lead, and the paragraphs that a story is known by.
LEAD, STORY = 400, 3000
#: Words kept of a story, and of the sentences of a happening.
_STORY_WORDS, _WORDS = 60, 30
#: So few are the same by chance.
_FEW = 2
_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})


def happenings(reading: Reading) -> tuple[Happening, ...]:
    """Return the happenings that a document tells, in order of their first words; at most one is the main news."""
    document = reading.document
    spans = sentences(document.text)
    found = strands(reading, spans)
    lead = _lead(found, document)
    out = []
    for strand in found:
        one = _happening(reading, strand, spans)
        if strand is lead:
            news = (document.title or "", document.text[:STORY])
            dates = named_dates("\n".join(news))
            one = replace(
                one,
                is_lead=True,
                story=weighted(news, _STORY_WORDS),
                lead=weighted((document.title or "", document.text[:LEAD]), _WORDS),
                calendar=dates,
            )
        out.append(one)
    return tuple(out)


def _lead(found: Sequence[Strand], document: Document) -> Strand | None:
    """Return the main news: the strand with most claims in the lead, a single event before a trend."""
    start = len(document.text) - len(document.text.lstrip())

    def weight(strand: Strand) -> tuple[int, int, int]:
        firsts = [claim.evidence[0].start - start for claim in strand.claims]
        return (sum(at < LEAD for at in firsts) * (1 if strand.is_trend else 2), -min(firsts), len(firsts))

    return max(found, key=weight, default=None)


def _happening(reading: Reading, strand: Strand, spans: Sequence[Span]) -> Happening:
    entities = {e.id: e for e in reading.entities}
    claims = tuple(c.id for c in strand.claims)
    told = [spans[i] for i in sorted(strand.sentences)]
    earliest = [c.time.earliest for c in strand.claims if c.time and c.time.earliest]
    latest = [c.time.latest for c in strand.claims if c.time and c.time.latest]
    return Happening(
        id=happening_id(reading.document.id, claims),
        document=reading.document.id,
        claims=claims,
        types=tuple(sorted({c.type for c in strand.claims})),
        is_trend=strand.is_trend,
        first=min(earliest, default=None),
        last=max(latest, default=None),
        published=reading.document.published,
        spots=_spots(strand.claims, entities, told[:3]),
        actors=_names(strand.claims, ("actor",), entities),
        targets=_names(strand.claims, ("target", "victim"), entities),
        killed=_toll(strand.claims, "killed"),
        injured=_toll(strand.claims, "injured"),
        counts=_counts(strand.claims),
        calendar=named_dates(" ".join(span.of(reading.document.text) for span in told)),
        names=_proper(reading.entities, told),
        words=weighted((span.of(reading.document.text) for span in told), _WORDS),
    )


def _spots(claims: Iterable[Claim], entities: dict[str, Entity], told: Sequence[Span]) -> tuple[Spot, ...]:
    """Return the places of the claims; what was aimed at counts when it is a place."""
    found = {
        _spot(e): None
        for e in entities.values()
        if e.type in _PLACES and any(s.contains(m) for m in e.mentions for s in told) and is_proper(e.name)
    }
    for claim in claims:
        for arg in claim.args:
            entity = entities.get(arg.value) if isinstance(arg.value, str) else None
            if entity and (arg.role == "place" or (arg.role in ("target", "from") and entity.type in _PLACES)):
                found[_spot(entity)] = None
    return tuple(sorted(found))


def _spot(entity: Entity) -> Spot:
    name, where = fold(entity.name), entity.where
    if where is None:
        return Spot(name)
    if not where.is_located:
        return Spot(name, country=where.inside.country if where.inside else "")
    one = where.candidates[0]
    at = (round(one.point.latitude, 4), round(one.point.longitude, 4), float(round(one.point.radius)))
    return Spot(name, one.id, one.kind, one.country, *at)


def _names(claims: Iterable[Claim], roles: Sequence[str], entities: dict[str, Entity]) -> tuple[str, ...]:
    found = {a.value for c in claims for a in c.args if a.role in roles and isinstance(a.value, str)}
    return tuple(sorted({fold(n) for v in found if v in entities for n in entities[v].names}))


def _toll(claims: Iterable[Claim], role: str) -> Range | None:
    """Return the greatest count that the claims give, by its lower bound."""
    counts = [v for c in claims for v in c.values(role) if isinstance(v, Count)]
    best = max(counts, default=None, key=lambda v: (v.min or v.max or 0, v.max or 0))
    return (best.min, best.max) if best else None


def _counts(claims: Iterable[Claim]) -> tuple[int, ...]:
    """Return the numbers that are exact and greater than two: smaller ones are the same by chance."""
    counts = {a.value for c in claims for a in c.args if isinstance(a.value, Count)}
    return tuple(sorted({c.min for c in counts if c.min is not None and c.min > _FEW}))


def _proper(entities: Iterable[Entity], told: Sequence[Span]) -> tuple[str, ...]:
    """Return the proper names of what is mentioned in some sentences."""
    inside = (e for e in entities if any(s.contains(m) for m in e.mentions for s in told))
    return tuple(sorted({fold(name) for e in inside for name in e.names if is_proper(name)}))

"""The claims that may answer a pattern, with what their incidents tell of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.sameness import Sameness
from tacitus.ask.spots import days_between
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.entity import EntityType
from tacitus.model.judgement import Verdict
from tacitus.model.ontology import Kind
from tacitus.resolve.clusters import in_effect
from tacitus.resolve.fold import fold
from tacitus.resolve.happening import happening_in
from tacitus.resolve.happenings import happenings
from tacitus.resolve.incidents import grouped
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tacitus.ask.question.pattern import Pattern
    from tacitus.ask.question.wanted import Wanted
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.resolve.happening import Happening

#: Incidents are looked at in so many documents at most: grouping takes some milliseconds a document.
_MOST = 300
#: An event that was told of before.
_BACK = re.compile(
    r"\b(?:in|during|by) (?:the|this|that) (\w+)(?=[,.;]|$| (?:and|had|have|has|was|were)\b)", re.IGNORECASE
)


@dataclass(frozen=True)
class Evidence:
    """What a view holds for one pattern.

    Attributes:
        view: Of now, or of an earlier moment of the record clock.
        pattern: What is asked.
        as_of: Only what was published on this day or before; None for everything.
        least: The reader is at least so sure of a claim, [0, 1]; None asks for nothing.
    """

    view: View
    pattern: Pattern
    as_of: date | None = None
    least: float | None = None

    def of(self, wanted: Iterable[Wanted]) -> tuple[ClaimRow, ...]:
        """Return the claims of fitting type and time that speak of any of these, or that they make, in time order.

        With those of what their incidents tell beside them, whose place or target may stand in another sentence.
        """
        every = tuple(wanted)
        ids = frozenset[tuple[str, str]]().union(*(w.ids for w in every))
        rows = {row.claim.id: row for row in self._asked(ClaimFilter(who=ids))} if ids else {}
        leading = self._leading(frozenset[str]().union(*(w.keys for w in every if w.is_somebody)))
        theirs = self._asked(ClaimFilter(who=leading)) if leading else ()
        rows |= {row.claim.id: row for row in theirs if row.claim.kind is Kind.EVENT}
        outlets = {fold(o) for o in self.view.outlets() if any(w.is_in(o) for w in every)}
        if outlets:
            rows |= {row.claim.id: row for row in self._asked(ClaimFilter(source=frozenset(outlets)))}
        rows |= {row.claim.id: row for row in self._placed(w for w in every if w.is_place)}
        if not every:
            rows = {row.claim.id: row for row in self._asked(ClaimFilter())}
        return tuple(rows.values())

    def _leading(self, keys: frozenset[str]) -> frozenset[tuple[str, str]]:
        """Return the persons who lead one with these folded names, in all documents: "his men" are theirs."""
        led = self.view.claims(ClaimFilter(type="leads", about=keys, as_of=self.as_of)) if keys else ()
        persons = (e for row in led for e in row.entities if e.id in row.claim.values("subject"))
        names = {fold(n) for e in persons if e.type is EntityType.PERSON for n in e.names if is_proper(n)}
        found = self.view.entities(names) if names else ()
        return frozenset((row.document.id, row.entity.id) for row in found if row.entity.type is EntityType.PERSON)

    def _placed(self, places: Iterable[Wanted]) -> Iterator[ClaimRow]:
        """Yield the claims of a place that is no part of them.

        Relations whose words name it, "some houses in the west of Dura"; events that point back to what the title
        tells, "in the battle".
        """
        for place in places if self.pattern.types else ():
            documents = {document for document, _ in place.members}
            for document in sorted(documents) if len(documents) <= _MOST else ():
                yield from (r for r in self._asked(ClaimFilter(document=document)) if _is_of(r, place))

    def _asked(self, wanted: ClaimFilter, types: tuple[str, ...] | None = None) -> Iterable[ClaimRow]:
        time = self.pattern.time if wanted == ClaimFilter() else None
        for kind in (self.pattern.types if types is None else types) or (None,):
            yield from self.view.claims(
                ClaimFilter(
                    type=kind,
                    who=wanted.who,
                    source=wanted.source,
                    document=wanted.document,
                    since=time.earliest if time else None,
                    until=time.latest if time else None,
                    as_of=self.as_of,
                    least=self.least,
                )
            )

    def around(self, rows: Iterable[ClaimRow], wanted: Iterable[Wanted]) -> Mapping[str, tuple[ClaimRow, ...]]:
        """Return claim id → the claims of fitting type that tell the same incident, itself among them.

        Incidents are looked for in the documents of some claims, and in those that speak of a place that is wanted.
        """
        documents = {row.document.id for row in rows}
        speaking = {d for w in wanted if w.is_place for d in (*(document for document, _ in w.members), *w.spelt)}
        documents |= speaking if len(documents | speaking) <= _MOST else set()
        if not documents or len(documents) > _MOST:
            return {}
        types = () if "publication" in self.pattern.types else self.pattern.types  # it is on what happened
        if self.pattern.is_claimed:
            types = (*types, "publication")
        told = {r.claim.id: r for d in sorted(documents) for r in self._asked(ClaimFilter(document=d), types)}
        out = _of_one_quote(told.values())
        happened = self._happenings(documents)
        leads = {claim: h.document for h in happened if h.is_lead for claim in h.claims}
        trends = {claim for h in happened if h.is_trend for claim in h.claims}  # "several strikes in recent years"
        for claims in self._incidents(happened):
            known = [told[claim] for claim in claims if claim in told and claim not in trends]
            main = {leads[claim] for claim in claims if claim in leads}
            kinds = {row.claim.type for row in known}
            beside = [r for r in told.values() if r.document.id in main and r not in known]
            known += [
                r for r in beside if (r.claim.type in kinds and _is_bare(r, known)) or r.claim.type == "publication"
            ]
            for row in known:
                out[row.claim.id] = tuple({r.claim.id: r for r in (*out.get(row.claim.id, ()), *known)}.values())
        return out

    def _happenings(self, documents: set[str]) -> list[Happening]:
        """Return what documents tell of happenings; what waits is resolved for this answer."""
        kept = [happening_in(h) for h in self.view.happenings(documents)]
        waiting = set(Sameness(self.view).pending)
        asked = [self.view.document(document).reading for document in sorted(documents)] if waiting else []
        fresh = [h for reading in asked if reading in waiting for h in happenings(self.view.reading(reading))]
        anew = {h.document for h in fresh}
        return [*(h for h in kept if h.document not in anew), *fresh]

    def _incidents(self, happened: Iterable[Happening]) -> Iterator[tuple[str, ...]]:
        """Yield the claims of each incident, as rules find them and people judged."""
        judged = [j for j in in_effect(self.view.judgements()) if j.subject[0].startswith("h")]
        pairs: dict[Verdict, set[tuple[str, str]]] = defaultdict(set)
        for j in judged:
            pairs[j.verdict].add((j.subject[0], j.subject[1]))
        for incident in grouped(happened, pairs[Verdict.SAME], pairs[Verdict.DIFFERENT]):
            yield tuple(incident.claims)


def _is_of(row: ClaimRow, place: Wanted) -> bool:
    if row.claim.kind is Kind.RELATION:
        return any(map(place.is_in, row.quotes))
    return place.is_in(row.document.title or "") and points_back(row)


def points_back(row: ClaimRow) -> bool:
    """Tell whether the words of a claim point back to what the report is about: "in the battle"."""
    said = (match[1].lower() for quote in row.quotes for match in _BACK.finditer(quote))
    return any(lists.sense(word, "n") is not None for word in said)


def _of_one_quote(rows: Iterable[ClaimRow]) -> dict[str, tuple[ClaimRow, ...]]:
    """Return claim id → claims of one type in the same words: "controls the town and the hills around it"."""
    by_words: dict[tuple[object, ...], list[ClaimRow]] = defaultdict(list)
    for row in rows:
        by_words[row.document.id, row.claim.type, row.claim.evidence].append(row)
    return {row.claim.id: tuple(found) for found in by_words.values() for row in found}


def _is_bare(row: ClaimRow, main: Iterable[ClaimRow]) -> bool:
    """Tell whether a claim names nothing but who did it: "The army fired the shells" is of the main news."""
    said = any(row.claim.values(role) for role in ("place", "target", "victim", "from"))
    time, times = row.claim.time, [other.claim.time for other in main if other.claim.time is not None]
    is_timely = time is None or any(days_between(time, one) == 0 for one in times)
    return row.claim.kind is Kind.EVENT and is_timely and not said

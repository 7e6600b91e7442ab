"""The claims that may answer a pattern, with what their incidents tell of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tacitus.ask.sameness import Sameness
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.judgement import Verdict
from tacitus.model.ontology import Certainty, Kind
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
    from tacitus.model.entity import Entity
    from tacitus.resolve.happening import Happening

#: Incidents are looked at in so many documents at most: grouping takes some milliseconds a document.
_MOST = 300
#: Words before a noun that say whose it is, without the name.
_WE = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_OURS = frozenset({"our", "my", "its", "their", "his", "her"})


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
        outlets = {fold(o) for o in self.view.outlets() if any(w.is_in(o) for w in every)}
        if outlets:
            rows |= {row.claim.id: row for row in self._asked(ClaimFilter(source=frozenset(outlets)))}
        if not every:
            rows = {row.claim.id: row for row in self._asked(ClaimFilter())}
        return tuple(rows.values())

    def _asked(self, wanted: ClaimFilter) -> Iterable[ClaimRow]:
        time = self.pattern.time if wanted == ClaimFilter() else None
        for kind in self.pattern.types or (None,):
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
        told = {r.claim.id: r for d in sorted(documents) for r in self._asked(ClaimFilter(document=d))}
        out = _of_one_quote(told.values())
        happened = self._happenings(documents)
        leads = {claim: h.document for h in happened if h.is_lead for claim in h.claims}
        trends = {claim for h in happened if h.is_trend for claim in h.claims}  # "several strikes in recent years"
        for claims in self._incidents(happened):
            known = [told[claim] for claim in claims if claim in told and claim not in trends]
            main = {leads[claim] for claim in claims if claim in leads}
            known += [r for r in told.values() if r.document.id in main and r not in known and _is_bare(r)]
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


def _of_one_quote(rows: Iterable[ClaimRow]) -> dict[str, tuple[ClaimRow, ...]]:
    """Return claim id → claims of one type in the same words: "controls the town and the hills around it"."""
    by_words: dict[tuple[object, ...], list[ClaimRow]] = defaultdict(list)
    for row in rows:
        by_words[row.document.id, row.claim.type, row.claim.evidence].append(row)
    return {row.claim.id: tuple(found) for found in by_words.values() for row in found}


def _is_bare(row: ClaimRow) -> bool:
    """Tell whether a claim names nothing but who did it: "The army fired the shells" is of the main news."""
    said = any(row.claim.values(role) for role in ("place", "target", "victim", "from"))
    return row.claim.kind is Kind.EVENT and row.claim.time is None and not said


@dataclass(frozen=True)
class Owners:
    """Who stands behind "our fighters" and "his men": whoever says so, and whom they lead or belong to."""

    view: View

    @cached_property
    def _known(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    def of(self, row: ClaimRow, entity: Entity) -> frozenset[str]:
        """Return the folded names of those whom a word of owning means; empty where none stands."""
        first = fold(entity.name).split()[:1]
        if not first or first[0] not in _OURS:
            return frozenset()
        speaker = next((e for e in row.entities if e.id == row.claim.source.innermost), None)
        if speaker is None:
            is_first = first[0] in ("our", "my") and row.document.outlet
            return frozenset({fold(row.document.outlet or "")}) if is_first else frozenset()
        names = frozenset(fold(n) for n in speaker.names if is_proper(n))
        return frozenset(map(fold, speaker.names)) | self._led(names)

    def saying(self, row: ClaimRow) -> frozenset[str]:
        """Return the folded names of those who say "we" in the words of a claim; empty where nobody does."""
        if not any(_WE.search(quote) for quote in row.quotes):
            return frozenset()
        speakers = {fold(n) for e in row.entities if e.id in row.claim.source.speakers for n in e.names}
        return frozenset({*speakers, fold(row.document.outlet or "")} - {""})

    def _led(self, names: frozenset[str]) -> frozenset[str]:
        """Return the folded names of what a person leads, by any document."""
        if names not in self._known:
            rows = self.view.claims(ClaimFilter(type="leads", about=names)) if names else ()
            said = [row for row in rows if row.claim.certainty is not Certainty.DENIED]
            self._known[names] = frozenset(name for row in said for name in _led_in(row, names))
        return self._known[names]


def _led_in(row: ClaimRow, names: frozenset[str]) -> frozenset[str]:
    """Return the folded names of what a claim says that somebody with one of these names leads."""
    of = {e.id: frozenset(map(fold, e.names)) for e in row.entities}
    if not any(of.get(str(v), frozenset()) & names for v in row.claim.values("subject")):
        return frozenset()
    return frozenset[str]().union(*(of.get(str(v), frozenset()) for v in row.claim.values("object")))

"""The reading side of a store in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tacitus.ledger.check import well_formed
from tacitus.ledger.filter import EVERYTHING, ClaimFilter
from tacitus.ledger.nearest import missing
from tacitus.ledger.rows import ClaimRow, Counts, DocumentRow, EntityRow, Hit, LogHead, ProblemRow, RunRow, distinct
from tacitus.ledger.scan import page, scan
from tacitus.resolve.fold import fold, matching

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.ledger.shelf import Shelf
    from tacitus.model.claim import Claim
    from tacitus.model.judgement import Judgement, Verdict
    from tacitus.model.reading import Reading
    from tacitus.resolve.records import Record


@dataclass(frozen=True, slots=True)
class MemoryView:
    """The reading side; see `tacitus.ledger.contract.View`."""

    _shelf: Shelf
    known_by: datetime | None

    def documents(self) -> tuple[DocumentRow, ...]:
        """Return the shown reading of each document."""
        return tuple(row for row in self._documents() if row.is_shown)

    def document(self, document: str) -> DocumentRow:
        """Return the shown reading of one document."""
        found = [row for row in self.documents() if row.id == well_formed(document)]
        if not found:
            raise missing("document", document, [d.id for d in self.documents()])
        return found[0]

    def has_document(self, document: str) -> bool:
        """Tell whether a document has this id."""
        return any(row.id == well_formed(document) for row in self.documents())

    def readings(self, document: str) -> tuple[DocumentRow, ...]:
        """Return every reading of a document."""
        found = [row for row in self._documents() if row.id == well_formed(document)]
        if not found:
            raise missing("document", document, [d.id for d in self.documents()])
        return tuple(sorted(found, key=lambda row: (row.recorded, row.reading)))

    def reading(self, reading: str) -> Reading:
        """Return a reading whole."""
        if not any(row.reading == reading for row in self._documents()):
            raise missing("reading", reading, [d.reading for d in self.documents()])
        return self._shelf.readings[reading]

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> tuple[ClaimRow, ...]:
        """Return the claims that pass, in time order."""
        found = [row for row in self._claims(wanted) if _passes(row, wanted)]
        return tuple(sorted(found, key=_place)[wanted.skip :][: wanted.limit])

    def undated(self, wanted: ClaimFilter) -> int:
        """Return how many documents without a day only `as_of` keeps out."""
        if wanted.as_of is None:
            return 0
        rest = replace(wanted, as_of=None, limit=None, skip=0)
        return len({row.document.id for row in self.claims(rest) if row.published is None})

    def claim(self, claim: str) -> ClaimRow:
        """Return one claim."""
        found = self.claims(ClaimFilter(id=claim))
        if not found:
            raise missing("claim", claim)
        return max(found, key=lambda row: (row.document.is_shown, row.recorded, row.document.reading))

    def keys(self, name: str) -> frozenset[str]:
        """Return the folded names of shown entities that a name means."""
        return matching(name, map(fold, self.names()))

    def entities(self, keys: Collection[str]) -> tuple[EntityRow, ...]:
        """Return the shown entities that have one of these folded names."""
        return tuple(row for row in self._entities() if any(fold(name) in keys for name in row.entity.names))

    def names(self) -> tuple[str, ...]:
        """Return every name of a shown entity, sorted."""
        return tuple(sorted({name for row in self._entities() for name in row.entity.names}))

    def outlets(self) -> tuple[str, ...]:
        """Return every outlet of a shown document, sorted."""
        return tuple(sorted({row.outlet for row in self.documents() if row.outlet is not None}))

    def unresolved(self, version: str, limit: int | None = None) -> tuple[str, ...]:
        """Return the shown readings of which this version of resolution has made nothing."""
        done = {f.reading for at, f in self._shelf.findings if f.version == version and self._knows(at)}
        return tuple(row.reading for row in self.documents() if row.reading not in done)[:limit]

    def records(self, keys: Collection[str] | None = None) -> tuple[Record, ...]:
        """Return the records of shown readings."""
        every = (record for findings in self._findings() for record in findings.records)
        return tuple(r for r in every if keys is None or not set(keys).isdisjoint(r.keys))

    def happenings(self, documents: Collection[str] | None = None) -> tuple[Mapping[str, Any], ...]:
        """Return what shown readings tell of happenings."""
        asked = {row.reading for row in self.documents() if documents is None or row.id in documents}
        return tuple(h for findings in self._findings() if findings.reading in asked for h in findings.happenings)

    def judgements(
        self, subjects: Collection[str] | None = None, verdicts: Collection[Verdict] | None = None
    ) -> tuple[Judgement, ...]:
        """Return judgements."""
        known = (j for j in self._shelf.judgements.values() if self._knows(j.recorded))
        asked = frozenset(subjects or ())
        on = (j for j in known if subjects is None or not asked.isdisjoint(j.subject))
        wanted = (j for j in on if verdicts is None or j.verdict in verdicts)
        return tuple(sorted(wanted, key=lambda j: (j.recorded, j.id)))

    def alias_lists(self) -> tuple[AliasListRow, ...]:
        """Return the lists of aliases."""
        known = (row for row in self._shelf.lists.values() if self._knows(row.recorded))
        return tuple(sorted(known, key=lambda row: (row.recorded, row.id)))

    def problems(self) -> tuple[ProblemRow, ...]:
        """Return the problems of shown readings and of inputs that gave none."""
        shown = {None, *(row.reading for row in self.documents())}
        return distinct(p for p in self._shelf.problems if p.reading in shown and self._knows(p.recorded))

    def runs(self) -> tuple[RunRow, ...]:
        """Return the runs in order of their numbers."""
        return tuple(self._run(run) for run in self._shelf.runs if self._knows(run.started))

    def counts(self) -> Counts:
        """Return how much the view shows."""
        shown = [self._shelf.readings[row.reading] for row in self.documents()]
        entities = sum(len(r.entities) for r in shown)
        claims = sum(len(r.claims) for r in shown)
        every = len(self._documents())
        return Counts(len(shown), every, entities, claims, len(self.problems()), len(self.runs()))

    def head(self) -> LogHead:
        """Return the last entry of the log that the view knows."""
        return self._shelf.head(self.known_by)

    def search(self, words: str, limit: int = 20, skip: int = 0, as_of: date | None = None) -> tuple[Hit, ...]:
        """Return where words stand."""
        return page(scan(self, words, tuple(self._shelf.readings), as_of), limit, skip)

    def _findings(self) -> Iterator[Findings]:
        for row in self.documents():
            found = self._shelf.resolved(row.reading, self.known_by)
            if found is not None:
                yield found

    def _knows(self, moment: datetime) -> bool:
        return self.known_by is None or moment <= self.known_by

    def _run(self, run: RunRow) -> RunRow:
        ended = self._shelf.ends.get(run.id)
        recorded = sum(r.run == run.id and self._knows(r.recorded) for r in self._shelf.recordings)
        return replace(run, ended=ended if ended and self._knows(ended) else None, recorded=recorded)

    def _documents(self) -> list[DocumentRow]:
        known = sorted(r for r in self._shelf.recordings if self._knows(r.recorded))
        first = {r.reading: r.recorded for r in reversed(known)}
        shown = {r.reading for r in self._shelf.latest(self.known_by).values()}
        rows = [_row(self._shelf.readings[id_], at, is_shown=id_ in shown) for id_, at in first.items() if id_]
        return sorted(rows, key=lambda row: (*_day(row.published), row.id, row.reading))

    def _entities(self) -> Iterator[EntityRow]:
        for row in self.documents():
            for entity in self._shelf.readings[row.reading].entities:
                yield EntityRow(replace(entity, mentions=()), row)

    def _claims(self, wanted: ClaimFilter) -> Iterator[ClaimRow]:
        for row in self._documents() if wanted.wants_superseded else self.documents():
            reading = self._shelf.readings[row.reading]
            known = {e.id: replace(e, mentions=()) for e in reading.entities}
            for claim in reading.claims:
                quotes = tuple(span.of(reading.document.text) for span in claim.evidence)
                yield ClaimRow(replace(claim, trace=()), row, tuple(known[e] for e in claim.entities()), quotes)


def _row(reading: Reading, recorded: datetime, *, is_shown: bool) -> DocumentRow:
    d = reading.document
    return DocumentRow(
        id=d.id,
        reading=reading.id,
        sha256=d.sha256,
        reader=reading.reader,
        recorded=recorded,
        is_shown=is_shown,
        published=d.published,
        title=d.title,
        author=d.author,
        outlet=d.outlet,
        url=d.url,
        language=d.language,
    )


def _day(day: date | None) -> tuple[bool, date]:
    return day is None, day or date.max


def _place(row: ClaimRow) -> tuple[object, ...]:
    time = row.claim.time
    day = (time.earliest or time.latest) if time else None
    return (*_day(day), *_day(row.published), row.document.id, row.claim.evidence[0].start)


def _passes(row: ClaimRow, wanted: ClaimFilter) -> bool:
    claim, document = row.claim, row.document
    equals = (
        (wanted.type, claim.type),
        (wanted.certainty, claim.certainty),
        (wanted.document, document.id),
        (wanted.reading, document.reading),
        (wanted.id, claim.id),
    )
    if (wanted.ids is not None and claim.id not in wanted.ids) or claim.id in (wanted.without or ()):
        return False
    is_equal = all(want is None or want == found for want, found in equals)
    is_begun = wanted.begins is None or claim.id.startswith(wanted.begins)
    is_sure = wanted.least is None or (claim.confidence is not None and claim.confidence >= wanted.least)
    return is_equal and is_begun and is_sure and _in_time(row, wanted) and _by_name(row, wanted)


def _in_time(row: ClaimRow, wanted: ClaimFilter) -> bool:
    if wanted.as_of and not (row.published and row.published <= wanted.as_of):
        return False
    low, high = _bounds(row.claim, row.published)
    since = wanted.since is None or (high is not None and high >= wanted.since)
    return since and (wanted.until is None or (low is not None and low <= wanted.until))


def _bounds(claim: Claim, published: date | None) -> tuple[date | None, date | None]:
    if claim.time is None:
        return published, published
    return claim.time.earliest or date.min, claim.time.latest or date.max


def _by_name(row: ClaimRow, wanted: ClaimFilter) -> bool:
    keys = {entity.id: {fold(name) for name in entity.names} for entity in row.entities}
    if wanted.about is not None and not any(wanted.about & named for named in keys.values()):
        return False
    if wanted.who is not None and not any((row.document.id, entity) in wanted.who for entity in keys):
        return False
    if wanted.source is None:
        return True
    speakers = row.claim.source.speakers
    if speakers:
        return any(wanted.source & keys[s] for s in speakers)
    return row.document.outlet is not None and fold(row.document.outlet) in wanted.source

"""What a store in memory keeps."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from tacitus.ledger.clock import moment
from tacitus.ledger.log import GENESIS
from tacitus.ledger.rows import LogHead

if TYPE_CHECKING:
    from datetime import datetime

    from tacitus.ledger.changes import Asserted, Redacted
    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.ledger.log import Entry
    from tacitus.ledger.rows import ProblemRow, RunRow
    from tacitus.model.judgement import Judgement
    from tacitus.model.reading import Reading


@dataclass(frozen=True, slots=True, order=True)
class Recording:
    """One entry: when, which reading, of which document, in which run. In their order the last one counts.

    The reading is "" when the document was retracted.
    """

    recorded: datetime
    reading: str
    document: str
    run: int | None = field(compare=False)


@dataclass(slots=True)
class Shelf:
    """Everything that a store in memory keeps: the log, and what is worked out from it.

    Attributes:
        log: The entries.
        sealed: Ids of readings, judgements and lists of aliases to the ids of the keys that seal them.
        barred: Hashes of raw bytes that are not taken in again.
        raws: Ids of readings to what was entered, with where their raw bytes are.
        entries: Ids of readings to the numbers of the entries that hold them.
    """

    log: list[Entry] = field(default_factory=list)
    readings: dict[str, Reading] = field(default_factory=dict)
    recordings: list[Recording] = field(default_factory=list)
    problems: list[ProblemRow] = field(default_factory=list)
    runs: list[RunRow] = field(default_factory=list)
    ends: dict[int, datetime] = field(default_factory=dict)
    findings: list[tuple[datetime, Findings]] = field(default_factory=list)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    lists: dict[str, AliasListRow] = field(default_factory=dict)
    sealed: dict[str, str] = field(default_factory=dict)
    barred: set[str] = field(default_factory=set)
    raws: dict[str, Asserted] = field(default_factory=dict)
    entries: dict[str, int] = field(default_factory=dict)

    def head(self, known_by: datetime | None) -> LogHead:
        """Return the last entry that was recorded not after a moment (None: at last)."""
        known = [e for e in self.log if known_by is None or moment(e.recorded) <= known_by]
        return LogHead(known[-1].seq, known[-1].hash, moment(known[-1].recorded)) if known else LogHead(0, GENESIS)

    def latest(self, known_by: datetime | None) -> dict[str, Recording]:
        """Return for each document the last recording not after a moment."""
        seen = sorted(r for r in self.recordings if known_by is None or r.recorded <= known_by)
        return {r.document: r for r in seen}

    def resolved(self, reading: str, known_by: datetime | None) -> Findings | None:
        """Return what the resolution recorded last, not after a moment, made of a reading."""
        known = [(at, f) for at, f in self.findings if f.reading == reading and (known_by is None or at <= known_by)]
        return max(known, key=lambda pair: (pair[0], pair[1].version))[1] if known else None

    def forget(self, change: Redacted) -> None:
        """Drop all that the redacted keys seal."""
        gone = {id_ for id_, key in self.sealed.items() if key in change.keys}
        for kept in (self.readings, self.judgements, self.lists, self.raws, self.sealed):
            for id_ in gone & kept.keys():
                del kept[id_]
        documents = {r.document for r in self.recordings if r.reading in gone}
        self.recordings = [r for r in self.recordings if r.reading not in gone]
        rest = {r.document for r in self.recordings if r.reading}
        self.recordings = [r for r in self.recordings if r.reading or r.document in rest or r.document not in documents]
        self.problems = [p for p in self.problems if p.reading not in gone]
        self.findings = [(at, f) for at, f in self.findings if f.reading not in gone]
        self.barred |= set(change.barred)

    def copied(self) -> Shelf:
        """Return a shelf with the same things, which changes by itself."""
        return replace(self, **{f.name: copy.copy(getattr(self, f.name)) for f in fields(self)})

    def become(self, other: Shelf) -> None:
        """Hold what another shelf holds."""
        for f in fields(self):
            setattr(self, f.name, getattr(other, f.name))

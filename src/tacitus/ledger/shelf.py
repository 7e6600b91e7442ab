"""What a store in memory keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.ledger.rows import ProblemRow, RunRow
    from tacitus.model.judgement import Judgement
    from tacitus.model.reading import Reading


@dataclass(frozen=True, slots=True, order=True)
class Recording:
    """One entry: when, which reading, of which document, in which run. In their order the last one counts."""

    recorded: datetime
    reading: str
    document: str
    run: int | None = field(compare=False)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that a store in memory keeps; only ever added to."""

    readings: dict[str, Reading] = field(default_factory=dict)
    recordings: list[Recording] = field(default_factory=list)
    problems: list[ProblemRow] = field(default_factory=list)
    runs: list[RunRow] = field(default_factory=list)
    ends: dict[int, datetime] = field(default_factory=dict)
    findings: list[tuple[datetime, Findings]] = field(default_factory=list)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    lists: dict[str, AliasListRow] = field(default_factory=dict)

    def latest(self, known_by: datetime | None) -> dict[str, Recording]:
        """Return for each document the last recording not after a moment."""
        seen = sorted(r for r in self.recordings if known_by is None or r.recorded <= known_by)
        return {r.document: r for r in seen}

    def resolved(self, reading: str, known_by: datetime | None) -> Findings | None:
        """Return what the resolution recorded last, not after a moment, made of a reading."""
        known = [(at, f) for at, f in self.findings if f.reading == reading and (known_by is None or at <= known_by)]
        return max(known, key=lambda pair: (pair[0], pair[1].version))[1] if known else None

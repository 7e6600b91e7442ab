"""What a view of the ledger gives: the model's types with both clocks beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from tacitus.model.claim import Claim
    from tacitus.model.entity import Entity
    from tacitus.model.problem import Problem


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One reading of a document, without its text; `View.reading` gives the whole.

    Attributes:
        id: Id of the document.
        reading: Id of the reading.
        sha256: Hash of the raw bytes.
        reader: Names and versions of the steps that read it.
        recorded: When this reading was first entered, UTC: the record clock.
        is_shown: Whether it is the latest reading of the document that the view knows.
        published: Day of publication, or None when unknown: the report clock.
        title: Headline, or None.
        author: By-line, or None.
        outlet: Who published it, or None.
        url: Address, or None.
        language: ISO 639-1 code, or None.
    """

    id: str
    reading: str
    sha256: str
    reader: str
    recorded: datetime
    is_shown: bool
    published: date | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the words that make it and the document that they stand in.

    Attributes:
        claim: The claim as it was read.
        document: The reading that it comes from.
        entities: Whom it speaks of and who says it, in the order of `Claim.entities`; without their mentions.
        quotes: The words of each span of evidence, verbatim.
    """

    claim: Claim
    document: DocumentRow
    entities: tuple[Entity, ...]
    quotes: tuple[str, ...]

    @property
    def published(self) -> date | None:
        """When the claim was reported: the day on which its document was published."""
        return self.document.published

    @property
    def recorded(self) -> datetime:
        """When the claim was entered, UTC."""
        return self.document.recorded

    @property
    def speakers(self) -> tuple[str, ...]:
        """Names of those who say so, innermost first; empty for the author's own voice."""
        return tuple(self.name(s) for s in self.claim.source.speakers)

    def name(self, entity: str) -> str:
        """Return the name to show for an entity id; words that are no id come back as they are."""
        return next((e.name for e in self.entities if e.id == entity), entity)


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity of one document (without its mentions) and the reading that it stands in."""

    entity: Entity
    document: DocumentRow


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem that was met.

    Attributes:
        problem: What was wrong, where, and what to do.
        recorded: When it was last met, UTC.
        run: Number of the run that met it, or None outside of runs.
        reading: Id of the reading that carries it, or None when nothing could be read.
    """

    problem: Problem
    recorded: datetime
    run: int | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of a reader over some inputs.

    Attributes:
        id: Number, growing.
        reader: Names and versions of its steps.
        inputs: What it was asked to read.
        started: UTC.
        ended: UTC, or None when it was cut off or still goes on.
        recorded: Number of readings that it entered; what the ledger held already does not count.
    """

    id: int
    reader: str
    inputs: tuple[str, ...]
    started: datetime
    ended: datetime | None
    recorded: int


@dataclass(frozen=True, slots=True)
class LogHead:
    """The last entry of the log; whoever keeps its hash elsewhere can prove later that nothing before it was changed.

    Attributes:
        seq: Its number, from 1; 0 for an empty log.
        hash: SHA-256 of the chain so far, 64 hexadecimal digits.
        recorded: When it was entered, UTC; None for an empty log.
    """

    seq: int
    hash: str
    recorded: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words that were searched for stand.

    Attributes:
        document: The shown reading.
        quote: The words of the claim or of the paragraph, verbatim.
        claim: The claim whose words they are; None for a paragraph of a document's text.
    """

    document: DocumentRow
    quote: str
    claim: ClaimRow | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a view shows; `readings` counts the superseded ones too."""

    documents: int
    readings: int
    entities: int
    claims: int
    problems: int
    runs: int


def distinct(rows: Iterable[ProblemRow]) -> tuple[ProblemRow, ...]:
    """Return each problem once, as it was last met, in the order of those moments."""
    last = {row.problem: row for row in sorted(rows, key=_met)}
    return tuple(sorted(last.values(), key=_met))


def _met(row: ProblemRow) -> tuple[datetime, Problem, int]:
    return row.recorded, row.problem, row.run or 0

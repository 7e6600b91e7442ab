"""The contract of a store: what every place that keeps readings must do.

A store only grows. A reading that is entered stays; another reading of the same document (a corrected date or outlet,
other bytes under the same id, a newer reader) is put beside it, and views show the one recorded last. Of readings
recorded at the same moment the one with the greater id counts as the last, so that the order of arrival does not
matter. `tests/ledger/test_contract.py` holds every store to this page.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from tacitus.ledger.filter import EVERYTHING, ClaimFilter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from tacitus.ledger.books import Books
    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.ledger.rows import ClaimRow, Counts, DocumentRow, EntityRow, Hit, LogHead, ProblemRow, RunRow
    from tacitus.model.judgement import Judgement, Verdict
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading
    from tacitus.resolve.records import Record


class Outcome(StrEnum):
    """What recording a reading did."""

    #: The document was not known.
    NEW = "new"
    #: This reading is shown already; nothing was added.
    SAME = "same"
    #: The document was known; this reading of it was not.
    NEW_READING = "new_reading"
    #: This reading was known but superseded; it is the latest again, and its content was not added twice.
    RESTORED = "restored"
    #: Its raw bytes were redacted: nothing was added, and nothing will be.
    WITHHELD = "withheld"


class Writer(Protocol):
    """The writing side. Each call is one transaction: it is there whole, or not at all."""

    def record(self, reading: Reading, recorded: datetime) -> Outcome:
        """Enter a reading, with its document, entities, claims and problems.

        Args:
            reading: Lone surrogates in its strings become U+FFFD, one for one, so that offsets hold.
            recorded: Now, with a time zone; take it anew for each document.

        Raises:
            InvalidValueError: If a span lies outside the text, a claim speaks of an entity that the reading does not
                have, or `recorded` has no time zone. Nothing was entered.
        """
        ...

    def record_all(self, readings: Iterable[tuple[Reading, datetime]]) -> tuple[Outcome, ...]:
        """Enter many readings with their moments in one transaction, as `record` does each; much quicker."""
        ...

    def retract(self, document: str, because: str, recorded: datetime) -> None:
        """Enter that a document is shown no longer from now on; it comes back when it is recorded again.

        Raises:
            NotRecordedError: If it is not shown.
        """
        ...

    def problem(self, problem: Problem, recorded: datetime) -> None:
        """Enter a problem with an input that gave no reading."""
        ...

    def resolve(self, findings: Findings, judgements: Sequence[Judgement], recorded: datetime) -> bool:
        """Enter what resolution made of a reading, with the judgements that it called for; False if it is there.

        Raises:
            NotRecordedError: If there is no such reading.
        """
        ...

    def judge(self, judgement: Judgement) -> None:
        """Enter a judgement; one that is there already adds nothing."""
        ...

    def bring(self, aliases: AliasListRow) -> bool:
        """Enter a list of aliases; False if it is there."""
        ...

    def begin_run(self, reader: str, inputs: Sequence[str], started: datetime) -> int:
        """Enter the start of a run and return its number; what this writer enters from now on belongs to it."""
        ...

    def end_run(self, run: int, ended: datetime) -> None:
        """Enter the end of a run; a run without one was cut off.

        Raises:
            NotRecordedError: If there is no such run, or it has ended.
        """
        ...


class View(Protocol):
    """The reading side: what was known by some moment. Rows come in an order that depends on their content alone."""

    @property
    def known_by(self) -> datetime | None:
        """Only what was recorded not after this moment is seen; None sees everything, later entries too."""
        ...

    def documents(self) -> tuple[DocumentRow, ...]:
        """Return the shown reading of each document, by day of publication and id; undated ones last."""
        ...

    def document(self, document: str) -> DocumentRow:
        """Return the shown reading of one document.

        Raises:
            NotRecordedError: If the id is unknown.
        """
        ...

    def has_document(self, document: str) -> bool:
        """Tell whether a document has this id; quick, however many there are."""
        ...

    def readings(self, document: str) -> tuple[DocumentRow, ...]:
        """Return every reading of a document in the order in which they were first recorded.

        Raises:
            NotRecordedError: If the id is unknown.
        """
        ...

    def reading(self, reading: str) -> Reading:
        """Return a reading whole, text and mentions included, shown or not.

        Raises:
            NotRecordedError: If the id is unknown.
        """
        ...

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> tuple[ClaimRow, ...]:
        """Return the claims that pass, in time order.

        By the first day of the claim's time (the last day where the first is open), then day of publication, then
        document and place of the first evidence. What has no such day comes last. Their traces stay in the reading.
        """
        ...

    def undated(self, wanted: ClaimFilter) -> int:
        """Return how many documents without a day of publication hold a claim that only `as_of` keeps out."""
        ...

    def claim(self, claim: str) -> ClaimRow:
        """Return one claim: of the shown reading, else of the superseded one recorded last.

        Raises:
            NotRecordedError: If the id is unknown.
        """
        ...

    def keys(self, name: str) -> frozenset[str]:
        """Return the folded names of shown entities that a name means: see `tacitus.resolve.fold.matching`."""
        ...

    def entities(self, keys: Collection[str]) -> tuple[EntityRow, ...]:
        """Return the shown entities with one of these folded names, by document (as `documents`) and first mention."""
        ...

    def names(self) -> tuple[str, ...]:
        """Return every name of a shown entity as written, each once, sorted."""
        ...

    def outlets(self) -> tuple[str, ...]:
        """Return every outlet of a shown document as written, each once, sorted."""
        ...

    def unresolved(self, version: str, limit: int | None = None) -> tuple[str, ...]:
        """Return the ids of shown readings of which this version of resolution has made nothing, as `documents`.

        With a limit at most so many of them, any and in no order: quick however many wait.
        """
        ...

    def records(self, keys: Collection[str] | None = None) -> tuple[Record, ...]:
        """Return the records of shown readings, all or those with one of these keys, as `documents` and in their order.

        Of each reading, those that the resolution recorded last made of it.
        """
        ...

    def happenings(self, documents: Collection[str] | None = None) -> tuple[Mapping[str, Any], ...]:
        """Return what shown readings, all or those of some documents, tell of happenings.

        As JSON values, in the order of `records`.
        """
        ...

    def judgements(
        self, subjects: Collection[str] | None = None, verdicts: Collection[Verdict] | None = None
    ) -> tuple[Judgement, ...]:
        """Return judgements, all or those on one of these ids and with one of these verdicts, by moment and id.

        What was taken back stays.
        """
        ...

    def alias_lists(self) -> tuple[AliasListRow, ...]:
        """Return the lists of aliases by moment and id, with those that were taken back."""
        ...

    def problems(self) -> tuple[ProblemRow, ...]:
        """Return the problems of shown readings and of inputs that gave none, each once, as last met."""
        ...

    def runs(self) -> tuple[RunRow, ...]:
        """Return the runs in order of their numbers."""
        ...

    def counts(self) -> Counts:
        """Return how much the view shows."""
        ...

    def head(self) -> LogHead:
        """Return the last entry of the log that the view knows."""
        ...

    def search(self, words: str, limit: int = 20, skip: int = 0, as_of: date | None = None) -> tuple[Hit, ...]:
        """Return where words stand: in the quotes of claims and the paragraphs of the texts of shown readings.

        Readings entered last come first, whatever moments they were given; inside of one by place, a paragraph before
        its claims. A text without paragraphs is searched line by line.

        Args:
            words: All must stand in the same quotes or paragraph, in any order; words in double quotes side by side.
                Case, accents, Arabic vowel marks and forms of letters do not matter (`tacitus.ledger.search_words`).
                Without any word nothing is found.
            limit: At most so many, from 1.
            skip: Leaves out so many of the first; with `limit`, a page.
            as_of: Only documents published on this day or before.
        """
        ...


class Store(Protocol):
    """A place that keeps readings. Close it when done; `contextlib.closing` helps."""

    @property
    def books(self) -> Books:
        """Its log, projection, keys and raw bytes: what verifying, rebuilding, redacting and moving work on."""
        ...

    def writer(self, author: str = "tacitus") -> AbstractContextManager[Writer]:
        """Open the writing side in somebody's name; several processes may, and wait for one another."""
        ...

    def view(self, known_by: datetime | None = None) -> View:
        """Return the reading side, as of a moment of the record clock or of now.

        Raises:
            InvalidValueError: If the moment has no time zone.
        """
        ...

    def close(self) -> None:
        """Let go of the place; using the store afterwards is an error."""
        ...

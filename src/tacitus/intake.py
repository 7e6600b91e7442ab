"""What happens to each input: read, turned into claims, recorded, one document at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tacitus.ledger.contract import Outcome
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.read.inputs import read_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from tacitus.ledger.contract import Store
    from tacitus.model.document import Document
    from tacitus.pipeline import Reader
    from tacitus.read.inputs import ReadOptions


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading that the ledger now holds, and what recording it did."""

    reading: Reading
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Intake:
    """A reader, the store that it fills, and the clock.

    Attributes:
        reader: Turns documents into claims.
        store: Takes readings and problems.
        clock: Gives the present moment with its time zone.
        author: Who enters what is read, for the log.
    """

    reader: Reader
    store: Store
    clock: Callable[[], datetime]
    author: str = "tacitus"

    def take(self, inputs: Sequence[str], options: ReadOptions) -> Iterator[Entry | Problem]:
        """Read and record each document, and yield it, or the Problem with it, before the next one is read.

        What was yielded is recorded, also when the caller stops early; the run then has no end in the ledger. A
        document that the ledger holds with the same bytes, metadata and reader is taken from there. The raw bytes are
        let go of once they are recorded.
        """
        known = {row.reading for row in self.store.view().documents()}
        with self.store.writer(self.author) as writer:
            run = writer.begin_run(self.reader.version, inputs, self.clock())
            for item in read_inputs(inputs, options):
                if isinstance(item, Problem):
                    writer.problem(item, self.clock())
                    yield item
                elif self.store.books.is_barred(item.sha256):
                    yield _withheld(item)  # and not recorded: the name of the file may be what was redacted
                else:
                    reading = self._reading(item, known)
                    outcome = writer.record(reading, self.clock())
                    yield Entry(replace(reading, document=replace(reading.document, raw=None)), outcome)
            writer.end_run(run, self.clock())

    def _reading(self, document: Document, known: set[str]) -> Reading:
        """Return the reading from the ledger, where it is known: its id depends on document and reader alone.

        It comes with the raw bytes and the capture record of this time.
        """
        wanted = Reading(document, (), (), reader=self.reader.version).id
        if wanted in known:
            found = self.store.view().reading(wanted)
            return replace(found, document=replace(found.document, raw=document.raw, capture=document.capture))
        known.add(wanted)
        return self.reader.read(document)


def _withheld(document: Document) -> Problem:
    message = "It was redacted in this ledger and is not taken in again."
    return Problem(document.place or document.id, "record", message, "Read it into another ledger if you must.")


@dataclass(slots=True)
class Tally:
    """How a run went, counted while it goes on.

    Attributes:
        documents: Read, known ones included.
        claims: In them.
        known: Documents whose reading the ledger held already.
        unsure: Claims recorded and not shown, since the reader is less sure of them than was asked for.
        problems: With inputs, and inside documents that were read all the same.
    """

    documents: int = 0
    claims: int = 0
    known: int = 0
    unsure: int = 0
    problems: list[Problem] = field(default_factory=list)

    def add(self, item: Entry | Problem) -> None:
        """Count one result."""
        if isinstance(item, Problem):
            self.problems.append(item)
            return
        self.problems.extend(item.reading.problems)
        self.documents += 1
        self.known += item.outcome is Outcome.SAME
        self.claims += len(item.reading.claims)

    @property
    def exit_code(self) -> int:
        """0 when all inputs were read without a problem, 1 when there was one, 3 when nothing was read."""
        if not self.documents:
            return 3
        return 1 if self.problems else 0

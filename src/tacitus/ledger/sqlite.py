"""The store of everyday use: one SQLite file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tacitus.ledger import resolved
from tacitus.ledger.check import accepted, well_formed
from tacitus.ledger.clock import FOREVER, stamp, utc
from tacitus.ledger.contract import Outcome
from tacitus.ledger.database import PATIENCE, open_database
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.nearest import missing
from tacitus.ledger.save import Entry, add_problems, add_reading, inputs_as_json
from tacitus.ledger.sqlite_view import SqliteView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from tacitus.ledger.database import Database
    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.model.judgement import Judgement
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading


class SqliteStore:
    """A ledger in an SQLite file; see `tacitus.ledger.contract.Store`. Not shared between threads.

    Raises:
        LedgerAccessError: If the file or its folder is missing, or the file is locked or cannot be opened.
        NotALedgerError: If the file is something else, or damaged.
        LedgerVersionError: If a newer Tacitus made it, or it is older and cannot be written.
    """

    def __init__(self, path: str | Path, *, create: bool = True, patience: float = PATIENCE) -> None:
        """Open the file.

        Args:
            path: The file; its folder must exist.
            create: Whether to make a missing file; turn it off for commands that only read.
            patience: Seconds to wait for another program that writes.
        """
        self._db = open_database(path, create=create, patience=patience)

    @contextmanager
    def writer(self) -> Iterator[SqliteWriter]:
        """Open the writing side."""
        yield SqliteWriter(self._db)

    def view(self, known_by: datetime | None = None) -> SqliteView:
        """Return the reading side, as of a moment of the record clock or of now."""
        return SqliteView(self._db, utc(known_by) if known_by else None)

    def close(self) -> None:
        """Close the file."""
        self._db.close()


class SqliteWriter:
    """The writing side; see `tacitus.ledger.contract.Writer`."""

    def __init__(self, db: Database) -> None:
        """Write to an open ledger."""
        self._db = db
        self._run: int | None = None

    def record(self, reading: Reading, recorded: datetime) -> Outcome:
        """Enter a reading, with its document, entities, claims and problems."""
        kept = accepted(reading)
        when = stamp(recorded)
        with self._db.transaction():
            outcome = self._outcome(kept, when)
            if outcome is Outcome.SAME:
                return outcome
            if outcome is not Outcome.RESTORED:
                add_reading(self._db, kept)
                add_problems(self._db, kept.problems, Entry(self._run, kept.id, when))
            key = self._db.next_key("recording")
            self._db.add("recording", [(key, kept.id, kept.document.id, when, self._run)])
        return outcome

    def problem(self, problem: Problem, recorded: datetime) -> None:
        """Enter a problem with an input that gave no reading."""
        with self._db.transaction():
            add_problems(self._db, [well_formed(problem)], Entry(self._run, None, stamp(recorded)))

    def resolve(self, findings: Findings, judgements: Sequence[Judgement], recorded: datetime) -> bool:
        """Enter what resolution made of a reading, with the judgements that it called for."""
        with self._db.transaction():
            if self._db.value("SELECT 1 FROM reading WHERE id = :id", {"id": findings.reading}) is None:
                raise missing("reading", findings.reading)
            if not resolved.add_findings(self._db, findings, stamp(recorded)):
                return False
            resolved.add_judgements(self._db, judgements)
        return True

    def judge(self, judgement: Judgement) -> None:
        """Enter a judgement."""
        with self._db.transaction():
            resolved.add_judgements(self._db, [well_formed(judgement)])

    def bring(self, aliases: AliasListRow) -> bool:
        """Enter a list of aliases."""
        with self._db.transaction():
            return resolved.add_list(self._db, aliases)

    def begin_run(self, reader: str, inputs: Sequence[str], started: datetime) -> int:
        """Enter the start of a run and return its number."""
        with self._db.transaction():
            run = self._db.next_key("run")
            self._db.add("run", [(run, reader, inputs_as_json(inputs), stamp(started))])
        self._run = run
        return run

    def end_run(self, run: int, ended: datetime) -> None:
        """Enter the end of a run."""
        with self._db.transaction():
            open_run = "SELECT 1 FROM run WHERE key = :run AND key NOT IN (SELECT run FROM run_end)"
            if self._db.value(open_run, {"run": run}) is None:
                raise NotRecordedError("open run", str(run), (), "End a run once, with the number that begin_run gave.")
            self._db.add("run_end", [(run, stamp(ended))])
        self._run = None

    def _outcome(self, reading: Reading, when: str) -> Outcome:
        document = reading.document.id
        latest = (
            "SELECT reading FROM recording WHERE document = :document AND recorded <= :by "
            "ORDER BY recorded DESC, reading DESC LIMIT 1"
        )
        if any(self._db.value(latest, {"document": document, "by": by}) == reading.id for by in (when, FOREVER)):
            return Outcome.SAME
        if self._db.value(
            "SELECT 1 FROM recording WHERE reading = :id AND recorded = :when", {"id": reading.id, "when": when}
        ):
            return Outcome.SAME
        if self._db.value("SELECT 1 FROM reading WHERE id = :id", {"id": reading.id}):
            return Outcome.RESTORED
        is_known = self._db.value("SELECT 1 FROM document WHERE id = :id", {"id": document})
        return Outcome.NEW_READING if is_known else Outcome.NEW

"""A store in memory: for tests, for trying things, and as the plainest statement of what a store does."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tacitus.ledger.check import accepted, well_formed
from tacitus.ledger.clock import utc
from tacitus.ledger.contract import Outcome
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory_view import MemoryView
from tacitus.ledger.nearest import missing
from tacitus.ledger.rows import ProblemRow, RunRow
from tacitus.ledger.shelf import Recording, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.model.judgement import Judgement
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading


class MemoryStore:
    """A ledger that is gone with the process; see `tacitus.ledger.contract.Store`."""

    def __init__(self) -> None:
        """Start empty."""
        self._shelf = Shelf()

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """Open the writing side."""
        yield MemoryWriter(self._shelf)

    def view(self, known_by: datetime | None = None) -> MemoryView:
        """Return the reading side, as of a moment of the record clock or of now."""
        return MemoryView(self._shelf, utc(known_by) if known_by else None)

    def close(self) -> None:
        """Forget everything."""
        self._shelf = Shelf()


class MemoryWriter:
    """The writing side; see `tacitus.ledger.contract.Writer`."""

    def __init__(self, shelf: Shelf) -> None:
        """Write to a shelf."""
        self._shelf = shelf
        self._run: int | None = None

    def record(self, reading: Reading, recorded: datetime) -> Outcome:
        """Enter a reading, with its document, entities, claims and problems."""
        kept = accepted(reading)
        when = utc(recorded)
        outcome = self._outcome(kept, when)
        if outcome is Outcome.SAME:
            return outcome
        if outcome is not Outcome.RESTORED:
            self._shelf.readings[kept.id] = kept
            self._shelf.problems.extend(ProblemRow(p, when, self._run, kept.id) for p in kept.problems)
        self._shelf.recordings.append(Recording(when, kept.id, kept.document.id, self._run))
        return outcome

    def problem(self, problem: Problem, recorded: datetime) -> None:
        """Enter a problem with an input that gave no reading."""
        self._shelf.problems.append(ProblemRow(well_formed(problem), utc(recorded), self._run))

    def resolve(self, findings: Findings, judgements: Sequence[Judgement], recorded: datetime) -> bool:
        """Enter what resolution made of a reading, with the judgements that it called for."""
        if findings.reading not in self._shelf.readings:
            raise missing("reading", findings.reading)
        if any((f.reading, f.version) == (findings.reading, findings.version) for _, f in self._shelf.findings):
            return False
        self._shelf.findings.append((utc(recorded), findings))
        for judgement in judgements:
            self.judge(judgement)
        return True

    def judge(self, judgement: Judgement) -> None:
        """Enter a judgement."""
        kept = well_formed(judgement)
        self._shelf.judgements.setdefault(kept.id, kept)

    def bring(self, aliases: AliasListRow) -> bool:
        """Enter a list of aliases."""
        is_new = aliases.id not in self._shelf.lists
        self._shelf.lists.setdefault(aliases.id, aliases)
        return is_new

    def begin_run(self, reader: str, inputs: Sequence[str], started: datetime) -> int:
        """Enter the start of a run and return its number."""
        self._run = len(self._shelf.runs) + 1
        self._shelf.runs.append(RunRow(self._run, reader, tuple(inputs), utc(started), None, 0))
        return self._run

    def end_run(self, run: int, ended: datetime) -> None:
        """Enter the end of a run."""
        if run in self._shelf.ends or not 0 < run <= len(self._shelf.runs):
            raise NotRecordedError("open run", str(run), (), "End a run once, with the number that begin_run gave.")
        self._shelf.ends[run] = utc(ended)
        self._run = None

    def _outcome(self, reading: Reading, when: datetime) -> Outcome:
        shelf = self._shelf
        latest = (shelf.latest(by).get(reading.document.id) for by in (when, None))
        if any(r is not None and r.reading == reading.id for r in latest):
            return Outcome.SAME
        if any(r.reading == reading.id and r.recorded == when for r in shelf.recordings):
            return Outcome.SAME
        if reading.id in shelf.readings:
            return Outcome.RESTORED
        is_known = any(r.document == reading.document.id for r in shelf.recordings)
        return Outcome.NEW_READING if is_known else Outcome.NEW

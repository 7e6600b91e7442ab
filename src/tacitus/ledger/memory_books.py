"""The books of a store in memory."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from tacitus.ledger import changes as c
from tacitus.ledger.books import Sealing
from tacitus.ledger.clock import moment
from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.raw import MemoryRaw
from tacitus.ledger.rebuild import problems_of
from tacitus.ledger.rows import ProblemRow, RunRow
from tacitus.ledger.shelf import Recording, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ledger.log import Entry
    from tacitus.ledger.rows import LogHead


class MemoryBooks:
    """Books in memory; see `tacitus.ledger.books.Books`.

    Attributes:
        keys: Where keys are.
        raw: Where raw bytes are.
        shelf: The log and what is worked out from it.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.keys, self.raw, self.shelf = MemoryKeys(), MemoryRaw(), Shelf()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is added inside one change: what an error interrupts is as it was."""
        before = self.shelf.copied()
        try:
            yield
        except BaseException:
            self.shelf.become(before)
            raise

    def head(self) -> LogHead:
        """Return the last entry's number, hash and moment."""
        return self.shelf.head(None)

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries to the log."""
        self.shelf.log.extend(entries)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries behind a number, in order."""
        yield from [entry for entry in self.shelf.log if entry.seq > after]

    def apply(self, entry: Entry, change: c.Change) -> None:
        """Bring the shelf up to date with an entry."""
        self._enter(change, entry)

    def clear(self) -> None:
        """Empty the shelf but for the log."""
        log = self.shelf.log
        self.shelf.become(Shelf(log=log))

    def scrub(self) -> None:
        """Do nothing: what was deleted from memory is gone."""

    def latest(self, document: str, by: str | None) -> str | None:
        """Return the id of the reading that a document shows."""
        found = self.shelf.latest(moment(by) if by else None).get(document)
        return found.reading if found is not None else None

    def was_recorded(self, reading: str, at: str) -> bool:
        """Tell whether a reading was entered at exactly this moment."""
        return any(r.reading == reading and r.recorded == moment(at) for r in self.shelf.recordings)

    def sealed(self, reading: str) -> str | None:
        """Return the id of the key that seals a reading."""
        return self.shelf.sealed.get(reading) if reading in self.shelf.readings else None

    def sealings(self, document: str) -> tuple[Sealing, ...]:
        """Return how every reading of a document is kept."""
        shelf = self.shelf
        kept = [r for r in shelf.readings.values() if r.document.id == document]
        return tuple(
            Sealing(r.id, shelf.sealed[r.id], r.document.sha256, shelf.raws[r.id].raw, shelf.entries[r.id])
            for r in kept
        )

    def knows_document(self, document: str) -> bool:
        """Tell whether a document was ever entered."""
        return any(r.document == document for r in self.shelf.recordings)

    def is_barred(self, sha256: str) -> bool:
        """Tell whether raw bytes with this hash were redacted."""
        return sha256 in self.shelf.barred

    def is_open(self, run: int) -> bool:
        """Tell whether a run has begun and not ended."""
        return run not in self.shelf.ends and any(r.id == run for r in self.shelf.runs)

    def runs(self) -> int:
        """Return the number of the last run."""
        return max((run.id for run in self.shelf.runs), default=0)

    def has_findings(self, reading: str, version: str) -> bool:
        """Tell whether this version of resolution has made something of a reading."""
        return any((f.reading, f.version) == (reading, version) for _, f in self.shelf.findings)

    def has_judgement(self, id_: str) -> bool:
        """Tell whether a judgement is there."""
        return id_ in self.shelf.judgements

    def has_aliases(self, id_: str) -> bool:
        """Tell whether a list of aliases is there."""
        return id_ in self.shelf.lists

    @singledispatchmethod
    def _enter(self, change: c.Change, entry: Entry) -> None:
        """Enter a change of the type that is registered below."""
        raise TypeError(type(change), entry.kind)

    @_enter.register(c.Begun)
    def _begun(self, change: c.Begun, entry: Entry) -> None:
        # One may be there already: its words were redacted, and others take their place.
        self.shelf.runs = [run for run in self.shelf.runs if run.id != change.run]
        self.shelf.runs.append(RunRow(change.run, change.reader, change.inputs, moment(entry.recorded), None, 0))
        self.shelf.runs.sort(key=lambda run: run.id)

    @_enter.register(c.Ended)
    def _ended(self, change: c.Ended, entry: Entry) -> None:
        self.shelf.ends[change.run] = moment(entry.recorded)

    @_enter.register(c.Again)
    def _again(self, change: c.Again, entry: Entry) -> None:
        self.shelf.recordings.append(Recording(moment(entry.recorded), change.reading, change.document, change.run))

    @_enter.register(c.Retracted)
    def _retracted(self, change: c.Retracted, entry: Entry) -> None:
        self.shelf.recordings.append(Recording(moment(entry.recorded), "", change.document, None))

    @_enter.register(c.Met)
    def _met(self, change: c.Met, entry: Entry) -> None:
        self.shelf.problems.append(ProblemRow(change.problem, moment(entry.recorded), change.run))

    @_enter.register(c.Found)
    def _found(self, change: c.Found, entry: Entry) -> None:
        self.shelf.findings.append((moment(entry.recorded), change.findings))

    @_enter.register(c.Judged)
    def _judged(self, change: c.Judged, entry: Entry) -> None:
        self.shelf.judgements[change.judgement.id] = change.judgement
        self.shelf.sealed[change.judgement.id] = entry.key

    @_enter.register(c.Brought)
    def _brought(self, change: c.Brought, entry: Entry) -> None:
        self.shelf.lists[change.aliases.id] = change.aliases
        self.shelf.sealed[change.aliases.id] = entry.key

    @_enter.register(c.Redacted)
    def _redacted(self, change: c.Redacted, _: Entry) -> None:
        gone = {(moment(entry.recorded), met.problem) for entry, met in problems_of(self, change.keys)}
        kept = [p for p in self.shelf.problems if p.reading is not None or (p.recorded, p.problem) not in gone]
        self.shelf.problems = kept
        self.shelf.forget(change)

    @_enter.register(c.Asserted)
    def _assert(self, change: c.Asserted, entry: Entry) -> None:
        shelf, when, reading = self.shelf, moment(entry.recorded), change.reading
        kept = replace(reading, document=replace(reading.document, raw=None, capture=None, place=""))
        shelf.readings[reading.id] = kept
        shelf.sealed[reading.id] = entry.key
        shelf.raws[reading.id] = change
        shelf.entries[reading.id] = entry.seq
        shelf.problems.extend(ProblemRow(p, when, change.run, reading.id) for p in reading.problems)
        shelf.recordings.append(Recording(when, reading.id, reading.document.id, change.run))

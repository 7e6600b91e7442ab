"""The writing side of every store: what is said becomes a change, is sealed, chained to the log, and applied."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.ledger.changes import (
    Again,
    Asserted,
    Begun,
    Brought,
    Change,
    Ended,
    Found,
    Judged,
    Met,
    Retracted,
    change_out,
    kind_of,
)
from tacitus.ledger.check import accepted, well_formed
from tacitus.ledger.clock import stamp
from tacitus.ledger.contract import Outcome
from tacitus.ledger.errors import MissingKeyError, NotRecordedError
from tacitus.ledger.keys import new_key
from tacitus.ledger.log import chained
from tacitus.ledger.nearest import missing
from tacitus.ledger.sealing import sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from tacitus.ledger.books import Books
    from tacitus.ledger.findings import AliasListRow, Findings
    from tacitus.ledger.log import Entry
    from tacitus.ledger.reading_json import Encoded
    from tacitus.model.judgement import Judgement
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading


class LogWriter:
    """The writing side; see `tacitus.ledger.contract.Writer`."""

    def __init__(self, books: Books, author: str) -> None:
        """Write to books, in somebody's name."""
        self._books = books
        self._author = well_formed(author)
        self._run: int | None = None
        self._fresh: dict[str, bytes] = {}
        self._entries: list[Entry] = []
        self._last = ("", 0)

    def record(self, reading: Reading, recorded: datetime) -> Outcome:
        """Enter a reading, with its document, entities, claims and problems."""
        return self.record_all([(reading, recorded)])[0]

    def record_all(self, readings: Iterable[tuple[Reading, datetime]]) -> tuple[Outcome, ...]:
        """Enter many readings in one transaction: all of them, or none after an error."""
        given = [(*accepted(reading), stamp(recorded)) for reading, recorded in readings]
        with self.transaction():
            return tuple(self._record(*one) for one in given)

    def problem(self, problem: Problem, recorded: datetime) -> None:
        """Enter a problem with an input that gave no reading."""
        with self.transaction():
            self.enter(Met(well_formed(problem), self._run), stamp(recorded))

    def resolve(self, findings: Findings, judgements: Sequence[Judgement], recorded: datetime) -> bool:
        """Enter what resolution made of a reading, with the judgements that it called for."""
        with self.transaction():
            key = self._books.sealed(findings.reading)
            if key is None:
                raise missing("reading", findings.reading)
            if self._books.has_findings(findings.reading, findings.version):
                return False
            self.enter(Found(findings), stamp(recorded), key=key)
            for judgement in judgements:
                self._judge(judgement)
        return True

    def judge(self, judgement: Judgement) -> None:
        """Enter a judgement."""
        with self.transaction():
            self._judge(well_formed(judgement))

    def bring(self, aliases: AliasListRow) -> bool:
        """Enter a list of aliases."""
        with self.transaction():
            if self._books.has_aliases(aliases.id):
                return False
            self.enter(Brought(aliases), stamp(aliases.recorded), author=aliases.author)
        return True

    def retract(self, document: str, because: str, recorded: datetime) -> None:
        """Enter that a document is shown no longer."""
        with self.transaction():
            latest = self._books.latest(well_formed(document), None)
            if not latest:
                raise missing("document", document)
            key = self._books.sealed(latest)
            self.enter(Retracted(well_formed(document), well_formed(because)), stamp(recorded), key=key)

    def begin_run(self, reader: str, inputs: Sequence[str], started: datetime) -> int:
        """Enter the start of a run and return its number."""
        with self.transaction():
            run = self._books.runs() + 1
            self.enter(Begun(run, reader, tuple(inputs)), stamp(started))
        self._run = run
        return run

    def end_run(self, run: int, ended: datetime) -> None:
        """Enter the end of a run."""
        with self.transaction():
            if not self._books.is_open(run):
                raise NotRecordedError("open run", str(run), (), "End a run once, with the number that begin_run gave.")
            self.enter(Ended(run), stamp(ended))
        self._run = None

    def enter(
        self, change: Change, when: str, *, key: str | None = None, author: str | None = None, since: str | None = None
    ) -> Entry:
        """Seal a change, chain it to the log, and apply it, inside a transaction.

        Args:
            change: What changes.
            when: The moment, as `tacitus.ledger.clock.stamp` writes it.
            key: Id of the key that seals it; a new one when None.
            author: Who changes it; the writer's author when None.
            since: The moment that counts for views; that of the entry when None.

        Raises:
            MissingKeyError: If the key is not there.
        """
        key, secret = self._key(key)
        payload = sealed(secret, key, change_out(change, since))
        previous, seq = self._last
        entry = chained(previous, seq + 1, (when, author or self._author, str(kind_of(change)), key), payload)
        self._last = (entry.hash, entry.seq)
        self._entries.append(entry)
        self._books.apply(entry if since is None else replace(entry, recorded=since), change)
        return entry

    def _key(self, id_: str | None) -> tuple[str, bytes]:
        if id_ is None:
            id_, secret = new_key()
            self._fresh[id_] = secret
            return id_, secret
        found = self._fresh.get(id_) or self._books.keys.get(id_)
        if found is None:
            raise MissingKeyError(id_)
        return id_, found

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is entered inside one change."""
        with self._books.transaction():
            head = self._books.head()
            self._last, self._fresh, self._entries = (head.hash, head.seq), {}, []
            yield
            # Keys first: an entry whose key is lost could not be read, a key without an entry does no harm.
            self._books.keys.add(self._fresh)
            self._books.append(self._entries)

    def _judge(self, judgement: Judgement) -> None:
        if not self._books.has_judgement(judgement.id):
            self.enter(Judged(judgement), stamp(judgement.recorded), author=judgement.author)

    def _record(self, reading: Reading, written: Encoded, when: str) -> Outcome:
        outcome = self._outcome(reading, when)
        if outcome is Outcome.RESTORED:
            again = Again(reading.id, reading.document.id, self._run)
            self.enter(again, when, key=self._books.sealed(reading.id))
        elif outcome in (Outcome.NEW, Outcome.NEW_READING):
            self.put(reading, written, when)
        return outcome

    def put(self, reading: Reading, written: Encoded, when: str) -> None:
        """Enter a reading as a new one, with its raw bytes, inside a transaction."""
        d = reading.document
        key, secret = self._key(None)
        raw = self._books.raw.put(sealed(secret, key, d.raw)) if d.raw is not None else None
        self.enter(Asserted(reading, self._run, raw, d.capture, written), when, key=key)

    def _outcome(self, reading: Reading, when: str) -> Outcome:
        books, document = self._books, reading.document.id
        if books.is_barred(reading.document.sha256):
            return Outcome.WITHHELD
        if reading.id in (books.latest(document, when), books.latest(document, None)):
            return Outcome.SAME
        if books.was_recorded(reading.id, when):
            return Outcome.SAME
        if books.sealed(reading.id) is not None:
            return Outcome.RESTORED
        return Outcome.NEW_READING if books.knows_document(document) else Outcome.NEW

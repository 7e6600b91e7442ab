"""Redaction: what a document or a person's name was sealed with is destroyed, and the chain still verifies.

A document goes altogether. Of a person the names go: readings that speak of them are entered again with the names
blacked out, under new keys, and the old keys are destroyed. Raw bytes go in both cases, and are not taken in again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tacitus.ledger import changes as c
from tacitus.ledger.clock import stamp
from tacitus.ledger.errors import NotMaskedError, SealError
from tacitus.ledger.log import EntryKind
from tacitus.ledger.nearest import missing
from tacitus.ledger.rebuild import change_of, finish
from tacitus.ledger.sealing import unsealed
from tacitus.ledger.writer import LogWriter
from tacitus.model.judgement import Verdict
from tacitus.resolve.masking import masked, masked_words, still_there

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from tacitus.ledger.books import Books
    from tacitus.ledger.log import Entry

#: Verdicts on two entities or on judgements: they go when they name the person, whose names are no more.
_ON_ENTITIES = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.UNDO})
#: Kinds of entries that hold judgements.
_JUDGEMENTS = frozenset({EntryKind.JUDGEMENT, EntryKind.REVIEW})


@dataclass(frozen=True, slots=True)
class Order:
    """Who redacts, why and when."""

    because: str
    author: str
    recorded: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """What a redaction did, or would do.

    Attributes:
        documents: Ids of the documents that it touched.
        entries: How many entries of the log can be read no longer.
        raws: How many raw bytes were deleted.
    """

    documents: tuple[str, ...]
    entries: int
    raws: int


def redact_document(books: Books, document: str, order: Order) -> Done:
    """Destroy all that a ledger holds of a document: every reading, its claims, its raw bytes, what was judged of them.

    Raises:
        NotRecordedError: If there is no such document.
    """
    writer = LogWriter(books, order.author)
    with writer.transaction():
        kept = books.sealings(document)
        if not kept:
            raise missing("document", document)
        gone = {one.key for one in kept}
        gone |= set(_judged_of(books, gone))
        raws = tuple(one.raw for one in kept if one.raw is not None)
        entries = sum(entry.key in gone for entry in books.entries())
        barred = tuple(sorted({one.sha256 for one in kept}))
        change = c.Redacted(tuple(sorted(gone)), "document", order.because, barred, raws)
        writer.enter(change, stamp(order.recorded))
    finish(books)
    return Done((document,), entries, len(raws))


#: Ids of readings to the ids of those of their entities that were judged to be the person.
Members = Mapping[str, Collection[str]]
NOBODY: Members = MappingProxyType({})


def plan_person(books: Books, names: Collection[str], members: Members = NOBODY) -> Done:
    """Return what `redact_person` would do."""
    return _done(list(_sealed_by(books, _keys(books, names, members))))


def redact_person(books: Books, names: Collection[str], order: Order, members: Members = NOBODY) -> Done:
    """Black out a person's names in all that a ledger holds; linear in the log.

    Args:
        books: The ledger's.
        names: All names of the person, as written in reports.
        order: Who redacts, why and when.
        members: Entities that were judged to be the person: a report may have a part of the name alone.

    Raises:
        NotRecordedError: If nothing holds one of the names.
    """
    writer = LogWriter(books, order.author)
    with writer.transaction():
        keys = _keys(books, names, members)
        if not keys:
            raise missing("person", next(iter(names), ""))
        opened = list(_sealed_by(books, keys))
        asserted = [change for _, change in opened if isinstance(change, c.Asserted)]
        raws = tuple(change.raw for change in asserted if change.raw is not None)
        barred = tuple(sorted({change.reading.document.sha256 for change in asserted}))
        when = stamp(order.recorded)
        writer.enter(c.Redacted(tuple(sorted(keys)), "person", masked_words(order.because, names), barred, raws), when)
        instead = _Instead(names, members)
        renewed: dict[str, str] = {}  # what was sealed together stays together
        for entry, change in opened:
            clean = instead.of(change)
            if clean is not None:
                if still_there(clean, names):
                    raise NotMaskedError(entry.seq)
                author, key = masked_words(entry.author, names), renewed.get(entry.key)
                made = writer.enter(clean, when, key=key, author=author, since=entry.recorded)
                renewed[entry.key] = made.key
    finish(books)
    return _done(opened)


def _done(opened: Sequence[tuple[Entry, c.Change]]) -> Done:
    asserted = [change for _, change in opened if isinstance(change, c.Asserted)]
    documents = tuple(sorted({change.reading.document.id for change in asserted}))
    return Done(documents, len(opened), sum(change.raw is not None for change in asserted))


def _keys(books: Books, names: Collection[str], members: Members) -> set[str]:
    """Return the ids of the keys that seal one of the names, or take back a judgement that one of them seals.

    Raw bytes are looked through as well: they may hold more than what was read of them.
    """
    keys: set[str] = set()
    judged: set[str] = set()
    for entry in books.entries():
        opened = change_of(books, entry)
        if opened is None:
            continue
        change = opened[1]
        is_member = isinstance(change, c.Asserted) and change.reading.id in members
        is_undoing = isinstance(change, c.Judged) and not judged.isdisjoint(_undone(change))
        is_beside = isinstance(change, c.Asserted) and still_there(_raw_of(books, entry, change), names)
        if is_member or is_undoing or is_beside or still_there(change, names):
            keys.add(entry.key)
            if isinstance(change, c.Judged):
                judged.add(change.judgement.id)
    return keys


def _raw_of(books: Books, entry: Entry, change: c.Asserted) -> bytes:
    """Return the raw bytes that an entry tells of, unsealed; none where there are none, or they were changed."""
    value = books.raw.get(change.raw) if change.raw is not None else None
    secret = books.keys.get(entry.key)
    if value is None or secret is None:
        return b""
    try:
        return unsealed(secret, entry.key, value)
    except SealError:
        return b""


def _undone(change: c.Judged) -> tuple[str, ...]:
    """Return the id of the judgement that one takes back, if it does."""
    return change.judgement.subject if change.judgement.verdict is Verdict.UNDO else ()


def _judged_of(books: Books, keys: Collection[str]) -> Iterator[str]:
    """Yield the ids of the keys that seal judgements on what readings hold: their reasons speak of it.

    Args:
        books: The ledger's.
        keys: Ids of the keys that seal the readings.
    """
    subjects: set[str] = set()
    for _, change in _sealed_by(books, keys):
        if isinstance(change, c.Asserted):
            subjects.update(claim.id for claim in change.reading.claims)
        elif isinstance(change, c.Found):
            subjects.update(key for record in change.findings.records for key in record.keys)
    for entry in books.entries():
        opened = change_of(books, entry) if entry.kind in _JUDGEMENTS else None
        if opened is not None and isinstance(opened[1], c.Judged):
            judgement = opened[1].judgement
            if not subjects.isdisjoint(judgement.subject):
                subjects.add(judgement.id)  # what takes it back goes with it
                yield entry.key


def _sealed_by(books: Books, keys: Collection[str]) -> Iterator[tuple[Entry, c.Change]]:
    """Yield the entries that keys seal, in order. What is sealed with a reading goes with it."""
    for entry in list(books.entries()):
        opened = change_of(books, entry) if entry.key in keys else None
        if opened is not None:
            yield opened


class _Instead:
    """What is entered instead of changes that name a person."""

    def __init__(self, names: Collection[str], members: Members) -> None:
        self._names, self._members = names, members
        #: Ids of readings and of documents, before and after.
        self._readings: dict[str, tuple[str, str]] = {}
        self._documents: dict[str, str] = {}
        self._entered: set[str] = set()
        #: Ids of judgements, before and after: what takes one back follows it.
        self._judged: dict[str, str] = {}

    def of(self, change: c.Change) -> c.Change | None:
        """Return a change without the names; None when nothing of it is left to say."""
        match change:
            case c.Found():
                return None  # it is worked out anew
            case c.Judged():
                return self._of_judgement(change)
            case c.Asserted():
                return self._asserted(change)
            case c.Brought():
                return self._brought(change)
        return self._rest(change)

    def _rest(self, change: c.Change) -> c.Change:
        if isinstance(change, c.Again):
            reading, document = self._readings.get(change.reading, (change.reading, change.document))
            return replace(change, reading=reading, document=document)
        if isinstance(change, c.Retracted):
            document = self._documents.get(change.document, change.document)
            return c.Retracted(document, masked_words(change.because, self._names))
        return masked_words(change, self._names)

    def _asserted(self, change: c.Asserted) -> c.Asserted | c.Again:
        before = change.reading
        own = self._members.get(before.id, ())
        after = masked(before, self._names, own, neutral_id=self._documents.get(before.document.id, ""))
        self._readings[before.id] = (after.id, after.document.id)
        self._documents[before.document.id] = after.document.id
        if after.id in self._entered:  # two readings that differed in the name alone
            return c.Again(after.id, after.document.id, change.run)
        self._entered.add(after.id)
        capture = masked_words(change.capture, self._names) if change.capture is not None else None
        return c.Asserted(after, change.run, capture=capture)

    def _of_judgement(self, change: c.Judged) -> c.Judged | None:
        before = change.judgement
        if before.verdict in _ON_ENTITIES and not (set(_undone(change)) & self._judged.keys()):
            return None
        subject = tuple(self._judged.get(one, one) for one in before.subject)
        after = masked_words(replace(before, subject=subject), self._names)
        self._judged[before.id] = after.id
        return c.Judged(after)

    def _brought(self, change: c.Brought) -> c.Brought | None:
        rest = tuple(e for e in change.aliases.entries if not still_there(dict(e), self._names))
        return c.Brought(masked_words(replace(change.aliases, entries=rest), self._names)) if rest else None

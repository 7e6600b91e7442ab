"""Working everything out from the log again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ledger.changes import Again, Asserted, Brought, Change, Found, Judged, Met, Redacted, change_in
from tacitus.ledger.sealing import unsealed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tacitus.ledger.books import Books
    from tacitus.ledger.log import Entry


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What working out again did.

    Attributes:
        entries: How many entries the log has.
        redacted: How many could not be read because their keys were destroyed.
        closed: How many could not be read because their keys are not there.
    """

    entries: int
    redacted: int
    closed: int


def rebuild(books: Books) -> Rebuilt:
    """Make the projection anew from the log, in one transaction, and finish redactions that were cut off.

    Readings, claims, entities, judgements and search words are then what the entries say, whatever stood there before.

    Raises:
        SealError: If an entry does not fit its key: the projection stays as it was.
    """
    with books.transaction():
        books.clear()
        done = apply_all(books, books.entries())
    finish(books)
    return done


def apply_all(books: Books, entries: Iterable[Entry]) -> Rebuilt:
    """Apply entries of the log to the projection, inside a transaction."""
    count = redacted = closed = 0
    for entry in entries:
        count += 1
        opened = change_of(books, entry)
        if opened is not None:
            again = _new(books, *opened)
            if again is not None:
                books.apply(opened[0], again)
        elif books.keys.is_destroyed(entry.key):
            redacted += 1
        else:
            closed += 1
    return Rebuilt(count, redacted, closed)


def _new(books: Books, entry: Entry, change: Change) -> Change | None:
    """Return a change as it counts when some of it is there already, or None when all of it is.

    A ledger whose keys were elsewhere for a while did not know what it held, and took it in once more.
    """
    match change:
        case Asserted(reading, run) if books.sealed(reading.id) is not None:
            there = books.was_recorded(reading.id, entry.recorded)
            return None if there else Again(reading.id, reading.document.id, run)
        case Judged(judgement) if books.has_judgement(judgement.id):
            return None
        case Brought(aliases) if books.has_aliases(aliases.id):
            return None
        case Found(findings) if books.has_findings(findings.reading, findings.version):
            return None
    return change


def change_of(books: Books, entry: Entry) -> tuple[Entry, Change] | None:
    """Return an entry, with the moment that counts for views, and its change; None when its key is not there.

    Raises:
        SealError: If the entry does not fit its key.
    """
    secret = books.keys.get(entry.key)
    if secret is None:
        return None
    change, since = change_in(unsealed(secret, entry.key, entry.payload))
    return (entry if since is None else replace(entry, recorded=since)), change


def finish(books: Books) -> int:
    """Do all that the redactions of the log ask for and return how many keys were destroyed; outside of transactions.

    Raw bytes are deleted, what the projection deleted is taken out of the files, and the keys go last: as long as one
    is there, `tacitus verify` tells that a redaction was cut off.
    """
    redactions = list(_redactions(books))
    if not redactions:
        return 0
    for change in redactions:
        books.raw.delete(change.raws)
    books.scrub()
    return sum(books.keys.destroy(change.keys) for change in redactions)


def problems_of(books: Books, keys: Collection[str]) -> Iterator[tuple[Entry, Met]]:
    """Yield the problems without a reading that keys seal, as long as the keys are there."""
    there = {key for key in keys if books.keys.get(key) is not None}
    for entry in books.entries() if there else ():
        opened = change_of(books, entry) if entry.kind == "problem" and entry.key in there else None
        if opened is not None and isinstance(opened[1], Met):
            yield opened[0], opened[1]


def _redactions(books: Books) -> Iterator[Redacted]:
    for entry in books.entries():
        if entry.kind == "redact":
            opened = change_of(books, entry)
            if opened is not None and isinstance(opened[1], Redacted):
                yield opened[1]

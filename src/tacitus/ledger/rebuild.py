"""Working everything out from the log again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ledger.changes import Change, Redacted, change_in
from tacitus.ledger.sealing import unsealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    if finish(books):
        books.scrub()
    return done


def apply_all(books: Books, entries: Iterable[Entry]) -> Rebuilt:
    """Apply entries of the log to the projection, inside a transaction."""
    count = redacted = closed = 0
    for entry in entries:
        count += 1
        opened = change_of(books, entry)
        if opened is not None:
            books.apply(*opened)
        elif books.keys.is_destroyed(entry.key):
            redacted += 1
        else:
            closed += 1
    return Rebuilt(count, redacted, closed)


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
    """Destroy the keys and raw bytes that redactions name and that are still there; return how many keys."""
    destroyed = 0
    for change in _redactions(books):
        destroyed += books.keys.destroy(change.keys)
        books.raw.delete(change.raws)
    return destroyed


def _redactions(books: Books) -> Iterator[Redacted]:
    for entry in books.entries():
        if entry.kind == "redact":
            opened = change_of(books, entry)
            if opened is not None and isinstance(opened[1], Redacted):
                yield opened[1]

"""A body under the name it had before or has now: what holds of the one is asked of the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.question.wanted import wanted
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.ontology import RELATION_ROLES, Certainty
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.ask.question.pattern import Pattern
    from tacitus.ask.question.spelling import Book
    from tacitus.ask.question.wanted import Wanted
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow


def with_renamed(view: View, book: Book, pattern: Pattern, found: Wanted, as_of: date | None) -> Wanted:
    """Return what is wanted with what the same body was called before or after, where a tie to it is asked for.

    Only a report that tells of the change of name makes two bodies one here; a successor of another sort is another.
    """
    if not pattern.types or not set(pattern.types) <= RELATION_ROLES.keys() - {"successor", "alias"}:
        return found
    names = {name for row in _changes(view, found, as_of) for name in _others(row, found)}
    more = [wanted(view, book, name, as_of) for name in sorted(names)]
    near = found.near.union(*(one.ids for one in more)) - found.members
    return replace(found, near=near) if more else found


def _changes(view: View, found: Wanted, as_of: date | None) -> Iterator[ClaimRow]:
    """Yield the claims that tell of a change of name of what is wanted."""
    asked = ClaimFilter(type="successor", who=found.members, as_of=as_of)
    for row in view.claims(asked) if found.members else ():
        words = {word for quote in row.quotes for word in fold(quote).split()}
        if row.claim.certainty not in (Certainty.DENIED, Certainty.UNKNOWN) and words & lists.words("renamed"):
            yield row


def _others(row: ClaimRow, found: Wanted) -> Iterator[str]:
    """Yield the names of the other side of such a claim."""
    sides = {str(v) for role in ("subject", "object") for v in row.claim.values(role)}
    for entity in row.entities:
        if entity.id in sides and not found.fits(row.document.id, entity) and is_proper(entity.name):
            yield entity.name

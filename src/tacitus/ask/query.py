"""Asking for claims in the words that people use: a name, a source, a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ask.groups import meant, rows_of, who
from tacitus.ask.names import no_such_name
from tacitus.ask.reviewing import among
from tacitus.errors import InvalidValueError
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.ontology import ROLES, Certainty
from tacitus.resolve.fold import fold, matching

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.review import State


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """What is asked for; None asks for nothing, and all that is given must hold.

    Attributes:
        type: A type of the claim contract: "airstrike", "leads" …
        source: Who says so: a speaker by name, innermost or not, or the outlet where nobody is quoted.
        certainty: A certainty of the contract: "stated", "denied" …
        about: Whom or what it speaks of: a name in any role, or its source.
        since: It may touch this day or a later one. A claim without a time counts by its day of publication.
        until: It may touch this day or an earlier one; likewise.
        as_of: Only what was published on this day or before; documents without a day are left out and counted.
        limit: At most so many, the first in time.
        min_confidence: The reader is at least so sure to have read it right, [0, 1]; 0 asks for nothing.
        review: Where it stands in review, see `tacitus.model.review.State`.

    A name means the entities that carry it whole (case, accents, apostrophes and hyphens aside), else all that have
    each of its words, with all that rules or people judged to be one with them.

    Raises:
        InvalidValueError: If the contract has no such type or certainty, `since` is after `until`, `limit` is
            under 1, or `min_confidence` is outside of [0, 1].
    """

    type: str | None = None
    source: str | None = None
    certainty: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    limit: int | None = None
    min_confidence: float | None = None
    review: State | None = None

    def __post_init__(self) -> None:
        """Refuse what no claim can match."""
        if self.type is not None and self.type not in ROLES:
            raise InvalidValueError("claim type", self.type, ", ".join(ROLES))
        if self.certainty is not None and self.certainty not in set(Certainty):
            raise InvalidValueError("certainty", self.certainty, ", ".join(Certainty))
        if self.since and self.until and self.since > self.until:
            given = f"{self.since}/{self.until}"
            raise InvalidValueError("stretch of days", given, "a first day that is not after the last")
        if self.limit is not None and self.limit < 1:
            raise InvalidValueError("limit", self.limit, "a whole number from 1")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise InvalidValueError("least confidence", self.min_confidence, "a number from 0 to 1")


@dataclass(frozen=True, slots=True)
class Found:
    """An answer.

    Attributes:
        claims: In time order, see `tacitus.ledger.contract.View.claims`.
        undated: Number of documents that hold fitting claims and were left out because nobody knows whether they
            were published by `as_of`.
    """

    claims: tuple[ClaimRow, ...]
    undated: int = 0


def find(view: View, query: ClaimQuery) -> Found:
    """Return the claims that fit a query, as far as the view knows.

    Args:
        view: Of now, or of an earlier moment of the record clock: `store.view(end_of_day(day))` is what was known by
            a day.
        query: What is asked for.

    Raises:
        NotRecordedError: If `about` or `source` is a name that nobody in the ledger has; near spellings are given.
    """
    wanted = ClaimFilter(
        type=query.type,
        certainty=Certainty(query.certainty) if query.certainty is not None else None,
        who=_about(view, query.about, query.as_of) if query.about is not None else None,
        source=_source(view, query.source) if query.source is not None else None,
        since=query.since,
        until=query.until,
        as_of=query.as_of,
        limit=query.limit,
        least=query.min_confidence or None,
    )
    wanted = among(view, wanted, query.review)
    return Found(view.claims(wanted), view.undated(replace(wanted, limit=None)))


def _about(view: View, name: str, as_of: date | None) -> frozenset[tuple[str, str]]:
    """Return whom a name means: by a day, what was one by then, and what stands in undated documents, to be counted."""
    ever = meant(view, name)
    if not ever:
        raise no_such_name("entity", name, view.names())
    if as_of is None:
        return frozenset[tuple[str, str]]().union(*(group.members for group in ever))
    undated = (row for group in ever for row in rows_of(view, group) if row.document.published is None)
    return who(undated).union(*(group.members for group in meant(view, name, as_of)))


def _source(view: View, name: str) -> frozenset[str]:
    outlets = view.outlets()
    keys = view.keys(name) | matching(name, map(fold, outlets))
    keys = keys & {fold(name)} or keys
    groups = meant(view, name)
    if not keys and not groups:
        raise no_such_name("source", name, (*view.names(), *outlets))
    return keys.union(*(group.keys for group in groups))

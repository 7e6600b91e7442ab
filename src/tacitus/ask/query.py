"""Asking for claims in the words that people use: a name, a source, a stretch of days, a condition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from tacitus.ask.meaning import members, source_keys
from tacitus.ask.reviewing import among
from tacitus.ask.where.holding import Setting, holds
from tacitus.ask.where.narrowing import narrowed
from tacitus.errors import InvalidValueError
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.ontology import ROLES, Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from tacitus.ask.where.tree import Condition
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.review import State

#: So many claims are looked at first for a page, and each time so many times more.
_FIRST, _MORE = 1000, 4


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
        skip: Leaves out so many of the first; with `limit`, a page.
        where: A condition: one that `tacitus.ask.where.parse.read` made of an expression, or put together of
            `tacitus.ask.where.tree.Check`.
        min_confidence: The reader is at least so sure to have read it right, [0, 1]; 0 asks for nothing.
        review: Where it stands in review, see `tacitus.model.review.State`.

    A name means the entities that carry it whole (case, accents, apostrophes and hyphens aside), else all that have
    each of its words, with all that rules or people judged to be one with them.

    Raises:
        InvalidValueError: If the contract has no such type or certainty, `since` is after `until`, `limit` is
            under 1, `skip` is under 0, or `min_confidence` is outside of [0, 1].
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
    skip: int = 0
    where: Condition | None = None
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
        if self.skip < 0:
            raise InvalidValueError("number to skip", self.skip, "a whole number from 0")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise InvalidValueError("least confidence", self.min_confidence, "a number from 0 to 1")


@dataclass(frozen=True, slots=True)
class Found:
    """An answer.

    Attributes:
        claims: In time order, see `tacitus.ledger.contract.View.claims`.
        undated: Number of documents that hold fitting claims and were left out because nobody knows whether they
            were published by `as_of`.
        has_more: Whether more claims fit than `limit` lets through.
    """

    claims: tuple[ClaimRow, ...]
    undated: int = 0
    has_more: bool = False


def find(view: View, query: ClaimQuery, states: Mapping[str, str] | None = None) -> Found:
    """Return the claims that fit a query, as far as the view knows.

    Args:
        view: Of now, or of an earlier moment of the record clock: `store.view(end_of_day(day))` is what was known by
            a day.
        query: What is asked for.
        states: Claim id → state of review, for conditions that ask for it; claims that are not there are unreviewed.

    Raises:
        NotRecordedError: If `about`, `source` or a condition has a name that nobody in the ledger has; near spellings
            are given.
        InvalidValueError: If a condition asks for the review and there are no states.
    """
    wanted = ClaimFilter(
        type=query.type,
        certainty=Certainty(query.certainty) if query.certainty is not None else None,
        who=members(view, query.about, query.as_of) if query.about is not None else None,
        source=source_keys(view, query.source) if query.source is not None else None,
        since=query.since,
        until=query.until,
        as_of=query.as_of,
        least=query.min_confidence or None,
    )
    wanted = among(view, wanted, query.review)
    if query.where is None:
        return _page(view, wanted, query)
    setting = Setting(view, query.as_of, states)
    narrow, rest = narrowed(query.where, wanted, setting)
    return _page(view, narrow, query, holds(rest, setting) if rest is not None else None)


def _page(
    view: View, wanted: ClaimFilter, query: ClaimQuery, holds_for: Callable[[ClaimRow], bool] | None = None
) -> Found:
    """Return one page of the claims that pass a filter and a condition; one more is looked for, to tell if there is."""
    count = None if query.limit is None else query.limit + 1
    if holds_for is None:
        rows = view.claims(replace(wanted, limit=count, skip=query.skip))
    else:
        every = view.claims(wanted) if count is None else _in_turn(view, wanted)
        last = None if count is None else query.skip + count
        rows = tuple(islice(filter(holds_for, every), query.skip, last))
    # What a condition wants published by an earlier day has a day, and is not left out for want of one.
    undated = _undated(view, wanted, holds_for) if wanted.as_of == query.as_of else 0
    return Found(rows[: query.limit], undated, has_more=count is not None and len(rows) == count)


def _undated(view: View, wanted: ClaimFilter, holds_for: Callable[[ClaimRow], bool] | None) -> int:
    """Return how many documents only `as_of` keeps out, for want of a day."""
    if holds_for is None or wanted.as_of is None:
        return view.undated(wanted)
    dateless = (row for row in view.claims(replace(wanted, as_of=None)) if row.published is None)
    return len({row.document.id for row in dateless if holds_for(row)})


def _in_turn(view: View, wanted: ClaimFilter) -> Iterator[ClaimRow]:
    """Yield the claims that pass a filter, some thousands at a time: a page needs few of them."""
    skip, size = 0, _FIRST
    while True:
        rows = view.claims(replace(wanted, limit=size, skip=skip))
        yield from rows
        if len(rows) < size:
            return
        skip, size = skip + size, size * _MORE

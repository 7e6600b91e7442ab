"""Which claims are most worth a look, of those that wait for one."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from tacitus.ask.query import ClaimQuery, find
from tacitus.ask.reviewing import Reviewed, reviews
from tacitus.model.review import UNREVIEWED, State

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ledger.contract import View


class Worth(NamedTuple):
    """Why a claim is worth a look: what sorts the queue, the least first."""

    is_settled: bool
    confidence: float


def worth_a_look(view: View, limit: int, about: str | None = None, as_of: date | None = None) -> tuple[Reviewed, ...]:
    """Return the claims that somebody should look at, at most so many.

    First those on which reviewers disagree (`Review.is_disputed`), then those that nobody reviewed, the least sure
    first; a claim whose reader does not say how sure it is counts as not sure at all. Of equals the first in time
    comes first. Every unreviewed claim is read for it.

    Raises:
        NotRecordedError: If nothing has the name `about`.
    """
    known = reviews(view)
    found = find(view, ClaimQuery(about=about, as_of=as_of)).claims
    rows = (Reviewed(row, known.get(row.claim.id, UNREVIEWED)) for row in found)
    waiting = (one for one in rows if one.review.is_disputed or one.review.state is State.UNREVIEWED)
    return tuple(nsmallest(limit, waiting, key=_worth))


def _worth(one: Reviewed) -> Worth:
    return Worth(not one.review.is_disputed, one.row.claim.confidence or 0.0)

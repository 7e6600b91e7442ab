"""Whether two accounts of an incident tell of the same happening in it, so that they can contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask import spots
from tacitus.ask.ground import VIOLENT
from tacitus.ask.parties import Party, Stand
from tacitus.ask.questions import Question
from tacitus.model.when import Precision, When

if TYPE_CHECKING:
    from tacitus.ask.accounts import Account
    from tacitus.ask.parties import Known
    from tacitus.ledger.rows import ClaimRow

#: Types by which one happening is told in different words; other types are each a happening of their own.
_ONE_KIND = VIOLENT - {"abduction"}
#: Accounts that are about its day may differ by so many; what lies farther apart was not one happening.
_FAR = 31


def is_one_happening(one: Account, other: Account, known: Known) -> bool:
    """Tell whether some claims of both can be of one happening: of one kind, at one time, at one place.

    What is not said rules nothing out. An incident may hold what a report tells of the days before, or of a second
    strike elsewhere; its toll is another one.
    """
    if isinstance(one.value, When) and isinstance(other.value, When):
        is_near = spots.days_between(one.value, other.value) <= _FAR
        return is_near and not _are_apart(_every_place(one), _every_place(other), known)
    pairs = [(a, b) for a in one.rows for b in other.rows]
    return any(_can_be_one(a, b, one.question, known) for a, b in pairs)


def _can_be_one(one: ClaimRow, other: ClaimRow, question: Question, known: Known) -> bool:
    types = {one.claim.type, other.claim.type}
    if len(types) > 1 and not types <= _ONE_KIND:
        return False
    if not spots.is_one_time(one, other) or (question.is_count and _is_sum(one) != _is_sum(other)):
        return False
    return question is Question.WHERE or not _are_apart(_places(one), _places(other), known)


def _is_sum(row: ClaimRow) -> bool:
    """Tell whether a number is of a long time, "since 2011": it counts the dead of many days."""
    time = row.claim.time
    if time is None or time.earliest is None or time.precision not in (Precision.OPEN, Precision.INTERVAL):
        return False
    return time.latest is None or (time.latest - time.earliest).days > _FAR


def _every_place(one: Account) -> tuple[Party, ...]:
    return tuple(place for row in one.rows for place in _places(row))


def _places(row: ClaimRow) -> tuple[Party, ...]:
    ids = row.claim.values("place")
    return tuple(Party(row.document.id, entity) for entity in row.entities if entity.id in ids)


def _are_apart(one: tuple[Party, ...], other: tuple[Party, ...], known: Known) -> bool:
    ways = {spots.where(a, b, known) for a in one for b in other}
    return ways == {Stand.OTHER}

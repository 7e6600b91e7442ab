"""The part of a condition that a store can search by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tacitus.ask.meaning import source_keys
from tacitus.ask.where.fields import Mode, Op, Sort, fields
from tacitus.ask.where.tree import And, Check
from tacitus.ask.where.vague import days
from tacitus.model.ontology import Certainty
from tacitus.model.when import When

if TYPE_CHECKING:
    from tacitus.ask.where.holding import Setting
    from tacitus.ask.where.tree import Condition
    from tacitus.ledger.filter import ClaimFilter


class Narrowed(NamedTuple):
    """A filter, and what is left to be asked of the claims that pass it; None if nothing is."""

    filter: ClaimFilter
    rest: Condition | None


class _Taken(NamedTuple):
    """A filter that a check has narrowed, and whether all that pass satisfy the check."""

    filter: ClaimFilter
    is_whole: bool = True


def narrowed(condition: Condition, wanted: ClaimFilter, setting: Setting) -> Narrowed:
    """Return a filter that lets all claims pass that satisfy a condition, and what it leaves to be asked.

    Only checks that must all hold narrow it; what stands behind "or" and "not" is left. A filter that asks for
    something already is not asked twice.

    Raises:
        NotRecordedError: If a name in such a check is one that nobody in the ledger has.
    """
    rest: list[Condition] = []
    for part in condition.parts if isinstance(condition, And) else (condition,):
        taken = _taken(part, wanted, setting) if isinstance(part, Check) else None
        if taken is not None:
            wanted = taken.filter
        if taken is None or not taken.is_whole:
            rest.append(part)
    if not rest:
        return Narrowed(wanted, None)
    return Narrowed(wanted, rest[0] if len(rest) == 1 else And(tuple(rest)))


def _taken(check: Check, wanted: ClaimFilter, setting: Setting) -> _Taken | None:
    """Return a filter narrowed by a check; None where it cannot be."""
    by_field = {
        "type": _type,
        "certainty": _certainty,
        "id": _id,
        "document": _document,
        "confidence": _confidence,
        "published": _published,
        "time": _time,
    }
    if check.field == "review":
        return _review(check, wanted, setting)
    if check.field in by_field:
        return by_field[check.field](check, wanted)
    return _name(check, wanted, setting) if fields()[check.field].sort is Sort.NAME else None


def _type(check: Check, wanted: ClaimFilter) -> _Taken | None:
    if check.op is Op.EQUAL and wanted.type in (None, check.values[0]):
        return _Taken(replace(wanted, type=check.values[0]))
    return None


def _certainty(check: Check, wanted: ClaimFilter) -> _Taken | None:
    if check.op is Op.EQUAL and wanted.certainty in (None, check.values[0]):
        return _Taken(replace(wanted, certainty=Certainty(check.values[0])))
    return None


def _document(check: Check, wanted: ClaimFilter) -> _Taken | None:
    if check.op is Op.EQUAL and wanted.document in (None, check.values[0]):
        return _Taken(replace(wanted, document=check.values[0]))
    return None


def _id(check: Check, wanted: ClaimFilter) -> _Taken | None:
    if check.op in (Op.EQUAL, Op.IN):
        return _Taken(_among(wanted, frozenset(check.values)))
    return _Taken(_apart(wanted, frozenset(check.values))) if check.op is Op.UNEQUAL else None


def _review(check: Check, wanted: ClaimFilter, setting: Setting) -> _Taken | None:
    if check.op not in (Op.EQUAL, Op.IN) or setting.states is None:
        return None
    if "unreviewed" in check.values:
        others = (claim for claim, state in setting.states.items() if state not in check.values)
        return _Taken(_apart(wanted, frozenset(others)))
    return _Taken(_among(wanted, frozenset(c for c, state in setting.states.items() if state in check.values)))


def _confidence(check: Check, wanted: ClaimFilter) -> _Taken | None:
    if check.op not in (Op.AT_LEAST, Op.MORE, Op.EQUAL):
        return None
    least = float(check.values[0])
    return _Taken(replace(wanted, least=max(least, wanted.least or 0.0)), check.op is Op.AT_LEAST)


def _published(check: Check, wanted: ClaimFilter) -> _Taken | None:
    """Narrow by the day of publication, where this is more than is asked already.

    What the query asks by its own `as_of` leaves out documents without a day and counts them; a check does not.
    """
    day = _until(check)
    if day is None or (wanted.as_of is not None and day >= wanted.as_of):
        return None
    return _Taken(replace(wanted, as_of=day), check.op in (Op.LESS, Op.AT_MOST))


def _time(check: Check, wanted: ClaimFilter) -> _Taken | None:
    """Narrow by the days that a time may touch; what must be so may be so too, and is asked again."""
    since, until = _since(check), _until(check)
    if (since is None and until is None) or check.op is Op.EQUAL:
        return None
    since, until = max(since or date.min, wanted.since or date.min), min(until or date.max, wanted.until or date.max)
    both = replace(wanted, since=None if since == date.min else since, until=None if until == date.max else until)
    return _Taken(both, check.mode is not Mode.MUST and len(check.values) == 1)


def _since(check: Check) -> date | None:
    """Return the first day that a check of days may touch; None where any may be, or none."""
    low, high = _reach(check)
    if check.op is Op.MORE:
        return None if high == date.max else high + timedelta(days=1)
    return low if check.op in (Op.IN, Op.EQUAL, Op.AT_LEAST) and low > date.min else None


def _until(check: Check) -> date | None:
    """Return the last day, likewise."""
    low, high = _reach(check)
    if check.op is Op.LESS:
        return None if low == date.min else low - timedelta(days=1)
    return high if check.op in (Op.IN, Op.EQUAL, Op.AT_MOST) and high < date.max else None


def _reach(check: Check) -> tuple[date, date]:
    """Return first and last day of all values of a check."""
    times = [When(value) for value in check.values]
    found = [days(when.earliest, when.latest) for when in times] or [(date.min, date.max)]
    return min(low for low, _ in found), max(high for _, high in found)


def _name(check: Check, wanted: ClaimFilter, setting: Setting) -> _Taken | None:
    if check.op not in (Op.EQUAL, Op.IN) or check.field == "outlet":
        return None
    if check.field == "source":
        if wanted.source is not None:
            return None
        keys = frozenset[str]().union(*(source_keys(setting.view, name) for name in check.values))
        return _Taken(replace(wanted, source=keys))
    if wanted.who is not None:
        return None
    return _Taken(replace(wanted, who=setting.members(check.values)), check.field == "about")


def _among(wanted: ClaimFilter, ids: frozenset[str]) -> ClaimFilter:
    return replace(wanted, ids=ids if wanted.ids is None else ids & wanted.ids)


def _apart(wanted: ClaimFilter, ids: frozenset[str]) -> ClaimFilter:
    return replace(wanted, without=ids | (wanted.without or frozenset()))

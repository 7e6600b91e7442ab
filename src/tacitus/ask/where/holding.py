"""Which claims satisfy a condition: from a condition to a function of rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from tacitus.ask.meaning import members, outlet_keys, source_keys
from tacitus.ask.where import values
from tacitus.ask.where.fields import Mode, Op, Sort, fields
from tacitus.ask.where.tree import And, Check, Not
from tacitus.ask.where.vague import compares, days
from tacitus.errors import InvalidValueError
from tacitus.ledger.search_words import entry, folded, has_all, phrases
from tacitus.model.when import When
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from tacitus.ask.where.tree import Condition
    from tacitus.ask.where.vague import Days
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow

    Holds = Callable[[ClaimRow], bool]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of a condition mean where it is asked.

    Attributes:
        view: Names mean what they mean there.
        as_of: By what was published on this day or before; None: by all.
        states: Claim id → state of review, for those that were reviewed; None when nobody gives them.
    """

    view: View
    as_of: date | None = None
    states: Mapping[str, str] | None = None
    _known: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def members(self, names: Sequence[str]) -> frozenset[tuple[str, str]]:
        """Return whom some names mean, see `tacitus.ask.meaning.members`; each is looked up once.

        Raises:
            NotRecordedError: If nobody in the ledger has one of the names.
        """
        for name in names:
            if name not in self._known:
                self._known[name] = members(self.view, name, self.as_of)
        return frozenset[tuple[str, str]]().union(*(self._known[name] for name in names))

    def state(self, claim: str) -> str:
        """Return the state of review of a claim.

        Raises:
            InvalidValueError: If nobody gives the states.
        """
        if self.states is None:
            raise InvalidValueError("field here", "review", "all other fields; reviews were not given to this question")
        return self.states.get(claim, "unreviewed")


def holds(condition: Condition, setting: Setting) -> Holds:
    """Return what tells whether a claim satisfies a condition; names are looked up once, here.

    Raises:
        NotRecordedError: If a name in it is one that nobody in the ledger has.
        InvalidValueError: If it asks for reviews and the setting has none.
    """
    if isinstance(condition, Not):
        inner = holds(condition.inner, setting)
        return lambda row: not inner(row)
    if isinstance(condition, Check):
        return _checks(condition, setting)
    every = tuple(holds(part, setting) for part in condition.parts)
    if isinstance(condition, And):
        return lambda row: all(part(row) for part in every)
    return lambda row: any(part(row) for part in every)


def _checks(check: Check, setting: Setting) -> Holds:
    if check.op is Op.UNEQUAL:
        inner = _checks(Check(check.field, Op.EQUAL, check.values, check.mode), setting)
        return lambda row: not inner(row)
    if check.op is Op.UNKNOWN:
        return lambda row: not values.is_known(row, check.field)
    if check.op is Op.KNOWN:
        return lambda row: values.is_known(row, check.field)
    sort = fields()[check.field].sort
    if sort is Sort.CHOICE:
        return _choice(check, setting)
    return _name(check, setting) if sort is Sort.NAME else _SORTS[sort](check)


def _choice(check: Check, setting: Setting) -> Holds:
    wanted = frozenset(check.values)
    if check.field == "review":
        setting.state("")  # so that it fails before any claim is looked at
        return lambda row: setting.state(row.claim.id) in wanted
    return lambda row: not wanted.isdisjoint(values.choices(row, check.field))


def _text(check: Check) -> Holds:
    found = partial(values.texts, field=check.field)
    if check.op is Op.HAS:
        return _has(check, found)
    wanted = frozenset(map(folded, check.values)) - {""} | frozenset(check.values)
    return lambda row: any(text in wanted or folded(text) in wanted for text in found(row))


def _id(check: Check) -> Holds:
    found = partial(values.texts, field=check.field)
    if check.op is Op.HAS:
        return _has(check, found)
    return lambda row: not frozenset(check.values).isdisjoint(found(row))


def _has(check: Check, found: Callable[[ClaimRow], Iterable[str]]) -> Holds:
    wanted = phrases(check.values[0])
    return lambda row: has_all(entry(found(row)), wanted)


def _name(check: Check, setting: Setting) -> Holds:
    if check.op is Op.HAS:
        wanted = phrases(check.values[0])
        return lambda row: any(has_all(folded(name), wanted) for name in values.names(row, check.field))
    if check.field in _KEYS:
        keys = frozenset[str]().union(*(_KEYS[check.field](setting.view, name) for name in check.values))
        return lambda row: any(fold(name) in keys for name in values.names(row, check.field))
    meant = setting.members(check.values)
    return lambda row: any((row.document.id, id_) in meant for id_ in values.entities(row, check.field))


def _time(check: Check) -> Holds:
    if check.op is Op.EQUAL:
        (same,) = map(When, check.values)
        return lambda row: row.claim.time is not None and _bounds(row.claim.time) == _bounds(same)
    given = tuple(_bounds(When(value)) for value in check.values)
    mode = check.mode or Mode.MAY

    def touches(row: ClaimRow) -> bool:
        found = values.time(row)
        return found is not None and any(compares(check.op, mode, found, one) for one in given)

    return touches


def _bounds(when: When) -> Days:
    return days(when.earliest, when.latest)


def _day(check: Check) -> Holds:
    given = tuple(_bounds(When(value)) for value in check.values)

    def is_so(row: ClaimRow) -> bool:
        day = row.published if check.field == "published" else row.recorded.astimezone(UTC).date()
        return day is not None and any(compares(check.op, Mode.MUST, (day, day), one) for one in given)

    return is_so


def _count(check: Check) -> Holds:
    given = tuple((float(value), float(value)) for value in check.values)
    mode = check.mode or Mode.MUST
    return lambda row: any(compares(check.op, mode, n, one) for n in values.counts(row, check.field) for one in given)


def _number(check: Check) -> Holds:
    given = tuple((float(value), float(value)) for value in check.values)

    def is_so(row: ClaimRow) -> bool:
        sure = row.claim.confidence
        return sure is not None and any(compares(check.op, Mode.MUST, (sure, sure), one) for one in given)

    return is_so


#: Fields that are compared by folded names, and what these are for a name.
_KEYS: Mapping[str, Callable[[View, str], frozenset[str]]] = {"source": source_keys, "outlet": outlet_keys}
#: Sorts whose comparison needs nothing but the check and the claim.
_SORTS: Mapping[Sort, Callable[[Check], Holds]] = {
    Sort.TEXT: _text,
    Sort.ID: _id,
    Sort.TIME: _time,
    Sort.DAY: _day,
    Sort.COUNT: _count,
    Sort.NUMBER: _number,
}

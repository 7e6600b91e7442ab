"""Whether two EDTF strings name the same time, by the rules of the score."""

from __future__ import annotations

import re
from datetime import date, timedelta

_CLOCK = re.compile(r"T.*$")
_QUALIFIERS = re.compile(r"[~?%]")
_YEAR = re.compile(r"XXXX|\b\d{4}\b")
#: By so much each end of two intervals may differ.
_NEAR = timedelta(days=7)
_LEAP = "1904"


def same_time(one: str | None, other: str | None) -> bool:
    """Tell whether two times are the same: equal, or two intervals whose ends lie within a week of one another.

    A day is never an interval nor another day. Where nobody gave the year, month and day are compared.

    Examples:
        >>> same_time("2019-08-31", "XXXX-08-31"), same_time("2019-08/2019-09", "2019-08-03/2019-10-01")
        (True, True)
        >>> same_time("2019-08-30", "2019-08-31"), same_time("2019-08-31", "2019-08"), same_time(None, "2019")
        (False, False, False)
    """
    if (one or None) == (other or None):
        return True
    if one and other and ("XXXX" in one or "XXXX" in other):
        one, other = (_YEAR.sub(_LEAP, time) for time in (one, other))
    x, y = bounds(one), bounds(other)
    if x is None or y is None:
        return False
    if x == y:
        return True
    if x[0] == x[1] or y[0] == y[1]:
        return False
    return _near(x[0], y[0]) and _near(x[1], y[1])


def bounds(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and last day of an EDTF string, with the ends of time for what is open; None if unreadable.

    Examples:
        >>> bounds("2019-02")
        (datetime.date(2019, 2, 1), datetime.date(2019, 2, 28))
        >>> bounds("soon") is None
        True
    """
    if not edtf:
        return None
    try:
        if edtf[0] in "[{":
            return _of_set(edtf[1:-1])
        low, stroke, high = edtf.partition("/")
        return _day(low, is_last=False), _day(high if stroke else low, is_last=True)
    except ValueError:
        return None


def _of_set(listed: str) -> tuple[date, date] | None:
    found = [bounds(item) for item in listed.replace("..", "/").split(",")]
    sure = [days for days in found if days is not None]
    if len(sure) < len(found):
        return None
    return min(first for first, _ in sure), max(last for _, last in sure)


def _day(text: str, *, is_last: bool) -> date:
    text = _QUALIFIERS.sub("", _CLOCK.sub("", text.strip()))
    if text in ("..", ""):
        return date.max if is_last else date.min
    parts = text.split("-")
    year = int(parts[0].replace("X", "9" if is_last else "0"))
    month, day = (_number(parts, at) for at in (1, 2))
    if month is None:
        return date(year, 12, 31) if is_last else date(year, 1, 1)
    if day is not None:
        return date(year, month, day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if is_last else date(year, month, 1)


def _number(parts: list[str], at: int) -> int | None:
    return int(parts[at]) if len(parts) > at and "X" not in parts[at] else None


def _near(one: date, other: date) -> bool:
    if one == other:
        return True
    return not {one, other} & {date.min, date.max} and abs(one - other) <= _NEAR

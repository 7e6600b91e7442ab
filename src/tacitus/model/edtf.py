"""Reading EDTF strings (ISO 8601-2:2019) into first and last days.

The profile: years, months, days; `X` for unspecified digits; the qualifiers `~ ? %`; intervals with open (`..`) and
unknown (empty) ends; one-of `[a,b]` and all-of `{a,b}` sets. Years run from 0001 to 9999. Seasons and times of day
are not part of it: a season is written as an interval of months (see the claim contract).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tacitus.errors import InvalidValueError

_POINT = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[~?%]?)")
ALLOWED = (
    "EDTF such as 2019-08-31, 2019-08, 2018-01/2018-04, ../2019-08-31, 2019-08~, XXXX-09-01, [2019-03-12,2019-12-03]"
)


class Bounds(NamedTuple):
    """First and last day that a date string allows, both inclusive; None where an end is open or unknown."""

    earliest: date | None
    latest: date | None


def bounds(text: str) -> Bounds:
    """Return the first and last day of an EDTF string.

    Raises:
        InvalidValueError: If the text is not in the profile, or names a day that does not exist.

    Examples:
        >>> bounds("2019-08").latest
        datetime.date(2019, 8, 31)
        >>> bounds("2019-06-24/..")
        Bounds(earliest=datetime.date(2019, 6, 24), latest=None)
    """
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _hull([_interval(item.strip()) for item in text[1:-1].split(",")])
    return _interval(text)


def _interval(text: str) -> Bounds:
    first, slash, last = text.partition("/")
    if not slash:
        return _point(first)
    low = Bounds(None, None) if first in ("..", "") else _point(first)
    high = Bounds(None, None) if last in ("..", "") else _point(last)
    if low.earliest and high.latest and low.earliest > high.latest:
        raise InvalidValueError("date", text, "an interval whose end is not before its start")
    return Bounds(low.earliest, high.latest)


def _hull(items: list[Bounds]) -> Bounds:
    lows, highs = [b.earliest for b in items], [b.latest for b in items]
    low = None if None in lows else min(d for d in lows if d is not None)
    high = None if None in highs else max(d for d in highs if d is not None)
    return Bounds(low, high)


def _point(text: str) -> Bounds:
    match = _POINT.fullmatch(text)
    if match is None:
        raise InvalidValueError("date", text, ALLOWED)
    year, month, day = match["year"], match["month"], match["day"]
    try:
        _check_in_year(month, day)
        return Bounds(None, None) if year == "XXXX" else _filled(year, month, day)
    except ValueError as error:
        raise InvalidValueError("date", text, "a day that exists") from error


def _filled(year: str, month: str | None, day: str | None) -> Bounds:
    low_year, high_year = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    if month is None or "X" in month:
        return Bounds(date(low_year, 1, 1), date(high_year, 12, 31))
    if day is None or "X" in day:
        return Bounds(date(low_year, int(month), 1), date(high_year, int(month), monthrange(high_year, int(month))[1]))
    return Bounds(date(low_year, int(month), int(day)), date(high_year, int(month), int(day)))


def _check_in_year(month: str | None, day: str | None) -> None:
    """Make sure that some year has the day; a part that is not given allows any.

    Raises:
        ValueError: If no year has it.
    """
    number, which = (int(part) if part and "X" not in part else 1 for part in (month, day))
    date(2000, number, which)  # a leap year, so that XXXX-02-29 stands; January, for any month, has 31 days

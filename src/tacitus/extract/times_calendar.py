"""Arithmetic on vague dates: parts of them, what lies before a day, the years that words leave out."""

from __future__ import annotations

import math
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tacitus.errors import InvalidValueError
from tacitus.model.when import Precision, When, interval, month

#: First and last month of each third of a year, and first and last day of each third of a month.
_MONTHS = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}
_DAYS = {"early": ("01", "10"), "mid": ("11", "20"), "late": ("21", "")}
#: Last digits of the years of each part of a decade, and last two of a century.
_DECADE = {"early": ("0", "3"), "mid": ("4", "6"), "late": ("7", "9")}
_CENTURY = {"early": ("00", "33"), "mid": ("34", "66"), "late": ("67", "99")}


@dataclass(frozen=True, slots=True)
class Parts:
    """A calendar date as words give it.

    Attributes:
        year: None when the words leave it out.
        month: 1 to 12.
        day: None for a whole month.
    """

    year: int | None
    month: int
    day: int | None = None

    def when(self) -> When | None:
        """Return the date, `XXXX` for a missing year; None for a day that does not exist.

        Examples:
            >>> Parts(None, 6, 30).when()
            When(edtf='XXXX-06-30')
            >>> Parts(2019, 4, 31).when()
        """
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        day = "" if self.day is None else f"-{self.day:02d}"
        return valid(f"{year}-{self.month:02d}{day}")

    def placed(self, published: date | None, *, ahead: bool = False) -> Parts:
        """Return the date in the year that puts it last before publication, or first after it when it lies `ahead`.

        29 February goes to a leap year. Without a day of publication nothing changes.
        """
        if published is None or self.year is not None:
            return self
        now, step = (published.month, published.day), 1 if ahead else -1
        then = (self.month, self.day or (now[1] if self.month == now[0] else 1))
        passed = then < now if ahead else then > now
        year = published.year + (step if passed else 0)
        tries = (replace(self, year=year + step * n) for n in range(8) if 1 <= year + step * n <= 9999)
        return next((found for found in tries if found.when()), self)


def valid(edtf: str) -> When | None:
    """Return the date that an EDTF string says, or None if there is no such day."""
    try:
        return When(edtf)
    except InvalidValueError:
        return None


def moved(day: date, by: int) -> date | None:
    """Return the day that lies `by` days later, or None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def days_around(day: date, before: int, after: int) -> When | None:
    """Return the days from `before` days before to `after` days after, inclusive; None outside the years 1 to 9999."""
    first, last = moved(day, -before), moved(day, after)
    return interval(first, last) if first and last else None


def weekday(number: int, published: date, side: int) -> date | None:
    """Return the nearest such day of the week: `side` -1 last before, 0 not after, 1 next after `published`.

    Args:
        number: Monday is 0.
        published: Where to stand.
        side: Which way to look.
    """
    if side > 0:
        return moved(published, (number - published.weekday() - 1) % 7 + 1)
    back = (published.weekday() - number) % 7
    return moved(published, -(back or (7 if side < 0 else 0)))


def week(published: date, by: int) -> When | None:
    """Return Monday to Sunday of the week `by` weeks later.

    The present week ends with publication, and begins on the Sunday before: papers differ on the first day of the week.
    """
    first = -published.weekday() + 7 * by
    return days_around(published, -first, first + 6) if by else days_around(published, 1 - first, 0)


def months_later(day: date, by: int) -> When | None:
    """Return the month `by` months later, or None outside the years 1 to 9999."""
    year, number = divmod(day.year * 12 + day.month - 1 + by, 12)
    return month(year, number + 1) if 1 <= year <= 9999 else None


def years_later(day: date, by: int) -> When | None:
    """Return the year `by` years later, or None outside the years 1 to 9999."""
    return valid(f"{day.year + by:04d}") if 1 <= day.year + by <= 9999 else None


def ends(when: When) -> tuple[str, str]:
    """Return the first and last point that an EDTF string names, as EDTF; ".." for an open end.

    Examples:
        >>> ends(When("2019-08"))
        ('2019-08', '2019-08')
        >>> ends(When("199X"))
        ('1990', '1999')
    """
    text = when.edtf
    if text[0] in "[{":
        points = sorted(part.strip() for part in text[1:-1].split(","))
        return points[0], points[-1]
    first, slash, last = text.partition("/")
    if slash:
        return first, last
    year, rest = text[:4], text[4:]
    if year != "XXXX" and "X" in year:
        return year.replace("X", "0") + rest, year.replace("X", "9") + rest
    return text, text


def span(first: When, last: When) -> When | None:
    """Return the time from the start of one to the end of another, or None if it would run backward."""
    low, high = ends(first)[0], ends(last)[1]
    return valid(low if low == high else f"{low}/{high}")


def third(when: When, part: str) -> When | None:
    """Return the early, mid or late third of a time; a day stays whole.

    A month's thirds are days 1 to 10, 11 to 20 and the rest, a year's four months each (claim contract, section 6);
    other intervals are cut in days, or in months when they name only months, and thirds that do not come out even
    overlap.

    Examples:
        >>> third(When("2019-06"), "late")
        When(edtf='2019-06-21/2019-06-30')
    """
    text = when.edtf.rstrip("~?%")
    if when.precision is Precision.DAY or (text.count("-") == 2 and "/" not in text):
        return when
    if "/" in text:
        return _third_of_interval(when, part)
    year, _, number = text.partition("-")
    if number:
        first, last = _DAYS[part]
        return valid(f"{text}-{first}/{text}-{last or _last_day(year, number)}")
    if "X" not in year:
        first, last = _MONTHS[part]
        return valid(f"{year}-{first}/{year}-{last}")
    first, last = (_DECADE if year.count("X") == 1 else _CENTURY)[part]
    stem = year.rstrip("X")
    return valid(f"{stem}{first}/{stem}{last}") if len(stem + first) == 4 else when


def _last_day(year: str, number: str) -> int:
    return monthrange(2000 if "X" in year else int(year), int(number))[1]


def _third_of_interval(when: When, part: str) -> When | None:
    low, high = when.earliest, when.latest
    if low is None or high is None:
        return None
    if when.edtf.count("-") == 2:  # names months alone, as a season does
        size = (high.year - low.year) * 12 + high.month - low.month + 1
        first, last = _cut(size, part)
        ends_of = months_later(low, first), months_later(low, last)
        return span(ends_of[0], ends_of[1]) if ends_of[0] and ends_of[1] else None
    first, last = _cut((high - low).days + 1, part)
    return interval(low + timedelta(days=first), low + timedelta(days=last))


def _cut(size: int, part: str) -> tuple[int, int]:
    """Return the first and last of `size` units that a third may reach."""
    whole, least = math.ceil(size / 3), size // 3
    return {"early": (0, whole - 1), "mid": (least, size - least - 1), "late": (size - whole, size - 1)}[part]

"""Publication dates: what a user types, and what pages print for machines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from tacitus.errors import InvalidValueError

_ALLOWED = "a day as YYYY-MM-DD, or a full ISO 8601 time stamp"
_ADVICE = "Write for instance 2019-08-31; leave it out when the day is not known."
#: ISO 8601-1, extended form: calendar date, then a time of day to the minute or finer, then a zone.
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ](?P<clock>\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)
#: ISO 8601-1, basic form of a day, which some pages print.
_BASIC = re.compile(r"\d{8}", re.ASCII)
#: What programs print for "no date": the first day of the calendar, of Unix time, and of Go's and MySQL's zero date.
_PLACEHOLDERS = frozenset({date.min, date(1970, 1, 1), date(1900, 1, 1)})


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published.

    Attributes:
        day: The day in the zone that is printed with it.
        stamp: ISO 8601 as printed, or None when no time of day is given.
    """

    day: date
    stamp: str | None = None


def parse_published(text: str) -> date:
    """Return the day that a user gave for a document; of a time stamp its day, in the zone it is written in.

    A day in the future is allowed.

    Raises:
        InvalidValueError: If `text` is no full day: vague ("2019-08"), impossible ("2019-02-30") or in another form.

    Examples:
        >>> parse_published("2019-08-31")
        datetime.date(2019, 8, 31)
        >>> parse_published("2019-12-03T00:22:00+02:00")
        datetime.date(2019, 12, 3)
        >>> parse_published("last week")
        Traceback (most recent call last):
        tacitus.errors.InvalidValueError: 'last week' is no publication date. Allowed: a day as YYYY-MM-DD, or a full \
ISO 8601 time stamp. Write for instance 2019-08-31; leave it out when the day is not known.
    """
    moment = _iso(text)
    if moment is None:
        raise InvalidValueError("publication date", text, _ALLOWED, _ADVICE)
    return moment.day


def parse_moment(text: str) -> Moment | None:
    """Return the moment that a page prints for machines, as ISO 8601 or as in e-mail (RFC 5322), or None.

    The days that programs print for "unknown" (1 January of the year 1, of 1970) are none.

    Examples:
        >>> parse_moment("Sat, 31 Aug 2019 18:22:00 +0200").stamp
        '2019-08-31T18:22:00+02:00'
        >>> parse_moment("some time ago") is None
        True
    """
    clean = text.strip()
    found = _iso(f"{clean[:4]}-{clean[4:6]}-{clean[6:]}" if _BASIC.fullmatch(clean) else clean)
    if found is not None:
        return found if found.day not in _PLACEHOLDERS else None
    try:
        moment = parsedate_to_datetime(clean)
    except (ValueError, IndexError, OverflowError):
        return None
    return Moment(moment.date(), moment.isoformat())


def _iso(text: str) -> Moment | None:
    """Return the moment of an ISO 8601 date or time stamp in extended form, or None."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    stamp = f"{match['day']}T{match['clock']}{match['zone'] or ''}" if match["clock"] else None
    try:
        moment = datetime.fromisoformat(stamp or match["day"])
    except ValueError:  # no such day, or no such time of day
        return None
    return Moment(moment.date(), stamp)

"""Calendar expressions for days and months."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.times_calendar import Parts, valid
from tacitus.extract.times_calendar import span as span_of
from tacitus.extract.times_meaning import Meaning, Timex, is_ahead, period, point, timex, timex_value
from tacitus.extract.times_years import BEFORE_YEAR, FIRST_SURE_YEAR, year_of

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.times_meaning import TimeHit, TimeReaders
    from tacitus.model.when import When

#: Why a date is refused.
NO_SUCH_DAY = "names a day that does not exist"
BEFORE_CHRIST = "lies before the year 1, with which the dates kept here begin"
#: Numbers up to these are those of a date, if a wrong one; larger ones are some other code.
_MOST_MONTHS, _MOST_DAYS = 12, 31
#: Classes before a month that is also a name or a verb.
_BEFORE_MONTH = (*BEFORE_YEAR, "THE", "A", "DASH", "THIS")


def iso(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "2019-08-31", with or without a time of day."""
    text = hit.word("iso")
    when = valid(text[:10])
    month, day = int(text[5:7]), int(text[8:10])
    return _refused(point(hit, when, value=text if when else ""), is_near=month <= _MOST_MONTHS and day <= _MOST_DAYS)


def _refused(meaning: Meaning, *, is_near: bool) -> Meaning:
    """Return the meaning, refused when it has no date although its numbers are those of one: 31 April."""
    return replace(meaning, refused=NO_SUCH_DAY) if meaning.when is None and is_near else meaning


def slashed(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "31/08/2019", "31-08-2019", "31.08.2019"; but for full stops both orders of day and month may stand."""
    text = hit.word("date")
    first, second, year = (int(part) for part in re.split(r"[./-]", text))
    if year < 100:
        year += 2000 if year < 50 else 1900  # the two-digit years of POSIX and of most software turn near here
    orders = [(second, first)] if "." in text else [(second, first), (first, second)]
    days = sorted({f"{year:04d}-{month:02d}-{day:02d}" for month, day in orders})
    real = [day for day in days if valid(day)]
    is_near = any(0 < month <= _MOST_MONTHS and 0 < day <= _MOST_DAYS for month, day in orders)
    when = valid(f"[{','.join(real)}]" if len(real) == 2 else "".join(real)) if real else None
    return _refused(point(hit, when), is_near=is_near)


def _calendar(hit: TimeHit, parts: Parts, published: date | None) -> Meaning:
    ahead = parts.year is None and (is_ahead(hit) or _is_deadline(hit, parts, published))
    placed = _on_weekday(hit, parts, published) or parts.placed(published, ahead=ahead)
    make = point if parts.day else period
    meant = make(hit, placed.when(), anchored=published is not None and (hit.has("unit") or parts.year is None))
    return replace(meant, parts=parts)


def _on_weekday(hit: TimeHit, parts: Parts, published: date | None) -> Parts | None:
    """Return the date in the nearest year that puts it on the named day of the week: "Monday, Oct. 26" of 1998.

    The past year is tried first, then the coming one, then earlier ones; None where no weekday is named, or none fits.
    """
    if not hit.has("weekday") or parts.year is not None or published is None:
        return None
    last = parts.placed(published).year or published.year
    tries = (replace(parts, year=last + by) for by in (0, 1, -1, -2, -3, -4))
    number = int(hit.value("weekday"))
    found = ((one, when.earliest) for one in tries if (one.year or 0) > 0 and (when := one.when()))
    return next((one for one, day in found if day and day.weekday() == number), None)


def _is_deadline(hit: TimeHit, parts: Parts, published: date | None) -> bool:
    """Tell whether the words before set a limit ("by June 30") that is nearer ahead of publication than behind."""
    if published is None or not hit.is_before("UNTIL", "BEFORE"):
        return False
    behind, ahead = parts.placed(published).when(), parts.placed(published, ahead=True).when()
    if behind is None or ahead is None or behind.latest is None or ahead.earliest is None:
        return False
    return ahead.earliest - published < published - behind.latest


def month_day(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "30 June", "June 30, 2019", "Sept. 20 last year"."""
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    number = hit.number("day") or 0
    if not 1 <= number <= _MOST_DAYS or _is_count(hit):
        return None
    parts = Parts(year_of(hit, published), int(hit.value("month")), number)
    return _refused(_calendar(hit, parts, published), is_near=True)


def _is_count(hit: TimeHit) -> bool:
    """Tell whether the number counts something: "in April 31 tankers passed"; a date has "on", or none."""
    before = hit.match.start() - 1
    follows = hit.match.start("day") > hit.match.start("month")
    return follows and not hit.has("year") and hit.is_before("IN") and hit.coded.word(before).lower() == "in"


def day_range(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read days of one month: "between 3 and 5 May", "May 27-28", "3 or 5 May"."""
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    month, year = int(hit.value("month")), year_of(hit, published)
    last = Parts(year, month, hit.number("to") or 0).placed(published, ahead=is_ahead(hit))
    days = [last.year, hit.number("from"), hit.number("to")]
    first_day, last_day = Parts(days[0], month, days[1] or 0).when(), last.when()
    when = None if first_day is None or last_day is None else _joined(hit, first_day, last_day)
    cores = [(hit.match.start("from"), hit.match.end("from"), first_day), (hit.match.start("to"), 0, last_day)]
    timexes = tuple(
        Timex(hit.coded.starts[start], hit.coded.ends[end - 1] if end else hit.end, "DATE", timex_value(day))
        for start, end, day in cores
    )
    meant = Meaning("PERIOD", when, timexes, anchored=published is not None and year is None)
    return _refused(meant, is_near=first_day is None or last_day is None)


def _joined(hit: TimeHit, first: When, last: When) -> When | None:
    if hit.value("link") == "or":
        return valid(f"[{first},{last}]")
    apart = (hit.number("to") or 0) - (hit.number("from") or 0) != 1
    if hit.value("link") == "and" and apart and hit.value("between") != "between":
        return valid(f"{{{first},{last}}}")
    return span_of(first, last)


def that_day(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "the 9/11 attacks", "since 9/11" as 11 September 2001; "on 9/11" may be any 9 November."""
    if (hit.word("month"), hit.word("day")) != ("9", "11") or hit.is_after("SLASHMARK", "DASH", "COUNTED"):
        return None
    if hit.is_before("DASH") and hit.coded.word(hit.match.start() - 2).lower() not in {"post", "pre"}:
        return None
    if not hit.is_before("SINCE", "AFTER", "BEFORE", "UNTIL", "THE", "DASH", "OF"):
        return Meaning("NONE", None, timex(hit, "DATE", "XXXX-XX-XX"))
    return point(hit, valid("2001-09-11"))


def month(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "August 2019", "in August", "August last year", "last August"."""
    if (hit.has("unit") and hit.value("unit") != "year") or not _is_month(hit):
        return None
    number = hit.number("year") or 0
    if hit.is_after("COUNTED") and number and (number < FIRST_SURE_YEAR or number % 100 == 0):
        return None  # "in June 2000 people fled"
    parts = Parts(year_of(hit, published), int(hit.value("month")))
    if hit.has("rel") and not hit.has("unit") and published is not None:
        near = _relative_month(int(hit.value("rel")), parts, published)
        return replace(_calendar(hit, near, published), anchored=True)
    return _calendar(hit, parts, published)


def _relative_month(side: int, parts: Parts, published: date) -> Parts:
    if side == 0:
        return replace(parts, year=published.year)
    placed = parts.placed(published, ahead=side > 0)
    same = placed.year == published.year and parts.month == published.month
    return replace(placed, year=(placed.year or 0) + side) if same else placed


def _is_month(hit: TimeHit) -> bool:
    """Tell a month from a name ("April Smith", "Theresa May") and a verb."""
    at = hit.match.start("month")
    if hit.has("year") or hit.has("rel") or hit.coded.is_at(at - 1, *_BEFORE_MONTH):
        return True
    if hit.coded.is_at(at - 1, "AND", "TO") and hit.coded.is_at(at - 2, "MONTH", "MAY", "JUNE"):
        return True
    if hit.coded.is_at(at, "MAY"):
        return hit.coded.is_at(at + 1, "TO", "DASH") and hit.coded.is_at(at + 2, "MONTH", "MAY", "JUNE")
    return not (hit.coded.is_at(at, "JUNE") and (hit.is_before("CAP") or hit.is_after("CAP")))


def unnamed(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Take in a time that names no days of our calendar: "15 Shaban 1445", "Eid"."""
    alone = hit.match.end() - hit.match.start() == 1
    if alone and hit.coded.is_at(hit.match.start(), "HIJRI") and (hit.is_before("CAP") or hit.is_after("CAP")):
        return None
    return Meaning("NONE", None, timex(hit, "DATE", "XXXX-XX-XX"))


def before_christ(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Refuse "44 BC", "the 5th century BC"."""
    if hit.is_before("NUMBERED"):
        return None
    number = hit.number("year")
    value = f"BC{number:04d}" if number else "XXXX-XX-XX"
    return Meaning("NONE", None, timex(hit, "DATE", value), refused=BEFORE_CHRIST)


READERS: TimeReaders = {
    "iso": iso,
    "slashed": slashed,
    "month_day": month_day,
    "day_range": day_range,
    "that_day": that_day,
    "month": month,
    "unnamed": unnamed,
    "before_christ": before_christ,
}

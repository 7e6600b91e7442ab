"""Expressions reckoned from the day of publication: weekdays, today, last week, the weekend, the 12th."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.times_calendar import (
    Parts,
    days_around,
    months_later,
    moved,
    third,
    valid,
    week,
    weekday,
    years_later,
)
from tacitus.extract.times_meaning import Meaning, duration, is_ahead, period, point, timex, timex_value
from tacitus.model.when import When, day, interval

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.times_meaning import TimeHit, TimeReaders


def _day(value: date | None) -> When | None:
    return day(value) if value else None


def named_day(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "Monday", "last Sunday", "Tuesday of last week", "every Friday"."""
    if hit.has("every") or (hit.word("weekday").lower().endswith("s") and hit.is_before("ON")):
        number = int(hit.value("every") or hit.value("weekday"))
        return Meaning("NONE", None, timex(hit, "SET", f"XXXX-WXX-{number + 1}"))
    if hit.is_before("NODAY") or (hit.has("unit") and hit.value("unit") != "week"):
        return None
    number = int(hit.value("weekday"))
    if published is None:
        return point(hit, None, anchored=True, value=f"XXXX-WXX-{number + 1}")
    return point(hit, _named_day(hit, number, published), anchored=True)


def _named_day(hit: TimeHit, number: int, published: date) -> When | None:
    side = hit.value("rel")
    if hit.has("unit"):
        return _day(moved(published, 7 * int(side) - published.weekday() + number))
    if side == "0":
        return _day(moved(published, number - published.weekday()))
    if side == "1":
        return _next_day(number, published)
    if side == "" and is_ahead(hit):
        return _day(moved(published, (number - published.weekday()) % 7))
    return _day(weekday(number, published, int(side or "0")))


def _next_day(number: int, published: date) -> When | None:
    """Return the coming such day; two days when it still lies in this week, since "next" may skip it."""
    first = weekday(number, published, 1)
    later = moved(first, 7) if first else None
    if first is None or later is None:
        return None
    return valid(f"[{first},{later}]") if number > published.weekday() else day(first)


def relative_day(hit: TimeHit, published: date | None) -> Meaning:
    """Read "today", "yesterday", "the day before yesterday"."""
    by = int(hit.value("day")) + int(hit.value("side") or "0")
    when = _day(moved(published, by)) if published else None
    tonight = hit.word("day").lower() == "tonight"
    value = f"{when or 'XXXX-XX-XX'}TNI" if tonight else ""
    return point(hit, when, anchored=True, value=value)


def this_part(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "this morning", "last night": a night belongs to both of its days."""
    part = hit.value("part")
    if part == "MI" or (hit.value("rel") != "0" and part not in ("NI", "EV")):
        return None
    if hit.value("rel") == "0":
        return point(hit, _day(published), anchored=True, value=f"{published or 'XXXX-XX-XX'}T{part}")
    return _past_night(hit, published, part)


def overnight(hit: TimeHit, published: date | None) -> Meaning:
    """Read "overnight" as the night before publication: both of its days."""
    return _past_night(hit, published, "NI")


def _past_night(hit: TimeHit, published: date | None, part: str) -> Meaning:
    before = moved(published, -1) if published else None
    if before is None or part == "EV":
        return point(hit, _day(before), anchored=True, value=f"{before or 'XXXX-XX-XX'}T{part}")
    return point(hit, interval(before, published), anchored=True, value=f"{before}T{part}")


def unit(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "last week", "this month", "next year"."""
    name, side = hit.value("unit"), int(hit.value("rel"))
    if name not in ("week", "month", "year", "decade"):
        return None
    if hit.coded.is_at(hit.match.start("rel"), "PAST"):
        return past_unit(hit, published)
    if published is None:
        return period(hit, None, anchored=True)
    if name == "week":
        year, number, _ = (moved(published, 7 * side) or published).isocalendar()
        return period(hit, week(published, side), anchored=True, value=f"{year}-W{number:02d}")
    if name == "decade":
        return period(hit, valid(f"{published.year // 10 + side:03d}X"), anchored=True)
    make = months_later if name == "month" else years_later
    return period(hit, make(published, side), anchored=True)


def this_edge(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "the end of the year", "the start of the month": of the one of publication."""
    when = _this(hit.value("unit"), published)
    return period(hit, third(when, hit.value("third")) if when else None, anchored=True, value=timex_value(when))


def this_so_far(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "earlier in the week", "later in the year": the side of publication that is meant."""
    when = _this(hit.value("unit"), published)
    if published is None or when is None or when.earliest is None or when.latest is None:
        return period(hit, None, anchored=True)
    back = int(hit.value("side")) < 0
    return period(
        hit, interval(when.earliest if back else published, published if back else when.latest), anchored=True
    )


def _this(unit: str, published: date | None) -> When | None:
    """Return the whole week, month or year of publication; None for other units or without a day."""
    if published is None or unit not in ("week", "month", "year"):
        return None
    if unit == "week":
        return days_around(published, published.weekday(), 6 - published.weekday())
    return (months_later if unit == "month" else years_later)(published, 0)


def past_unit(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "the past week", "in the last year": the days back from publication."""
    if hit.value("unit") == "day" and hit.coded.is_at(hit.match.start("rel"), "LAST"):
        return None
    timexes = timex(hit, "DURATION", duration("1", hit.value("unit")))
    return Meaning("PERIOD", since(published, 1, hit.value("unit")), timexes, anchored=True)


def since(published: date | None, amount: int, unit: str, *, ahead: bool = False) -> When | None:
    """Return the days from `amount` units before publication up to it, or from it to as many units after it."""
    end = shifted(published, amount if ahead else -amount, unit) if published else None
    if published is None or end is None:
        return None
    return interval(published, end) if ahead else interval(end, published)


def shifted(start: date, by: int, unit: str) -> date | None:
    """Return the day `by` units later; months and years keep the day of the month where it exists.

    Hours count as the days that they touch: 24 is one day, 30 are two.
    """
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
        if days:
            return moved(start, by * days)
        hours = abs(by) * {"hour": 3600, "minute": 60}.get(unit, 1)
        return moved(start, (1 if by > 0 else -1) * -(-hours // 86400))
    then = months_later(start, by * months)
    if then is None or then.earliest is None or then.latest is None:
        return None
    return then.latest.replace(day=min(start.day, then.latest.day))


def weekend(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "the weekend", "last weekend", "this weekend": Saturday and Sunday, the latest that has begun."""
    if hit.coded.word(hit.match.end() - 1).lower() == "weekends":
        return None
    if published is None:
        return period(hit, None, anchored=True)
    side = "1" if hit.value("rel") in ("", "0") and is_ahead(hit) else hit.value("rel") or "0"
    saturday = weekday(5, published, int(side) if side == "1" else 0)
    if side == "-1" and published.weekday() >= 5 and saturday:
        saturday = moved(saturday, -7)
    if saturday is None:
        return None
    sunday = saturday if saturday == published else moved(saturday, 1)
    year, number, _ = saturday.isocalendar()
    return period(hit, interval(saturday, sunday), anchored=True, value=f"{year}-W{number:02d}-WE")


def the_day(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "on the 12th" as a day of the month of publication or the month before."""
    if not hit.is_before("ON", "UNTIL", "SINCE", "BETWEEN", "BEFORE", "AFTER") or hit.is_after("WORD", "CAP", "DASH"):
        return None
    number = hit.number("day") or 0
    if published is None or number > 31:
        return point(hit, None, anchored=True)
    months = (months_later(published, by) for by in ((0, 1) if is_ahead(hit) else (0, -1)))
    days = [Parts(month.earliest.year, month.earliest.month, number) for month in months if month and month.earliest]
    fits = [found for parts in days if (found := parts.when()) and _is_on_side(found, published, ahead=is_ahead(hit))]
    return point(hit, fits[0] if fits else None, anchored=True)


def _is_on_side(found: When, published: date, *, ahead: bool) -> bool:
    if found.earliest is None:
        return False
    return found.earliest >= published if ahead else found.earliest <= published


READERS: TimeReaders = {
    "weekday": named_day,
    "relative_day": relative_day,
    "this_part": this_part,
    "overnight": overnight,
    "unit": unit,
    "past_unit": past_unit,
    "this_edge": this_edge,
    "this_so_far": this_so_far,
    "weekend": weekend,
    "the_day": the_day,
}

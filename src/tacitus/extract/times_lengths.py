"""How long, how old, how long ago, how often, what o'clock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.times_calendar import days_around, months_later, moved, valid, week, years_later
from tacitus.extract.times_meaning import UNIT_LETTERS, Meaning, Offset, duration, period, point, timex
from tacitus.extract.times_relative import shifted, since
from tacitus.model.when import day

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.times_meaning import TimeHit, TimeReaders
    from tacitus.model.when import When

#: More units than this reach past the calendar.
_MOST = 100_000


def length(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "three days", "a 48-hour", "a few weeks", "years"."""
    if hit.word("n")[:1] == "0" or hit.is_before("SLASHMARK"):
        return None
    unit = hit.value("unit")
    amount = hit.number("n") if hit.has("n") and not hit.is_before("HALF") else None
    if amount is not None and hit.has("ones"):
        amount += hit.number("ones") or 0
    about = hit.has("n") and hit.coded.is_at(hit.match.start("n"), "FEW")
    value = duration("X" if amount is None or hit.word("n").lower() == "few" else str(amount), unit)
    return Meaning("LENGTH", None, timex(hit, "DURATION", value), offset=Offset(amount, unit, about))


def age(_hit: TimeHit, _published: date | None) -> Meaning:
    """Take in "33-year-old", "aged 40": no time."""
    return Meaning("NOTHING")


def clock(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "6:30 a.m.", "0700 GMT", "14:00": a time of day that names no day."""
    text = hit.word("clock").lower()
    digits = text.rstrip("apm. ")
    if hit.coded.is_at(hit.match.start("clock"), "YEAR", "NUM"):
        if not text.isdecimal() or len(text) != 4 or (hit.is_before("ABOUT") and text[0] != "0"):
            return None
        if hit.coded.is_at(hit.match.end() - 1, "UNITS") and text[0] != "0":
            return None
        digits = f"{text[:2]}:{text[2:]}"
    hour, _, rest = digits.replace(".", ":").partition(":")
    number = int(hour) % 12 + 12 if "p" in text else int(hour)
    if number > 24 or rest[:2] > "59":
        return None
    return Meaning("TIMEOFDAY", None, timex(hit, "TIME", f"T{number:02d}:{rest[:2] or '00'}"))


def vague(hit: TimeHit, _published: date | None) -> Meaning:
    """Take in "recently", "now": times that name no days."""
    value = hit.value("vague")
    return Meaning("NONE", None, timex(hit, "DATE", value if value.endswith("REF") else "PAST_REF"))


def every(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Take in "every day", "annually": how often, not when."""
    if not hit.has("unit"):  # "every August", "each weekend"
        month = f"-{int(hit.value('month')):02d}" if hit.has("month") else ""
        return Meaning("NONE", None, timex(hit, "SET", f"XXXX{month}"))
    value = hit.value("unit")
    if hit.word("unit")[0].isupper() and (hit.is_before("CAP") or hit.is_after("CAP")):
        return None  # "the Daily Star"
    if value in UNIT_LETTERS:
        value = duration("1", value)
    return Meaning("NONE", None, timex(hit, "SET", value if value[0] == "P" else f"XXXX-XX-XXT{value}"))


def ago(hit: TimeHit, published: date | None) -> Meaning:
    """Read "two days ago", "three weeks ago", "a year ago": as fine as the unit, so weeks are Monday to Sunday."""
    length_of = hit.thing("n").offset
    if length_of is None or length_of.amount is None or length_of.about:
        return Meaning("NONE", None, timex(hit, "DATE", "PAST_REF"), anchored=True)
    when = _back(published, length_of) if published else None
    if when and hit.has("about"):
        when = _about(when)
    return replace(period(hit, when, anchored=True), kind="POINT" if length_of.unit in ("day", "hour") else "PERIOD")


def year_ago(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "in April a year ago", "on 3 May two years ago": the date of that year."""
    base, back = hit.thing("z"), hit.thing("n").offset
    if base.parts is None or base.parts.year is not None or back is None or back.amount is None or back.unit != "year":
        return None
    year = published.year - back.amount if published and not back.about else 0
    when = replace(base.parts, year=year).when() if year > 0 else None
    make = point if base.parts.day else period
    return make(hit, when, anchored=True)


def _about(when: When) -> When:
    return when if "/" in when.edtf or when.edtf[0] in "[{" else valid(f"{when.edtf.rstrip('~')}~") or when


def _back(published: date, back: Offset) -> When | None:
    amount = back.amount or 0
    if amount > _MOST:
        return None
    if back.unit in ("week", "fortnight"):
        return week(published, -amount * (2 if back.unit == "fortnight" else 1)) if amount else None
    if back.unit == "month":
        return months_later(published, -amount)
    if back.unit in ("year", "decade", "century"):
        years = {"year": 1, "decade": 10, "century": 100}[back.unit]
        then = years_later(published, -amount * years)
        return _about(then) if then and years > 1 else then
    if back.unit == "day" or (back.unit == "hour" and amount % 24 == 0):
        then_day = moved(published, -amount if back.unit == "day" else -(amount // 24))
        return day(then_day) if then_day else None
    hours = amount if back.unit == "hour" else 0
    return days_around(published, hours // 24 + (hours >= 12), 0)


def within(hit: TimeHit, published: date | None) -> Meaning:
    """Read "the past three days", "over the last 24 hours", "the next two weeks"."""
    thing = hit.thing("n")
    size, ahead = thing.offset, int(hit.value("rel")) > 0
    value = thing.timexes[0].value if thing.timexes else "PXD"
    when = None
    if (
        size
        and size.amount is not None
        and size.amount <= _MOST
        and not hit.coded.is_at(hit.match.start("rel"), "PREVIOUS")
    ):
        when = since(published, size.amount, size.unit, ahead=ahead)
        if when and size.about and "/" in when.edtf:
            first, last = when.edtf.split("/")
            when = valid(f"{first}/{last}~" if ahead else f"{first}~/{last}")
    return Meaning("PERIOD", when, timex(hit, "DURATION", value), anchored=True)


_SIDES = {-1: "before", 0: "same", 1: "after"}


def offset(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "two days after", "a week earlier", "the following day", "that month": a distance from another time."""
    side = int(hit.value("side")) if hit.value("side").lstrip("-").isdecimal() else 0
    if hit.has("n"):
        size = hit.thing("n").offset
        if size is None:
            return None
        away = Offset(None if size.amount is None else side * size.amount, size.unit, size.about)
    else:
        unit = hit.value("unit")
        away = Offset(side, unit if unit in UNIT_LETTERS else "day")
    value = "PAST_REF" if side < 0 else "FUTURE_REF" if side > 0 else "XXXX-XX-XX"
    timexes = timex(hit, "DATE", value)
    if hit.has("n") and hit.coded.is_at(hit.match.start("side"), "BEFORE", "AFTER"):
        timexes = hit.thing("n").timexes
    return Meaning("NONE", None, timexes, offset=away, leans_on=_SIDES[side])


def leaning_name(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "the following Monday", "the previous August": which one depends on another time of the story."""
    side = int(hit.value("side"))
    timexes = timex(hit, "DATE", "PAST_REF" if side < 0 else "FUTURE_REF")
    return Meaning("NONE", None, timexes, offset=Offset(None, "day"), leans_on=_SIDES[side])


def from_point(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "two days after Monday", "a week before 3 May", "the day after Monday"."""
    size = hit.thing("n").offset if hit.has("n") else Offset(1, "day")
    base = hit.thing("z")
    if hit.has("unit") and hit.value("unit") != "day":
        return None
    start = base.when.earliest if base.when and base.when.earliest == base.when.latest else None
    if size is None or size.amount is None or size.about or size.amount > _MOST or start is None:
        return None
    then = shifted(start, int(hit.value("side")) * size.amount, size.unit)
    return point(hit, day(then) if then else None, anchored=base.anchored)


READERS: TimeReaders = {
    "length": length,
    "age": age,
    "clock": clock,
    "vague": vague,
    "every": every,
    "ago": ago,
    "year_ago": year_ago,
    "within": within,
    "offset": offset,
    "leaning_name": leaning_name,
    "shifted": from_point,
}

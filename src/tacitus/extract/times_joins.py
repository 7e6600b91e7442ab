"""What words around a time make of it: parts, ranges, directions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tacitus.extract.times_calendar import days_around, ends, span, third, valid
from tacitus.extract.times_meaning import Meaning, is_ahead, timex, timex_value
from tacitus.model.when import Precision, When, interval

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tacitus.extract.times_meaning import TimeHit, TimeReaders


def _over(hit: TimeHit, base: Meaning, when: When | None, value: str = "") -> Meaning:
    """Return `base` with another time, as one expression that takes in the whole phrase."""
    kind, known = (base.timexes[0].type, base.timexes[0].value) if base.timexes else ("DATE", timex_value(when))
    if value:
        kind = "TIME" if "T" in value else kind
    return replace(base, when=when, timexes=timex(hit, kind, value or known), parts=None)


def _cut(hit: TimeHit, base: Meaning, published: date | None, cut: Callable[[When], When | None]) -> When | None:
    """Return a part of a time; where the words leave the year out and the part is yet to come, that of a year before.

    "Late December" on 3 December is that of last year, although "in December" is this one.
    """
    when = cut(base.when) if base.when else None
    parts = base.parts
    if when is None or when.earliest is None or published is None or when.earliest <= published:
        return when
    if parts is None or parts.year is not None or is_ahead(hit) or hit.is_before("UNTIL", "BEFORE", "NEXT"):
        return when
    whole = replace(parts, year=when.earliest.year - 1).when()
    return cut(whole) if whole else when


def third_of(hit: TimeHit, published: date | None) -> Meaning:
    """Read "early 2018", "mid-August", "the end of June", "late on Tuesday"."""
    base = hit.thing("z")
    return _over(hit, base, _cut(hit, base, published, lambda whole: third(whole, hit.value("third"))))


def so_far(hit: TimeHit, published: date | None) -> Meaning:
    """Read "earlier this month", "later this year": the side of publication that is meant."""
    base = hit.thing("z")
    when = base.when
    if when is None or published is None or when.earliest is None or when.latest is None:
        return _over(hit, base, when)
    if base.kind == "PERIOD" and when.earliest <= published:
        if int(hit.value("side")) < 0 and published <= when.latest:
            return replace(_over(hit, base, interval(when.earliest, published)), anchored=True)
        if int(hit.value("side")) > 0 and published <= when.latest:
            return replace(_over(hit, base, interval(published, when.latest)), anchored=True)
    return _over(hit, base, when)


def part_of(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "Monday morning", "the night of 3 May", "0700 GMT on Tuesday": the day, finer only in TimeML."""
    base = hit.thing("z")
    tail = (
        f"T{hit.value('part')}" if hit.has("part") else hit.thing("clock").timexes[0].value if hit.has("clock") else ""
    )
    known = base.timexes[0].value.partition("T")[0] if base.timexes else "XXXX-XX-XX"
    return _over(hit, base, base.when, f"{known}{tail}" if tail else "")


#: Units of a month or a year that an ordinal counts, in days or months.
_STEPS = {"week": 7, "day": 1, "month": 1, "quarter": 3, "half": 6}


def nth(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "the first half of 2019", "the second week of August", "the last day of May"."""
    base, unit = hit.thing("z"), hit.value("unit")
    is_last = hit.coded.is_at(hit.match.start("ord"), "LAST")
    unit = {"2": "half", "4": "quarter"}.get(unit, unit)
    if base.when is None or unit not in _STEPS:
        return None
    count = -1 if is_last else (hit.number("ord") or 0)
    precision = base.when.precision
    if precision is Precision.YEAR and base.when.edtf.isdecimal() and unit in ("month", "quarter", "half"):
        return _over(hit, base, _months(base.when.edtf, count, _STEPS[unit]))
    if base.when.earliest is None or base.when.latest is None or precision is not Precision.MONTH:
        return None
    return _over(hit, base, _cut(hit, base, published, lambda whole: _days(whole, count, unit)))


def _months(year: str, count: int, size: int) -> When | None:
    number = 12 // size if count < 0 else count
    first, last = (number - 1) * size + 1, number * size
    if not 1 <= first <= last <= 12:
        return None
    return valid(f"{year}-{first:02d}" if size == 1 else f"{year}-{first:02d}/{year}-{last:02d}")


def _days(whole: When, count: int, unit: str) -> When | None:
    first, last = whole.earliest, whole.latest
    if first is None or last is None:
        return None
    if unit == "half":
        cut = first + timedelta(days=14)
        return interval(first, cut) if count == 1 else interval(cut + timedelta(days=1), last)
    size = _STEPS[unit]
    if unit not in ("week", "day"):
        return None
    start = last - timedelta(days=size - 1) if count < 0 else first + timedelta(days=size * (count - 1))
    if not first <= start <= last:
        return None
    return interval(start, min(last, start + timedelta(days=size - 1)))


def week_of(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "the week of 6 March": its Monday to Sunday."""
    base = hit.thing("z")
    day = base.when.earliest if base.when and base.when.precision is Precision.DAY else None
    if hit.value("unit") != "week" or day is None:
        return None
    year, number, _ = day.isocalendar()
    when = days_around(day, day.weekday(), 6 - day.weekday())
    return replace(_over(hit, base, when, f"{year}-W{number:02d}"), kind="PERIOD")


def about(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "around 2014", "about August 10"."""
    base = hit.thing("z")
    when = base.when
    if base.kind == "POINT" and base.parts is None:  # "a way around Wednesday"
        return None
    if when and "/" not in when.edtf and when.edtf[0] not in "[{" and not when.is_approximate:
        when = valid(f"{when.edtf}~")
    return _over(hit, base, when)


def between(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "between June and August 2018", "from 30 June to 2 July", "Friday to Sunday"."""
    first, last = _aligned(hit.thing("a"), hit.thing("b"), published)
    if _is_dashed(hit) and not _are_alike(hit.thing("a"), hit.thing("b")):
        return None
    timexes = first.timexes + last.timexes
    anchored = first.anchored or last.anchored
    if first.when is None or last.when is None:
        return Meaning("PERIOD", None, timexes, anchored, refused=first.refused or last.refused)
    when = span(first.when, last.when)
    return Meaning("PERIOD", when, timexes, anchored) if when else None


def _is_dashed(hit: TimeHit) -> bool:
    return any(hit.coded.is_at(index, "DASH") for index in range(hit.match.start("a"), hit.match.end()))


def _are_alike(first: Meaning, last: Meaning) -> bool:
    """Tell whether a dash between the two means "to" rather than a break of the sentence."""
    if first.parts and last.parts:
        return (first.parts.day is None) == (last.parts.day is None)
    if first.when is None or last.when is None or first.parts or last.parts:
        return False
    return first.anchored == last.anchored and first.when.precision is last.when.precision


def _aligned(first: Meaning, last: Meaning, published: date | None) -> tuple[Meaning, Meaning]:
    """Return both ends with the year that one of them leaves out, in order."""
    if first.parts and last.parts:
        return _aligned_parts(first, last, published)
    low, high = first.when, last.when
    if low and high and low.precision is high.precision is Precision.DAY and first.anchored and high.before(low):
        week_before = days_around(low.earliest, 7, -7) if low.earliest else None  # both names look back: step once more
        return replace(first, when=week_before), last
    return first, last


def _aligned_parts(first: Meaning, last: Meaning, published: date | None) -> tuple[Meaning, Meaning]:
    low, high = first.parts, last.parts
    if low is None or high is None:
        return first, last
    turns = (low.month, low.day or 0) > (high.month, high.day or 0)
    if low.year is None and high.year is not None:
        return replace(first, when=replace(low, year=high.year - turns).when(), anchored=False), last
    placed = low.placed(published)
    if high.year is None and placed.year is not None:
        when = replace(high, year=placed.year + turns).when()
        return first, replace(last, when=when, anchored=first.anchored)
    return first, last


def _directed(hit: TimeHit, edtf: str) -> Meaning:
    base = hit.thing("z")
    return replace(base, kind="PERIOD", when=valid(edtf) if base.when else None, parts=None)


def since(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "since late June", "from 2015 onwards": open to the right."""
    base = hit.thing("z").when
    return _directed(hit, f"{ends(base)[0]}/.." if base else "")


def until(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "until 2014", "by Friday": open to the left, up to the last day."""
    base = hit.thing("z").when
    return _directed(hit, f"../{ends(base)[1]}" if base else "")


def _is_part(hit: TimeHit) -> bool:
    """Tell whether a part of a day leads: "before dawn on Sunday" and "after noon on Sunday" are on Sunday."""
    known = hit.coded.lexicon.find(hit.word("z").split(maxsplit=1)[0])
    return known is not None and known[0] == "PART"


def before(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "before 2014": open to the left, up to the first day."""
    if _is_part(hit):
        return hit.thing("z")
    base = hit.thing("z").when
    return _directed(hit, f"../{ends(base)[0]}" if base else "")


def after(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "after 3 May": open to the right, from the last day."""
    if _is_part(hit):
        return hit.thing("z")
    base = hit.thing("z").when
    return _directed(hit, f"{ends(base)[1]}/.." if base else "")


READERS: TimeReaders = {
    "third": third_of,
    "so_far": so_far,
    "part_of": part_of,
    "nth": nth,
    "about": about,
    "week_of": week_of,
    "between": between,
    "since": since,
    "until": until,
    "before": before,
    "after": after,
}

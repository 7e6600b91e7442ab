"""Calendar expressions: dates, months, years, decades, seasons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.times_calendar import Parts, valid
from tacitus.extract.times_calendar import span as span_of
from tacitus.extract.times_meaning import Meaning, Timex, is_ahead, period, point, timex, timex_value

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.times_meaning import TimeHit, TimeReaders
    from tacitus.model.when import When

#: Classes before a number of four digits that make it a year, whichever it is.
_BEFORE_YEAR = ("IN", "SINCE", "UNTIL", "OF", "FROM", "EARLY", "BETWEEN", "BEFORE", "AFTER", "LPAREN")
#: Classes before a month that is also a name or a verb.
_BEFORE_MONTH = (*_BEFORE_YEAR, "THE", "A", "DASH", "THIS")


def iso(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "2019-08-31", with or without a time of day."""
    text = hit.word("iso")
    when = valid(text[:10])
    return point(hit, when, value=text if when else "")


def slashed(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "31/08/2019", "31.08.2019": with slashes both orders of day and month stand when both exist."""
    text = hit.word("date")
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900  # the two-digit years of POSIX and of most software turn near here
    orders = [(second, first)] if "." in text else [(second, first), (first, second)]
    days = sorted({f"{year:04d}-{month:02d}-{day:02d}" for month, day in orders})
    real = [day for day in days if valid(day)]
    return point(hit, valid(f"[{','.join(real)}]" if len(real) == 2 else "".join(real)) if real else None)


def _year_of(hit: TimeHit, published: date | None) -> int | None:
    """Return the year that follows a month ("2019", "last year"), or None."""
    if hit.has("unit") and published is not None:
        return published.year + int(hit.value("rel"))
    return hit.number("year")


def _calendar(hit: TimeHit, parts: Parts, published: date | None) -> Meaning:
    placed = parts.placed(published, ahead=parts.year is None and is_ahead(hit))
    make = point if parts.day else period
    meant = make(hit, placed.when(), anchored=published is not None and (hit.has("unit") or parts.year is None))
    return replace(meant, parts=parts)


def month_day(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "30 June", "June 30, 2019", "Sept. 20 last year"."""
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    parts = Parts(_year_of(hit, published), int(hit.value("month")), hit.number("day") or 0)
    return _calendar(hit, parts, published)


def day_range(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read days of one month: "between 3 and 5 May", "May 27-28", "3 or 5 May"."""
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    month, year = int(hit.value("month")), _year_of(hit, published)
    last = Parts(year, month, hit.number("to") or 0).placed(published, ahead=is_ahead(hit))
    days = [last.year, hit.number("from"), hit.number("to")]
    first_day, last_day = Parts(days[0], month, days[1] or 0).when(), last.when()
    when = None if first_day is None or last_day is None else _joined(hit, first_day, last_day)
    cores = [(hit.match.start("from"), hit.match.end("from"), first_day), (hit.match.start("to"), 0, last_day)]
    timexes = tuple(
        Timex(hit.coded.starts[start], hit.coded.ends[end - 1] if end else hit.end, "DATE", timex_value(day))
        for start, end, day in cores
    )
    return Meaning("PERIOD", when, timexes, anchored=published is not None and year is None)


def _joined(hit: TimeHit, first: When, last: When) -> When | None:
    if hit.value("link") == "or":
        return valid(f"[{first},{last}]")
    apart = (hit.number("to") or 0) - (hit.number("from") or 0) != 1
    if hit.value("link") == "and" and apart and hit.value("between") != "between":
        return valid(f"{{{first},{last}}}")
    return span_of(first, last)


def month(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "August 2019", "in August", "August last year", "last August"."""
    if (hit.has("unit") and hit.value("unit") != "year") or not _is_month(hit):
        return None
    parts = Parts(_year_of(hit, published), int(hit.value("month")))
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


def year(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "2018" where nothing says that it counts or numbers something."""
    number = hit.number("year") or 0
    if hit.is_before("IN") and hit.is_after("COUNTED") and number % 100 and number >= 1900:
        return period(hit, valid(str(number)))  # "in 2015 troops entered", not "in 2000 cases"
    if hit.is_after("COUNTED", "DASH", "ZONE", "CURRENCY") and not hit.coded.is_at(hit.match.end() + 1, "YEAR", "DAY"):
        return None
    if hit.is_before("CURRENCY", "NUMBERED", "DOT", "SLASHMARK", "POSS") or _is_hyphened(hit):
        return None
    if not (hit.is_before(*_BEFORE_YEAR) or number >= 1900) or (hit.is_before("ABOUT") and number % 100 == 0):
        return None
    return period(hit, valid(f"{number:04d}"))


def _is_hyphened(hit: TimeHit) -> bool:
    """Tell whether a hyphen joins the number to a word that is no time ("AK-2000", but "post-2011", "2018-2020")."""
    if not hit.is_before("DASH"):
        return False
    before = hit.match.start() - 2
    return not (hit.coded.is_at(before, "YEAR", "EARLY") or hit.coded.word(before).lower() in {"post", "pre"})


def year_span(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "2018-19", and "2018-08" as a month where it cannot be a span."""
    first, short = hit.number("year") or 0, hit.word("short")
    if len(short) != 2 or not short.isdecimal() or first < 1900 or hit.is_after("COUNTED", "DASH", "SLASHMARK"):
        return None
    last = first - first % 100 + int(short)
    if last <= first:
        return period(hit, valid(f"{first}-{short}"))
    at = hit.match.start("short")
    years = (
        Timex(hit.start, hit.start + 4, "DATE", str(first)),
        Timex(hit.coded.starts[at], hit.end, "DATE", str(last)),
    )
    return replace(period(hit, valid(f"{first}/{last}")), timexes=years)


def decade(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "the 1990s", "the '80s"; "1800s" may be the century and stays so wide."""
    digits = "".join(char for char in hit.word("decade") if char.isdecimal())
    if len(digits) == 2:
        digits = ("20" if digits < "20" else "19") + digits
    wide = digits.endswith("00") and digits < "2000"
    return period(hit, valid(digits[:2] + "XX" if wide else digits[:3] + "X"))


def century(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "the 16th century" as 15XX: the hundred years that share their first digits."""
    number = hit.number("ord") or 0
    return period(hit, valid(f"{number - 1:02d}XX")) if 1 < number < 100 else None


def code(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "Q3 2022", "H1 2023"."""
    kind, number = hit.value("code")[0], hit.value("code")[1]
    size = 3 if kind == "Q" else 6
    last, stem = int(number) * size, f"{hit.number('year'):04d}"
    return period(hit, valid(f"{stem}-{last - size + 1:02d}/{stem}-{last:02d}"), value=f"{stem}-{kind}{number}")


def season(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "spring 2019", "last summer", "in spring" as months of the northern year; winter ends in the next year."""
    bare = not (hit.has("year") or hit.has("rel"))
    if hit.coded.is_at(hit.match.start("season") - 1, "CAP") or (bare and hit.word("season").lower() == "fall"):
        return None
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    explicit = _year_of(hit, published)
    tag = {"3": "SP", "6": "SU", "9": "FA", "1": "WI"}[hit.value("season")[0]]
    if explicit is not None:
        when, anchored = _season(hit, explicit), hit.has("unit")
    elif published is None:
        when, anchored = _season(hit, None), False
    else:
        when, anchored = _near_season(hit, published), True
    stem = when.edtf[:4] if when else "XXXX"
    return period(hit, when, anchored=anchored, value=f"{stem}-{tag}")


def _season(hit: TimeHit, year: int | None) -> When | None:
    first, last = (int(number) for number in hit.value("season").split("-"))
    if year is None:
        return valid(f"XXXX-{first:02d}/XXXX-{last:02d}")
    return valid(f"{year:04d}-{first:02d}/{year + (last < first):04d}-{last:02d}")


def _near_season(hit: TimeHit, published: date) -> When | None:
    found = [
        when for by in range(-2, 3) if (when := _season(hit, published.year + by)) and when.earliest and when.latest
    ]
    side = hit.value("rel") or ("1" if is_ahead(hit) else "0")
    if side == "1":
        return next((when for when in found if when.earliest and when.earliest > published), None)
    ended = [when for when in found if when.latest and when.latest < published]
    begun = [when for when in found if when.earliest and when.earliest <= published]
    past = ended if side == "-1" else begun
    return past[-1] if past else None


def unnamed(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Take in a time that names no days of our calendar: "15 Shaban 1445", "Eid", "500 BC"."""
    alone = hit.match.end() - hit.match.start() == 1
    if alone and hit.coded.is_at(hit.match.start(), "HIJRI") and (hit.is_before("CAP") or hit.is_after("CAP")):
        return None
    return Meaning("NONE", None, timex(hit, "DATE", "XXXX-XX-XX"))


READERS: TimeReaders = {
    "iso": iso,
    "slashed": slashed,
    "month_day": month_day,
    "day_range": day_range,
    "month": month,
    "year": year,
    "year_span": year_span,
    "decade": decade,
    "century": century,
    "code": code,
    "season": season,
    "unnamed": unnamed,
}

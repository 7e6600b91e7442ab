"""Calendar expressions for seasons, years and more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.times_calendar import valid
from tacitus.extract.times_meaning import Timex, is_ahead, period

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.times_meaning import Meaning, TimeHit, TimeReaders
    from tacitus.model.when import When

#: Classes before a number of four digits that make it a year, whichever it is.
BEFORE_YEAR = ("IN", "SINCE", "UNTIL", "OF", "FROM", "EARLY", "BETWEEN", "BEFORE", "AFTER", "LPAREN")

#: A number of four digits from here on that is not round is a year, even before what could be counted.
FIRST_SURE_YEAR = 1900


def year_of(hit: TimeHit, published: date | None) -> int | None:
    """Return the year that follows a month ("2019", "last year"), or None."""
    if hit.has("unit") and published is not None:
        return published.year + int(hit.value("rel"))
    return hit.number("year")


def year(hit: TimeHit, _published: date | None) -> Meaning | None:
    """Read "2018" where nothing says that it counts or numbers something."""
    number = hit.number("year") or 0
    if hit.is_before("IN") and hit.is_after("COUNTED") and number % 100 and number >= FIRST_SURE_YEAR:
        return period(hit, valid(str(number)))  # "in 2015 troops entered", not "in 2000 cases"
    if hit.is_after("COUNTED", "DASH", "ZONE", "CURRENCY") and not hit.coded.is_at(hit.match.end() + 1, "YEAR", "DAY"):
        return None
    if hit.is_before("CURRENCY", "NUMBERED", "DOT", "SLASHMARK", "POSS") or _is_hyphened(hit):
        return None
    if not (hit.is_before(*BEFORE_YEAR) or number >= FIRST_SURE_YEAR) or (hit.is_before("ABOUT") and number % 100 == 0):
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
    if (
        len(short) != 2
        or not short.isdecimal()
        or first < FIRST_SURE_YEAR
        or hit.is_after("COUNTED", "DASH", "SLASHMARK")
    ):
        return None
    last = first - first % 100 + int(short)
    if hit.is_before("DASH"):  # "555-2019-12" is a number to call
        return None
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
    number = (hit.number("ord") or 0) + (hit.number("tens") or 0)
    return period(hit, valid(f"{number - 1:02d}XX")) if 1 < number < 100 else None


def code(hit: TimeHit, _published: date | None) -> Meaning:
    """Read "Q3 2022", "H1 2023"."""
    kind, number = hit.value("code")[0], hit.value("code")[1]
    size = 3 if kind == "Q" else 6
    last, stem = int(number) * size, f"{hit.number('year'):04d}"
    return period(hit, valid(f"{stem}-{last - size + 1:02d}/{stem}-{last:02d}"), value=f"{stem}-{kind}{number}")


def quarter(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "the third quarter", "last quarter": the latest that has begun, with none named the one of publication."""
    number, side = hit.number("ord") or 0, int(hit.value("rel") or "0")
    if number > _QUARTERS or hit.is_before("A") or hit.is_after("OF"):
        return None
    if published is None:
        return period(hit, None, anchored=True)
    now = published.year * _QUARTERS + (published.month - 1) // 3
    then = now - (now - (number - 1)) % _QUARTERS if number else now + side
    year, at = divmod(then, _QUARTERS)
    when = valid(f"{year:04d}-{at * 3 + 1:02d}/{year:04d}-{at * 3 + 3:02d}")
    return period(hit, when, anchored=True, value=f"{year:04d}-Q{at + 1}")


_QUARTERS = 4


def season(hit: TimeHit, published: date | None) -> Meaning | None:
    """Read "spring 2019", "last summer", "in spring" as months of the northern year; winter ends in the next year."""
    bare = not (hit.has("year") or hit.has("rel"))
    if hit.coded.is_at(hit.match.start("season") - 1, "CAP") or (bare and hit.word("season").lower() == "fall"):
        return None
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    explicit = year_of(hit, published)
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


READERS: TimeReaders = {
    "year": year,
    "year_span": year_span,
    "decade": decade,
    "century": century,
    "code": code,
    "quarter": quarter,
    "season": season,
}

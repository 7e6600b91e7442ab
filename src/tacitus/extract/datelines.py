"""The day that a report opens with: "KABUL, Dec. 24 (Agency) —", "Goma, 3 March 2023 –", a line "3 March 2023".

It is the day on which the writer wrote "today" and "on Monday", which may be days before publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.times import read_times
from tacitus.extract.times_calendar import Parts, moved
from tacitus.model.span import Span
from tacitus.model.when import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.model.when import When

#: Of a report this many lines may come before its dateline (headline, by-line), in this many code points.
_LINES, _REACH = 5, 1_000
#: Of one line this many code points are looked at.
_LONGEST = 160
#: A line that is only a date dates the report when it is this close to publication, in days; else it heads a story.
_NEAR = 31
_PLACE = r"(?:(?:al-|el-|ad-|ar-|as-|az-)?[A-ZÀ-Þ][\w.'’/-]*+|\([^()\n]{1,40}\))"
_DATELINE = re.compile(
    rf"""\s*(?:{_PLACE}[\s,]{{1,3}}+(?:(?:of|de|and)\s)?+){{1,8}}?
    (?<=[\s(])[(]?(?P<date>[^\s()—–,-](?:[^()\n—–-]|-(?=\w)){{3,40}}?)
    [)]?(?:\s*[,/]?\s*(?:\([^()\n]{{1,60}}\)|[A-Z]{{2,12}}))?\s*(?:—|–|--|-(?=\s))""",
    re.VERBOSE,
)
_STAMP = re.compile(
    r"\s*(?:(?i:(?:published|posted|updated|released|issued|date(?:\s+of\s+publication)?)(?:\s+(?:on|at))?\s*:?)\s+)?"
    r"(?P<date>[^\n]*)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The date of a dateline.

    Attributes:
        span: Its words.
        when: Day, yearless when the words leave the year out.
        is_stamp: Whether it stands alone, without a place.
    """

    span: Span
    when: When
    is_stamp: bool = False


def find_dateline(text: str) -> Dateline | None:
    """Return the first dateline of a report, or None if its opening lines have none.

    A line that is only a date is none where another such line follows: it then heads one day of a chronicle.

    Examples:
        >>> find_dateline("KABUL, Dec. 24 (Agency) — Two soldiers fell today.").when
        When(edtf='XXXX-12-24')
    """
    for number, line in enumerate(_opening(text)):
        found = _in_line(text, line) or _stamp(text, line, may_run_on=number == 0)
        if found is not None:
            return found
    return None


def _opening(text: str) -> Iterator[Span]:
    """Yield the first lines that are not empty."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", text[:_REACH])
    for _, match in zip(range(_LINES), lines, strict=False):
        yield Span(match.start(), min(match.end(), match.start() + _LONGEST))


def _in_line(text: str, line: Span) -> Dateline | None:
    match = _DATELINE.match(text, line.start, line.end)
    if match is None:
        return None
    words = match["date"].rstrip(" ,/")
    when = _day(words)
    start = match.start("date")
    return Dateline(Span(start, start + len(words)), when) if when else None


def _day(words: str) -> When | None:
    """Return the day that the words say and nothing besides, or None."""
    found = [one.mention for one in read_times(words, None)]
    if len(found) != 1 or found[0].span != Span(0, len(words)) or found[0].when is None:
        return None
    when = found[0].when
    is_day = when.precision is Precision.DAY and when.edtf.isascii() and "~" not in when.edtf
    return when if is_day or re.fullmatch(r"XXXX-\d\d-\d\d", when.edtf) else None


def _stamp(text: str, line: Span, *, may_run_on: bool) -> Dateline | None:
    """Return a date with its year that opens the line and fills it, or is followed by the headline."""
    match = _STAMP.match(text, line.start, line.end)
    if match is None:
        return None
    begin = match.start("date")
    first = next(iter(read_times(text[begin : line.end], None)), None)
    if first is None or first.mention.span.start or first.mention.when is None:
        return None
    end = begin + first.mention.span.end
    rest = text[end : line.end].lstrip()
    if first.mention.when.precision is not Precision.DAY or "~" in first.mention.when.edtf or _is_chronicle(text, end):
        return None
    fills = not rest or re.fullmatch(r"[,|]?\s*[\d:.]+\s*(?:[A-Z+\d]{2,6})?", rest) is not None
    if fills or (may_run_on and text[end] == " " and rest[:1].isupper()):
        return Dateline(Span(begin, end), first.mention.when, is_stamp=True)
    return None


def _is_chronicle(text: str, after: int) -> bool:
    """Tell whether a later line is only a date."""
    lines = re.finditer(r"(?m)^[^\S\n]*([^\n]{0,24}\b[12]\d{3})[.:]?[^\S\n]*$", text[after:])
    return any(_day(match[1]) for match in lines)


def day_of(dateline: Dateline, published: date | None) -> date | None:
    """Return the day from which the words of the report are reckoned, or None if the dateline does not tell it.

    A year that it leaves out is that of the latest such day not after publication. A dateline that lies after
    publication by the clock of another time zone, or by mistake, tells nothing.
    """
    when = dateline.when
    if when.precision is Precision.DAY:
        day = when.earliest
        if day is None or published is None:
            return day
        far = dateline.is_stamp and (published - day).days > _NEAR
        return None if day > published or far else day
    if published is None:
        return None
    month, number = int(when.edtf[5:7]), int(when.edtf[8:10])
    tomorrow = moved(published, 1)
    if tomorrow and (tomorrow.month, tomorrow.day) == (month, number):
        return None
    placed = Parts(None, month, number).placed(published).when()
    return placed.earliest if placed else None

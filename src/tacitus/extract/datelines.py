"""The day that a report opens with: "KABUL, Dec. 24 (Agency) —", "Goma, 3 March 2023 –", a line "3 March 2023".

It is the day on which the writer wrote "today" and "on Monday", which may be days before publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
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
#: What comes before the date of a dateline, and after it.
_PLACES = re.compile(rf"\s*(?:\(?{_PLACE}[\s,،]{{1,3}}+(?:(?:of|de|and)\s)?+){{1,8}}\(?")
_CLOSE = re.compile(r"\)?(?:\s*[,/]?\s*(?:\([^()\n]{1,60}\)|[A-Z]{2,12}))?\s*(?:—|–|--|-(?=\s))")
#: What may come before a date that stands alone, and after it: the time of day.
_LABEL = re.compile(
    r"\s*(?:(?i:published|posted|updated|released|issued|date(?:\s+of\s+publication)?)(?:\s+(?:on|at))?\s*:?\s*)?"
)
_CLOCK = re.compile(r"[,|]?\s*[\d:.\s]*(?:[A-Z][A-Z+\d]{1,5})?\s*")


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


@lru_cache(maxsize=2)  # every step of the reader asks for the one of the same text
def find_dateline(text: str) -> Dateline | None:
    """Return the first dateline of a report, or None if its opening lines have none.

    A line that is only a date is none where another such line follows: it then heads one day of a chronicle.

    Examples:
        >>> find_dateline("KABUL, Dec. 24 (Agency) — Two soldiers fell today.").when
        When(edtf='XXXX-12-24')
    """
    for number, line in enumerate(_opening(text)):
        words = line.of(text)
        for one in read_times(words, None):
            mention = one.mention
            span = mention.span.shift(line.start)
            if mention.when is None or not _is_day(mention.when):
                continue
            before, after = words[: mention.span.start], words[mention.span.end :]
            if _PLACES.fullmatch(before) and _CLOSE.match(after):
                return Dateline(span, mention.when)
            if _LABEL.fullmatch(before) and _stands_alone(after, may_run_on=number == 0):
                return None if _is_chronicle(text, span.end) else _stamp(span, mention.when)
    return None


def _opening(text: str) -> Iterator[Span]:
    """Yield the first lines that are not empty, cut short."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", text[:_REACH])
    for _, match in zip(range(_LINES), lines, strict=False):
        yield Span(match.start(), min(match.end(), match.start() + _LONGEST))


def _is_day(when: When) -> bool:
    """Tell whether it is one certain day, with a year or without."""
    return re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d", when.edtf) is not None


def _stands_alone(after: str, *, may_run_on: bool) -> bool:
    """Tell whether a date fills its line, or the headline follows ("3 March 2023 Shells hit the port")."""
    return _CLOCK.fullmatch(after) is not None or (may_run_on and re.match(r"\s+[A-ZÀ-Þ\d]", after) is not None)


def _stamp(span: Span, when: When) -> Dateline | None:
    return Dateline(span, when, is_stamp=True) if when.precision is Precision.DAY else None


def _is_chronicle(text: str, after: int) -> bool:
    """Tell whether a later line is only a date."""
    for match in re.finditer(r"(?m)^[^\S\n]*([^\n]{4,30}\b[12]\d{3})[.:]?[^\S\n]*$", text[after:]):
        found = [one.mention for one in read_times(match[1], None)]
        if [one.span for one in found] == [Span(0, len(match[1]))] and found[0].when and _is_day(found[0].when):
            return True
    return False


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

"""What a time expression means, before it is handed on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tacitus.extract.phrase_rules import Hit
from tacitus.model.when import Precision, When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from tacitus.extract.times_calendar import Parts


@dataclass(frozen=True, slots=True)
class Offset:
    """A length of time, or a distance from something that the words or the story name.

    Attributes:
        amount: How many units, negative for earlier; None when the words do not say ("days later").
        unit: second, minute, hour, day, week, fortnight, month, year, decade or century.
        about: Whether the amount is a guess at vague words ("a few" is 3, "a couple" 2).
    """

    amount: int | None
    unit: str
    about: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression as TimeML marks it: without the prepositions that give it a direction.

    Attributes:
        start: Offset of its first code point.
        end: One past its last.
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value (TimeML 1.2.1).
    """

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means.

    Attributes:
        kind: Class for the next pass: POINT (a day or less), PERIOD, LENGTH, TIMEOFDAY, NONE (names no days) or
            NOTHING (no time at all, such as an age).
        when: The days, or None.
        timexes: Its TimeML expressions, in order.
        anchored: Whether it is reckoned from publication.
        parts: The calendar date of an expression that is one, as it stands in the text.
        offset: Length of a LENGTH, or the distance of an expression that leans on another.
        leans_on: Which way from the other: "after", "before", "same"; "" for none.
        refused: Why the date that the words name cannot be given; "" for none.
    """

    kind: str
    when: When | None = None
    timexes: tuple[Timex, ...] = ()
    anchored: bool = False
    parts: Parts | None = None
    offset: Offset | None = None
    leans_on: str = ""
    refused: str = ""


#: TIMEX3 letters of the units; a decade is DE, a century CE, and what is shorter than a day follows a T.
UNIT_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
            "year": "Y", "decade": "DE", "century": "CE"}  # fmt: skip
TimeHit: TypeAlias = Hit[Meaning]
if TYPE_CHECKING:
    #: Says what a phrase means, given the day of publication; None refuses it.
    TimeReader: TypeAlias = Callable[[TimeHit, date | None], Meaning | None]
    TimeReaders: TypeAlias = Mapping[str, TimeReader]


def timex(hit: TimeHit, kind: str, value: str) -> tuple[Timex, ...]:
    """Return the whole phrase as one TimeML expression."""
    return (Timex(hit.start, hit.end, kind, value),)


def timex_value(when: When | None) -> str:
    """Return the TIMEX3 value of a date: its EDTF string, cut to the century or decade; the first of an interval."""
    if when is None or when.precision is Precision.SET:
        return "XXXX-XX-XX"
    first = when.edtf.partition("/")[0].rstrip("~?%")
    return first if first.startswith("XXXX") else first.rstrip("X")


def duration(amount: str, unit: str) -> str:
    """Return the TIMEX3 value of a length of time.

    Examples:
        >>> duration("3", "day"), duration("X", "hour"), duration("1", "decade")
        ('P3D', 'PTXH', 'P1DE')
    """
    letters = UNIT_LETTERS[unit]
    clock, letters = ("T", letters[1:]) if letters[0] == "T" else ("", letters)
    return f"P{clock}{amount}{letters}"


def point(hit: TimeHit, when: When | None, *, anchored: bool = False, value: str = "") -> Meaning:
    """Return the meaning of words for a day or a part of one."""
    kind = "TIME" if "T" in value else "DATE"
    return Meaning("POINT", when, timex(hit, kind, value or timex_value(when)), anchored)


def period(hit: TimeHit, when: When | None, *, anchored: bool = False, value: str = "") -> Meaning:
    """Return the meaning of words for more than a day."""
    return Meaning("PERIOD", when, timex(hit, "DATE", value or timex_value(when)), anchored)


def is_ahead(hit: TimeHit) -> bool:
    """Tell whether a word nearby says that the time is yet to come ("will", "due").

    It is looked for among the eight tokens before, in the same sentence; after a time that opens its sentence, among
    the six that follow.
    """
    codes, (start, end) = hit.coded.codes, hit.match.span()
    stops = f"[{hit.coded.lexicon.codes['DOT']}{hit.coded.lexicon.codes['BREAK']}]"
    if hit.coded.lexicon.codes["AHEAD"] in re.split(stops, codes[max(0, start - 8) : start])[-1]:
        return True
    first = start - hit.is_before("ON")
    opens = first == 0 or hit.coded.is_at(first - 1, "DOT", "BREAK")
    return opens and hit.coded.lexicon.codes["AHEAD"] in re.split(stops, codes[end : end + 6])[0]

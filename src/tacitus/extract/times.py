"""When: the time expressions of a text, as dates that are never finer than the words.

The grammar is data (`data/time_rules.tsv`), its words too (`data/time_words.tsv`); the readers of the rules stand in
`times_dates`, `times_years`, `times_relative`, `times_lengths` and `times_joins`. The day of publication is used only
where words lean on it ("yesterday", "30 June" without a year), and the anchor then says so. A time that words give but
that names no day ("recently", 31 April) is kept with no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract import times_dates, times_joins, times_lengths, times_relative, times_years
from tacitus.extract.layers import TimeMention
from tacitus.extract.phrase_rules import best, rules
from tacitus.extract.word_classes import Coded, Lexicon, encode, lexicon
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.extract.times_meaning import Meaning, Offset, TimeHit, Timex

KINDS = ("POINT", "PERIOD", "LENGTH", "TIMEOFDAY", "NONE", "NOTHING")
READERS = {
    **times_dates.READERS,
    **times_years.READERS,
    **times_relative.READERS,
    **times_lengths.READERS,
    **times_joins.READERS,
}


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time expression with all that its words tell.

    Attributes:
        mention: Words, days and anchor. The anchor of an expression that leans on another time is "after", "before"
            or "same".
        offset: How far from that other time, or how long for a length of time; None otherwise.
        timexes: The expression as TimeML has it: two for a range, directions left out.
        refused: Why the date that the words name cannot be given ("names a day that does not exist"); "" for none.
    """

    mention: TimeMention
    offset: Offset | None = None
    timexes: tuple[Timex, ...] = ()
    refused: str = ""


@cache
def words() -> Lexicon:
    """Return the words of time expressions."""
    return lexicon("time_words.tsv", KINDS)


def read_times(text: str, published: date | None) -> tuple[TimeReading, ...]:
    """Return the time expressions of a text in order, with offsets and TimeML values.

    Linear in the length of the text.

    Args:
        text: Any text.
        published: The day that "today" means, or None: what leans on it then has no date.
    """
    return tuple(_reading(span, meaning) for span, meaning in _parsed(text, published) if meaning.kind != "NOTHING")


def time_spans(text: str) -> tuple[Span, ...]:
    """Return the words of a text that belong to times, lengths of time and ages, in order."""
    return tuple(span for span, _ in _parsed(text, None))


def _parsed(text: str, published: date | None) -> Iterator[tuple[Span, Meaning]]:
    def read(hit: TimeHit) -> tuple[str, Meaning] | None:
        meaning = READERS[hit.rule.reader](hit, published)
        return (meaning.kind, meaning) if meaning else None

    coded: Coded[Meaning] = encode(text, words())
    for stage in rules("time_rules.tsv", words):
        coded = best(coded, stage, read)
    kinds = "".join(coded.lexicon.codes[kind] for kind in KINDS)
    for match in re.finditer(f"[{kinds}]", coded.codes):
        start, end = coded.starts[match.start()], coded.ends[match.start()]
        yield Span(start, end), coded.found[start]


def _reading(span: Span, meaning: Meaning) -> TimeReading:
    anchor = meaning.leans_on or ("published" if meaning.anchored else "")
    away = meaning.offset
    leaning = (away.amount, away.unit) if meaning.leans_on and away is not None and away.amount is not None else None
    return TimeReading(TimeMention(span, meaning.when, anchor, leaning), away, meaning.timexes, meaning.refused)


def find_times(text: str, published: date | None) -> tuple[TimeMention, ...]:
    """Return the time expressions of a text in order.

    Examples:
        >>> from datetime import date
        >>> text = "The strike early on Tuesday was the first since late June."
        >>> for mention in find_times(text, date(2019, 8, 31)):
        ...     print(mention.span.of(text), mention.when, mention.anchor)
        early on Tuesday 2019-08-27 published
        since late June 2019-06-21/.. published
    """
    return tuple(reading.mention for reading in read_times(text, published))

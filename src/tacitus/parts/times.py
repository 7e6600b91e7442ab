"""When: the time expressions of a text, each with its days, what it was reckoned from, and its TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.extract.dating import read_report, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.extract.times import TimeReading
    from tacitus.extract.times_meaning import Offset, Timex
    from tacitus.model.document import Document
    from tacitus.model.problem import Problem
    from tacitus.model.span import Span
    from tacitus.model.when import When


@dataclass(frozen=True, slots=True)
class TimePart:
    """A time expression.

    Attributes:
        span: The words, with those that give a direction: "since late June", "between 3 and 5 May".
        when: The days they allow, or None when they name none ("recently", "for three days", "31 April").
        anchor: What it was reckoned from: "" (explicit), "published", "dateline"; "after", "before" or "same" when it
            leans on another time of the story.
        offset: How far from that other time, or how long for a length of time; None otherwise.
        timexes: The expression as TimeML (TIMEX3) has it: two for a range, directions left out.
        refused: Why the date that the words name cannot be given ("names a day that does not exist"); "" for none.
    """

    span: Span
    when: When | None
    anchor: str
    offset: Offset | None
    timexes: tuple[Timex, ...]
    refused: str


def times_of(text: str, published: date | None) -> tuple[TimePart, ...]:
    """Return the time expressions of a text, in order.

    Args:
        text: Any text; a dateline in its first lines is the day of "yesterday".
        published: Day of publication, from which it is reckoned otherwise, or None when unknown.

    Examples:
        >>> from datetime import date
        >>> (part,) = times_of("They met early on Tuesday.", date(2019, 8, 31))
        >>> part.when, part.anchor, part.timexes[0].value
        (When(edtf='2019-08-27'), 'published', '2019-08-27')
    """
    return tuple(_part(one) for one in read_report(text, published))


def _part(one: TimeReading) -> TimePart:
    mention = one.mention
    return TimePart(mention.span, mention.when, mention.anchor, one.offset, one.timexes, one.refused)


def rows_of(document: Document) -> Iterator[dict[str, Any] | Problem]:
    """Yield the rows of a document, and a Problem for each date that cannot be."""
    found = read_report(document.text, document.published)
    yield from refusals(document, found)
    for one in found:
        yield from time_rows(_part(one))


def time_rows(part: TimePart) -> list[dict[str, Any]]:
    """Return an expression as it is written to JSON: a row for each TIMEX3, so two for a range.

    `start` and `end` are those of the TIMEX3; `edtf`, `anchor` and `phrase` (`[start, end]`) tell of the whole
    expression. `edtf` is null when the words name no days.
    """
    edtf = part.when.edtf if part.when else None
    phrase = [part.span.start, part.span.end]
    return [
        {
            "start": timex.start,
            "end": timex.end,
            "timex3": {"type": timex.type, "value": timex.value},
            "edtf": edtf,
            "anchor": part.anchor,
            "phrase": phrase,
        }
        for timex in part.timexes
    ]

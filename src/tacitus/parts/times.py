"""When: the time expressions of a text, each with its days, what it was reckoned from, and its TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.extract.times import read_times

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.times_meaning import Offset, Timex
    from tacitus.model.span import Span
    from tacitus.model.when import When


@dataclass(frozen=True, slots=True)
class TimePart:
    """A time expression.

    Attributes:
        span: The words, with those that give a direction: "since late June", "between 3 and 5 May".
        when: The days they allow, or None when they name none ("recently", "for three days", "31 April").
        anchor: What it was reckoned from: "" (explicit), "published"; "after", "before" or "same" when it
            leans on another time of the story.
        offset: How far from that other time, or how long for a length of time; None otherwise.
        timexes: The expression as TimeML (TIMEX3) has it: two for a range, directions left out.
    """

    span: Span
    when: When | None
    anchor: str
    offset: Offset | None
    timexes: tuple[Timex, ...]


def times_of(text: str, published: date | None) -> tuple[TimePart, ...]:
    """Return the time expressions of a text, in order.

    Args:
        text: Any text.
        published: Day of publication, from which "yesterday" is reckoned, or None when unknown.
    """
    return tuple(
        TimePart(one.mention.span, one.mention.when, one.mention.anchor, one.offset, one.timexes)
        for one in read_times(text, published)
    )


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

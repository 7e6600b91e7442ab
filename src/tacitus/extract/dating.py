"""The step that dates a report: its time expressions, reckoned from dateline or publication."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.datelines import day_of, find_dateline
from tacitus.extract.times import read_times
from tacitus.extract.times_calendar import valid
from tacitus.extract.times_dates import NO_SUCH_DAY
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tacitus.extract.contract import Draft
    from tacitus.extract.times import TimeReading
    from tacitus.model.document import Document
    from tacitus.model.span import Span
    from tacitus.model.when import When

#: Years with different days of the week and of February, to see what words mean in any year.
_SAMPLE_YEARS = (2018, 2020, 2023)
_ADVICE = {NO_SUCH_DAY: "It is kept without a date; compare the report with its original."}


def read_report(text: str, published: date | None) -> tuple[TimeReading, ...]:
    """Return the time expressions of a report in order, reckoned from its dateline, else from publication.

    The anchor is "dateline" or "published"; the date of the dateline itself leans on publication when it has no year.
    A dateline without a year in a report of unknown publication dates what holds in any year: "yesterday" is then
    XXXX-12-23, and "on Monday" has no date.

    Args:
        text: Any text; its first lines may hold a dateline.
        published: Day of publication, or None when unknown.
    """
    dateline = find_dateline(text)
    if dateline is None:
        return read_times(text, published)
    anchor = day_of(dateline, published)
    if anchor is not None:
        return tuple(
            one if one.mention.span.overlaps(dateline.span) else _anchored(one) for one in read_times(text, anchor)
        )
    if published is not None or "X" not in dateline.when.edtf:
        return read_times(text, published)
    return _in_any_year(text, dateline.when)


def _anchored(one: TimeReading) -> TimeReading:
    if one.mention.anchor != "published":
        return one
    return replace(one, mention=replace(one.mention, anchor="dateline"))


def _in_any_year(text: str, day: When) -> tuple[TimeReading, ...]:
    """Return the readings with what means the same day and month whichever the year of the dateline is."""
    anchors = [valid(f"{year}{day.edtf[4:]}") for year in _SAMPLE_YEARS]
    samples = [
        {sample.mention.span: sample.mention.when for sample in read_times(text, anchor.earliest if anchor else None)}
        for anchor in anchors
    ]
    return tuple(_of_any_year(one, samples) for one in read_times(text, None))


def _of_any_year(one: TimeReading, samples: Sequence[Mapping[Span, When | None]]) -> TimeReading:
    if one.mention.when is not None:
        return one
    found = (sample.get(one.mention.span) for sample in samples)
    said = {_without_year(when, year) for when, year in zip(found, _SAMPLE_YEARS, strict=True)}
    when = valid(said.pop() or "") if len(said) == 1 else None
    return _anchored(replace(one, mention=replace(one.mention, when=when))) if when else one


def _without_year(when: When | None, year: int) -> str | None:
    """Return the date as in any year, or None if it reaches into another or names no month."""
    if when is None or not re.fullmatch(rf"(?:{year}-\d\d(?:-\d\d)?[/~]?|\.\.|/)+", when.edtf):
        return None
    return when.edtf.replace(f"{year}-", "XXXX-")


def refusals(document: Document, readings: Sequence[TimeReading]) -> Iterator[Problem]:
    """Yield a Problem for each date that the text names and that no calendar day can be given for."""
    for one in readings:
        if one.refused:
            span = one.mention.span
            yield Problem(
                document.place or document.id,
                "times",
                f"“{' '.join(span.of(document.text).split())}” at character {span.start:,} {one.refused}.",
                _ADVICE.get(one.refused, "It is kept without a date."),
            )


class Times:
    """The step that finds the time expressions of a report; dates that cannot be are its Problems."""

    name = "times"
    version = "2"
    needs = frozenset({"document"})
    gives = frozenset({"times", "problems"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with its times, and with a Problem for each date that is refused."""
        found = read_report(draft.document.text, draft.document.published)
        problems = tuple(refusals(draft.document, found))
        return replace(draft, times=tuple(one.mention for one in found), problems=(*draft.problems, *problems))

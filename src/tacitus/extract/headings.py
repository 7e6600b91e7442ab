"""Lists and tables: the date or place of a heading, or of the other cells of a row, holds for what it heads."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from tacitus.extract.layout import CELL
from tacitus.extract.lexicon import words
from tacitus.model.claim import Argument
from tacitus.model.entity import EntityType
from tacitus.model.ontology import ROLES, Kind, kind_of
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame, Mention, TimeMention
    from tacitus.model.when import When

#: A longer line is no heading, in code points.
_LONGEST = 80
#: Words that may stand beside the date or place of a heading.
_BESIDE = words("heading")
#: What a column of places is called.
_TITLES = words("place_title")
_WORD = re.compile(r"[^\W\d_]+")
_PLACES = frozenset({EntityType.PLACE, EntityType.STATE, EntityType.FACILITY})


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line that is only a date, a place or both says of the lines below it, or a row of its own cells.

    Attributes:
        line: Where the line lies.
        when: The date, None if it has none.
        place: Entity id of the place; "" if it has none.
    """

    line: Span
    when: When | None
    place: str


@dataclass(frozen=True, slots=True)
class Headings:
    """Step: dates and places of headings and rows, for events whose own words tell none."""

    name: str = "headings"
    version: str = "1"
    needs: frozenset[str] = frozenset({"mentions", "times", "frames"})
    gives: frozenset[str] = frozenset({"frames", "mentions", "entities"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with the frames dated and placed that a heading or a row dates and places."""
        found = headings(draft)
        if not found:
            return draft
        text = draft.document.text
        rows = tuple(one for one in found if _is_row(one, text))
        plain = tuple(one for one in found if not _is_row(one, text))
        frames = (_headed(f, _over(f, rows, plain)) for f in draft.frames)
        places = {one.place for one in found}
        return replace(
            draft,
            frames=tuple(frames),
            mentions=tuple(replace(m, type=_placed(m.type)) if m.entity in places else m for m in draft.mentions),
            entities=tuple(replace(e, type=_placed(e.type)) if e.id in places else e for e in draft.entities),
        )


def _placed(kind: EntityType) -> EntityType:
    """Return the type of what a heading names as the place: a name alone on its line looks like a person's."""
    return EntityType.PLACE if kind is EntityType.PERSON else kind


def headings(draft: Draft) -> tuple[Heading, ...]:
    """Return the headings and rows of a text in order; a heading goes on with the date of the one above it.

    A single heading counts when a list stands under it: a date alone at the head of a report is that of the report.
    """
    text = draft.document.text
    known = sorted(draft.times, key=lambda t: t.span)
    names = sorted(_names(draft), key=lambda m: m.span)
    column = -1
    out: list[Heading] = []
    date: When | None = None
    for line in _lines(text):
        times: list[TimeMention] = _inside(known, line)
        places: list[Mention] = _inside(names, line)
        if CELL in line.of(text):
            column = _place_column(line.of(text), column)
            out += _row(text, line, (times, places), column)
        elif (times or places) and _is_heading(text, line, times, places):
            date = next((t.when for t in times if t.when), date)
            out.append(Heading(line, date, places[0].entity if places else ""))
    plain = [one for one in out if not _is_row(one, text)]
    if len(plain) > 1 or any(_heads_list(text, one) for one in plain):
        return tuple(out)
    return tuple(one for one in out if _is_row(one, text))


def _names(draft: Draft) -> Iterator[Mention]:
    """Yield the names that may be places: those of one word too that look like persons and take part in nothing."""
    acting = {arg.value for frame in draft.frames for arg in frame.args if isinstance(arg.value, str)}
    for m in draft.mentions:
        single = m.type is EntityType.PERSON and " " not in m.span.of(draft.document.text) and m.entity not in acting
        if m.entity and m.is_name and (m.type in _PLACES or single):
            yield m


def _place_column(line: str, before: int) -> int:
    """Return the number of the column that a row of titles says to hold the place, else that of the table so far."""
    cells = [cell.strip().lower() for cell in line.split(CELL)]
    return next((at for at, cell in enumerate(cells) if cell in _TITLES), before)


def _is_row(one: Heading, text: str) -> bool:
    return CELL in one.line.of(text)


def _heads_list(text: str, one: Heading) -> bool:
    """Tell whether a list stands right under a line: its bullets are blanks now."""
    return re.match(r"\n?\n[^\S\n]+\S", text[one.line.end : one.line.end + _LONGEST]) is not None


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines that may be headings, and those with cells."""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        if len(match.group()) <= _LONGEST or CELL in match.group():
            yield Span(*match.span())


def _start(one: _Spanned) -> int:
    return one.span.start


def _inside(found: Sequence[Found], line: Span) -> list[Found]:
    """Return what lies in a line; `found` is in order."""
    at = bisect_right(found, line.start - 1, key=_start)
    out: list[Found] = []
    while at < len(found) and found[at].span.start < line.end:
        out.append(found[at])
        at += 1
    return out


def _is_heading(text: str, line: Span, times: list[TimeMention], places: list[Mention]) -> bool:
    """Tell whether a line has no other words than a date, a place and what may stand beside them."""
    rest = list(line.of(text))
    for span in (*(time.span for time in times), *(place.span for place in places)):
        start, end = max(span.start, line.start), min(span.end, line.end)
        rest[start - line.start : end - line.start] = " " * (end - start)
    return all(word.lower() in _BESIDE for word in _WORD.findall("".join(rest)))


def _row(text: str, line: Span, found: tuple[list[TimeMention], list[Mention]], column: int) -> Iterator[Heading]:
    """Yield what the cells of a row that are only a date or only a place say of the row."""
    when: When | None = None
    place = ""
    for at, match in enumerate(re.finditer(rf"(?:^|{CELL})([^{CELL}]*)", line.of(text))):
        cell = Span(line.start + match.start(1), line.start + match.end(1) + 1)
        dates: list[TimeMention] = _inside(found[0], cell)
        names = [m for m in _inside(found[1], cell) if at == column or m.type in _PLACES]
        if (dates or names) and _is_heading(text, cell, dates, names):
            when = when or next((t.when for t in dates if t.when), None)
            place = place or next((m.entity for m in names), "")
    if when or place:
        yield Heading(line, when, place)


def _over(frame: Frame, rows: tuple[Heading, ...], plain: tuple[Heading, ...]) -> Heading | None:
    """Return the row that an event stands in, else the last heading before it."""
    place = frame.trigger.start
    for found in (rows, plain):
        at = bisect_right(found, place, key=lambda one: one.line.start) - 1
        if at >= 0 and (found is plain or place < found[at].line.end):
            return found[at]
    return None


def _headed(frame: Frame, heading: Heading | None) -> Frame:
    """Return an event with the date and place of what heads it, where its own words tell none."""
    if heading is None or kind_of(frame.type) is not Kind.EVENT:
        return frame
    is_placed = any(a.role == "place" for a in frame.args) or "place" not in ROLES[frame.type]
    if heading.when is not None and frame.time is None:
        frame = replace(frame, time=heading.when, anchor="story")
    if heading.place and not is_placed and all(a.value != heading.place for a in frame.args):
        frame = replace(frame, args=(*frame.args, Argument("place", heading.place)))
    return frame

"""The timeline of a dossier: what has a time, each on its line; vague times stay vague and open ends open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tacitus.export.pictures.drawing import Anchor, Box, Dot, Drawing, Head, Line, Tone, Words, cut
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ask.dossier_parts import Bar
    from tacitus.export.pictures.drawing import Shape

#: Lines that the picture has room for; the table beside it has all.
MOST = 48
_WIDTH = 760.0
_LEFT, _RIGHT = 372.0, 722.0
_TOP, _ROW = 34.0, 20.0
#: Columns of the time and of the label.
_TIME, _LABEL = 22, 38
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
#: Steps between marks of the axis, in months; the first counts that needs no more than so many marks.
_STEPS, _MOST_MARKS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000), 5


def timeline(bars: Sequence[Bar]) -> Drawing | None:
    """Return the picture of what has a time; None when nothing has."""
    shown = bars[:MOST]
    axis = _axis(shown)
    if axis is None:
        return None
    height = _TOP + _ROW * len(shown) + 34
    shapes = [*_marks(axis, _TOP + _ROW * len(shown))]
    for row, bar in enumerate(shown):
        shapes += _row(bar, axis, _TOP + _ROW * row + _ROW / 2)
    left_out = f" The first {MOST} of {len(bars)}." if len(bars) > MOST else ""
    legend = f"filled dot: one day · hollow: denied or not known · box: some time within · arrow: open end.{left_out}"
    shapes.append(Words(8, height - 10, legend, size=10, tone=Tone.QUIET))
    return Drawing(_WIDTH, height, "Timeline of what is reported", tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def at(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(_LEFT + min(1.0, max(0.0, share)) * (_RIGHT - _LEFT), 1)


def _axis(bars: Sequence[Bar]) -> _Axis | None:
    days = [day for bar in bars for day in (bar.time.earliest, bar.time.latest) if day is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    pad = timedelta(days=max(2, (last - first).days // 40))
    low = first - pad if first - date.min > pad else date.min
    return _Axis(low, last + pad if date.max - last > pad else date.max)


def _marks(axis: _Axis, bottom: float) -> Iterator[Shape]:
    for day, words in _ticks(axis):
        x = axis.at(day)
        yield Line(x, _TOP - 6, x, bottom, Tone.FAINT)
        yield Words(x, _TOP - 12, words, Anchor.MIDDLE, 10, tone=Tone.QUIET)
    yield Line(_LEFT, bottom, _RIGHT, bottom, Tone.QUIET)


def _ticks(axis: _Axis) -> list[tuple[date, str]]:
    """Return the days that are marked on the axis: firsts of months or years, or the ends of a short time."""
    begin, end = (day.year * 12 + day.month - 1 for day in (axis.first, axis.last))
    for step in _STEPS:
        months = [month for month in range(begin - begin % step, end + 1, step) if month >= 12]
        days = [date(month // 12, month % 12 + 1, 1) for month in months]
        inside = [day for day in days if axis.first <= day <= axis.last]
        if len(inside) <= _MOST_MARKS:
            if len(inside) < 2:
                return [(day, f"{day.day} {_MONTHS[day.month - 1]} {day.year}") for day in (axis.first, axis.last)]
            return [(d, str(d.year) if step % 12 == 0 else f"{_MONTHS[d.month - 1]} {d.year}") for d in inside]
    return []


def _row(bar: Bar, axis: _Axis, y: float) -> Iterator[Shape]:
    ended = ", ended" if bar.is_ended else ""
    yield Words(8, y + 4, cut(bar.time.edtf, _TIME), size=11, tone=Tone.QUIET)
    yield Words(146, y + 4, cut(bar.label, _LABEL - len(ended)) + ended, size=11)
    yield Line(_LEFT, y, _RIGHT, y, Tone.FAINT)
    low, high = bar.time.earliest, bar.time.latest
    is_hollow = bar.certainty in (Certainty.DENIED, Certainty.UNKNOWN)
    if low is None and high is None:
        yield Words((_LEFT + _RIGHT) / 2, y + 4, "no day is told", Anchor.MIDDLE, 10, tone=Tone.QUIET)
    elif low is not None and low == high and not bar.time.is_approximate:
        yield Dot(axis.at(low), y, is_hollow=is_hollow)
    else:
        left, right = axis.at(low) if low else _LEFT, axis.at(high) if high else _RIGHT
        fill = Tone.PAPER if is_hollow else Tone.FILL
        yield Box(left, y - 5, max(6.0, round(right - left, 1)), 10, fill, bar.time.is_approximate)
        if low is None:
            yield Head(_LEFT - 8, y, is_left=True)
        if high is None:
            yield Head(_RIGHT + 8, y)

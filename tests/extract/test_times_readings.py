"""What else a reading of a time gives: distances and TimeML."""

from __future__ import annotations

from datetime import date

from tacitus.extract.times import read_times

SATURDAY = date(2019, 8, 31)


def test_distances_are_kept() -> None:
    """Amount and unit of a leaning expression, negative for earlier."""
    (found,) = read_times("Three weeks earlier they had left.", SATURDAY)
    assert found.offset is not None
    assert (found.offset.amount, found.offset.unit) == (-3, "week")


def test_timeml_leaves_directions_out() -> None:
    """A range is two expressions there, and "since" belongs to none."""
    text = "since late June and between 3 and 5 May 2018"
    timexes = [timex for reading in read_times(text, SATURDAY) for timex in reading.timexes]
    assert [(text[t.start : t.end], t.type, t.value) for t in timexes] == [
        ("late June", "DATE", "2019-06"),
        ("3", "DATE", "2018-05-03"),
        ("5 May 2018", "DATE", "2018-05-05"),
    ]

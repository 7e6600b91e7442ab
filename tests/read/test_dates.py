"""Publication dates: what users may type, and what pages print."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.read.dates import parse_moment, parse_published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-08-31", date(2019, 8, 31)),
        (" 2019-08-31\n", date(2019, 8, 31)),
        ("2019-08-31T23:59:59Z", date(2019, 8, 31)),
        ("2019-12-03T00:22:00+02:00", date(2019, 12, 3)),
        ("2019-12-03 00:22", date(2019, 12, 3)),
        ("2999-01-01", date(2999, 1, 1)),
    ],
)
def test_full_days(text: str, day: date) -> None:
    """A day, or the day of a time stamp; the future is allowed."""
    assert parse_published(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019",
        "2019-08",
        "2019-02-30",
        "2019-13-01",
        "31.8.2019",
        "31/08/2019",
        "yesterday",
        "20190831",
        "٢٠١٩-٠٨-٣١",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    """The message names the text and says what to write."""
    with pytest.raises(InvalidValueError, match="YYYY-MM-DD") as caught:
        parse_published(text)
    assert repr(text) in str(caught.value)


@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    """What is written as ISO is read as the same day."""
    assert parse_published(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2019-08-31T18:22:00+02:00", "2019-08-31T18:22:00+02:00"),
        ("2019-08-31 18:22:00 +0200", "2019-08-31T18:22:00+0200"),
        ("2019-08-31T18:22:00.0000000Z", "2019-08-31T18:22:00.0000000Z"),
        ("Sat, 31 Aug 2019 18:22:00 GMT", "2019-08-31T18:22:00+00:00"),
        ("2019-08-31", None),
        ("20190831", None),
    ],
)
def test_moments(text: str, stamp: str | None) -> None:
    """The zone is kept as printed; a day alone has no moment."""
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.day, moment.stamp) == (date(2019, 8, 31), stamp)


@pytest.mark.parametrize("text", ["", "soon", "2019-08-31T25:00", "0001-01-01T00:00:00Z", "1970-01-01", "31 Foo 2019"])
def test_no_moments(text: str) -> None:
    """Broken stamps and those that programs print for "unknown" are none."""
    assert parse_moment(text) is None

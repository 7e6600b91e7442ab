"""The record clock: its letters are in the order of its moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from tacitus.ledger.clock import FOREVER, end_of_day, moment, stamp

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=zones)  # noqa: DTZ001 - bounds take no zone


@given(moments, moments)
def test_letters_are_in_the_order_of_moments(one: datetime, other: datetime) -> None:
    """Whatever the zones."""
    assert (stamp(one) < stamp(other)) == (one < other)
    assert stamp(one) < stamp(None) == FOREVER


@given(moments)
def test_a_stamp_comes_back_as_the_same_moment(one: datetime) -> None:
    """In UTC, to the microsecond."""
    assert moment(stamp(one)) == one
    assert moment(stamp(one)).tzinfo is UTC


def test_the_end_of_a_day_is_part_of_it() -> None:
    """The next microsecond is not."""
    end = end_of_day(date(2026, 3, 1))
    assert stamp(end) == "2026-03-01T23:59:59.999999Z"
    assert (end + timedelta(microseconds=1)).date() == date(2026, 3, 2)

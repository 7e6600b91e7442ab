"""Vague dates: intervals that are never more exact than the words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.model.when import Precision, When, day, interval, month, year

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
WHENS = st.one_of(
    DAYS.map(day),
    DAYS.map(lambda d: month(d.year, d.month)),
    DAYS.map(lambda d: year(d.year)),
    st.tuples(DAYS, DAYS).map(lambda pair: interval(*sorted(pair))),
    DAYS.map(lambda d: interval(d, None)),
    DAYS.map(lambda d: interval(None, d)),
)


def allows(when: When, moment: date) -> bool:
    """Tell whether a day lies in a vague date."""
    return (when.earliest or date.min) <= moment <= (when.latest or date.max)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2019-08-31", Precision.DAY),
        ("2019-08-31~", Precision.DAY),
        ("2019-08", Precision.MONTH),
        ("2019-08-XX", Precision.MONTH),
        ("2019?", Precision.YEAR),
        ("201X", Precision.YEAR),
        ("2018-01/2018-04", Precision.INTERVAL),
        ("2019-06-24/..", Precision.OPEN),
        ("/2019", Precision.OPEN),
        ("[2019-03-12,2019-12-03]", Precision.SET),
        ("XXXX-09-01", Precision.YEARLESS),
    ],
)
def test_precision_is_that_of_the_words(text: str, precision: Precision) -> None:
    """How finely the string names the time."""
    assert When(text).precision is precision


def test_a_doubt_does_not_widen_the_bounds() -> None:
    """Nobody said how far "about" reaches."""
    assert When("2019-08~").is_approximate
    assert not When("2019-08").is_approximate
    assert (When("2019-08~").earliest, When("2019-08~").latest) == (date(2019, 8, 1), date(2019, 8, 31))
    assert str(When("2019-08~")) == "2019-08~"


def test_equal_strings_are_equal_dates() -> None:
    """A vague date is its string."""
    assert When("2019-08") == month(2019, 8)
    assert When("2019-08") != When("2019-08-01/2019-08-31")
    assert len({When("2019"), year(2019)}) == 1


@given(WHENS, WHENS)
def test_before_after_and_overlap_are_exhaustive(a: When, b: When) -> None:
    """Of two bounded dates one lies before the other, or they share a day."""
    assert [a.before(b), a.after(b), a.overlaps(b)].count(True) == 1
    assert a.overlaps(b) == b.overlaps(a)
    assert a.before(b) == b.after(a)


@given(WHENS, WHENS, DAYS)
def test_containment_is_about_days(a: When, b: When, moment: date) -> None:
    """What holds the whole holds every day of it."""
    assert a.contains(a)
    if a.contains(b):
        assert a.overlaps(b)
        assert not allows(b, moment) or allows(a, moment)


def test_an_unknown_year_overlaps_everything_and_contains_itself() -> None:
    """1 September of some year may be any 1 September."""
    yearless = When("XXXX-09-01")
    assert yearless.overlaps(When("2019"))
    assert not yearless.before(When("2019"))
    assert yearless.contains(When("XXXX-09-01"))
    assert not yearless.contains(When("2019-09-01"))
    assert not When("2019").contains(yearless)


@given(WHENS, DAYS)
def test_what_happened_does_not_lie_after_the_report(when: When, last: date) -> None:
    """A capped interval ends by the last day, keeps its start, and is gone when it begins later."""
    capped = when.capped(last)
    if when.earliest is not None and when.earliest > last:
        assert capped is None
        return
    assert capped is not None
    assert capped.earliest == when.earliest
    if when.precision is Precision.INTERVAL:
        assert capped.latest is not None
        assert capped.latest <= last
    else:
        assert capped == when


@given(DAYS, st.integers(0, 400))
def test_intervals_of_one_day_are_days(first: date, days: int) -> None:
    """An interval names its ends; one day is written as a day."""
    last = first + timedelta(days=days)
    made = interval(first, last)
    assert (made.earliest, made.latest) == (first, last)
    assert made.precision is (Precision.INTERVAL if days else Precision.DAY)


def test_an_interval_without_ends_says_nothing_and_stands() -> None:
    """Both ends open is "some time"."""
    assert interval(None, None) == When("../..")
    assert interval(None, None).precision is Precision.OPEN


@pytest.mark.parametrize("number", [0, 13])
def test_months_that_do_not_exist_are_refused(number: int) -> None:
    """Months run from 1 to 12."""
    with pytest.raises(InvalidValueError, match="a day that exists"):
        month(2019, number)


def test_years_are_written_with_four_digits() -> None:
    """Early years are padded."""
    assert str(year(632)) == "0632"
    assert str(month(632, 6)) == "0632-06"

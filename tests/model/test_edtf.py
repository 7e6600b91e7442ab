"""Dates as EDTF strings, held against the `edtf` package where both read the same strings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.model.edtf import Bounds, bounds

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def by_oracle(text: str) -> Bounds:
    """Return what the `edtf` package makes of a string."""
    parsed = parse_edtf(text)
    return Bounds(date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3]))


@st.composite
def points(draw: st.DrawFn) -> str:
    """Draw a day, month or year, with unspecified last digits or a qualifier now and then."""
    text = draw(DAYS).isoformat()
    form = draw(st.sampled_from(["day", "month", "year", "XX", "XX-XX", "decade", "century"]))
    cut = {"day": text, "month": text[:7], "year": text[:4], "XX": f"{text[:7]}-XX", "XX-XX": f"{text[:4]}-XX-XX"}
    if form in cut:
        return cut[form] + (draw(st.sampled_from(["", "~", "?", "%"])) if form in ("day", "month", "year") else "")
    return "19" + ("8X" if form == "decade" else "XX")


@given(points())
@example("2020-02-XX")
@example("2019-02")
def test_points_have_the_bounds_that_the_standard_gives(text: str) -> None:
    """Days, months, years, unspecified digits and qualifiers agree with the oracle."""
    assert bounds(text) == by_oracle(text)


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_intervals_run_from_the_first_day_to_the_last(one: date, other: date, cut: int, end_cut: int) -> None:
    """An interval is the span of its ends, whatever their precision."""
    low, high = sorted((one, other))
    text = f"{low.isoformat()[:cut]}/{high.isoformat()[:end_cut]}"
    assert bounds(text) == by_oracle(text)


@given(st.lists(DAYS, min_size=2, max_size=4))
def test_a_set_reaches_from_its_first_day_to_its_last(days: list[date]) -> None:
    """One-of and all-of sets have the bounds of their members."""
    listed = ",".join(d.isoformat() for d in days)
    assert bounds(f"[{listed}]") == bounds(f"{{{listed}}}") == by_oracle(f"[{listed}]") == (min(days), max(days))


@given(DAYS)
def test_open_and_unknown_ends_have_no_bound(day: date) -> None:
    """`..` is open, an empty end is unknown: neither makes up a day."""
    text = day.isoformat()
    assert bounds(f"{text}/..") == bounds(f"{text}/") == (day, None)
    assert bounds(f"../{text}") == bounds(f"/{text}") == (None, day)


@pytest.mark.parametrize(
    "text", ["XXXX", "XXXX-09", "XXXX-09-01", "XXXX-02-29", "XXXX-XX-31", "XXXX-09-XX", "XXXX-09~"]
)
def test_without_a_year_nothing_bounds_a_date(text: str) -> None:
    """A day of an unknown year may be any such day."""
    assert bounds(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "EDTF such as"),
        ("..", "EDTF such as"),
        ("yesterday", "EDTF such as"),
        ("2019-8-1", "EDTF such as"),
        ("31/08/2019", "EDTF such as"),
        ("2019-08-31T10:00", "EDTF such as"),
        ("2019-21", "a day that exists"),
        ("2019/2020/2021", "EDTF such as"),
        ("[]", "EDTF such as"),
        ("[2019,,2020]", "EDTF such as"),
        ("[[2019],2020]", "EDTF such as"),
        ("[" * 3000 + "]" * 3000, "EDTF such as"),
        ("٢٠١٩-٠٨", "EDTF such as"),
        ("2019-02-29", "a day that exists"),
        ("2019-13", "a day that exists"),
        ("2019-XX-45", "a day that exists"),
        ("XXXX-13", "a day that exists"),
        ("XXXX-02-30", "a day that exists"),
        ("0000", "a day that exists"),
        ("2019-08-31/2019-08-01", "end is not before its start"),
    ],
)
def test_what_is_no_date_is_refused(text: str, why: str) -> None:
    """The message says what is allowed."""
    with pytest.raises(InvalidValueError, match=why):
        bounds(text)


@given(st.text(alphabet="0123456789X-/.,[]{}~?% ", max_size=24))
def test_any_string_gives_bounds_in_order_or_is_refused(text: str) -> None:
    """Nothing but `InvalidValueError` comes out of a bad string."""
    try:
        low, high = bounds(text)
    except InvalidValueError:
        return
    assert low is None or high is None or high - low >= timedelta(0)

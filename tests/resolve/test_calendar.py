"""Years and days that a text names, by its bare words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.calendar import named_dates

_DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells fell on Velimir on 3 May.", ("05-03",)),
        ("Shells fell on Velimir on the 3rd of May.", ("05-03",)),
        ("Shells fell on Velimir on May 3rd.", ("05-03",)),
        ("Shells fell on Velimir on May 03, 2022.", ("05-03", "2022")),
        ("Shells fell on Velimir on 2022-05-03.", ("05-03", "2022")),
        ("Shells fell on Velimir on Sept. 21.", ("09-21",)),
        ("Shells fell on Velimir on Sep 21.", ("09-21",)),
        ("Between 30 June and 1 July, and again on 1 July", ("06-30", "07-01")),
        ("From 2019 to 2021", ("2019", "2021")),
    ],
)
def test_dates_as_reports_write_them(text: str, found: tuple[str, ...]) -> None:
    """Day before or after the month, with its ending, short months, ISO 8601; sorted, each once."""
    assert named_dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The truce may hold.",
        "In May the truce broke.",
        "It marched 25 marchers past the dam.",
        "Some 2019,000 sacks of grain",
        "Room 1803 of the ministry",
        "Highway 12019 to Tarn",
        "2022-13-03 and 2022-05-3",
        "32 of May Street",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    """No day without a number, no number that is none of a day, month or year of our times."""
    assert all("-" not in found for found in named_dates(text))
    assert "1803" not in named_dates(text)
    assert "12019" not in named_dates(text)


def test_a_grouped_number_is_no_year() -> None:
    """Thousands are parted by a comma; a year before a comma of the sentence is one."""
    assert named_dates("2019,000 sacks") == ()
    assert named_dates("In 2019, 40 sacks") == ("2019",)


@given(_DAYS)
def test_every_day_is_found_in_every_form(day: date) -> None:
    """All forms of one day give the same month and day."""
    key = f"{day:%m-%d}"
    for text in (f"on {day:%B} {day.day}", f"on {day.day} {day:%B}", f"on {day:%b} {day.day}", day.isoformat()):
        assert key in named_dates(text), text


@given(st.lists(_DAYS, max_size=4))
def test_what_is_found_is_what_was_said(days: list[date]) -> None:
    """The days of a sentence and no others, sorted."""
    text = "; ".join(f"{d.day} {d:%B %Y}" for d in days)
    assert named_dates(text) == tuple(sorted({f"{d:%m-%d}" for d in days} | {f"{d:%Y}" for d in days}))


@given(_DAYS, st.integers(1, 40))
def test_a_later_day_is_another_one(day: date, after: int) -> None:
    """Two days of the year are told apart."""
    later = day + timedelta(days=after)
    assert set(named_dates(f"{day:%B} {day.day}")).isdisjoint(named_dates(f"{later:%B} {later.day}"))


@given(st.text(max_size=300))
def test_any_text_gives_sorted_keys_of_two_forms(text: str) -> None:
    """Whatever stands there, what comes out is sorted, each once, and a year or a month and day."""
    found = named_dates(text)
    assert list(found) == sorted(set(found))
    assert all(len(key) in (4, 5) for key in found)

"""What holds of every phrase and every day: the words allow the day they were said of, and no more is made of them."""

from __future__ import annotations

import warnings
from calendar import day_name, month_name
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tacitus.extract.dating import read_report
from tacitus.extract.times import find_times
from tacitus.model.when import Precision, When

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar library warns of its own old names
    from edtf import parse_edtf

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
#: After so many days the Gregorian calendar repeats, days of the week and leap years too: 400 years.
CYCLE = 146_097
WORDS = """
Monday Friday June May March Sept. 30 31 12th 2019 1990s 31/08/2019 2019-08-31 6:30 early mid late end of the start last
next this past week weekend month year days hours three a since until by before after between and to - from in on ago
earlier later today yesterday overnight night morning summer Eid first second century half quarter around will ( ) . ,
BC 9/11 up prior starting fourth Q1
"""
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=10).map(" ".join)

DATELINES = st.sampled_from(["KABUL, Dec. 24 (Agency) — ", "Goma, 3 March 2023 – ", "1 May 2020\n"])

#: Forms that move with the day of publication, by how many days it must move for them to move as far.
BY_DAY = [
    "today", "yesterday", "tomorrow", "the day before yesterday", "the day after tomorrow", "overnight", "last night",
    "this morning", "tonight", "yesterday evening", "two days ago", "ten days ago", "24 hours ago", "five hours ago",
    "in the past 48 hours", "in the past three days", "over the last two weeks", "in the past week",
    "in the next three days", "two days after yesterday", "since yesterday", "until yesterday",
]  # fmt: skip
BY_WEEK = [
    "Monday", "on Friday", "last Sunday", "next Tuesday", "this Thursday", "early Tuesday", "Saturday night",
    "this week", "last week", "next week", "late last week", "earlier this week", "Tuesday of last week", "the weekend",
    "last weekend", "next weekend", "three weeks ago", "a fortnight ago", "from Friday to Sunday", "since Monday",
    "the day before Tuesday",
]  # fmt: skip
BY_CYCLE = [
    "last month", "this month", "next month", "early last month", "earlier this month", "two months ago", "last year",
    "this year", "next year", "late last year", "a year ago", "in the past month", "in the past two years",
    "last summer", "this spring", "next winter", "in spring", "last quarter", "the third quarter", "on the 12th",
    "30 June", "29 February", "in August", "early December", "the last week of May", "last June", "next October",
    "June 30 last year", "in April a year ago", "between 3 and 5 May", "30 June-2 July", "since late June",
    "by 20 January", "the end of the month", "later this year", "last decade",
]  # fmt: skip


def only(words: str, published: date | None) -> When:
    """Return the date of the one time in the words."""
    (found,) = find_times(words, published)
    assert found.when is not None, words
    return found.when


def allows(when: When, day: date) -> bool:
    """Tell whether the bounds of a date hold a day."""
    return (when.earliest or date.min) <= day <= (when.latest or date.max)


def size(when: When) -> int:
    """Return how many days a date spans; an open end goes on for long."""
    return ((when.latest or date.max) - (when.earliest or date.min)).days


def month(day: date) -> str:
    """Return the month in words."""
    return month_name[day.month]


def weekday(day: date) -> str:
    """Return the day of the week in words."""
    return day_name[day.weekday()]


def explicit(day: date) -> list[str]:
    """Return phrases that are true of a day whenever they are said; each is wider than the one before, in its row."""
    part = "early" if day.day <= 10 else "mid" if day.day <= 20 else "late"
    season = "early" if day.month <= 4 else "mid" if day.month <= 8 else "late"
    half, quarter = (day.month + 5) // 6, (day.month + 2) // 3
    near = day - timedelta(days=1)
    return [
        f"{day.day} {month(day)} {day.year}",
        f"{month(day)} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{weekday(day)}, {day.day} {month(day)} {day.year}",
        f"the night of {day.day} {month(day)} {day.year}",
        f"dawn on {day.day} {month(day)} {day.year}",
        f"between {near.day} {month(near)} {near.year} and {day.day} {month(day)} {day.year}",
        f"{part} {month(day)} {day.year}",
        f"{month(day)} {day.year}",
        f"{season} {day.year}",
        f"Q{quarter} {day.year}",
        f"H{half} {day.year}",
        f"the {('first', 'second')[half - 1]} half of {day.year}",
        f"{day.year}",
        f"the {day.year // 10}0s",
        f"since {month(day)} {day.year}",
        f"by {day.day} {month(day)} {day.year}",
        f"until {day.year}",
        f"around {month(day)} {day.year}",
    ]


def relative(day: date, published: date) -> list[str]:
    """Return phrases that are true of a day when they are said on the day of publication, no earlier."""
    away = (published - day).days
    monday = published - timedelta(days=published.weekday())
    true_when = {
        "today": away == 0, "yesterday": away == 1, "overnight": away <= 1, f"{away} days ago": away > 1,
        f"in the past {away + 1} days": away > 0, f"on {weekday(day)}": away < 7, f"late {weekday(day)}": away < 7,
        f"last {weekday(day)}": 0 < away <= 7, "last week": timedelta(0) < monday - day <= timedelta(7),
        "this week": day >= monday, f"{month(day)} {day.day}": away < 365, f"in {month(day)}": away < 330,
        "last month": day.month % 12 + 1 == published.month and away < 70, "this year": day.year == published.year,
        "last year": day.year == published.year - 1, "earlier this year": day.year == published.year,
        f"{month(day)} last year": day.year == published.year - 1, "two years ago": day.year == published.year - 2,
        f"on the {day.day}th": away < 28 and day.day in range(4, 20), f"since {month(day)} {day.day}": away < 365,
        "the weekend": away < 7 and day.weekday() >= 5 and (published.weekday() < 5 or away < 2),
    }  # fmt: skip
    return [phrase for phrase, is_true in true_when.items() if is_true]


@given(DAYS, st.integers(0, 800))
@example(date(2020, 2, 29), 1)
@example(date(2023, 12, 31), 1)
def test_bounds_hold_the_day_that_the_words_are_true_of(day: date, away: int) -> None:
    """Whatever day a phrase was truly said of, its bounds have it; said relatively, the anchor is publication."""
    published = day + timedelta(days=away)
    for phrase in explicit(day):
        assert allows(only(phrase, None), day), phrase
        assert only(phrase, None) == only(phrase, published), phrase
    for phrase in relative(day, published):
        (found,) = find_times(phrase, published)
        assert found.when is not None, phrase
        assert allows(found.when, day), phrase
        assert found.anchor == "published", phrase


NARROWER = [
    ("{m} {d}, {y}", "{m} {y}"), ("early {m} {y}", "{m} {y}"), ("mid-{m} {y}", "{m} {y}"), ("{m} {y}", "{y}"),
    ("the first week of {m} {y}", "{m} {y}"), ("the second half of {m} {y}", "{m} {y}"), ("late {y}", "{y}"),
    ("Q2 {y}", "H1 {y}"), ("H1 {y}", "{y}"), ("{y}", "the {t}0s"), ("early {t}0s", "the {t}0s"),
    ("the {t}0s", "the {c}th century"), ("early summer {y}", "summer {y}"), ("3-5 {m} {y}", "{m} {y}"),
    ("between 3 and 5 {m} {y}", "between 3 and 15 {m} {y}"), ("since {m} {y}", "since {y}"),
    ("since 5 {m} {y}", "since {m} {y}"),
    ("until {m} {y}", "until {y}"), ("the night of {m} {d}, {y}", "{m} {d}, {y}"),
    ("{m} {d}", "in {m}"), ("mid-{m}", "in {m}"), ("Tuesday morning", "Tuesday"), ("late on Tuesday", "Tuesday"),
    ("Tuesday of last week", "last week"), ("late last week", "last week"), ("early last month", "last month"),
    ("earlier this month", "this month"), ("earlier this year", "this year"), ("late last year", "last year"),
    ("in the past two days", "in the past three days"), ("in the past three days", "in the past month"),
    ("two days ago", "in the past two days"), ("last month", "this year"), ("early last summer", "last summer"),
    ("between 3 and 5 {m}", "in {m}"), ("since early {m}", "since {m}"),
]  # fmt: skip


@pytest.mark.parametrize(("narrow", "wide"), NARROWER)
@settings(max_examples=40)
@given(day=st.dates(date(1961, 1, 1), date(1999, 12, 31)), away=st.integers(0, 800))
def test_narrower_words_never_give_a_wider_time(narrow: str, wide: str, day: date, away: int) -> None:
    """What a word takes away is not given back; where the year is told, the one lies in the other."""
    named = {"y": day.year, "m": month(day), "d": min(day.day, 28), "t": day.year // 10, "c": 20}
    published = day + timedelta(days=away)
    inner, outer = (only(words.format(**named), published) for words in (narrow, wide))
    assert size(inner) <= size(outer)
    if "{y}" in narrow:
        assert outer.contains(inner)


def _moved(day: date | None, by: int) -> date | None:
    return day + timedelta(days=by) if day else None


@pytest.mark.parametrize(
    ("words", "step"),
    [(words, step) for step, forms in ((1, BY_DAY), (7, BY_WEEK), (CYCLE, BY_CYCLE)) for words in forms],
)
@settings(max_examples=40)
@given(data=st.data())
def test_every_relative_date_moves_with_publication(words: str, step: int, data: st.DataObject) -> None:
    """Published n days later, the words mean n days later; n counts days, weeks, or rounds of the calendar."""
    published = data.draw(DAYS)
    by = step * data.draw(st.integers(1, 1 if step == CYCLE else 400))
    here, there = only(words, published), only(words, published + timedelta(days=by))
    assert (there.earliest, there.latest) == (_moved(here.earliest, by), _moved(here.latest, by))
    assert there.precision is here.precision


@pytest.mark.parametrize("words", BY_DAY + BY_WEEK + BY_CYCLE)
@settings(max_examples=40)
@given(published=DAYS, by=st.integers(1, 400))
def test_no_relative_date_moves_back(words: str, published: date, by: int) -> None:
    """Published later, the same words never mean an earlier time."""
    here, there = only(words, published), only(words, published + timedelta(days=by))
    assert (here.earliest or date.min) <= (there.earliest or date.min)


@settings(max_examples=500)
@given(PHRASES, DAYS, DAYS)
def test_publication_is_never_put_in_silently(text: str, one: date, other: date) -> None:
    """A date whose anchor is not publication is the same whenever the words are published, or if nobody knows when."""
    rows = [{mention.span: mention for mention in find_times(text, day)} for day in (one, other, None)]
    for span in rows[0].keys() | rows[1].keys():
        meant = {row[span].when for row in rows if span in row and row[span].anchor != "published"}
        assert len(meant) <= 1, span.of(text)


@settings(max_examples=500)
@given(PHRASES, st.none() | DAYS)
def test_other_software_reads_our_dates_alike(text: str, published: date | None) -> None:
    """The `edtf` package, made by others, gives the same first and last day wherever both are bound."""
    for mention in find_times(text, published):
        when = mention.when
        if when is None or "XXXX" in when.edtf:
            continue
        theirs = parse_edtf(when.edtf)
        if when.earliest:
            assert tuple(theirs.lower_strict()[:3]) == when.earliest.timetuple()[:3], when
        if when.latest:
            assert tuple(theirs.upper_strict()[:3]) == when.latest.timetuple()[:3], when
        assert (when.earliest is None or when.latest is None) == (when.precision is Precision.OPEN)


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_report_is_read(text: str, published: date | None) -> None:
    """Nothing crashes where datelines are looked for; times are in order and quote the text."""
    found = [one.mention.span for one in read_report(text, published)]
    assert found == sorted(found)
    assert all(span.of(text).strip() for span in found)


@settings(max_examples=300)
@given(
    PHRASES,
    st.none() | st.dates(),
    DATELINES,
)
def test_any_report_with_a_dateline_is_read(text: str, published: date | None, line: str) -> None:
    """Nor does a dateline crash it, whichever words follow it."""
    found = read_report(line + text, published)
    assert found
    assert {one.mention.anchor for one in found} <= {"", "published", "dateline", "after", "before", "same"}

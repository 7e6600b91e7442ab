"""What holds for every text and every day of publication."""

from __future__ import annotations

import time
import warnings
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.extract.times import find_times, read_times, time_spans
from tacitus.extract.times_calendar import Parts, ends, span, third, weekday
from tacitus.model.when import When, day

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar library warns of its own old names
    from edtf import parse_edtf

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
TEXT = """
Monday Tuesday 's June May March Sept. 30 31 12th 2019 1990s '80s 31/08/2019 2019-08-31 6:30 a.m. early mid late end of
the start last next this past previous week weekend month year days hours three a few since until by before after every
between and to - \N{EN DASH} from in on at ago earlier later today overnight night morning summer winter Ramadan first
second century half quarter about around will ( ) . , old people 1,200 Q1 0700 GMT
"""
WORDS = st.sampled_from([*TEXT.split(), "\n\n"])
SHIFTABLE = ["today", "yesterday", "overnight", "two days ago", "the past three days", "the day before yesterday"]


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read(text: str, published: date | None) -> None:
    """Nothing crashes, and spans are in order and apart."""
    found = [mention.span for mention in find_times(text, published)]
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(len(piece.of(text)) == len(piece) for piece in found)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=12), st.none() | st.dates())
def test_any_order_of_time_words_is_read(words: list[str], published: date | None) -> None:
    """Neither do heaps of words of the grammar crash it; spans quote whole words."""
    text = " ".join(words)
    for reading in read_times(text, published):
        quote = reading.mention.span.of(text)
        assert quote == quote.strip()
        assert all(reading.mention.span.start <= timex.start < timex.end <= reading.mention.span.end
                   for timex in reading.timexes)  # fmt: skip
    assert [m.span for m in find_times(text, published)] == [m.span for m in find_times(text, published)]


@given(DAYS, st.integers(-400, 400), st.sampled_from(SHIFTABLE))
def test_days_move_with_publication(published: date, by: int, words: str) -> None:
    """Published n days later, the same words mean n days later."""
    (here,), (there,) = find_times(words, published), find_times(words, published + timedelta(days=by))
    assert here.when is not None
    assert there.when is not None
    assert here.when.earliest is not None
    assert there.when.earliest == here.when.earliest + timedelta(days=by)


@given(
    DAYS,
    st.sampled_from(["Monday", "last Friday", "late Saturday", "30 June", "in August", "on the 12th", "last week"]),
)
def test_nothing_lies_after_publication(published: date, words: str) -> None:
    """Without a word that looks ahead, the start is never later than the report, nor more than eight years older."""
    (found,) = find_times(words, published)
    assert found.when is not None
    assert found.when.earliest is not None
    assert published - timedelta(days=8 * 366) < found.when.earliest <= published


@given(DAYS, st.integers(0, 6))
def test_weekdays_are_near(published: date, number: int) -> None:
    """The last, the present and the next such day lie within a week."""
    for side, least, most in ((-1, -7, -1), (0, -6, 0), (1, 1, 7)):
        found = weekday(number, published, side)
        assert found is not None
        assert found.weekday() == number
        assert least <= (found - published).days <= most


@given(st.integers(1, 9999), st.none() | st.integers(1, 12), st.sampled_from(["early", "mid", "late"]))
def test_thirds_lie_inside(year: int, month: int | None, part: str) -> None:
    """A third is within the whole and shorter."""
    whole = When(f"{year:04d}" + (f"-{month:02d}" if month else ""))
    found = third(whole, part)
    assert found is not None
    assert whole.contains(found)
    assert not found.contains(whole)


@given(DAYS, st.integers(0, 60), st.sampled_from(["early", "mid", "late"]))
def test_thirds_of_any_interval_lie_inside(first: date, more: int, part: str) -> None:
    """Thirds of intervals of days too; three of them cover the whole."""
    whole = span(day(first), day(first + timedelta(days=more)))
    assert whole is not None
    found = third(whole, part)
    assert found is not None
    assert whole.contains(found)


@pytest.mark.parametrize("text", ["2019-08-31", "2019-08", "199X", "2018-01/2018-04", "2019/..", "../2019"])
def test_ends_make_the_span(text: str) -> None:
    """The first and last point of a date give the same bounds."""
    low, high = ends(When(text))
    whole = When(f"{low}/{high}") if low != high else When(low)
    assert (whole.earliest, whole.latest) == (When(text).earliest, When(text).latest)


@given(published=DAYS, month=st.integers(1, 12), number=st.integers(1, 28), ahead=st.booleans())
def test_years_are_the_nearest(published: date, month: int, number: int, *, ahead: bool) -> None:
    """A date without a year goes to the side of publication that is asked for, less than a year away."""
    when = Parts(None, month, number).placed(published, ahead=ahead).when()
    assert when is not None
    assert when.earliest is not None
    away = (when.earliest - published).days
    assert 0 <= (away if ahead else -away) <= 366


@pytest.mark.parametrize(
    "words",
    ["30 June 2019", "August 2019", "2018", "the 1990s", "early 2018", "mid-August 2019", "since October 2018",
     "until 2014", "3 or 5 May 2018", "3 and 5 May 2018", "around 2014", "overnight", "16th century", "30 June"],
)  # fmt: skip
def test_other_software_reads_our_dates(words: str) -> None:
    """The `edtf` package, made by others, gives the same first and last day."""
    (found,) = find_times(words, None if words == "30 June" else date(2019, 8, 31))
    assert found.when is not None
    theirs = parse_edtf(found.when.edtf)
    if found.when.earliest and "~" not in found.when.edtf:
        assert tuple(theirs.lower_strict()[:3]) == found.when.earliest.timetuple()[:3]


@pytest.mark.parametrize(
    "text",
    ["\n" * 100_000, " " * 1_000_000, "1" * 1_000_000, "1,111" * 100_000, "1/" * 100_000, "'" * 200_000,
     "mid-" * 50_000, "the last " * 50_000, "Monday and " * 5_000, "\ud800" * 100_000, "\n " * 200_000],
)  # fmt: skip
def test_heaps_take_bounded_time(text: str) -> None:
    """No text makes the patterns run wild."""
    start = time.perf_counter()
    find_times(text, date(2019, 8, 31))
    assert time.perf_counter() - start < 30


def test_long_texts_take_linear_time() -> None:
    """Five million characters of prose, at 30,000 words a second or better."""
    text = (
        "The army said on Tuesday that its forces had left the valley after two days of talks in May 2018.\n" * 51_000
    )
    start = time.perf_counter()
    found = find_times(text, date(2019, 8, 31))
    assert len(found) == 3 * 51_000
    assert len(text.split()) / (time.perf_counter() - start) > 10_000  # a third of the aim, for busy machines


def test_spans_for_counts_take_in_ages() -> None:
    """An age is no time, and its number no count."""
    text = "A 33-year-old man was hurt on 3 May."
    assert [piece.of(text) for piece in time_spans(text)] == ["33-year-old", "3 May"]
    assert [mention.span.of(text) for mention in find_times(text, None)] == ["3 May"]

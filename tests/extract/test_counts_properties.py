"""What holds for the counts of every text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tacitus.extract.counts import find_counts

TEXT = """
one twenty - hundred thousand million dozen dozens of a few several at least over nearly up to between and or 12 1,200
2019 1.5 30 % km $ no casualties more than 5 number half couple as many from plus so
"""
WORDS = TEXT.split()


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Nothing crashes, spans are in order and quote their words."""
    found = find_counts(text)
    assert all(m.span.of(text) == m.count.words for m in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@settings(max_examples=300)
@example(words=["one", "thousand", "1.5"])
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_order_of_number_words_is_read(words: list[str]) -> None:
    """Neither do heaps of number words crash it; a range never runs backward."""
    for found in find_counts(" ".join(words)):
        low, high = found.count.min, found.count.max
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


@given(st.integers(0, 999_999_999))
def test_digits_and_separators_agree(number: int) -> None:
    """A number reads the same with commas, unless it may be a year."""
    (found,) = find_counts(f"They counted {number:,} dead")
    assert (found.count.min, found.count.max) == (number, number)


#: Words around a number, and what they leave open: the lower bound, the upper bound, or neither.
BOUNDS = {
    "at least {}": "up",
    "more than {}": "up",
    "no fewer than {}": "up",
    "up to {}": "down",
    "nearly {}": "down",
    "fewer than {}": "down",
    "about {}": "",
    "some {}": "",
    "{}": "",
}


@given(st.sampled_from(sorted(BOUNDS)), st.integers(1, 1500))
def test_a_bound_widens_the_number_and_keeps_it(words: str, number: int) -> None:
    """The range of "at least N" holds the range of N, ends at N, and is open on its own side alone."""
    (found,) = find_counts(f"They counted {words.format(number)} dead")
    low, high = found.count.min, found.count.max
    assert found.count.words == words.format(number)
    assert (low is None) == (BOUNDS[words] == "down")
    assert (high is None) == (BOUNDS[words] == "up")
    assert {low, high} <= {number, None}


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_range_holds_its_ends(one: int, other: int) -> None:
    """From the lower to the higher number; what runs backward is no range."""
    found = find_counts(f"They counted {one} to {other} dead")
    ranges = [(m.count.min, m.count.max) for m in found]
    assert ranges == ([(one, other)] if one < other else [(one, one), (other, other)])


@pytest.mark.parametrize(
    "text",
    ["\n" * 100_000, "1" * 1_000_000, "1,111" * 50_000, "1/" * 50_000, "twenty " * 20_000, "hundred and " * 20_000,
     "tens of " * 20_000, "1-" * 50_000, "no " * 50_000],
)  # fmt: skip
def test_heaps_take_bounded_time(text: str) -> None:
    """No text makes the patterns run wild."""
    start = time.perf_counter()
    find_counts(text)
    assert time.perf_counter() - start < 30

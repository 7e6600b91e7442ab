"""Spans: pieces of the stored text, half open, in code points."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.model.span import Span, merge

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


def points(span: Span) -> set[int]:
    """Return the code points that a span covers."""
    return set(range(span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-1, 3)])
def test_empty_and_backward_spans_are_refused(start: int, end: int) -> None:
    """A span that covers nothing quotes nothing."""
    with pytest.raises(InvalidValueError, match="0 <= start < end"):
        Span(start, end)


def test_offsets_count_code_points() -> None:
    """A letter outside the basic plane is one place, as is a combining mark."""
    text = "🛢️ depot in Ḥalab"
    assert Span(3, 8).of(text) == "depot"
    assert len(Span(3, 8)) == 5


@given(SPANS, SPANS)
def test_questions_about_two_spans_are_questions_about_their_points(a: Span, b: Span) -> None:
    """Overlap, containment and join agree with sets of code points."""
    assert a.overlaps(b) == bool(points(a) & points(b)) == b.overlaps(a)
    assert a.contains(b) == (points(b) <= points(a))
    joined = a.join(b)
    assert joined.contains(a)
    assert joined.contains(b)
    assert joined.start in (a.start, b.start)
    assert joined.end in (a.end, b.end)


@given(SPANS, st.integers(0, 50))
def test_shifting_keeps_the_length(span: Span, by: int) -> None:
    """A shift and its opposite cancel out."""
    assert len(span.shift(by)) == len(span)
    assert span.shift(by).shift(-by) == span


def test_a_shift_out_of_the_text_is_refused() -> None:
    """There is nothing before the first code point."""
    with pytest.raises(InvalidValueError):
        Span(2, 4).shift(-3)


@given(st.lists(SPANS, max_size=12))
def test_merging_covers_the_same_points_in_order(spans: list[Span]) -> None:
    """What is merged is in order, apart, and covers what was given."""
    merged = merge(spans)
    assert set().union(*map(points, merged)) == set().union(*map(points, spans))
    assert all(left.end < right.start for left, right in itertools.pairwise(merged))
    assert merge(merged) == merged

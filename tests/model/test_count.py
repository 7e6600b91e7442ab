"""Numbers of persons as ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.model.count import Count

BOUND = st.none() | st.integers(-3, 50)


@given(BOUND, BOUND)
def test_a_range_is_never_negative_nor_backward(low: int | None, high: int | None) -> None:
    """Exactly the ranges that some number can fill are counts."""
    possible = any((low is None or low <= n) and (high is None or n <= high) for n in range(51))
    if possible and (low is None or low >= 0):
        count = Count(low, high)
        assert (count.min, count.max) == (low, high)
    else:
        with pytest.raises(InvalidValueError, match="0 <= min <= max"):
            Count(low, high)


def test_nobody_is_a_count() -> None:
    """A report of no dead says something: nought, not nothing."""
    assert Count(0, 0) != Count(None, None)

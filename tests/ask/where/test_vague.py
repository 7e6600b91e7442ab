"""Vague values compared, against trying out every value that they allow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.ask.where.fields import Mode, Op
from tacitus.ask.where.vague import compares, days

_RANGES = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda pair: (min(pair), max(pair)))


def _is_so(op: Op, one: int, given: tuple[int, int]) -> bool:
    """Tell whether an exact value compares so with all that a vague one stands for."""
    low, high = given
    if op is Op.LESS:
        return one < low
    if op is Op.MORE:
        return one > high
    if op is Op.AT_MOST:
        return one <= high
    return one >= low if op is Op.AT_LEAST else low <= one <= high


@given(st.sampled_from([Op.IN, Op.EQUAL, Op.LESS, Op.AT_MOST, Op.MORE, Op.AT_LEAST]), _RANGES, _RANGES)
def test_against_every_value(op: Op, found: tuple[int, int], wanted: tuple[int, int]) -> None:
    """It may be so if some value is, and must be if all are; of days as of numbers."""
    each = [_is_so(op, value, wanted) for value in range(found[0], found[1] + 1)]
    first = date(2019, 8, 1)
    dates = [(first + timedelta(low), first + timedelta(high)) for low, high in (found, wanted)]
    for mode, expected in ((Mode.MAY, any(each)), (Mode.MUST, all(each))):
        assert compares(op, mode, found, wanted) == expected
        assert compares(op, mode, dates[0], dates[1]) == expected


@pytest.mark.parametrize("mode", Mode)
def test_open_ends(mode: Mode) -> None:
    """What began in June and goes on may touch any later day, and need not be over by any."""
    going_on, year = days(date(2019, 6, 24), None), days(date(2019, 1, 1), date(2019, 12, 31))
    assert compares(Op.IN, mode, going_on, year) == (mode is Mode.MAY)
    assert compares(Op.AT_MOST, mode, going_on, year) == (mode is Mode.MAY)
    assert compares(Op.AT_LEAST, mode, going_on, year)
    assert not compares(Op.LESS, mode, going_on, year)

"""Vague times and numbers compared: what may be so, and what must."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tacitus.ask.where.fields import Mode, Op

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: First and last that a value allows, both inclusive. Days and numbers are compared alike.
Days = tuple[date, date]
Numbers = tuple[float, float]

_ALWAYS = (date.min, date.max)

#: Whether some value between `a` and `b` compares so with some between `c` and `d`.
_MAY: Mapping[Op, Callable[[float, float, float, float], bool]] = {
    Op.IN: lambda a, b, c, d: a <= d and b >= c,
    Op.LESS: lambda a, _b, c, _d: a < c,
    Op.AT_MOST: lambda a, _b, _c, d: a <= d,
    Op.MORE: lambda _a, b, _c, d: b > d,
    Op.AT_LEAST: lambda _a, b, c, _d: b >= c,
}
#: Whether every value between `a` and `b` does.
_MUST: Mapping[Op, Callable[[float, float, float, float], bool]] = {
    Op.IN: lambda a, b, c, d: c <= a and b <= d,
    Op.LESS: lambda _a, b, c, _d: b < c,
    Op.AT_MOST: lambda _a, b, _c, d: b <= d,
    Op.MORE: lambda a, _b, _c, d: a > d,
    Op.AT_LEAST: lambda a, _b, c, _d: a >= c,
}


def days(earliest: date | None, latest: date | None) -> Days:
    """Return first and last day; an open end reaches to the end of the calendar."""
    return earliest or _ALWAYS[0], latest or _ALWAYS[1]


def compares(op: Op, mode: Mode, found: Days | Numbers, given: Days | Numbers) -> bool:
    """Tell whether a vague value compares so with another one.

    Before, `<`, means before the whole of it, and `<=` before its end or on it; likewise behind. Equal is inside.

    Args:
        op: A comparison with values.
        mode: Whether some value that `found` allows must compare so, or all.
        found: What a claim says.
        given: What it is compared with.

    Examples:
        >>> compares(Op.AT_LEAST, Mode.MUST, (24, float("inf")), (20, 20))
        True
        >>> august = date(2019, 8, 1), date(2019, 8, 31)
        >>> [compares(Op.IN, mode, (date(2019, 8, 20), date(2019, 9, 9)), august) for mode in Mode]
        [True, False]
    """
    rules = _MAY if mode is Mode.MAY else _MUST
    rule = rules[Op.IN if op in (Op.EQUAL, Op.UNEQUAL) else op]
    numbers = (_number(value) for value in (*found, *given))
    return rule(*numbers)


def _number(value: date | float) -> float:
    return value.toordinal() if isinstance(value, date) else value

"""Conditions drawn by hypothesis over the samples of the ledger's tests."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tacitus.ask.where.fields import Mode, Op, Sort, fields
from tacitus.ask.where.tree import And, Check, Condition, Not, Or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ask.where.fields import Field

_NAMES = ["TF", "North Guard", "fishermen", "Front"]
_VALUES = {
    Sort.NAME: _NAMES,
    Sort.TEXT: ["attack", "the writer", 'tide "front"', "2020-01-02"],
    Sort.ID: ["north", "south", "hand@1", "r@2", "c0000000000000000"],
    Sort.TIME: [
        *("2020-01", "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04", "2020-01-02/2020-01-03", "2019"),
        *("2020-01-02/..", "../2020-01-03", "0001-01-01", "9999-12-31"),
    ],
    Sort.DAY: ["2020-01-03", "2020-01-02", "2020-01", "../2020-01-02", "2026-03-01", "0001-01-01", "9999-12-31"],
    Sort.COUNT: ["0", "3"],
    Sort.NUMBER: ["0", "0.5", "-1", "0.9"],
}
#: Words of the contract that the samples have, and others.
_CHOSEN = {"type": ["attack", "capture", "talks"], "outlet": ["Harbour Wire", "Tide Front", "Wire"]}


#: Fields that a store searches by, which are drawn as often as all others together.
NARROW = ["type", "certainty", "time", "published", "confidence", "about", "source", "actor", "document", "review"]


def every_check() -> Iterator[Check]:
    """Yield each field in each of its ways with each value; lists of values with each and its neighbour."""
    for field in fields().values():
        values = _values(field)
        for op in field.ops:
            for mode in (None, *Mode) if field.takes_mode(op) else (None,):
                if op in (Op.KNOWN, Op.UNKNOWN):
                    yield Check(field.name, op)
                elif op is Op.IN:
                    yield from (Check(field.name, op, pair, mode) for pair in pairwise(values))
                else:
                    yield from (Check(field.name, op, (value,), mode) for value in values)


def _values(field: Field) -> list[str]:
    return _CHOSEN.get(field.name) or list(field.choices) or _VALUES[field.sort]


@st.composite
def checks(draw: st.DrawFn) -> Check:
    """Draw a check of any field in any of its ways, with values that some sample has."""
    field = fields()[draw(st.sampled_from(NARROW) | st.sampled_from(sorted(fields())))]
    op = draw(st.sampled_from(field.ops))
    least, most = {Op.KNOWN: (0, 0), Op.UNKNOWN: (0, 0), Op.IN: (1, 3)}.get(op, (1, 1))
    given = draw(st.lists(st.sampled_from(_values(field)), min_size=least, max_size=most))
    mode = draw(st.sampled_from([None, *Mode])) if field.takes_mode(op) else None
    return Check(field.name, op, tuple(given), mode)


#: Checks joined in all ways.
conditions: st.SearchStrategy[Condition] = st.recursive(
    checks(),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=5,
)

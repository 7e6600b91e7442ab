"""As of a day, a ledger answers like one that holds nothing else than what was published by then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.samples import Said, at, fill, histories, report

from tacitus.ask.grouping import entities, undecided
from tacitus.ask.incidents import compared, incidents
from tacitus.ask.problems import met
from tacitus.ask.query import ClaimQuery, find
from tacitus.ledger.memory import MemoryStore
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from tacitus.ledger.contract import View
    from tacitus.model.reading import Reading

_DAYS = st.dates(date(2020, 1, 1), date(2020, 1, 6))


def _view(history: list[tuple[Reading, int]], *, is_resolved: bool) -> View:
    store = MemoryStore()
    fill(store, history)
    if is_resolved:
        assert list(resolve(store, lambda: at(99))) or not history
    return store.view()


def _answers(view: View, as_of: date | None) -> tuple[object, ...]:
    """Return what is answered to all questions."""
    found = incidents(view, as_of=as_of)
    return (
        found,
        [compared(view, one.incident.id, as_of) for one in found],
        incidents(view, since=date(2020, 1, 3), as_of=as_of),
        entities(view, as_of=as_of),
        {(pair.one.id, pair.other.id) for pair in undecided(view, as_of=as_of)},
        find(view, ClaimQuery(as_of=as_of)).claims,
        view.search("the writer", 100, as_of=as_of),
        met(view, as_of).problems if as_of else tuple(p for p in view.problems() if p.reading),
    )


@given(history=histories, day=_DAYS, is_resolved=st.booleans())
def test_like_a_ledger_of_then(*, history: list[tuple[Reading, int]], day: date, is_resolved: bool) -> None:
    """Whether reports were resolved when they were entered, or wait for it."""
    full = _view(history, is_resolved=is_resolved)
    by_then = {row.id for row in full.documents() if row.published is not None and row.published <= day}
    part = _view([(r, minute) for r, minute in history if r.document.id in by_then], is_resolved=is_resolved)
    assert _answers(full, day) == _answers(part, None)


def test_such_answers_differ_from_those_of_now() -> None:
    """The property is worth something: reports of later change incidents and entities."""
    day = date(2020, 1, 2)
    said = Said("Tide Front", "Dura", "shelling", time="2020-01-01", killed=4)
    early = report("early", said, published=day)
    late = report("late", Said("Tide Front", "Dura", "shelling", time="2020-01-01", killed=7))
    view = _view([(early, 0), (late, 1)], is_resolved=True)
    now, then = _answers(view, None), _answers(view, day)
    assert [one == other for one, other in zip(now, then, strict=True)][:2] == [False, False]
    assert then == _answers(_view([(early, 0)], is_resolved=True), None)

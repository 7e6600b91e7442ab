"""Incidents asked of a ledger, resolved or not, with people's judgements."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.incidents import every, incident, incidents
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.happening import happening_in
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

REPORTS = (
    report("one", Said("Tide Front", "Dura", "shelling", time="2020-01-02", killed=4), published=date(2020, 1, 3)),
    report("two", Said("Tide Front", "Dura", "shelling", time="2020-01-02", killed=6), published=date(2020, 1, 4)),
    report("far", Said("North Guard", "Port Salem", "arrest", time="2021-06-07"), published=date(2021, 6, 8)),
)


@pytest.fixture
def told() -> Iterator[Store]:
    """Yield a store with two reports of one shelling and one of something else, not resolved."""
    with closing(MemoryStore()) as store:
        fill(store, [(one, i) for i, one in enumerate(REPORTS)])
        yield store


def _documents(store: Store) -> set[tuple[str, ...]]:
    return {one.documents for one in every(store.view())}


def test_reports_of_one_happening_are_one_incident(told: Store) -> None:
    """With the different tolls, and in time order."""
    found = incidents(told.view())
    assert [one.incident.documents for one in found] == [("one", "two"), ("far",)]
    assert [count.min for count in found[0].counts("killed")] == [4, 6]
    assert found[0].names("actor") == ("Tide Front",)
    assert found[0].days == (date(2020, 1, 2), date(2020, 1, 2))
    assert found[0].types == ("shelling",)


def test_an_unresolved_ledger_gives_the_same_incidents(told: Store) -> None:
    """Before and after resolution, and when a further report has not been resolved yet."""
    before = every(told.view())
    list(resolve(told, lambda: at(9)))
    assert every(told.view()) == before
    later = report("late", Said("Tide Front", "Dura", "shelling", time="2020-01-02"), published=date(2020, 1, 5))
    fill(told, [(later, 20)])
    assert ("late", "one", "two") in _documents(told)


def test_filters(told: Store) -> None:
    """By name, and by days of its claims."""
    view = told.view()
    assert [one.incident.documents for one in incidents(view, about="Port Salem")] == [("far",)]
    assert [one.incident.documents for one in incidents(view, until=date(2020, 12, 31))] == [("one", "two")]
    assert incidents(view, since=date(2022, 1, 1)) == ()
    with pytest.raises(NotRecordedError):
        incidents(view, about="Nobody")
    with pytest.raises(InvalidValueError):
        incidents(view, since=date(2022, 1, 2), until=date(2022, 1, 1))


def test_one_by_its_id(told: Store) -> None:
    """Or by how it begins, if no other begins so."""
    wanted = incidents(told.view())[0]
    assert incident(told.view(), wanted.incident.id) == wanted
    assert incident(told.view(), wanted.incident.id[:10]) == wanted
    with pytest.raises(NotRecordedError):
        incident(told.view(), "i")


def test_people_part_and_join_happenings(told: Store) -> None:
    """A judgement on two happenings holds against their likeness, until it is undone."""
    list(resolve(told, lambda: at(9)))
    ids = {h.document: h.id for h in map(happening_in, told.view().happenings())}
    pair = sorted((ids["one"], ids["two"]))
    apart = Judgement((pair[0], pair[1]), Verdict.DIFFERENT, "Two markets.", "A. Reader", at(10))
    with told.writer() as writer:
        writer.judge(apart)
    assert {("one",), ("two",)} <= _documents(told)
    with told.writer() as writer:
        writer.judge(Judgement((apart.id,), Verdict.UNDO, "One market.", "A. Reader", at(11)))
    assert ("one", "two") in _documents(told)

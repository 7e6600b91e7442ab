"""Grades as people enter and look them up."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.grading import Graded, graded, history, listed
from tacitus.ask.judging import Reason, taken_back
from tacitus.ask.scales import SCALES
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.grade import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

REPORT = report("wire", Said("Tide Front", "Dura", source=("Cafe",)), outlet="Harbour Wire")
CLAIM = REPORT.claims[0].id


@pytest.fixture
def store() -> Iterator[Store]:
    """Yield a ledger with one report."""
    with closing(MemoryStore()) as opened:
        fill(opened, [(REPORT, 0)])
        yield opened


def _grade(store: Store, subject: str, grade: str, minute: int = 5, since: date | None = None) -> Graded:
    made = graded(store.view(), subject, grade, since, Reason("why", "Ada", at(minute)))
    with store.writer() as writer:
        writer.judge(made.past[0].judgement)
    return made


def _values(found: Graded) -> list[str]:
    return [Grade(past.judgement).value for past in found.past]


def test_the_scales() -> None:
    """Six of each, in the words of the doctrine."""
    assert list(SCALES["reliability"]) == list("ABCDEF")
    assert list(SCALES["credibility"]) == list("123456")
    assert SCALES["reliability"]["C"] == "fairly reliable"
    assert SCALES["credibility"]["4"] == "doubtful"


def test_what_is_kept(store: Store) -> None:
    """A source by its folded name, with the first day if one is given; a claim by its id."""
    made = _grade(store, "HARBOUR wire", "b", since=date(2020, 1, 2)).past[0].judgement
    assert (made.subject, made.data) == (("source:harbour wire",), {"reliability": "B", "since": "2020-01-02"})
    made = _grade(store, CLAIM[:6], "2").past[0].judgement
    assert (made.subject, made.data, made.author) == ((CLAIM,), {"credibility": "2"}, "Ada")


@pytest.mark.parametrize(
    ("subject", "grade", "since", "message"),
    [
        ("Harbour Wire", "G", None, "'G' is no grade"),
        ("Harbour Wire", "", None, "'' is no grade"),
        (CLAIM, "7", None, "'7' is no grade"),
        (CLAIM, "22", None, "'22' is no grade"),
        (CLAIM, "2", date(2020, 1, 2), "no --from"),
        ("Harbour Wire", "2", None, "is no claim id"),
        (CLAIM, "B", None, "no source"),
        ("Harbor Wire", "B", None, "Harbour Wire"),
        ("Harbour", "B", None, "no source 'Harbour'"),
    ],
)
def test_calls_that_mean_nothing(store: Store, subject: str, grade: str, since: date | None, message: str) -> None:
    """A letter is of a source by its whole name, a number of a claim."""
    with pytest.raises((InvalidValueError, NotRecordedError)) as raised:
        _grade(store, subject, grade, since=since)
    assert message in str(raised.value)
    assert listed(store.view()) == ()


def test_a_name_that_looks_like_an_id(store: Store) -> None:
    """A name goes first."""
    assert graded(store.view(), "cafe", "A", None, Reason("why", "Ada", at(5))).row is None
    assert history(store.view(), "Cafe").row is None
    assert history(store.view(), CLAIM[:5]).row is not None


def test_history(store: Store) -> None:
    """Every grade, those that were taken back too; with `as_of`, those that begin by then."""
    first = _grade(store, "Harbour Wire", "B", 5).past[0].judgement
    _grade(store, "harbour wire", "D", 6, since=date(2021, 1, 1))
    (undo, *_), said = taken_back(store.view(), first.id, Reason("hasty", "Ada", at(7)))
    assert said == "grade: why"
    with store.writer() as writer:
        writer.judge(undo)
    found = history(store.view(), "Harbour Wire")
    assert _values(found) == ["B", "D"]
    assert [past.taken_back for past in found.past] == [undo, None]
    assert _values(history(store.view(), "Harbour Wire", date(2020, 12, 31))) == ["B"]
    assert _values(history(store.view(), "Cafe")) == []
    assert _values(history(store.view(at(5)), "Harbour Wire")) == ["B"]


def test_all_of_them(store: Store) -> None:
    """Sources by name as written, then claims; what was taken back is left out."""
    _grade(store, "harbour wire", "B", 5)
    _grade(store, "harbour wire", "D", 6, since=date(2021, 1, 1))
    gone = _grade(store, "Cafe", "A", 7).past[0].judgement
    _grade(store, CLAIM, "3", 8)
    assert [(one.name, _values(one)) for one in listed(store.view())] == [
        ("Cafe", ["A"]),
        ("Harbour Wire", ["B", "D"]),
        (CLAIM, ["3"]),
    ]
    (undo, *_), _ = taken_back(store.view(), gone.id, Reason("hasty", "Ada", at(9)))
    with store.writer() as writer:
        writer.judge(undo)
    by_then = listed(store.view(), date(2020, 12, 31))
    assert [(one.name, _values(one)) for one in by_then] == [("Harbour Wire", ["B"]), (CLAIM, ["3"])]
    assert next((one.name, _values(one)) for one in listed(store.view(), date(2021, 1, 1))) == ("Harbour Wire", ["D"])
    assert [one.name for one in listed(store.view(), date(2020, 1, 3))] == ["Harbour Wire"]

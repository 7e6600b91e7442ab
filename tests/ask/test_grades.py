"""Grades beside claims: which one holds, for which link of the chain, on which day."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, everything, fill, report

from tacitus.ask.grades import Grading, grading
from tacitus.ask.grading import graded
from tacitus.ask.judging import Reason, compared, taken_back
from tacitus.ask.query import ClaimQuery, find
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

WIRE = report(
    "wire",
    Said("Tide Front", "Dura", time="2020-01-02", source=("Lumen Party", "Bay Radio = BR")),
    Said("Tide Front", "fishermen", "clash"),
    published=date(2020, 1, 4),
    outlet="Harbour Wire",
)
LATE = report(
    "late", Said("Tide Front", "Dura", source=("Orvand Post",)), published=date(2020, 6, 1), outlet="The Harbour Wire"
)
BARE = report("bare", Said("Tide Front", "Dura", "talks", source=("Lumen Party",)), published=None)


@pytest.fixture
def store() -> Iterator[Store]:
    """Yield a ledger with three reports."""
    with closing(MemoryStore()) as opened:
        fill(opened, [(WIRE, 0), (LATE, 1), (BARE, 2)])
        yield opened


def _grade(store: Store, subject: str, grade: str, minute: int, since: date | None = None) -> Judgement:
    made = graded(store.view(), subject, grade, since, Reason("why", "Ada", at(minute))).past[0].judgement
    with store.writer() as writer:
        writer.judge(made)
    return made


def _undo(store: Store, judgement: Judgement, minute: int) -> None:
    (made, *_), _ = taken_back(store.view(), judgement.id, Reason("hasty", "Ada", at(minute)))
    with store.writer() as writer:
        writer.judge(made)


def _chain(store: Store, claim: str, known: Grading | None = None) -> list[tuple[str, str | None]]:
    beside = (known or grading(store.view())).beside(store.view().claim(claim))
    return [(one.name, one.grade.value if one.grade else None) for one in beside.sources]


def _of_claim(store: Store, claim: str) -> str | None:
    grade = grading(store.view()).beside(store.view().claim(claim)).claim
    return grade.value if grade else None


QUOTED, OWN = (claim.id for claim in WIRE.claims)
LATER, UNDATED = LATE.claims[0].id, BARE.claims[0].id


def test_nothing_is_graded_by_itself(store: Store) -> None:
    """No grade is not F and not 6: there is none."""
    assert _chain(store, QUOTED) == [("Lumen Party", None), ("Bay Radio", None), ("Harbour Wire", None)]
    assert _of_claim(store, QUOTED) is None


def test_each_link_has_its_own(store: Store) -> None:
    """Innermost first, the outlet last; nothing is made of them together, and other links stay ungraded."""
    _grade(store, "Bay Radio", "D", 5)
    _grade(store, "harbour wire", "b", 6)
    assert _chain(store, QUOTED) == [("Lumen Party", None), ("Bay Radio", "D"), ("Harbour Wire", "B")]
    assert _chain(store, OWN) == [("Harbour Wire", "B")]
    assert _chain(store, LATER) == [("Orvand Post", None), ("The Harbour Wire", "B")]


def test_a_grade_follows_what_is_one(store: Store) -> None:
    """A source that somebody judged to be the same has the grade under its other name too."""
    _grade(store, "Bay Radio", "D", 5)
    made = compared(store.view(), ("Orvand Post", "Bay Radio"), Verdict.SAME, Reason("One mast.", "Ada", at(7)))
    with store.writer() as writer:
        writer.judge(made.judgement)
    assert _chain(store, LATER)[0] == ("Orvand Post", "D")


def test_from_a_day_on(store: Store) -> None:
    """What was published before has the earlier grade; what has no day only one that holds for every day."""
    _grade(store, "Harbour Wire", "B", 5)
    _grade(store, "Harbour Wire", "D", 6, since=date(2020, 6, 1))
    _grade(store, "Lumen Party", "E", 7, since=date(2019, 1, 1))
    assert _chain(store, OWN) == [("Harbour Wire", "B")]
    assert _chain(store, LATER)[-1] == ("The Harbour Wire", "D")
    assert _chain(store, QUOTED)[0] == ("Lumen Party", "E")
    assert _chain(store, UNDATED) == [("Lumen Party", None)]


def test_the_one_entered_last_holds(store: Store) -> None:
    """Of several that hold on a day; when it is taken back, the earlier one does again."""
    _grade(store, "Harbour Wire", "D", 5, since=date(2020, 1, 1))
    last = _grade(store, "Harbour Wire", "A", 6)
    assert _chain(store, OWN) == [("Harbour Wire", "A")]
    _undo(store, last, 7)
    assert _chain(store, OWN) == [("Harbour Wire", "D")]
    assert _chain(store, OWN, grading(store.view(at(6)))) == [("Harbour Wire", "A")]
    assert _chain(store, OWN, grading(store.view(at(4)))) == [("Harbour Wire", None)]


def test_of_a_claim(store: Store) -> None:
    """Apart from its sources, and apart from its review."""
    _grade(store, QUOTED[:9], "2", 5)
    assert _of_claim(store, QUOTED) == "2"
    assert _of_claim(store, OWN) is None
    assert {value for _, value in _chain(store, QUOTED)} == {None}
    review = Judgement((QUOTED,), Verdict.REJECT, "why", "Ben", at(9))
    with store.writer() as writer:
        writer.judge(review)
    assert _of_claim(store, QUOTED) == "2"


def test_grades_touch_no_claim_and_no_order(store: Store) -> None:
    """The ledger answers as before."""
    before, listed = everything(store.view()), find(store.view(), ClaimQuery())
    for minute, (subject, grade) in enumerate([("Harbour Wire", "E"), ("Lumen Party", "A"), (QUOTED, "6")], 5):
        _grade(store, subject, grade, minute)
    assert (everything(store.view()), find(store.view(), ClaimQuery())) == (before, listed)

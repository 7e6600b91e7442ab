"""Reviews: which one stands, and when reviewers disagree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import UNREVIEWED, Past, Review, State

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _one(verdict: Verdict, author: str, minutes: int, data: dict[str, Any] | None = None) -> Judgement:
    return Judgement(("c1",), verdict, "why", author, NOON + timedelta(minutes=minutes), data=data)


def _review(*said: Judgement) -> Review:
    return Review(tuple(map(Past, said)))


def test_nobody_looked() -> None:
    """No state is made up, and nobody is named."""
    assert UNREVIEWED.state is State.UNREVIEWED
    assert (UNREVIEWED.author, UNREVIEWED.recorded, UNREVIEWED.because, UNREVIEWED.correction) == (None,) * 4
    assert not UNREVIEWED.is_disputed


@pytest.mark.parametrize(
    ("verdict", "state"),
    [(Verdict.ACCEPT, State.ACCEPTED), (Verdict.REJECT, State.REJECTED), (Verdict.EDIT, State.EDITED)],
)
def test_the_later_stands(verdict: Verdict, state: State) -> None:
    """Whoever made it; both stay in the history."""
    review = _review(_one(Verdict.ACCEPT, "Ada", 0), _one(verdict, "Ben", 1, {"time": None}))
    assert (review.state, review.author, review.recorded) == (state, "Ben", NOON + timedelta(minutes=1))
    assert [past.judgement.author for past in review.history] == ["Ada", "Ben"]


def test_what_was_taken_back_does_not_count() -> None:
    """The earlier one holds again; with all taken back nobody looked, and the history remains."""
    first, second = _one(Verdict.ACCEPT, "Ada", 0), _one(Verdict.REJECT, "Ben", 1)
    undo = Judgement((second.id,), Verdict.UNDO, "hasty", "Ben", NOON + timedelta(minutes=2))
    assert Review((Past(first), Past(second, undo))).state is State.ACCEPTED
    alone = Review((Past(second, undo),))
    assert (alone.state, len(alone.history)) == (State.UNREVIEWED, 1)


def test_a_correction_is_of_the_edit_that_stands() -> None:
    """An edit has one; once somebody accepts the claim as read, none is left."""
    edit = _one(Verdict.EDIT, "Ada", 0, {"time": "2020"})
    assert _review(edit).correction == {"time": "2020"}
    assert _review(edit, _one(Verdict.ACCEPT, "Ben", 1)).correction is None


def test_two_at_one_moment() -> None:
    """The one with the greater id stands, so that the order of arrival does not matter."""
    one, other = _one(Verdict.ACCEPT, "Ada", 0), _one(Verdict.REJECT, "Ben", 0)
    last = max(one, other, key=lambda judgement: judgement.id)
    assert _review(one, other).judgement == _review(other, one).judgement == last


@pytest.mark.parametrize(
    ("said", "is_disputed"),
    [
        ("", False),
        ("A+", False),
        ("A+ A-", False),
        ("A+ B+", False),
        ("A+ B-", True),
        ("A+ B- A-", False),
        ("A+ B- C-", False),
        ("A+ B- C- D+", True),
        ("A+ B- B-", True),
    ],
)
def test_disagreement(said: str, is_disputed: bool) -> None:  # noqa: FBT001 - a column of the table
    """Each reviewer's last word counts once; a majority settles it."""
    verdicts = {"+": Verdict.ACCEPT, "-": Verdict.REJECT}
    review = _review(*(_one(verdicts[one[1]], one[0], minute) for minute, one in enumerate(said.split())))
    assert review.is_disputed is is_disputed


def test_two_corrections_differ() -> None:
    """Two edits are one answer only when they correct the same."""
    nine, ten = {"time": "2009"}, {"time": "2010"}
    assert not _review(_one(Verdict.EDIT, "A", 0, nine), _one(Verdict.EDIT, "B", 1, nine)).is_disputed
    assert _review(_one(Verdict.EDIT, "A", 0, nine), _one(Verdict.EDIT, "B", 1, ten)).is_disputed

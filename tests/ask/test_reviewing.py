"""Reviews as a view has them: which stands, what was taken back, which claims pass."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.samples import Said, at, everything, fill, report

from tacitus.ask.entity import DocumentFile, EntityFile, show
from tacitus.ask.judging import Reason, taken_back
from tacitus.ask.query import ClaimQuery, find
from tacitus.ask.reviewing import among, judged, reviewed, reviews
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.filter import EVERYTHING, ClaimFilter
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import UNREVIEWED, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tacitus.ledger.contract import Store

REPORT = report(
    "wire",
    Said("Tide Front", "Dura", "capture", time="2020-01-02"),
    Said("Tide Front", "fishermen", "attack", killed=3),
    Said("Bay Army", "Dura", "withdrawal"),
    outlet="Harbour Wire",
)
FIRST, SECOND, THIRD = (claim.id for claim in REPORT.claims)


@pytest.fixture
def store() -> Iterator[Store]:
    """Yield a ledger with one report of three claims."""
    with closing(MemoryStore()) as opened:
        fill(opened, [(REPORT, 0)])
        yield opened


def _say(store: Store, claim: str, verdict: Verdict, minute: int, **more: Any) -> Judgement:  # noqa: ANN401 - settings
    reason = Reason(more.get("because", "Read beside the report."), more.get("author", "Ada"), at(minute))
    made = judged(store.view().claim(claim), verdict, more.get("settings", ()), reason)
    with store.writer() as writer:
        writer.judge(made)
    return made


def _undo(store: Store, id_: str, minute: int) -> Judgement:
    (made, *_), _ = taken_back(store.view(), id_, Reason("hasty", "Ada", at(minute)))
    with store.writer() as writer:
        writer.judge(made)
    return made


def _states(store: Store, moment: datetime | None = None) -> dict[str, State]:
    return {claim: review.state for claim, review in reviews(store.view(moment)).items()}


def test_a_claim_is_accepted_and_stays_as_it_is(store: Store) -> None:
    """The judgement has author, moment and reason; nothing of the claim changes."""
    before = everything(store.view())
    made = _say(store, FIRST, Verdict.ACCEPT, 5)
    row, review = reviewed(store.view(), FIRST[:7])
    assert (row.claim.id, review.state, review.judgement) == (FIRST, State.ACCEPTED, made)
    assert (review.author, review.because, review.recorded) == ("Ada", "Read beside the report.", at(5))
    assert everything(store.view()) == before
    assert reviewed(store.view(), SECOND).review == UNREVIEWED


def test_a_correction_is_kept_beside_the_claim(store: Store) -> None:
    """With what it corrects."""
    _say(store, SECOND, Verdict.EDIT, 5, settings=["killed=9..12"])
    review = reviews(store.view())[SECOND]
    assert review.correction == {"args": {"killed": [{"min": 9, "max": 12}]}}
    assert review.state is State.EDITED


def test_two_reviewers(store: Store) -> None:
    """The later judgement stands; both are in the history."""
    one = _say(store, FIRST, Verdict.ACCEPT, 5)
    other = _say(store, FIRST, Verdict.REJECT, 6, author="Ben", because="Another town.")
    review = reviews(store.view())[FIRST]
    assert (review.state, review.author) == (State.REJECTED, "Ben")
    assert [past.judgement for past in review.history] == [one, other]
    assert review.is_disputed


def test_taken_back(store: Store) -> None:
    """The earlier one holds again; the history tells who took the later one back; an undoing is undone too."""
    _say(store, FIRST, Verdict.ACCEPT, 5)
    later = _say(store, FIRST, Verdict.REJECT, 6, author="Ben")
    undo = _undo(store, later.id, 7)
    review = reviews(store.view())[FIRST]
    assert review.state is State.ACCEPTED
    assert [past.taken_back for past in review.history] == [None, undo]
    _undo(store, undo.id, 8)
    assert reviews(store.view(), [FIRST])[FIRST].state is State.REJECTED
    assert taken_back(store.view(), later.id, Reason("again", "Ada", at(9)))[1] == "reject: Read beside the report."


def test_as_it_was_then(store: Store) -> None:
    """A view of an earlier moment knows the reviews of then, also one that was taken back later."""
    made = _say(store, FIRST, Verdict.ACCEPT, 5)
    _undo(store, made.id, 7)
    assert _states(store, at(4)) == {}
    assert _states(store, at(6)) == {FIRST: State.ACCEPTED}
    assert _states(store) == {FIRST: State.UNREVIEWED}


def test_one_question_for_many_claims(store: Store) -> None:
    """All at once, or those of some claims; the answers are the same. No claims, no question."""
    _say(store, FIRST, Verdict.ACCEPT, 5)
    _undo(store, _say(store, SECOND, Verdict.REJECT, 6).id, 7)
    every = reviews(store.view())
    assert reviews(store.view(), {FIRST, SECOND, THIRD}) == every
    assert reviews(store.view(), {SECOND}) == {SECOND: every[SECOND]}
    assert reviews(store.view(), set()) == {}


def test_other_judgements_are_no_reviews(store: Store) -> None:
    """A grade of the same claim changes nothing of its review."""
    _say(store, FIRST, Verdict.ACCEPT, 5)
    grade = Judgement((FIRST,), Verdict.GRADE, "why", "Ben", at(9), data={"credibility": "5"})
    with store.writer() as writer:
        writer.judge(grade)
    assert reviews(store.view())[FIRST].state is State.ACCEPTED
    assert len(reviews(store.view())[FIRST].history) == 1


@pytest.fixture
def looked_at(store: Store) -> Store:
    """Return the ledger with one claim accepted, one corrected, and a rejection taken back."""
    _say(store, FIRST, Verdict.ACCEPT, 5)
    _say(store, SECOND, Verdict.EDIT, 5, settings=["certainty=alleged"])
    _undo(store, _say(store, THIRD, Verdict.REJECT, 6).id, 7)
    return store


WANTED = [
    (State.ACCEPTED, {FIRST}),
    (State.EDITED, {SECOND}),
    (State.REJECTED, set[str]()),
    (State.UNREVIEWED, {THIRD}),
    (None, {FIRST, SECOND, THIRD}),
]


@pytest.mark.parametrize(("state", "wanted"), WANTED)
def test_filter(looked_at: Store, state: State | None, wanted: set[str]) -> None:
    """Lists, entities and documents show the claims in a state alone; a claim by its id is shown all the same."""
    view = looked_at.view()
    assert {row.claim.id for row in find(view, ClaimQuery(review=state)).claims} == wanted
    document, front = show(view, "wire", review=state), show(view, "Tide Front", review=state)
    assert isinstance(document, DocumentFile)
    assert isinstance(front, EntityFile)
    assert {row.claim.id for row in document.claims} == wanted
    assert {row.claim.id for row in front.claims} == wanted - {THIRD}
    assert show(view, THIRD, review=state) == view.claim(THIRD)


def test_filter_of_a_filter(looked_at: Store) -> None:
    """What was left out before stays out."""
    view = looked_at.view()
    assert among(view, EVERYTHING, None) is EVERYTHING
    narrow = among(view, ClaimFilter(ids=frozenset({SECOND, THIRD}), without=frozenset({THIRD})), State.UNREVIEWED)
    assert view.claims(narrow) == ()
    assert among(view, ClaimFilter(ids=frozenset({THIRD})), State.ACCEPTED).ids == frozenset()


def test_calls_that_mean_nothing(store: Store) -> None:
    """No such claim, a claim that several ids begin like, one of later; a correction with the wrong verdict."""
    with pytest.raises(NotRecordedError):
        reviewed(store.view(), "c000000000000000f")
    with pytest.raises(InvalidValueError):
        reviewed(store.view(), "wire")
    with pytest.raises(NotRecordedError, match="published on 2020-01-04"):
        reviewed(store.view(), FIRST, date(2020, 1, 3))
    with pytest.raises(InvalidValueError, match="with the verdict edit alone"):
        _say(store, FIRST, Verdict.ACCEPT, 5, settings=["killed=1"])
    with pytest.raises(InvalidValueError, match="--set"):
        _say(store, FIRST, Verdict.EDIT, 5)
    assert reviews(store.view()) == {}


STEPS = st.lists(
    st.tuples(st.sampled_from("ar"), st.sampled_from((FIRST, SECOND)), st.sampled_from("AB"))
    | st.tuples(st.just("u"), st.integers(0, 9), st.just("A")),
    max_size=14,
)


@given(STEPS)
def test_replayed(steps: list[tuple[str, Any, str]]) -> None:
    """Whatever is said and taken back: the state is that of the last review that nothing undoes, by a plain model."""
    with closing(MemoryStore()) as store:
        fill(store, [(REPORT, 0)])
        made: list[Judgement] = []
        gone: set[int] = set()
        for minute, (what, target, author) in enumerate(steps, 1):
            if what != "u":
                verdict = Verdict.ACCEPT if what == "a" else Verdict.REJECT
                made.append(_say(store, target, verdict, minute, author=author))
            elif target < len(made) and target not in gone:
                _undo(store, made[target].id, minute)
                gone.add(target)
        states: dict[str, State] = {}
        for number, one in enumerate(made):
            if number not in gone:
                states[one.subject[0]] = State.ACCEPTED if one.verdict is Verdict.ACCEPT else State.REJECTED
        found = {claim: state for claim, state in _states(store).items() if state is not State.UNREVIEWED}
        assert found == states
        kept = [past.judgement for review in reviews(store.view()).values() for past in review.history]
        assert sorted(one.id for one in kept) == sorted(one.id for one in made)

"""What a store searches by changes no answer: the same claims as when each is looked at."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ask.where.drawn import NARROW, checks, conditions, every_check
from tests.ask.where.samples import view
from tests.ledger.samples import Said, at, fill, histories, report

from tacitus.ask import query as asked
from tacitus.ask.query import ClaimQuery, Found, find
from tacitus.ask.where.holding import Setting, holds
from tacitus.ask.where.narrowing import narrowed
from tacitus.ask.where.parse import read
from tacitus.ask.where.tree import And, Condition
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.filter import EVERYTHING
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.memory_view import MemoryView
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.ontology import Certainty
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store, View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.reading import Reading

SAMPLES = view()
_WORDS = ("attack", "capture")
_TIMES = ("2020-01-02", "2020-01", "2020-01-02/..", "XXXX-01-02", None, "../2020-01-03", "2019")
_SAID = [
    Said(actor, target, type_, time, source, certainty, killed if type_ == "attack" else None)
    for (actor, target), type_, time, source, certainty, killed in zip(
        (("TF = Tide Front", "Dura"), ("North Guard", "Dura"), ("Tide Front", "fishermen")) * 5,
        _WORDS * 8,
        _TIMES * 3,
        ((), ("North Guard",), (), ("Tide Front", "North Guard")) * 4,
        (Certainty.STATED, Certainty.STATED, Certainty.DENIED) * 5,
        (None, 3, 0, None, 9) * 3,
        strict=False,
    )
]
#: Five reports of three claims each, one of them without a day.
FULL = [
    (report(id_, *_SAID[n * 3 : n * 3 + 3], published=published, outlet=outlet), n)
    for n, (id_, published, outlet) in enumerate(
        (
            ("north", date(2020, 1, 3), "Harbour Wire"),
            ("south", None, "Tide Front"),
            ("west", date(2020, 1, 2), None),
            ("east", date(2020, 1, 5), "Wire"),
            ("centre", date(2019, 12, 31), "Harbour Wire"),
        )
    )
]
_queries = st.builds(
    ClaimQuery,
    certainty=st.none() | st.just("stated"),
    type=st.none() | st.just("attack"),
    since=st.none() | st.just(date(2020, 1, 2)),
    as_of=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 5)),
    limit=st.none() | st.integers(1, 3),
    skip=st.integers(0, 2),
    min_confidence=st.none() | st.just(0.5),
)
#: Many checks that must all hold narrow most.
_conditions = conditions | st.lists(checks(), min_size=1, max_size=3).map(lambda parts: And(tuple(parts)))


def _one_by_one(view: View, query: ClaimQuery, states: dict[str, str]) -> Found:
    """Return the answer to a query with its condition put to each claim that passes the rest."""
    assert query.where is not None
    passes = holds(query.where, Setting(view, query.as_of, states))
    every = find(view, replace(query, where=None, limit=None, skip=0)).claims
    rows = [row for row in every if passes(row)]
    last = None if query.limit is None else query.skip + query.limit
    has_more = last is not None and len(rows) > last
    if query.as_of is None:
        return Found(tuple(rows[query.skip : last]), 0, has_more)
    ever = find(view, replace(query, where=None, limit=None, skip=0, as_of=None)).claims
    undated = {row.document.id for row in ever if row.published is None and passes(row)}
    return Found(tuple(rows[query.skip : last]), len(undated), has_more)


def _states(rows: tuple[ClaimRow, ...]) -> dict[str, str]:
    """Return some states of review: every other claim accepted, every third rejected."""
    return {row.claim.id: "rejected" if i % 3 else "accepted" for i, row in enumerate(rows) if i % 2}


def _answer(view: View, query: ClaimQuery, states: dict[str, str], *, is_narrowed: bool) -> Found | str:
    try:
        return find(view, query, states) if is_narrowed else _one_by_one(view, query, states)
    except NotRecordedError as error:
        return str(error)


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Yield a view of reports in which most of what is drawn is found, dated and not."""
    path = tmp_path_factory.mktemp("where") / "t.db"
    store: Store = MemoryStore() if request.param == "memory" else SqliteStore(path)
    with closing(store):
        fill(store, FULL)
        assert len(list(resolve(store, lambda: at(9)))) == len(FULL)
        yield store.view()


@pytest.mark.parametrize("as_of", [None, date(2020, 1, 3)])
def test_each_check_by_itself(full: View, as_of: date | None) -> None:
    """Every field compared in every way with every value; of SQL those fields alone that it can search by."""
    states, is_sql = _states(full.claims()), not isinstance(full, MemoryView)
    wrong = [
        str(check)
        for check in every_check()
        if not (is_sql and check.field not in NARROW)
        and (query := ClaimQuery(as_of=as_of, where=check))
        and _answer(full, query, states, is_narrowed=True) != _answer(full, query, states, is_narrowed=False)
    ]
    assert not wrong


def test_ids(full: View) -> None:
    """Several conditions on ids narrow together."""
    one, two, three, four = (row.claim.id for row in full.claims()[:4])
    condition = read(f"id in ({one}, {two}, {three}) and id in ({two}, {three}, {four}) and id != {three}")
    found = find(full, ClaimQuery(where=condition))
    assert [row.claim.id for row in found.claims] == [two]
    none = find(full, ClaimQuery(where=read(f"id = {one} and id = {two}")))
    assert none.claims == ()
    assert len(find(full, ClaimQuery(where=read(f"id != {one} and id != {two}"))).claims) == len(full.claims()) - 2


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_conditions, _queries)
def test_the_same_either_way(full: View, condition: Condition, query: ClaimQuery) -> None:
    """The same claims in the same order, and the same number left out; page by page too."""
    wanted, states = replace(query, where=condition), _states(full.claims())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asked, "_FIRST", 1)
        assert _answer(full, wanted, states, is_narrowed=True) == _answer(full, wanted, states, is_narrowed=False)


@given(histories, _conditions, _queries)
def test_the_same_in_any_ledger(history: list[tuple[Reading, int]], condition: Condition, query: ClaimQuery) -> None:
    """Whatever it holds; the same names are refused where it does not have them."""
    with closing(MemoryStore()) as store:
        fill(store, history)
        view, wanted = store.view(), replace(query, where=condition)
        states = _states(view.claims())
        assert _answer(view, wanted, states, is_narrowed=True) == _answer(view, wanted, states, is_narrowed=False)


def test_most_checks_find_some() -> None:
    """The tests above are worth something: many checks hold for some claims and not for others."""
    store = MemoryStore()
    fill(store, FULL)
    full = store.view()
    states = _states(full.claims())
    answers = [_answer(full, ClaimQuery(where=check), states, is_narrowed=True) for check in every_check()]
    counts = [0 if isinstance(answer, str) else len(answer.claims) for answer in answers]
    assert sum(0 < count < len(full.claims()) for count in counts) > len(counts) / 4


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("type = airstrike", None),
        ("certainty = denied and document = denial and about = Dura and source = 'coast guard'", None),
        ("time in 2019-08 and confidence >= 0.5", None),
        ("time > 2019-08-05 and time <= 2019-09", None),
        ("may time < 2019-08", None),
        ("published <= 2019-09-03 and id != c0000000000000000", None),
        ("published = 2019-09-03", "published = 2019-09-03"),
        ("must time in 2019-08", "must time in (2019-08)"),
        ("actor = Dura", "actor = Dura"),
        ("about = Dura and about = fishermen", "about = fishermen"),
        ("type = talks and type = aid", "type = aid"),
        ("type = talks or type = aid", "type = talks or type = aid"),
        ("type = talks and not type = aid and killed > 3", "not type = aid and killed > 3"),
    ],
)
def test_what_is_left(text: str, rest: str | None) -> None:
    """What a filter says whole is not asked again; what it says in part, or not at all, is."""
    found = narrowed(read(text), EVERYTHING, Setting(SAMPLES))
    assert (str(found.rest) if found.rest else None) == rest


@pytest.mark.parametrize("text", ["actor = Dura", "must time in 2019-08", "published in 2019", "confidence > 0.5"])
def test_what_is_said_in_part_narrows(text: str) -> None:
    """A store then reads fewer claims."""
    assert narrowed(read(text), EVERYTHING, Setting(SAMPLES)).filter != EVERYTHING

"""Properties of every store, over drawn histories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.samples import START, at, everything, fill, histories

from tacitus.ledger.clock import end_of_day
from tacitus.ledger.contract import Outcome, Store
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.memory import MemoryStore
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tacitus.model.reading import Reading

MOMENTS = [None, *map(at, range(-1, 5)), end_of_day(START.date())]

_keys = st.frozensets(st.sampled_from(["tide front", "tf", "dura", "fishermen", "harbour wire"]), max_size=2)
_days = st.dates(START.date().replace(2019, 12, 30), START.date().replace(2020, 1, 6))
filters = st.builds(
    ClaimFilter,
    type=st.none() | st.sampled_from(["attack", "capture"]),
    certainty=st.none() | st.just(Certainty.DENIED),
    about=st.none() | _keys,
    source=st.none() | _keys,
    since=st.none() | _days,
    until=st.none() | _days,
    as_of=st.none() | _days,
    document=st.none() | st.sampled_from(["north", "south"]),
    limit=st.none() | st.integers(1, 3),
)


@settings(max_examples=40, deadline=None)
@given(history=histories, wanted=st.lists(filters, min_size=1, max_size=4))
def test_every_store_shows_the_same(
    fresh: Callable[[], AbstractContextManager[Store]], history: list[tuple[Reading, int]], wanted: list[ClaimFilter]
) -> None:
    """The store in memory is the plain statement of what all others do, at every moment of the record clock."""
    plain = MemoryStore()
    with fresh() as store:
        assert fill(store, history) == fill(plain, history)
        for moment in MOMENTS:
            ours, theirs = store.view(moment), plain.view(moment)
            assert everything(ours) == everything(theirs)
            for one in wanted:
                assert ours.claims(one) == theirs.claims(one)
                assert ours.undated(one) == theirs.undated(one)


@settings(max_examples=25, deadline=None)
@given(history=histories, data=st.data())
def test_order_of_arrival_does_not_matter(
    fresh: Callable[[], AbstractContextManager[Store]], history: list[tuple[Reading, int]], data: st.DataObject
) -> None:
    """Where each reading is recorded at one moment, equal moments included, only the moments count."""
    once = list({reading.id: (reading, minute) for reading, minute in history}.values())
    with fresh() as first, fresh() as second:
        fill(first, once)
        fill(second, data.draw(st.permutations(once)))
        for moment in MOMENTS:
            assert everything(first.view(moment)) == everything(second.view(moment))


@settings(max_examples=20, deadline=None)
@given(history=histories)
def test_replaying_a_history_adds_nothing(
    fresh: Callable[[], AbstractContextManager[Store]], history: list[tuple[Reading, int]]
) -> None:
    """The same entries in order of their moments, one a moment, are all there already."""
    ordered = [(reading, minute) for minute, (reading, _) in enumerate(history)]
    with fresh() as store:
        fill(store, ordered)
        before = [everything(store.view(moment)) for moment in MOMENTS]
        assert set(fill(store, ordered)) <= {Outcome.SAME}
        assert [everything(store.view(moment)) for moment in MOMENTS] == before


@settings(max_examples=20, deadline=None)
@given(history=histories, later=histories)
def test_later_entries_do_not_change_an_earlier_view(
    fresh: Callable[[], AbstractContextManager[Store]],
    history: list[tuple[Reading, int]],
    later: list[tuple[Reading, int]],
) -> None:
    """What was known by a moment stays so, whatever is recorded after it."""
    with fresh() as store:
        fill(store, history)
        before = everything(store.view(at(4)))
        fill(store, [(reading, minute + 5) for reading, minute in later])
        assert everything(store.view(at(4))) == before


@settings(max_examples=20, deadline=None)
@given(history=histories)
def test_each_document_shows_its_last_reading(
    fresh: Callable[[], AbstractContextManager[Store]], history: list[tuple[Reading, int]]
) -> None:
    """One reading of each document, and every claim comes from it."""
    with fresh() as store:
        fill(store, history)
        documents = store.view().documents()
        assert sorted(d.id for d in documents) == sorted({reading.document.id for reading, _ in history})
        assert {row.document.reading for row in store.view().claims()} <= {d.reading for d in documents}

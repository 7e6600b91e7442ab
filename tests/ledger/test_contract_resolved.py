"""What every store must do with findings of resolution, judgements and alias lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, everything, fill, report

from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.records import Record, key_of, records

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store
    from tacitus.model.reading import Reading

ONE = report("one", Said("Tide Front = TF", "Dura", "capture"), published=date(2020, 1, 4))
TWO = report("two", Said("TF", "Port Salem"), Said("Bay Army", "Dura"), published=date(2020, 1, 3))
#: The first report, read anew.
AGAIN = replace(ONE, reader="r@2")
SAME = Judgement((key_of("one", "TF"), key_of("two", "TF")), Verdict.SAME, "Same acronym.", "entities@1", at(3), 0.99)
LIST = AliasListRow("mine", "mine.csv", "A. Reader", at(4), ({"names": ["Tide Front", "TF"]},))


def _found(reading: Reading, version: str = "v@1") -> Findings:
    return Findings(reading.id, version, records(reading), ({"id": f"of {reading.document.id}", "types": ["raid"]},))


def _names(found: tuple[Record, ...]) -> list[tuple[str, ...]]:
    return [record.names for record in found]


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with two reports, one of them resolved."""
    fill(store, [(ONE, 0), (TWO, 1)])
    with store.writer() as writer:
        assert writer.resolve(_found(ONE), [SAME], at(3))
    return store


def test_what_waits_for_resolution(filled: Store) -> None:
    """Readings of which this version has made nothing; a newer version begins again."""
    view = filled.view()
    assert view.unresolved("v@1") == (TWO.id,)
    assert view.unresolved("v@2") == (TWO.id, ONE.id)
    assert filled.view(at(2)).unresolved("v@1") == (TWO.id, ONE.id)


def test_findings_come_back(filled: Store) -> None:
    """Records by document and order, or by key; happenings as they were given."""
    with filled.writer() as writer:
        assert writer.resolve(_found(TWO), [], at(5))
        assert not writer.resolve(_found(TWO), [], at(6))
    view = filled.view()
    assert view.records() == (*records(TWO), *records(ONE))
    assert view.records([key_of("one", "tf")]) == records(ONE)[:1]
    assert view.records([]) == ()
    assert [h["id"] for h in view.happenings()] == ["of two", "of one"]
    assert filled.view(at(4)).records() == records(ONE)


def test_the_latest_findings_of_the_shown_reading_are_shown(filled: Store) -> None:
    """A newer version takes the place of the older; a superseded reading shows none."""
    with filled.writer() as writer:
        writer.resolve(replace(_found(ONE, "v@2"), records=()), [], at(7))
    assert filled.view().records() == ()
    assert _names(filled.view(at(6)).records()) == [("Tide Front", "TF"), ("Dura",)]
    fill(filled, [(AGAIN, 8)])
    assert filled.view().happenings() == ()
    assert AGAIN.id in filled.view().unresolved("v@2")


def test_findings_of_an_unknown_reading_are_refused(store: Store) -> None:
    """Nothing is entered, the judgements neither."""
    with store.writer() as writer, pytest.raises(NotRecordedError, match="reading"):
        writer.resolve(_found(ONE), [SAME], at(1))
    assert store.view().judgements() == ()


def test_judgements_are_kept_once_and_never_go(filled: Store) -> None:
    """By moment; an undone one stays beside what undoes it."""
    undo = Judgement((SAME.id,), Verdict.UNDO, "They are two.", "A. Reader", at(5))
    with filled.writer() as writer:
        for judgement in (undo, SAME, undo):
            writer.judge(judgement)
    assert filled.view().judgements() == (SAME, undo)
    assert filled.view().judgements([key_of("two", "TF")]) == (SAME,)
    assert filled.view().judgements([SAME.id]) == (undo,)
    assert filled.view(at(4)).judgements() == (SAME,)


def test_alias_lists(filled: Store) -> None:
    """Once each, with their entries in order."""
    with filled.writer() as writer:
        assert writer.bring(LIST)
        assert not writer.bring(LIST)
    assert filled.view().alias_lists() == (LIST,)
    assert filled.view(at(3)).alias_lists() == ()


def test_claims_of_certain_entities(filled: Store) -> None:
    """By document and entity, in arguments and sources; names do not count."""
    wanted = ClaimFilter(who=frozenset({("one", "e1"), ("two", "e3")}))
    found = filled.view().claims(wanted)
    assert [(row.document.id, row.claim.type) for row in found] == [("two", "attack"), ("one", "capture")]
    assert filled.view().claims(ClaimFilter(who=frozenset())) == ()


def test_resolution_changes_no_claim(store: Store) -> None:
    """All that a view shows of readings is as before."""
    fill(store, [(ONE, 0), (TWO, 1)])
    before = everything(store.view())
    with store.writer() as writer:
        writer.resolve(_found(ONE), [SAME], at(3))
        writer.resolve(_found(TWO), [], at(4))
        writer.bring(LIST)
    assert everything(store.view()) == before


def test_happenings_of_some_documents(filled: Store) -> None:
    """In the same order; of a document that is not there none."""
    with filled.writer() as writer:
        writer.resolve(_found(TWO), [], at(5))
    view = filled.view()
    assert [h["id"] for h in view.happenings({"one"})] == ["of one"]
    assert view.happenings({"two", "one", "none"}) == view.happenings()
    assert view.happenings(set()) == ()


def test_a_few_of_those_that_wait(store: Store) -> None:
    """As many as were asked for, of those that wait and are shown."""
    fill(store, [(ONE, 0), (TWO, 1)])
    view = store.view()
    assert len(view.unresolved("v@1", 1)) == 1
    assert set(view.unresolved("v@1", 5)) == {ONE.id, TWO.id}
    assert store.view(at(0)).unresolved("v@1", 5) == (ONE.id,)

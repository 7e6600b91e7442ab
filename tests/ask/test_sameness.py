"""Which entities a view takes for one: as of a day, as known by a moment, resolved or not."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask import sameness
from tacitus.ask.query import ClaimQuery, find
from tacitus.ask.sameness import VERSION, Sameness
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.records import key_of
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store
    from tacitus.resolve.clusters import Cluster


def _names(clusters: tuple[Cluster, ...]) -> set[tuple[str, ...]]:
    return {tuple(sorted(cluster.names)) for cluster in clusters}


def test_an_old_ledger_answers_like_one_that_is_resolved(store: Store) -> None:
    """What nobody has resolved is resolved for the answer, and nothing is written."""
    before = _names(Sameness(store.view()).every())
    assert store.view().judgements() == ()
    assert len(Sameness(store.view()).pending) == 4
    list(resolve(store, lambda: at(9)))
    assert Sameness(store.view()).pending == ()
    assert _names(Sameness(store.view()).every()) == before
    assert store.view().judgements() != ()
    assert store.view().unresolved(VERSION) == ()


def test_resolving_again_adds_nothing(store: Store) -> None:
    """However often."""
    list(resolve(store, lambda: at(9)))
    judged = store.view().judgements()
    assert list(resolve(store, lambda: at(10))) == []
    assert store.view().judgements() == judged


def test_a_cluster_is_found_from_any_of_its_keys(store: Store) -> None:
    """Resolved or not, the same whole cluster."""
    keys = {key_of("later", "sons of the tide")}
    fresh = Sameness(store.view()).around(keys)
    list(resolve(store, lambda: at(9)))
    assert Sameness(store.view()).around(keys) == fresh
    assert _names(fresh) == {("Sons of the Tide", "TF", "Tide Front")}
    assert Sameness(store.view()).around({"n0000000000000000"}) == ()


def test_judgements_hold_from_when_they_were_made(store: Store) -> None:
    """An earlier view does not know them, and does not know what took them back."""
    list(resolve(store, lambda: at(9)))
    pair = sorted((key_of("note", "North Guard"), key_of("wire", "Tide Front")))
    same = Judgement((pair[0], pair[1]), Verdict.SAME, "One command.", "A. Reader", at(20))
    undo = Judgement((same.id,), Verdict.UNDO, "Not so.", "A. Reader", at(30))
    with store.writer() as writer:
        writer.judge(same)
        writer.judge(undo)
    joined = ("North Guard", "Sons of the Tide", "TF", "Tide Front")
    known = [joined in _names(Sameness(store.view(at(m))).around({pair[0]})) for m in (19, 20, 29, 30)]
    assert known == [False, True, True, False]


def test_a_newer_reading_keeps_what_people_judged(store: Store) -> None:
    """Keys are of names in documents, and the newer reading has the names too."""
    list(resolve(store, lambda: at(9)))
    pair = sorted((key_of("note", "North Guard"), key_of("wire", "Tide Front")))
    with store.writer() as writer:
        writer.judge(Judgement((pair[0], pair[1]), Verdict.SAME, "One command.", "A. Reader", at(20)))
    fill(store, [(report("wire", Said("Dockers", "Dura"), Said("TF = Tide Front", "Dura")), 30)])
    list(resolve(store, lambda: at(31)))
    assert ("North Guard", "Sons of the Tide", "TF", "Tide Front") in _names(Sameness(store.view()).every())


@pytest.mark.parametrize("resolved", [0, 1])
def test_where_very_many_wait_names_are_followed_by_their_spelling(
    store: Store, monkeypatch: pytest.MonkeyPatch, resolved: int
) -> None:
    """Resolving thousands of reports for one answer would take minutes; all that has the name itself is found."""
    every = ClaimQuery(about="Tide Front")
    whole = {row.claim.id for row in find(store.view(), every).claims}
    list(islice(resolve(store, lambda: at(9)), resolved))
    monkeypatch.setattr(sameness, "_MOST", 1)
    found = find(store.view(), every).claims
    assert Sameness(store.view()).is_behind
    assert {row.document.id for row in found} == {"wire", "note", "undated"}
    assert {row.claim.id for row in found} < whole
    assert not any(Sameness(store.view()).around({key_of("undated", "Tide Front")}))
    monkeypatch.undo()
    assert {row.claim.id for row in find(store.view(), every).claims} == whole

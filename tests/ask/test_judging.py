"""Judgements of people: what they may say of whom, and that all of it can be taken back."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, everything, fill, report

from tacitus.ask.grouping import entities, judged
from tacitus.ask.incidents import every
from tacitus.ask.judging import Reason, compared, taken_back
from tacitus.ask.sameness import Sameness
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.findings import AliasListRow
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.happening import happening_id
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

WHY = Reason("Their statement says so.", "A. Reader", at(50))
#: Twelve reports on eight groups of unlike names.
GROUPS = ("Tide Front", "Bay Army", "Orvand Guard", "Kesh Brigade", "Lumen Party", "Free Dockers", "Marsh Union", "HLA")
REPORTS = [
    report(f"d{i:02}", Said(GROUPS[i % 8], GROUPS[(i * 3 + 1) % 8], "clash"), Said(GROUPS[(i + 5) % 8], "Dura"))
    for i in range(12)
]


@pytest.fixture
def resolved() -> Iterator[Store]:
    """Yield a store with the reports, resolved."""
    with closing(MemoryStore()) as store:
        fill(store, [(one, i) for i, one in enumerate(REPORTS)])
        assert len(list(resolve(store, lambda: at(40)))) == len(REPORTS)
        yield store


def _names(store: Store) -> set[frozenset[str]]:
    return {frozenset(cluster.names) for cluster in entities(store.view())}


def test_rules_join_the_same_names(resolved: Store) -> None:
    """Each group is one over its reports; each judgement names rule and reason."""
    assert _names(resolved) == {frozenset({name}) for name in (*GROUPS, "Dura")}
    made = judged(resolved.view())
    assert made
    assert all(r.judgement.author == "entities@1" and r.judgement.because for r in made)
    assert all(len(set(r.names)) == 1 for r in made)


def test_same_and_undo(resolved: Store) -> None:
    """Two unlike names are one when a person says so, and two again when it is taken back."""
    before = _names(resolved)
    made = compared(resolved.view(), ("Tide Front", "Bay Army"), Verdict.SAME, WHY)
    with resolved.writer() as writer:
        writer.judge(made.judgement)
    assert frozenset({"Tide Front", "Bay Army"}) in _names(resolved)
    assert judged(resolved.view(), "Bay Army")[0].judgement == made.judgement
    (undo, *_), said = taken_back(resolved.view(), made.judgement.id, WHY)
    assert said == "same: Their statement says so."
    with resolved.writer() as writer:
        writer.judge(undo)
    assert _names(resolved) == before
    (again,), _ = taken_back(resolved.view(), undo.id, WHY)
    with resolved.writer() as writer:
        writer.judge(again)
    assert frozenset({"Tide Front", "Bay Army"}) in _names(resolved)


def test_different_parts_what_rules_joined(resolved: Store) -> None:
    """Of two records with one name each has a key; a person's word keeps them apart."""
    cluster = next(c for c in entities(resolved.view(), "Tide Front"))
    one, other = (record.key for record in cluster.records[:2])
    made = compared(resolved.view(), (one, other), Verdict.DIFFERENT, WHY)
    with resolved.writer() as writer:
        writer.judge(made.judgement)
    parts = [c for c in entities(resolved.view()) if c.name == "Tide Front"]
    assert len(parts) == 2
    assert not any({one, other} <= {r.key for r in c.records} for c in parts)


def test_what_cannot_be_judged(resolved: Store) -> None:
    """One entity with itself, nobody, a description, a name that two have, no reason, an author like a rule's."""
    view = resolved.view()
    with pytest.raises(InvalidValueError, match="two entities"):
        compared(view, ("Tide Front", "tide front"), Verdict.SAME, WHY)
    with pytest.raises(NotRecordedError, match="Nearest: Tide Front"):
        compared(view, ("Tied Front", "Dura"), Verdict.SAME, WHY)
    fill(resolved, [(report("more", Said("boatmen", "fishermen")), 60)])
    with pytest.raises(InvalidValueError, match="only a description"):
        compared(resolved.view(), ("fishermen", "Dura"), Verdict.SAME, WHY)
    with pytest.raises(InvalidValueError, match="reason"):
        replace(WHY, because=" ")
    with pytest.raises(InvalidValueError, match="author"):
        replace(WHY, author="entities@1")


def test_what_cannot_be_undone(resolved: Store) -> None:
    """What is not there, and what is undone already."""
    with pytest.raises(NotRecordedError, match="Judgements have ids"):
        taken_back(resolved.view(), "j0123456789abcdef", WHY)
    first = judged(resolved.view())[0].judgement
    (undo,), _ = taken_back(resolved.view(), first.id, WHY)
    with resolved.writer() as writer:
        writer.judge(undo)
    with pytest.raises(InvalidValueError, match=f"{undo.id} took it back"):
        taken_back(resolved.view(), first.id, WHY)


def test_an_alias_list_counts_until_it_is_taken_back(resolved: Store) -> None:
    """What it says is one is joined when a report is resolved."""
    entry = {"id": "1", "list": "mine", "names": ["Highland Line", "HLA"]}
    brought = AliasListRow("mine", "mine.csv", "A. Reader", at(55), (entry,))
    with resolved.writer() as writer:
        writer.bring(brought)
    fill(resolved, [(report("new", Said("Highland Line", "Dura")), 60)])
    list(resolve(resolved, lambda: at(61)))
    assert frozenset({"HLA", "Highland Line"}) in _names(resolved)
    (undo, *_), said = taken_back(resolved.view(), brought.id, replace(WHY, now=at(70)))
    assert said == "the list of aliases mine"
    with resolved.writer() as writer:
        writer.judge(undo)
    assert Sameness(resolved.view()).known.groups("HLA") == ()
    assert Sameness(resolved.view(at(60))).known.groups("HLA") != ()


def test_a_thousand_judgements_and_all_of_them_undone_change_nothing(resolved: Store) -> None:
    """The view is as at the start, and no claim was ever touched."""
    draw = random.Random(6)  # noqa: S311 - a test draws, nobody has to be surprised
    keys = sorted(key for record in resolved.view().records() for key in record.keys)
    before = (entities(resolved.view()), everything(resolved.view()))
    made: list[Judgement] = []
    with resolved.writer() as writer:
        for i in range(1000):
            one, other = draw.sample(keys, 2)
            verdict = draw.choice([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
            made.append(Judgement((min(one, other), max(one, other)), verdict, f"Drawn {i}.", "A. Reader", at(100 + i)))
            writer.judge(made[-1])
    assert entities(resolved.view()) != before[0]
    assert everything(resolved.view()) == before[1]
    draw.shuffle(made)
    with resolved.writer() as writer:
        for i, one_of in enumerate(made):
            writer.judge(Judgement((one_of.id,), Verdict.UNDO, "Taken back.", "A. Reader", at(2000 + i)))
    assert (entities(resolved.view()), everything(resolved.view())) == before


def test_incidents_are_judged_too() -> None:
    """What rules grouped is parted and joined again; an entity and an incident are no pair."""
    first = report("one", Said("Tide Front", "Dura", "shelling", time="2020-01-02", killed=4))
    second = report("two", Said("Tide Front", "Dura", "shelling", time="2020-01-02", killed=6))
    with closing(MemoryStore()) as store:
        fill(store, [(first, 0), (second, 1)])
        (one,) = every(store.view())
        pair = tuple(happening_id(t.document, t.claims) for t in one.tellings)
        made = compared(store.view(), (pair[0], pair[1]), Verdict.DIFFERENT, WHY)
        with store.writer() as writer:
            writer.judge(made.judgement)
        assert made.judgement in [ruling.judgement for ruling in judged(store.view())]
        apart = [incident.id for incident in every(store.view())]
        assert len(apart) == 2
        joined = compared(store.view(), (apart[0], apart[1]), Verdict.SAME, replace(WHY, now=at(70)))
        with store.writer() as writer:
            writer.judge(joined.judgement)
        assert len(every(store.view())) == 1
        with pytest.raises(InvalidValueError, match="pair"):
            compared(store.view(), ("Tide Front", every(store.view())[0].id), Verdict.SAME, WHY)
        with pytest.raises(NotRecordedError, match="happening"):
            compared(store.view(), ("h0000000000000000", pair[0]), Verdict.SAME, WHY)

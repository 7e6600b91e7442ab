"""What the resolver does with judgements that are there already; all names are invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tacitus.model.entity import EntityType as Type
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.entities import Resolver
from tacitus.resolve.records import Record

NOW = datetime(2024, 5, 1, tzinfo=UTC)
SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def group(document: str, *names: str) -> Record:
    """Return a group that acts in one country and town."""
    return Record(document, "e1", Type.GROUP, names, company=frozenset({"velmora", "port dura"}))


def decided(*records: Record) -> list[Judgement]:
    """Return what the resolver judges of records that come in order."""
    return list(Resolver().decide(records, NOW))


def test_what_was_decided_is_not_decided_again() -> None:
    """Records and judgements of before are taken in; only the new record is judged."""
    old = [group(f"d{n}", "Tide Liberation Front") for n in range(3)]
    judgements = decided(*old)
    resolver = Resolver(judgements)
    resolver.add(old)
    assert list(resolver.decide(old, NOW)) == []
    assert [j.verdict for j in resolver.decide([group("d9", "Tide Liberation Front")], NOW)] == [SAME]


def test_what_a_person_judged_is_left_alone() -> None:
    """A pair judged different or taken back is not joined when its records come again."""
    one, other = group("d1", "Tide Liberation Front"), group("d2", "Tide Liberation Front")
    (join,) = decided(one, other)
    undo = Judgement((join.id,), Verdict.UNDO, "two groups", "Mara Dun", NOW)
    apart = Judgement(join.subject, DIFFERENT, "two groups", "Mara Dun", NOW)
    for judgements in ((join, undo), (apart,)):
        resolver = Resolver(judgements)
        resolver.add([one])
        assert list(resolver.decide([other], NOW)) == []


def test_records_that_must_stay_apart_do_so_for_later_ones() -> None:
    """A third record joins one of two clusters that a person parted, and never both."""
    one, other = group("d1", "Tide Liberation Front"), group("d2", "Tide Liberation Front")
    a, b = sorted((one.key, other.key))
    resolver = Resolver([Judgement((a, b), DIFFERENT, "two groups", "Mara Dun", NOW)])
    resolver.add([one, other])
    found = [j for j in resolver.decide([group("d3", "Tide Liberation Front")], NOW) if j.verdict is SAME]
    assert len(found) == 1


def test_the_same_records_give_the_same_judgements() -> None:
    """Nothing depends on hash order or on the clock."""
    records = [
        group(f"d{n}", *names)
        for n, names in enumerate([("Tide Front", "TF"), ("TF",), ("Tyde Front",), ("Bay Army",)])
    ]
    assert decided(*records) == decided(*records)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Tide Liberation Front",), ("Tide Liberation Front",)),
        (("Harakat al-Zendan",), ("Harakat az-Zindan",)),
        (("Velmoran Eagle Brigade",), ("Velmoran Eagles Brigade",)),
        (("Tide Liberation Front", "TLF"), ("TLF",)),
    ],
)
def test_a_ledger_that_grows_is_judged_like_one_read_at_once(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """What a run before has judged is searched by spelling and acronym too."""
    before, later = group("d1", *old), group("d2", *new)
    at_once = [(j.subject, j.verdict, j.score) for j in decided(before, later)]
    resolver = Resolver()
    resolver.add([before])
    assert [(j.subject, j.verdict, j.score) for j in resolver.decide([later], NOW)] == at_once
    assert at_once

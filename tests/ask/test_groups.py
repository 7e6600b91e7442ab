"""The entities that a name means, and the lists of what resolution made; all names are invented."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.grouping import entities, judged, undecided
from tacitus.ask.groups import Group, found, groups_around, keys_of, meant, rows_named, rows_of, was_published, who
from tacitus.ask.sameness import Sameness
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.records import key_of
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store


def documents(groups: tuple[Group, ...]) -> list[list[str]]:
    """Return the documents of each group, sorted."""
    return [sorted({document for document, _ in group.members}) for group in groups]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tide Front", [["later", "note", "undated", "wire"]]),
        ("the TIDE-front", [["later", "note", "undated", "wire"]]),
        ("TF", [["later", "note", "undated", "wire"]]),
        ("sons", [["later", "note", "undated", "wire"]]),
        ("North Guard", [["later", "note"]]),
        ("Guard", [["later", "note"], ["wire"]]),
        ("Colonel Adan Rask", [["wire"]]),
        ("fishermen", [["later", "note"]]),
        ("Rask", [["later"], ["wire"]]),
        ("nobody", []),
        ("", []),
        ("n0000000000000000", []),
    ],
)
def test_what_a_name_means(store: Store, name: str, expected: list[list[str]]) -> None:
    """The whole name before its words, in any spelling, and each group in all its documents."""
    groups = meant(store.view(), name)
    assert sorted(documents(groups)) == sorted(expected)
    assert [len(d) for d in documents(groups)] == sorted((len(d) for d in expected), reverse=True)


def test_a_group_is_the_same_by_each_of_its_names_and_keys(store: Store) -> None:
    """Its id is the smallest key of its records, and it knows every name."""
    (group,) = meant(store.view(), "Tide Front")
    assert group.keys == {"tide front", "tf", "sons of the tide"}
    for document, name in (
        ("wire", "TF"),
        ("note", "Tide Front"),
        ("later", "Sons of the Tide"),
        ("undated", "Tide Front"),
    ):
        key = key_of(document, name)
        assert meant(store.view(), key) == found(store.view(), key) == (group,)
        assert meant(store.view(), name) == (group,)
        assert group.id <= key


def test_a_description_stands_for_itself(store: Store) -> None:
    """It has no id, its members are the entities with these words, and nothing else is tied to them."""
    (group,) = meant(store.view(), "fishermen")
    assert group.id == ""
    assert group.keys == {"fishermen"}
    rows = rows_of(store.view(), group)
    assert who(rows) == group.members
    assert {name for row in rows for name in row.entity.names} == {"fishermen"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 1, 2), []),
        (date(2020, 1, 3), [["wire"]]),
        (date(2020, 1, 6), [["note", "wire"]]),
        (date(2020, 1, 8), [["later", "note", "wire"]]),
    ],
)
def test_as_of_a_day(store: Store, day: date, expected: list[list[str]]) -> None:
    """Later reports are not there, and undated ones never are."""
    assert documents(meant(store.view(), "Tide Front", day)) == expected
    assert documents(found(store.view(), "Tide Front", day)) == expected


def test_words_that_fit_several_need_the_whole_name(store: Store) -> None:
    """The error says which names there are; a whole name, a key, and a word of one thing alone do not fail."""
    with pytest.raises(NotRecordedError, match="give one of them whole") as error:
        found(store.view(), "Guard")
    assert "North Guard" in str(error.value)
    assert "coast guard" in str(error.value)
    assert len(found(store.view(), "Rask")) == 2
    assert len(found(store.view(), "sons")) == 1
    assert found(store.view(), "nobody") == ()


def test_rows_by_name_and_day(store: Store) -> None:
    """By folded names; by a day only what was published then."""
    view = store.view()
    assert {row.document.id for row in rows_named(view, ["tf"], None)} == {"wire"}
    assert {row.document.id for row in rows_named(view, ["tide front"], None)} == {"wire", "note", "undated"}
    assert {row.document.id for row in rows_named(view, ["tide front"], date(2020, 1, 5))} == {"wire"}
    assert rows_named(view, [], None) == []
    rows = rows_named(view, ["tide front"], None)
    assert keys_of(rows, ["tide front"]) == {key_of(d, "Tide Front") for d in ("wire", "note", "undated")}
    assert keys_of(rows, ["tf"]) == {key_of("wire", "TF")}
    assert keys_of(rows, ["TF"]) == frozenset()


def test_what_was_published_by_a_day(store: Store) -> None:
    """On the day itself it was; without a day everything was; what has no date never was."""
    days = {document.id: document for document in store.view().documents()}
    assert was_published(days["wire"], date(2020, 1, 3))
    assert not was_published(days["wire"], date(2020, 1, 2))
    assert was_published(days["undated"], None)
    assert not was_published(days["undated"], date(9999, 1, 1))


def test_groups_around_several_keys(store: Store) -> None:
    """Each group once, that of most documents first; unknown keys lead nowhere."""
    keys = {key_of("wire", "TF"), key_of("note", "Tide Front"), key_of("later", "North Guard"), "n0000000000000000"}
    groups = groups_around(Sameness(store.view()), keys)
    assert documents(groups) == [["later", "note", "undated", "wire"], ["later", "note"]]
    assert groups_around(Sameness(store.view()), ()) == ()


HARBOUR = [
    report("r1", Said("Tide Front", "Dura", "clash"), Said("National Army", "Kesh Bay", "attack")),
    report("r2", Said("Tide Front", "Dura", "clash"), Said("National Army", "Orm Hills", "attack")),
    report("r3", Said("Tide Front", "Dura", "clash"), Said("Bay Union", "Dura", "talks")),
    report("r4", Said("Tyde Front", "Dura", "clash")),
]


@pytest.fixture
def resolved() -> Iterator[Store]:
    """Yield a ledger of four reports, resolved."""
    with closing(MemoryStore()) as store:
        fill(store, [(one, i) for i, one in enumerate(HARBOUR)])
        assert len(list(resolve(store, lambda: at(20)))) == len(HARBOUR)
        yield store


def judge(store: Store, minute: int, verdict: Verdict, *subject: str) -> Judgement:
    """Record a person's judgement on some keys."""
    made = Judgement(tuple(sorted(subject)), verdict, "It says so.", "A. Reader", at(minute))
    with store.writer() as writer:
        writer.judge(made)
    return made


def test_entities_come_by_documents_then_by_name(resolved: Store) -> None:
    """Those of most documents first; each record is in one of them."""
    listed = entities(resolved.view())
    sizes = [(-len({r.document for r in c.records}), c.name, c.id) for c in listed]
    assert sizes == sorted(sizes)
    assert listed[0].name == "Dura"
    records = [record for cluster in listed for record in cluster.records]
    assert len(records) == len(set(records)) == len(resolved.view().records())


def test_lists_about_one_name(resolved: Store) -> None:
    """The entities, questions and judgements of that name alone; an unknown one fails with near spellings."""
    view = resolved.view()
    assert [c.name for c in entities(view, "Bay Union")] == ["Bay Union"]
    assert judged(view, "Bay Union") == ()
    assert {name for ruling in judged(view, "Dura") for name in ruling.names} == {"Dura"}
    for listing in (entities, undecided, judged):
        with pytest.raises(NotRecordedError, match="Bay Union"):
            listing(view, "Bay Onion")


def test_undecided_pairs_until_somebody_decides(resolved: Store) -> None:
    """A pair that a person leaves open is asked; same or different ends it."""
    one, other = key_of("r1", "Tide Front"), key_of("r3", "Bay Union")
    before = undecided(resolved.view(), "Bay Union")
    judge(resolved, 30, Verdict.UNSURE, one, other)
    (question,) = undecided(resolved.view(), "Bay Union")
    assert before == ()
    assert {question.one.name, question.other.name} == {"Tide Front", "Bay Union"}
    assert question in undecided(resolved.view(), "Tide Front")
    judge(resolved, 31, Verdict.DIFFERENT, one, other)
    assert undecided(resolved.view(), "Bay Union") == ()


def test_questions_come_by_worth(resolved: Store) -> None:
    """The most valuable decision first."""
    for minute, name in enumerate(("Tide Front", "National Army"), 30):
        judge(resolved, minute, Verdict.UNSURE, key_of("r1", name), key_of("r3", "Bay Union"))
    asked = undecided(resolved.view())
    assert len(asked) >= 2
    assert all(a.value >= b.value for a, b in pairwise(asked))


def test_judgements_in_effect_come_latest_first(resolved: Store) -> None:
    """A person's takes the place of a rule's on the same pair; what is undone is not there."""
    rule = next(r.judgement for r in judged(resolved.view(), "Tide Front"))
    person = judge(resolved, 40, Verdict.DIFFERENT, *rule.subject)
    rulings = judged(resolved.view())
    assert rulings[0].judgement == person
    assert set(rulings[0].names) <= {"Tide Front", "Tyde Front"}
    assert rule not in [r.judgement for r in rulings]
    times = [r.judgement.recorded for r in rulings]
    assert times == sorted(times, reverse=True)
    judge(resolved, 41, Verdict.UNDO, person.id)
    assert person not in [r.judgement for r in judged(resolved.view())]
    assert rule in [r.judgement for r in judged(resolved.view())]


def test_a_person_changes_what_a_name_means(resolved: Store) -> None:
    """Unlike names are one group when somebody says so, from the moment on when it was recorded."""
    before = resolved.view()
    judge(resolved, 50, Verdict.SAME, key_of("r1", "Tide Front"), key_of("r3", "Bay Union"))
    (joined,) = meant(resolved.view(), "Bay Union")
    assert {"bay union", "tide front"} <= joined.keys
    assert meant(resolved.view(), "Tide Front") == (joined,)
    assert before.judgements()
    assert documents(meant(resolved.view(at(49)), "Bay Union")) == [["r3"]]

"""What the resolver decides on new records, rule by rule; all names are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tacitus.model.entity import EntityType as Type
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.clusters import clusters
from tacitus.resolve.entities import AUTHOR, Resolver
from tacitus.resolve.lists import AliasEntry, AliasLists
from tacitus.resolve.records import Record, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = datetime(2024, 5, 1, tzinfo=UTC)
SAME, UNSURE = Verdict.SAME, Verdict.UNSURE


def record(  # noqa: PLR0913 - a record has so many parts
    document: str,
    kind: Type,
    *names: str,
    ties: Iterable[Tie] = (),
    company: Iterable[str] = (),
    place: str | None = None,
    day: date | None = None,
) -> Record:
    """Return a record whose company is given by folded names."""
    return Record(document, f"e-{names[0]}", kind, names, day, tuple(ties), frozenset(company), place)


def group(
    document: str, *names: str, company: Iterable[str] = ("velmora", "port dura"), ties: Iterable[Tie] = ()
) -> Record:
    """Return a group that acts in one country and town, unless said otherwise."""
    return record(document, Type.GROUP, *names, company=company, ties=ties)


def person(
    document: str, *names: str, company: Iterable[str] = ("velmora", "port dura"), ties: Iterable[Tie] = ()
) -> Record:
    """Return a person met in one country and town, unless said otherwise."""
    return record(document, Type.PERSON, *names, company=company, ties=ties)


def decided(*records: Record) -> list[Judgement]:
    """Return what the resolver judges of records that come in order."""
    return list(Resolver().decide(records, NOW))


def verdicts(*records: Record) -> list[Verdict]:
    """Return the verdicts alone."""
    return [j.verdict for j in decided(*records)]


def together(*records: Record) -> set[frozenset[str]]:
    """Return which documents are one thing by the resolver's judgements."""
    return {frozenset(r.document for r in c.records) for c in clusters(records, decided(*records))}


def test_one_name_in_one_setting_is_one_group() -> None:
    """The judgement names both records, the rule, the time, the score and the reason."""
    one, other = group("d1", "Tide Liberation Front"), group("d2", "the Tide Liberation Front")
    (judgement,) = decided(one, other)
    assert judgement.subject == tuple(sorted((one.key, other.key)))
    assert (judgement.verdict, judgement.author, judgement.recorded) == (SAME, AUTHOR, NOW)
    assert judgement.score is not None
    assert judgement.score > 0.98
    assert judgement.because.startswith('the same name "the Tide Liberation Front" (+4.6); both are met with ')


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harakat al-Zendan", "Harakat az-Zindan"),
        ("Velmoran Eagle Brigade", "Velmoran Eagles Brigade"),
    ],
)
def test_another_spelling_joins_only_in_company(one: str, other: str) -> None:
    """With what they have in common it is one; without anything beside them it is not joined."""
    assert SAME in verdicts(group("d1", one), group("d2", other))
    assert SAME not in verdicts(group("d1", one, company=()), group("d2", other, company=()))


def test_an_acronym_joins_the_group_that_has_it() -> None:
    """Where no document has put the letters beside the name, that they fit is a question."""
    told = Tie("alias", "subject", frozenset({"tide liberation front", "tlf"}))
    assert verdicts(group("d1", "Tide Liberation Front", "TLF", ties=[told]), group("d2", "TLF")) == [SAME]
    assert verdicts(group("d1", "Tide Liberation Front"), group("d2", "TLF")) == [UNSURE]


def test_nothing_is_said_of_unlike_names() -> None:
    """No judgement, not even that they are different."""
    assert decided(group("d1", "Tide Liberation Front"), group("d2", "Bay Army")) == []


def test_a_new_record_needs_one_edge_for_its_cluster() -> None:
    """Five documents: four judgements, one cluster."""
    records = [group(f"d{n}", "Tide Liberation Front") for n in range(5)]
    assert verdicts(*records) == [SAME] * 4
    assert len(together(*records)) == 1


def test_names_of_one_document_tie_its_cluster() -> None:
    """The name with its acronym in brackets leads both later records to one cluster."""
    told = Tie("alias", "subject", frozenset({"tide liberation front", "tlf"}))
    records = (
        group("d1", "Tide Liberation Front", "TLF", ties=[told]),
        group("d2", "TLF"),
        group("d3", "Tide Liberation Front"),
    )
    assert together(*records) == {frozenset({"d1", "d2", "d3"})}


def test_unlike_names_that_a_reader_glued_join_nothing_by_themselves() -> None:
    """One record has the names of two known groups, and no sentence says that they are one: people are asked."""
    known = (group("d1", "Tide Liberation Front"), group("d2", "Bay Guard Battalion"))
    glued = group("d3", "Tide Liberation Front", "Bay Guard Battalion")
    assert together(*known, glued) == {frozenset({"d1", "d3"}), frozenset({"d2"})}
    asked = [j for j in decided(*known, glued) if j.verdict is UNSURE]
    assert [set(j.subject) for j in asked] == [{glued.key, known[1].key}]
    assert "beside an unlike one" in asked[0].because


def test_an_alias_in_so_many_words_is_trusted() -> None:
    """An "also known as" ties an unlike name, so that it leads to the cluster later."""
    told = Tie("alias", "subject", frozenset({"tide liberation front", "brothers of the reed"}))
    first = group("d1", "Tide Liberation Front", "Brothers of the Reed", ties=[told])
    assert verdicts(first, group("d2", "Brothers of the Reed")) == [SAME]
    loose = group("d1", "Tide Liberation Front", "Brothers of the Reed")
    assert verdicts(loose, group("d2", "Brothers of the Reed")) == [UNSURE]


def test_a_common_name_needs_its_country() -> None:
    """National armies of two countries are not one; of one country they are."""
    one = group("d1", "National Liberation Army", company=("velmora", "port dura", "mara dun"))
    same = group("d2", "National Liberation Army", company=("velmora", "port dura", "mara dun"))
    other = group("d3", "National Liberation Army", company=("karsia", "ostrel"))
    assert together(one, same, other) == {frozenset({"d1", "d2"}), frozenset({"d3"})}


def test_an_acronym_that_two_groups_have_is_left_open() -> None:
    """Two fronts of one country are called TLF; the bare acronym is a question."""
    tide, torch = group("d1", "Tide Liberation Front", "TLF"), group("d2", "Torch Labour Federation", "TLF")
    found = decided(tide, torch, group("d3", "TLF"))
    assert SAME not in [j.verdict for j in found]
    assert UNSURE in [j.verdict for j in found]


def test_a_surname_leads_to_its_only_bearer() -> None:
    """In the company of the full name; with two bearers it is a question, and elsewhere too."""
    full, short = person("d1", "Mara Ostrelin"), person("d2", "Ostrelin")
    assert verdicts(full, short) == [SAME]
    assert SAME not in verdicts(full, person("d3", "Tobias Ostrelin"), short)
    assert SAME not in verdicts(full, person("d2", "Ostrelin", company=("karsia",)))


def test_a_full_name_finds_the_surname_that_came_before() -> None:
    """The order of documents does not matter for that."""
    assert verdicts(person("d1", "Ostrelin"), person("d2", "Mara Ostrelin")) == [SAME]


def test_a_kunya_alone_joins_nothing() -> None:
    """Many men are called Abu Zendan."""
    assert SAME not in verdicts(person("d1", "Abu Zendan", company=()), person("d2", "Abu Zendan", company=()))
    assert SAME not in verdicts(person("d1", "Abu Zendan", company=("karsia",)), person("d2", "Abu Zendan"))


def test_titles_are_no_part_of_a_name() -> None:
    """The minister is the man without his office."""
    assert verdicts(person("d1", "Defence Minister Mara Ostrelin"), person("d2", "Gen. Mara Ostrelin")) == [SAME]


def test_homonyms_with_nothing_in_common_are_not_joined() -> None:
    """Two men of one name who lead different groups in different countries."""
    one = person("d1", "Mara Ostrelin", company=("velmora",), ties=[Tie("leads", "subject", frozenset({"tide front"}))])
    other = person("d2", "Mara Ostrelin", company=("karsia",), ties=[Tie("leads", "subject", frozenset({"bay army"}))])
    found = decided(one, other)
    assert [j.verdict for j in found] in ([], [UNSURE])


def test_words_in_brackets_keep_homonyms_apart() -> None:
    """The document itself says that there are several."""
    one, other = group("d1", "Al-Zendan (Velmora)", company=()), group("d2", "Al-Zendan (Karsia)", company=())
    assert SAME not in verdicts(one, other)


@pytest.mark.parametrize("relation", ["successor", "split", "merger", "formation"])
def test_a_dated_relation_is_no_sameness(relation: str) -> None:
    """A document tells that one became the other: however like the names are, they are not joined."""
    tie = Tie(relation, "subject", frozenset({"tide liberation front"}))
    one, other = group("d1", "Tide Liberation Front"), group("d2", "New Tide Liberation Front", ties=[tie])
    assert SAME not in verdicts(one, other)
    renamed = group("d3", "Tide Liberation Fronts", ties=[tie])
    assert SAME not in verdicts(one, renamed)


def test_a_rename_is_no_merge_even_through_a_third_document() -> None:
    """One text sets both names side by side, another dates the change; the new name alone leads to the new group."""
    told = Tie("alias", "subject", frozenset({"tide liberation front", "reed peoples army"}))
    change = Tie("successor", "subject", frozenset({"tide liberation front"}))
    old = [group(f"d{n}", "Tide Liberation Front") for n in range(3)]
    both = group("d4", "Tide Liberation Front", "Reed People's Army", ties=[told])
    new = [group("d5", "Reed People's Army", ties=[change]), group("d6", "Reed People's Army")]
    then = group("d7", "Tide Liberation Front", ties=[Tie("successor", "object", frozenset({"reed peoples army"}))])
    assert together(*old, both, *new, then) == {frozenset({"d0", "d1", "d2", "d4", "d7"}), frozenset({"d5", "d6"})}


def test_numbered_units_must_agree() -> None:
    """The 13th and the 31st brigade are two; the thirteenth of two documents is one."""
    company = ("velmora", "port dura", "mara dun")
    one, other = group("d1", "13th Tide Brigade", company=company), group("d2", "31st Tide Brigade", company=company)
    assert SAME not in verdicts(one, other)
    assert verdicts(one, group("d3", "13th Tide Brigade", company=company)) == [SAME]


def test_a_state_is_not_its_army_nor_its_capital() -> None:
    """Country as an actor, as a place, and its government are one; army and capital are others."""
    state = record("d1", Type.STATE, "Russia")
    place, government = record("d2", Type.PLACE, "Russia"), record("d3", Type.STATE, "Russian government")
    army, capital = record("d4", Type.FORCE, "Russian army"), record("d5", Type.PLACE, "Moscow")
    assert together(state, place, government, army, capital) == {
        frozenset({"d1", "d2", "d3"}),
        frozenset({"d4"}),
        frozenset({"d5"}),
    }


def test_a_group_is_not_its_member() -> None:
    """A person is never compared with a group, whatever the names."""
    assert decided(group("d1", "Ostrelin Group", "Ostrelin"), person("d2", "Ostrelin")) == []


def test_the_gazetteer_tells_namesakes_apart_and_spellings_together() -> None:
    """Two towns of one name; one town in two spellings."""
    dura = [
        record(f"d{n}", Type.PLACE, "Dura", company=("velmora",), place=p) for n, p in enumerate(("geo:1", "geo:2"))
    ]
    assert SAME not in verdicts(*dura)
    spelled = [record(f"d{n}", Type.PLACE, name, place="geo:1") for n, name in enumerate(("Tel Zamir", "Tal Zamir"))]
    assert verdicts(*spelled) == [SAME]


def test_a_list_joins_unlike_names_while_it_holds() -> None:
    """A user's list ties two names from 2020 on; before that day it says nothing."""
    entry = AliasEntry(
        "1", "mine", Type.GROUP, ("Tide Liberation Front", "Brothers of the Reed"), since=date(2020, 1, 1)
    )

    def meet(day: date) -> list[Verdict]:
        records = [
            record("d1", Type.GROUP, "Tide Liberation Front", day=day),
            record("d2", Type.GROUP, "Brothers of the Reed", day=day),
        ]
        return [j.verdict for j in Resolver(known=AliasLists([entry])).decide(records, NOW)]

    assert meet(date(2021, 5, 1)) == [SAME]
    assert meet(date(2019, 5, 1)) == []

"""Which clusters a record is compared with, and through which of its names; all names are invented."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.model.entity import EntityType as Type
from tacitus.resolve.candidates import Candidates
from tacitus.resolve.lists import AliasEntry, AliasLists
from tacitus.resolve.records import Record
from tacitus.resolve.setting import Gathering, View, views


def seen(document: str, *names: str, kind: Type = Type.GROUP, company: tuple[str, ...] = ()) -> View:
    """Return a record alone in its document."""
    record = Record(document, "e1", kind, names, date(2024, 5, 1), company=frozenset(company))
    return views([record])[0]


class Known:
    """Clusters of one record each, filed to be found."""

    def __init__(self, *found: View, lists: AliasLists | None = None) -> None:
        """File each record under its document's id."""
        self.candidates = Candidates(lists)
        self.gatherings: dict[str, Gathering] = {}
        for view in found:
            key = view.record.document
            self.gatherings[key] = Gathering(key)
            self.gatherings[key].add(view, key)
            self.candidates.add(view, key)

    def met(self, view: View) -> dict[str, str]:
        """Return the keys of the clusters that a record may be of, with the feature of the link."""
        return {key: str(link.feature) for key, link in self.candidates.of(view, self.gatherings)}


def people(*names: str) -> tuple[View, ...]:
    """Return persons of documents p0, p1 and so on."""
    return tuple(seen(f"p{n}", name, kind=Type.PERSON) for n, name in enumerate(names))


@pytest.mark.parametrize(
    ("old", "new", "kind", "feature"),
    [
        ("Tide Front", "The Tide-Front", Type.GROUP, "same name"),
        ("Jabhat al-Zendan", "Zindan Front", Type.GROUP, "alike"),
        ("Бригада Ковыль", "Kovyl Brigade", Type.FORCE, "alike"),
        ("Tide Liberation Front", "TLF", Type.GROUP, "acronym fits"),
        ("TLF", "Tide Liberation Front", Type.GROUP, "acronym fits"),
        ("Mali", "Bamako", Type.STATE, "same country"),
        ("Tel Zendan", "Tal Zindan", Type.PLACE, "alike"),
        ("National Army", "National Army", Type.FORCE, "same common name"),
        ("Ada Orvand", "Ada Urvand", Type.PERSON, "alike"),
        ("Ada Orvand", "Orvand", Type.PERSON, "one bearer"),
        ("Orvand", "Ada Orvand", Type.PERSON, "one bearer"),
        ("Abu Zendan", "Abu Zendan", Type.PERSON, "same kunya"),
    ],
)
def test_how_a_record_meets_a_cluster(old: str, new: str, kind: Type, feature: str) -> None:
    """By equal name, spelling, script, initials, country or one word of a person's name."""
    assert Known(seen("old", old, kind=kind)).met(seen("new", new, kind=kind)) == {"old": feature}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Tide Front", "Bay Army", Type.GROUP),
        ("Mali", "Malo", Type.STATE),
        ("President", "President", Type.PERSON),
        ("Ada Orvand", "Bo Talvo", Type.PERSON),
        ("Ada Li", "Li", Type.PERSON),
        ("Orvand Talvo", "Urvand", Type.PERSON),
        ("Tide Liberation Front", "TLK", Type.GROUP),
    ],
)
def test_what_does_not_meet(old: str, new: str, kind: Type) -> None:
    """Unlike names, another country, an office alone, a surname of two letters, another spelling of one word."""
    assert Known(seen("old", old, kind=kind)).met(seen("new", new, kind=kind)) == {}


def test_bodies_and_places_and_persons_are_searched_apart() -> None:
    """A spelling leads to the same space alone; an equal name leads everywhere, and the kinds decide later."""
    town, brigade = seen("town", "Zendan", kind=Type.PLACE), seen("body", "Zendan Brigade", kind=Type.FORCE)
    known = Known(town, brigade)
    assert known.met(seen("new", "Zindan Brigade", kind=Type.FORCE)).keys() == {"body"}
    assert known.met(seen("new", "Zindan", kind=Type.FACILITY)).keys() == {"town"}
    assert known.met(seen("new", "Zendan", kind=Type.FORCE))["town"] == "same one-word name"


def test_one_word_of_a_name_with_several_bearers() -> None:
    """It leads to all of them, and says so."""
    known = Known(*people("Ada Orvand", "Bo Orvand", "Kim Talvo"))
    assert known.met(seen("new", "Orvand", kind=Type.PERSON)) == {"p0": "several bearers", "p1": "several bearers"}
    assert known.met(seen("new", "Talvo", kind=Type.PERSON)) == {"p2": "one bearer"}


def test_two_full_names_of_one_cluster_are_one_bearer() -> None:
    """The clusters count, not the names; so it stays after one was moved into the other."""
    one, other = people("Ada Orvand", "Ada Rem Orvand")
    known = Known(one, other)
    assert set(known.met(seen("new", "Orvand", kind=Type.PERSON)).values()) == {"several bearers"}
    known.candidates.move(known.gatherings["p1"], "p0")
    known.gatherings["p0"].absorb(known.gatherings.pop("p1"))
    assert known.met(seen("new", "Orvand", kind=Type.PERSON)) == {"p0": "one bearer"}
    assert known.met(seen("new", "Ada Rem Orvand", kind=Type.PERSON)).keys() == {"p0"}


def test_the_strongest_link_to_a_cluster_counts() -> None:
    """An equal name before a spelling, a spelling before initials."""
    old = seen("old", "Tide Liberation Front", "TLF", "Tide Liberation Movement")
    assert Known(old).met(seen("new", "Tyde Liberation Front", "TLF")) == {"old": "same acronym"}
    assert Known(seen("old", "Tide Liberation Front")).met(seen("new", "TLF", "Tyde Liberation Front")) == {
        "old": "alike"
    }


def test_of_many_bearers_those_with_common_company_come_first() -> None:
    """At most so many clusters of one name are looked at."""
    crowd = [seen(f"d{n:02}", "National Army", kind=Type.FORCE, company=(f"village {n}",)) for n in range(40)]
    found = Known(*crowd).met(seen("new", "National Army", kind=Type.FORCE, company=("village 37", "village 39")))
    assert len(found) == 24
    assert list(found)[:2] == ["d37", "d39"]


ENTRY = AliasEntry(
    "1", "mine", None, ("Tide Front", "Reed Brothers"), ("Reeds",), ("Bay Army",), since=date(2024, 1, 1)
)


@pytest.mark.parametrize(
    ("since", "new", "met"),
    [
        (date(2024, 1, 1), "Reed Brothers", {"old": "listed"}),
        (date(2024, 6, 1), "Reed Brothers", {}),
        (date(2024, 1, 1), "Reeds", {}),
        (date(2024, 1, 1), "Bay Army", {}),
        (date(2024, 1, 1), "Tide Front", {"old": "same name"}),
    ],
)
def test_a_list_leads_from_name_to_name(since: date, new: str, met: dict[str, str]) -> None:
    """From its day on, by its names alone: weak and former ones lead nowhere."""
    entry = AliasEntry(ENTRY.id, ENTRY.list, ENTRY.type, ENTRY.names, ENTRY.weak, ENTRY.former, since=since)
    assert Known(seen("old", "Tide Front"), lists=AliasLists([entry])).met(seen("new", new)) == met


def test_two_entries_with_one_id_in_two_lists_are_two() -> None:
    """Ids are the lists' own."""
    lists = AliasLists([AliasEntry("1", "a", None, ("Tide Front",)), AliasEntry("1", "b", None, ("Reed Brothers",))])
    assert Known(seen("old", "Tide Front"), lists=lists).met(seen("new", "Reed Brothers")) == {}

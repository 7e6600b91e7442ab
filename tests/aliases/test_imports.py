"""Lists made by others: UCDP, OpenSanctions and Wikidata, in the layouts in which they are published."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tacitus.aliases.files import read_aliases
from tacitus.model.entity import EntityType
from tacitus.model.problem import Problem
from tacitus.resolve.lists import AliasEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def written(path: Path, *rows: Sequence[str]) -> list[AliasEntry | Problem]:
    """Return what is read from a CSV with those rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return list(read_aliases(path))


def dumped(path: Path, text: str) -> list[AliasEntry | Problem]:
    """Return what is read from a file with that text."""
    path.write_text(text, encoding="utf-8")
    return list(read_aliases(path))


def entries(found: Iterable[AliasEntry | Problem]) -> list[AliasEntry]:
    """Return what was read where there is no problem."""
    return [one for one in found if isinstance(one, AliasEntry) or pytest.fail(str(one))]


NAMES_THEN = ["NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng"]
NAMES_NOW = ["NameChange", "NewName", "NewNameFullMotherTongue", "NewNameFullEng"]
ACTORS = ["ActorId", *NAMES_THEN, *NAMES_NOW, "Org", "ConflictId", "NamePrev", "Version"]


def test_ucdp_actors(tmp_path: Path) -> None:
    """Names in both languages; a group it split from is not it; rows of one actor are one; civilians are none."""
    (front, state, mob) = entries(
        written(
            tmp_path / "Actor_v25_1.csv",
            ACTORS,
            ["7", "ZF", "ZF", "Frente de Zenda", "Zenda Front", "0", "NA", "", "", "1", "30", "Oruk Army", "25.1"],
            ["7", "ZF", "ZF", "Frente de Zenda", "Front of Zenda", "0", "", "", "", "1", "31", "", "25.1"],
            ["8", "Government of Zembla", "Government of Zembla", "", "", "0", "", "", "", "4", "30", "", "25.1"],
            ["9", "Civilians", "", "", "", "", "", "", "", "", "30", "", "25.1"],
            ["10", "Orukis", "", "", "", "0", "", "", "", "3", "", "", "25.1"],
        )
    )
    assert (front.id, front.type) == ("7", EntityType.GROUP)
    assert front.names == ("ZF", "Frente de Zenda", "Zenda Front", "Front of Zenda")
    assert (state.names, state.type) == (("Government of Zembla",), EntityType.STATE)
    assert (mob.names, mob.type) == (("Orukis",), None)


def test_ucdp_renames(tmp_path: Path) -> None:
    """What an actor was first entered under is former after a change, the name of the data too where it is that."""
    (one, other) = entries(
        written(
            tmp_path / "a.csv",
            ACTORS,
            ["7", "ZF", "ZC", "", "Zenda Committee", "1", "ZF", "", "Zenda Front", "1", "", "", "25.1"],
            ["8", "OC", "OC", "", "Oruk Committee", "1", "OF", "", "", "1", "", "", "25.1"],
        )
    )
    assert (one.names, one.former) == (("ZF", "Zenda Front"), ("ZC", "Zenda Committee"))
    assert (other.names, other.former) == (("OF",), ("OC", "Oruk Committee"))


def test_a_list_of_names_of_ucdp(tmp_path: Path) -> None:
    """Each is a thing of its own, ids shared or not; trailing spaces go."""
    text = (
        "name\taec_events\tucdp_prio_ids\nZF\t0\t432\nOruk Army \t3\t432\nCivilians\t9\t\nGovernment of Zembla\t1\t\n"
    )
    found = entries(dumped(tmp_path / "names.tsv", text))
    assert [e.names for e in found] == [("ZF",), ("Oruk Army",), ("Government of Zembla",)]
    assert len({e.id for e in found}) == 3
    assert [e.type for e in found] == [None, None, EntityType.STATE]


def test_opensanctions_targets(tmp_path: Path) -> None:
    """Aliases apart at semicolons, quoted ones whole; one word of a person's name is weak; addresses are no names."""
    (group, man, single) = entries(
        written(
            tmp_path / "targets.simple.csv",
            ["id", "schema", "name", "aliases", "birth_date", "countries", "addresses"],
            ["NK-1", "Organization", "Zenda Front", 'ZF;"Front; of Zenda"', "", "zz", "Main St"],
            ["NK-2", "Person", "Ivan Oruk", "Oruk;Abu Ivan", "1970", "zz", ""],
            ["NK-3", "Person", "Suhartono", "", "", "", ""],
            ["NK-4", "CryptoWallet", "", "", "", "", ""],
        )
    )
    assert (group.id, group.names, group.type) == ("NK-1", ("Zenda Front", "ZF", "Front; of Zenda"), None)
    assert (man.names, man.weak, man.type) == (("Ivan Oruk", "Abu Ivan"), ("Oruk",), EntityType.PERSON)
    assert single.names == ("Suhartono",)


def ftm(identity: str, schema: str, **properties: list[str]) -> str:
    """Return an entity of FollowTheMoney as a line."""
    return json.dumps({"id": identity, "caption": "", "schema": schema, "properties": properties})


def test_follow_the_money(tmp_path: Path) -> None:
    """Weak aliases and former names are no names; what has none is passed over; dates of an organisation count."""
    text = "\n".join(
        [
            ftm(
                "NK-1",
                "Organization",
                name=["Zenda Front", "Jabhat Zenda"],
                alias=["ZF", "Zenda Front"],
                weakAlias=["the Front", "ZF"],
                previousName=["Zenda Committee"],
                incorporationDate=["2013-04", "2013-05-02"],
                dissolutionDate=["2020"],
            ),
            ftm("a-1", "Address", full=["Main St"]),
            ftm("NK-2", "Person", name=["Ivan Oruk"], alias=["Oruk"], previousName=["Ivan Orukson"]),
        ]
    )
    front, man = entries(dumped(tmp_path / "entities.ftm.json", text))
    assert (front.names, front.weak, front.former) == (
        ("Zenda Front", "Jabhat Zenda", "ZF"),
        ("the Front",),
        ("Zenda Committee",),
    )
    assert (front.since, front.until, front.list) == (date(2013, 4, 1), date(2020, 12, 31), "entities")
    assert (man.names, man.weak, man.former) == (("Ivan Oruk",), ("Oruk",), ("Ivan Orukson",))


def test_bad_lines_of_follow_the_money(tmp_path: Path) -> None:
    """A line cut off, a list, a bare number, an entity without name or id: problems with their lines."""
    good = ftm("NK-1", "Person", name=["Ivan Oruk"])
    bad = ['{"id": "NK-2", "sch', '[["x"]]', "7", ftm("NK-3", "Person"), ftm("", "Person", name=["X"]), '{"id": 3}']
    found = dumped(tmp_path / "a.json", "\n".join([good, *bad, "[" * 100_000, good.replace("NK-1", "NK-9")]))
    assert [one.id for one in found if isinstance(one, AliasEntry)] == ["NK-1", "NK-9"]
    places = [one.place.rpartition(":")[2] for one in found if isinstance(one, Problem)]
    assert places == ["2", "3", "4", "5", "6", "7", "8"]


WIKI = "http://www.wikidata.org/entity/"


def test_results_of_the_query_service_in_csv(tmp_path: Path) -> None:
    """Rows of an item are one entry; a label that is the item's number is no name; 1 January can be the year."""
    (front, army) = entries(
        written(
            tmp_path / "query.csv",
            ["item", "itemLabel", "itemAltLabel", "inception", "dissolved"],
            [WIKI + "Q71", "Zenda Front", "ZF, Front of Zenda, Z", "2013-04-08T00:00:00Z", "2019-01-01T00:00:00Z"],
            [WIKI + "Q72", "Q72", "Oruk Army", "", ""],
            [WIKI + "Q71", "Jabhat Zenda", "", "2013-04-08T00:00:00Z", "2019-01-01T00:00:00Z"],
        )
    )
    assert (front.id, front.names) == ("Q71", ("Zenda Front", "ZF", "Front of Zenda", "Jabhat Zenda"))
    assert (front.since, front.until) == (date(2013, 4, 8), date(2019, 12, 31))
    assert (army.names, army.since) == (("Oruk Army",), None)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("is_plain", [True, False])
def test_results_of_the_query_service_in_json(tmp_path: Path, indent: int | None, is_plain: bool) -> None:  # noqa: FBT001
    """As the service answers and as its page saves them, in one line or many; any name of the variable; types too."""
    rows = [
        {"person": WIKI + "Q81", "personLabel": "Ivan Oruk", "altLabel": alias, "instance": WIKI + "Q5"}
        for alias in ("Abu Ivan", "Oruk")
    ]
    bindings = [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
    answer: object = rows if is_plain else {"head": {"vars": list(rows[0])}, "results": {"bindings": bindings}}
    (man,) = entries(dumped(tmp_path / "query.json", json.dumps(answer, indent=indent)))
    assert (man.id, man.names, man.weak, man.type) == ("Q81", ("Ivan Oruk", "Abu Ivan"), ("Oruk",), EntityType.PERSON)


def test_rows_without_an_item(tmp_path: Path) -> None:
    """They are problems: two items of one label must not be one."""
    found = written(tmp_path / "q.csv", ["item", "itemLabel"], ["", "Zenda Front"], [WIKI + "Q71", "Oruk Army"])
    assert [type(one) for one in found] == [Problem, AliasEntry]


def snak(value: object) -> dict[str, Any]:
    """Return a statement with that value, as dumps have it."""
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": "normal"}


def time(text: str, precision: int) -> dict[str, Any]:
    """Return a statement with that time."""
    return snak({"time": text, "precision": precision})


def label(code: str, value: str) -> dict[str, str]:
    """Return a label or alias."""
    return {"language": code, "value": value}


FRONT: dict[str, Any] = {
    "type": "item",
    "id": "Q71",
    "labels": {"ar": label("ar", "جبهة زندا"), "en": label("en", "Zenda Front")},
    "aliases": {"en": [label("en", "ZF"), label("en", "Zenda Committee")]},
    "claims": {
        "P31": [snak({"id": "Q17149090"})],
        "P571": [time("+2013-00-00T00:00:00Z", 9), time("+2011-00-00T00:00:00Z", 8)],
        "P576": [time("+2019-03-00T00:00:00Z", 10)],
        "P1448": [snak({"text": "Zenda Committee"}) | {"qualifiers": {"P582": []}}, snak({"text": "Jabhat Zenda"})],
        "P1449": [snak({"text": "the Front"}), {"mainsnak": {"snaktype": "novalue"}}],
    },
}
PROPERTY = {"type": "property", "id": "P1", "labels": {"en": label("en", "kind")}}
BARE: dict[str, Any] = {"type": "item", "id": "Q73", "labels": [], "aliases": [], "claims": []}


@pytest.mark.parametrize(
    "text",
    [
        "[\n" + ",\n".join(map(json.dumps, [FRONT, PROPERTY, BARE])) + "\n]\n",
        "\n".join(map(json.dumps, [FRONT, PROPERTY, BARE])),
        json.dumps({"entities": {"Q71": FRONT, "Q73": BARE}}),
        json.dumps({"entities": {"Q71": FRONT}}, indent=1),
        json.dumps([FRONT, PROPERTY], indent=1),
    ],
    ids=["dump", "lines", "answer", "printed answer", "printed array"],
)
def test_items_of_a_dump(tmp_path: Path, text: str) -> None:
    """Labels of all languages; a name with an end is former; years are whole years, decades are nothing."""
    (front,) = entries(dumped(tmp_path / "wikidata.json", text))
    assert front.names == ("Zenda Front", "جبهة زندا", "ZF", "Jabhat Zenda")
    assert (front.former, front.weak, front.type) == (("Zenda Committee",), ("the Front",), EntityType.GROUP)
    assert (front.since, front.until) == (date(2013, 1, 1), date(2019, 3, 31))


def test_codes_of_states(tmp_path: Path) -> None:
    """Two letters are a code in tables, and other things in reports; longer short names stay."""
    state = BARE | {"labels": {"en": label("en", "Zembla")}, "claims": {"P31": [snak({"id": "Q6256"})]}}
    state["aliases"] = {"mul": [label("mul", name) for name in ("ZE", "ZEM", "🏳", "赞布")]}
    (zembla,) = entries(dumped(tmp_path / "a.json", json.dumps(state)))
    assert (zembla.names, zembla.weak, zembla.type) == (("Zembla", "ZEM", "赞布"), ("ZE",), EntityType.STATE)


def test_many_rows_of_one_item(tmp_path: Path) -> None:
    """An alias a row makes one entry in time that grows with the rows; a thousand names are kept."""
    rows = [[WIKI + "Q6", "Zembla", f"Zembla {number}"] for number in range(3000)]
    (zembla,) = entries(written(tmp_path / "q.csv", ["item", "itemLabel", "altLabel"], *rows))
    assert (len(zembla.names), zembla.names[:2]) == (1000, ("Zembla", "Zembla 0"))


def test_persons_without_a_fuller_name(tmp_path: Path) -> None:
    """Where one word is all there is, it is the name, in a script without spaces too."""
    found = entries(
        written(
            tmp_path / "t.csv",
            ["id", "schema", "name", "aliases"],
            ["1", "Person", "Suhartono", "Harto"],
            ["2", "Person", "赞德", "Zande;赞德尔"],
            ["3", "Person", "Ivan Oruk", "赞德;Oruk"],
        )
    )
    assert [one.names for one in found] == [("Suhartono", "Harto"), ("赞德", "Zande", "赞德尔"), ("Ivan Oruk", "赞德")]
    assert [one.weak for one in found] == [(), (), ("Oruk",)]

"""What speaks for and against a record being of a cluster, feature by feature; all names are invented."""

from __future__ import annotations

from math import exp

import pytest

from tacitus import tables
from tacitus.model.entity import EntityType as Type
from tacitus.resolve.evidence import Evidence, Feature, Link, logit, weigh
from tacitus.resolve.naming import naming
from tacitus.resolve.reasons import because
from tacitus.resolve.records import BRACKETS, Record, Tie
from tacitus.resolve.setting import Gathering, Rarity, View, views

WEIGHTS = {name: float(weight) for name, weight, *_ in tables.rows("tacitus.resolve.data", "entity_weights.tsv")}


def tie(kind: str, *names: str, role: str = "subject") -> Tie:
    """Return a tie to somebody by folded names."""
    return Tie(kind, role, frozenset(names))


def seen(
    document: str,
    *names: str,
    kind: Type = Type.GROUP,
    ties: tuple[Tie, ...] = (),
    company: tuple[str, ...] = (),
    place: str | None = None,
) -> View:
    """Return a record alone in its document."""
    return views([Record(document, "e1", kind, names, ties=ties, company=frozenset(company), place=place)])[0]


def gathered(*found: View) -> Gathering:
    """Return the cluster of some records."""
    out = Gathering(found[0].record.key)
    for view in found:
        out.add(view, view.record.key)
    return out


def weighed(view: View, *others: View, feature: str | None = None, value: float = 1.0) -> Evidence:
    """Return the evidence that a record is of the cluster of others, met by the first names of both."""
    mine = view.namings[0]
    link = Link(mine, others[0].namings[0].folded, feature or mine.nature, value)
    return weigh(view, gathered(*others), link, Rarity())


def named(evidence: Evidence) -> dict[str, float]:
    """Return the features with their values."""
    return {f.name: f.value for f in evidence.features}


@pytest.mark.parametrize(
    ("mine", "theirs", "there"),
    [
        ({"company": ("kesh",)}, {"company": ("kesh",)}, "company in common"),
        ({"company": ("kesh",)}, {"company": ("talvo",)}, "nothing in common"),
        ({"company": ("kesh",)}, {}, "no company"),
        ({"ties": (tie("located", "mali"),)}, {"ties": (tie("located", "northern mali"),)}, "home in common"),
        ({"ties": (tie("located", "mali"),)}, {"ties": (tie("located", "niger"),)}, "homes apart"),
        ({"ties": (tie("leads", "ada kesh"),)}, {"ties": (tie("leads", "ada kesh"),)}, "group in common"),
        ({"ties": (tie("leads", "ada kesh"),)}, {"ties": (tie("leads", "bo talvo"),)}, "groups apart"),
        ({"ties": (tie(BRACKETS, "north"),)}, {"ties": (tie(BRACKETS, "south"),)}, "qualifiers apart"),
        ({"kind": Type.FORCE}, {"kind": Type.GROUP}, "kinds apart"),
        ({"place": "geo:1"}, {"place": "geo:1"}, "same place"),
        ({"place": "geo:1"}, {"place": "geo:2"}, "places apart"),
        ({"ties": (tie("split", "tide front", "bay army"),)}, {"ties": (tie("split", "x"),)}, None),
    ],
)
def test_context_features(mine: dict[str, object], theirs: dict[str, object], there: str | None) -> None:
    """Each from what both documents say; without it the feature is absent."""
    view, other = seen("d1", "Tide Front", **mine), seen("d2", "Tide Front", **theirs)  # type: ignore[arg-type]
    expected = {"same name"} | ({there} if there else set())
    assert named(weighed(view, other)).keys() == expected
    assert named(weighed(other, view)).keys() == expected
    assert named(weighed(seen("d1", "Tide Front"), seen("d2", "Tide Front"))).keys() == {"same name"}


@pytest.mark.parametrize(
    ("name", "kind", "documents", "need"),
    [
        ("Tide Front", Type.GROUP, 1, 1.0),
        ("Tide Front", Type.GROUP, 4, 0.15),
        ("Tide Wire", Type.MEDIA, 1, 0.15),
        ("Tidemouth", Type.PLACE, 1, 0.5),
        ("National Army", Type.FORCE, 1, 1.3),
        ("Ada Kesh", Type.PERSON, 1, 1.0),
        ("Kesh", Type.PERSON, 1, 1.3),
    ],
)
def test_how_much_company_is_needed(name: str, kind: Type, documents: int, need: float) -> None:
    """Little of an outlet and of what is well known, more of a name that leads to nobody in particular."""
    others = [seen(f"d{n}", name, kind=kind, company=("talvo",)) for n in range(documents)]
    found = named(weighed(seen("new", name, kind=kind, company=("orvand",)), *others))
    assert found["nothing in common"] == pytest.approx(need)


def test_company_counts_only_so_much() -> None:
    """Long documents share much by chance."""
    many = tuple(f"village {n}" for n in range(30))
    found = weighed(seen("d1", "Tide Front", company=many), seen("d2", "Tide Front", company=many))
    assert named(found)["company in common"] == 2.0
    (told,) = (f.what for f in found.features if f.name == "company in common")
    assert told == "village 0, village 1, village 10"


def test_a_country_needs_no_company() -> None:
    """It is met everywhere."""
    mali = seen("d1", "Mali", kind=Type.STATE, company=("kesh",))
    assert named(weighed(mali, seen("d2", "Bamako", kind=Type.STATE, company=("talvo",)))) == {"same country": 1.0}


def test_countries_in_the_names_count_with_the_names() -> None:
    """That both Malian fronts belong to Mali says nothing more; that they are in Niger does."""
    ties = (tie("located", "niger"),)
    assert "home in common" not in named(weighed(seen("d1", "Malian Front"), seen("d2", "Malian Front")))
    found = weighed(seen("d1", "Malian Front", ties=ties), seen("d2", "Malian Front", ties=ties))
    assert [f.what for f in found.features if f.name == "home in common"] == ["niger"]


@pytest.mark.parametrize(("value", "counts"), [(0.5, 0.2), (2.0, 1.0)])
def test_a_place_lends_its_id_to_what_lies_there(value: float, counts: float) -> None:
    """A base whose name is half the town's has the town's place: it says little."""
    one, other = (seen(f"d{n}", "Kesh", kind=Type.PLACE, place="geo:1") for n in range(2))
    assert named(weighed(one, other, feature="alike", value=value))["same place"] == counts


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ("13th Tide Brigade", "31st Tide Brigade", True),
        ("13th Tide Brigade", "Tide Brigade", True),
        ("13th Tide Brigade", "Tide Brigade 13", False),
        ("2nd Unit 5", "5th Unit 2", False),
    ],
)
def test_numbers(mine: str, theirs: str, *, apart: bool) -> None:
    """All of both names, in any order."""
    found = weighed(seen("d1", mine), seen("d2", theirs), feature="alike")
    assert found.has("numbers apart") is apart
    assert found.has("same name", "alike")
    assert (found.score < 0.01) is apart


def test_a_loose_name_counts_less() -> None:
    """On the record's side as on the cluster's."""
    loose = seen("d1", "Tide Front", "Reed Brothers")
    link = Link(naming("Reed Brothers", Type.GROUP), "reed brothers", "same name")
    for view, other in ((loose, seen("d2", "Reed Brothers")), (seen("d2", "Reed Brothers"), loose)):
        assert weigh(view, gathered(other), link, Rarity()).has("loose name")


def test_full_names_behind_an_acronym() -> None:
    """Unlike ones tell two bodies apart; spellings of one do not."""
    mine = seen("d1", "TLF", "Tide Liberation Front")
    assert weighed(mine, seen("d2", "TLF", "Talvo Labour Federation")).has("full names apart")
    assert not weighed(mine, seen("d2", "TLF", "Tide Liberation Fronts")).has("full names apart")
    assert not weighed(mine, seen("d2", "TLF")).has("full names apart")


def test_a_document_that_has_both_names_tells_them_apart() -> None:
    """It names them as two things."""
    mine = seen("d1", "Zendan Front", company=("zindan front",))
    found = weighed(mine, seen("d2", "Zindan Front"), feature="alike", value=2.0)
    assert found.has("told apart")
    assert not found.has("dated relation")


@pytest.mark.parametrize("relation", ["successor", "split", "merger", "formation", "dissolution"])
def test_a_change_is_no_sameness_and_more_than_being_told_apart(relation: str) -> None:
    """The reason names whom the change is about."""
    mine = seen("d1", "New Zendan Front", ties=(tie(relation, "zendan front"),), company=("zendan front",))
    other = seen("d2", "Zendan Front")
    found = weighed(mine, other, feature="alike", value=2.0)
    assert found.has("dated relation")
    assert not found.has("told apart")
    assert found.score < 0.01
    assert "a change between them and zendan front: a dated relation, no sameness (-9.0)" in because(
        found, gathered(other)
    )


def test_the_score_is_of_the_sum() -> None:
    """Of value times weight; however great, it stays a probability."""
    link = Link(naming("Tide Front", Type.GROUP), "tide front", "same name")
    found = Evidence(link, (Feature("same name", 1.0, 2.0), Feature("company in common", 0.5, -3.0)))
    assert found.odds == 0.5
    assert found.score == pytest.approx(1 / (1 + exp(-0.5)))
    assert not found.has()
    assert not found.has("told apart")
    for odds in (1e6, -1e6):
        assert 0 < Evidence(link, (Feature("same name", 1.0, odds),)).score <= 1


@pytest.mark.parametrize(("likeness", "odds"), [(0.5, 0.0), (0.8, 1.386), (0.2, -1.386), (0.0, -4.595), (1.0, 2.442)])
def test_logit(likeness: float, odds: float) -> None:
    """The inverse of the logistic function, held within bounds."""
    assert logit(likeness) == pytest.approx(odds, abs=0.001)


def test_a_reason_tells_every_feature_in_the_names_as_written() -> None:
    """The name first, each with its sign and log-odds."""
    mine = seen("d1", "The Zendan Front", kind=Type.FORCE, company=("kesh",))
    other = seen("d2", "Zindan-Front", company=("talvo",))
    said = because(weighed(mine, other, feature="alike", value=2.0), gathered(other))
    assert said == (
        '"The Zendan Front" is written like "Zindan-Front" (+2.0); nothing that they are met with is the same (-1.4); '
        "documents take them for different kinds (-0.7)"
    )


def test_the_signs_of_the_weights() -> None:
    """What is apart speaks against, what is in common for it."""
    for name, weight in WEIGHTS.items():
        if "apart" in name or name.startswith(("no ", "nothing", "dated", "loose")):
            assert weight < 0, name
        if "in common" in name and not name.startswith("nothing"):
            assert weight > 0, name
    assert WEIGHTS["dated relation"] < -max(WEIGHTS.values())

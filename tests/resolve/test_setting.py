"""Settings of records, and of clusters while they grow; all names are invented but those of countries."""

from __future__ import annotations

import pytest

from tacitus.model.entity import EntityType as Type
from tacitus.resolve.records import BRACKETS, Record, Tie
from tacitus.resolve.setting import DATED, Gathering, Rarity, View, shared, views


def seen(
    document: str, *names: str, kind: Type = Type.GROUP, ties: tuple[Tie, ...] = (), place: str | None = None
) -> View:
    """Return a record alone in its document."""
    return views([Record(document, "e1", kind, names, ties=ties, place=place)])[0]


def tie(kind: str, role: str, *names: str) -> Tie:
    """Return a tie to somebody by folded names."""
    return Tie(kind, role, frozenset(names))


def gathered(*found: View) -> Gathering:
    """Return the cluster of some records."""
    out = Gathering(found[0].record.key)
    for view in found:
        out.add(view, view.record.key)
    return out


@pytest.mark.parametrize(
    ("names", "kind", "ties", "homes"),
    [
        (("Malian Tide Front",), Type.GROUP, (), {"mali"}),
        (("Al-Zendan (Niger)",), Type.GROUP, (), {"niger"}),
        (("Zendan",), Type.GROUP, (tie("located", "subject", "northern mali"),), {"mali"}),
        (("Zendan",), Type.GROUP, (tie("origin", "subject", "colombian coast"),), {"colombia"}),
        (("Zendan",), Type.GROUP, (tie("attack", "actor", "mali"),), set()),
        (("Chad Orvand",), Type.PERSON, (), set()),
        (("Ada Orvand",), Type.PERSON, (tie("leads", "subject", "sudanese tide front"),), {"sudan"}),
        (("Zendan",), Type.GROUP, (tie(BRACKETS, "subject", "yemen"),), {"yemen"}),
        (("Zendan",), Type.PLACE, (), set()),
    ],
)
def test_homes(names: tuple[str, ...], kind: Type, ties: tuple[Tie, ...], homes: set[str]) -> None:
    """By name, brackets and relations of belonging; a man called like a country does not come from it."""
    assert seen("d1", *names, kind=kind, ties=ties).setting.homes == homes


@pytest.mark.parametrize("relation", ["leads", "member", "appointment", "removal"])
@pytest.mark.parametrize(("role", "counts"), [("subject", True), ("object", True), ("actor", False), ("place", False)])
def test_posts_give_groups(relation: str, role: str, *, counts: bool) -> None:
    """Who leads what; who made the appointment, or where, does not count."""
    setting = seen("d1", "Zendan", ties=(tie(relation, role, "tide front"),)).setting
    assert setting.groups == ({"tide front"} if counts else set())


@pytest.mark.parametrize("relation", sorted(DATED))
def test_changes_are_dated(relation: str) -> None:
    """They are no company of posts, and a thing does not follow itself."""
    setting = seen("d1", "Zendan", ties=(tie(relation, "subject", "zendan", "bay army"),)).setting
    assert setting.dated == {"bay army"}
    assert setting.groups == frozenset()


def test_qualifiers_come_from_names_and_from_brackets_in_the_text() -> None:
    """What stands right behind the name in either."""
    view = seen("d1", "Al-Zendan (North)", ties=(tie(BRACKETS, "subject", "tide front"),))
    assert view.setting.qualifiers == {"north", "tide front"}


def test_company_is_what_else_the_document_has() -> None:
    """Under its first telling name; outlets and the record's own names are none; claims add theirs."""
    one = Record("d1", "e1", Type.PERSON, ("Orvand", "Ada Orvand"))
    other = Record(
        "d1", "e2", Type.GROUP, ("Tide Front", "Orvand"), company=frozenset({"ada orvand", "kesh", "orvand"})
    )
    wire = Record("d1", "e3", Type.MEDIA, ("Kesh Wire",))
    found = views((one, other, wire))
    assert [set(v.setting.company) for v in found] == [
        {"tide front"},
        {"ada orvand", "kesh"},
        {"ada orvand", "tide front"},
    ]
    assert [v.keys for v in found] == [r.keys for r in (one, other, wire)]


@pytest.mark.parametrize(
    ("names", "told", "loose"),
    [
        (("Tide Front", "Reed Brothers"), (), {"reed brothers"}),
        (("Tide Front", "Reed Brothers"), ("reed brothers",), set()),
        (("Tide Front", "RB"), (), set()),
        (("RB", "Tide Front"), (), set()),
        (("Jabhat al-Zendan", "Zindan Front"), (), set()),
        (("Tide Front", "Reed Brothers", "Kesh Guard"), ("kesh guard",), {"reed brothers"}),
        (("Tide Front",), (), set()),
    ],
)
def test_loose_names(names: tuple[str, ...], told: tuple[str, ...], loose: set[str]) -> None:
    """Unlike the first one, no acronym beside a name, and told by no sentence."""
    ties = (tie("alias", "subject", *told),) if told else ()
    assert seen("d1", *names, ties=ties).loose == loose


def test_a_cluster_knows_names_kinds_places_and_documents() -> None:
    """Of each name the first bearer and the number of records."""
    one = seen("d1", "Zendan", kind=Type.PLACE, place="geo:1")
    other = seen("d2", "Zendan", "Port Zendan", kind=Type.FACILITY)
    cluster = gathered(one, other)
    assert cluster.bearers["zendan"].key == one.record.key
    assert cluster.bearers["port zendan"].key == other.record.key
    assert (cluster.counts["zendan"], cluster.counts["port zendan"], cluster.size) == (2, 1, 2)
    assert cluster.types == {Type.PLACE, Type.FACILITY}
    assert cluster.places == {"geo:1"}
    assert (cluster.share("zendan"), cluster.share("port zendan"), cluster.share("kesh")) == (1.0, 0.5, 0.0)


def test_absorbing_is_like_adding() -> None:
    """Two clusters that become one know what one cluster of all records knows."""
    found = [
        seen("d1", "Tide Front", "TF", ties=(tie("located", "subject", "mali"),)),
        seen("d2", "Tide Front", "Reed Brothers", ties=(tie("successor", "subject", "bay army"),)),
        seen("d3", "TF", kind=Type.FORCE, ties=(tie("leads", "object", "ada orvand"),)),
    ]
    whole, part = gathered(*found), gathered(found[0])
    part.absorb(gathered(*found[1:]))
    assert part == whole


def test_a_loose_name_is_held_from_the_second_document_on() -> None:
    """Or when one document has it firmly."""
    loose, firm = seen("d1", "Tide Front", "Reed Brothers"), seen("d2", "Reed Brothers")
    assert not gathered(loose).holds("reed brothers")
    assert gathered(loose, seen("d3", "Tide Front", "Reed Brothers")).holds("reed brothers")
    assert gathered(loose, firm).holds("reed brothers")
    assert not gathered(loose).holds("never met")
    assert gathered(loose).full_names() == {"tide front"}


@pytest.mark.parametrize(
    ("names", "others", "rivals"),
    [
        (("Tide Front",), ("Bay Army of Kesh",), True),
        (("Tide Front", "TF"), ("TF",), False),
        (("Tide Front", "TF"), ("Tide Front",), False),
        (("Tide Front", "TF"), ("Talvo Fighters", "TF"), True),
        (("TF",), ("TF",), False),
    ],
)
def test_rivals(names: tuple[str, ...], others: tuple[str, ...], *, rivals: bool) -> None:
    """Both have full names and share none."""
    one, other = gathered(seen("d1", *names)), gathered(seen("d2", *others))
    assert one.is_rival(other) is other.is_rival(one) is rivals


def test_who_follows_whom() -> None:
    """A change ties the cluster of the old name to that of the new one, whichever document tells it."""
    old = gathered(seen("d1", "Bay Army"))
    new = gathered(seen("d2", "Tide Front", ties=(tie("successor", "subject", "bay army"),)))
    third = gathered(seen("d3", "Reed Brothers"))
    assert old.follows(new)
    assert new.follows(old)
    assert not third.follows(new)
    assert not old.follows(third)


def test_what_two_companies_share() -> None:
    """The rarest first, then by name; nothing shared is nothing."""
    rarity = Rarity()
    for n in range(20):
        rarity.add([seen(f"d{n}", "Great Power")])
    common = shared(["great power", "reed village", "kesh", "talvo"], {"kesh", "reed village", "great power"}, rarity)
    assert list(common) == ["kesh", "reed village", "great power"]
    assert common["kesh"] == common["reed village"] == 1.0 > common["great power"] > 0
    assert shared(["kesh"], {"talvo"}, rarity) == {}


def test_rarity_falls_with_every_document() -> None:
    """A name that ever more documents have says ever less; twice in one document counts once."""
    rarity, weights = Rarity(), []
    for n in range(6):
        rarity.add([seen(f"d{n}", "Kesh"), seen(f"d{n}", "Kesh")])
        weights.append(rarity.of("kesh"))
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > weights[-1] > 0.5

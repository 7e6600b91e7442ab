"""The parts of the resolver: spellings, settings, evidence and its reasons."""

from __future__ import annotations

from tacitus import tables
from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document
from tacitus.model.entity import Entity
from tacitus.model.entity import EntityType as Type
from tacitus.model.reading import Reading
from tacitus.model.span import Span
from tacitus.resolve.evidence import Link, logit, weigh
from tacitus.resolve.reasons import because
from tacitus.resolve.records import Record, Tie, records
from tacitus.resolve.setting import Gathering, Rarity, View, views
from tacitus.resolve.spellings import Spellings


def seen(document: str, *names: str, company: tuple[str, ...] = (), ties: tuple[Tie, ...] = ()) -> View:
    """Return a group alone in its document."""
    return views([Record(document, "e1", Type.GROUP, names, ties=ties, company=frozenset(company))])[0]


def gathered(*found: View) -> Gathering:
    """Return the cluster of some records."""
    out = Gathering(found[0].record.key)
    for view in found:
        out.add(view, view.record.key)
    return out


def test_spellings_know_each_pair_from_both_sides() -> None:
    """Names are compared when they come; unlike ones are not kept."""
    spellings = Spellings()
    for name in ("harakat zendan", "harakat zindan", "bay army"):
        spellings.add(name, name.title())
    assert list(spellings.near("harakat zendan")) == ["harakat zindan"]
    assert spellings.near("harakat zindan") == {"harakat zendan": spellings.near("harakat zendan")["harakat zindan"]}
    assert not spellings.near("bay army")
    assert not spellings.near("never met")


def test_spellings_tell_acronyms_by_their_letters() -> None:
    """Three initials; another spelling has none."""
    spellings = Spellings()
    for name in ("Tide Liberation Front", "TLF"):
        spellings.add(name.lower(), name)
    assert [n.letters for n in spellings.near("tlf").values()] == [3]


def test_the_company_of_a_document() -> None:
    """Other records are company, outlets are not, and nothing is its own."""
    front = Record("d1", "e1", Type.GROUP, ("Tide Front", "Tide"))
    army, wire = Record("d1", "e2", Type.FORCE, ("Bay Army",)), Record("d1", "e3", Type.MEDIA, ("Reed Wire",))
    found = views([front, army, wire])
    assert [v.setting.company for v in found] == [{"bay army"}, {"tide front"}, {"tide front", "bay army"}]


def test_homes_groups_and_changes_come_from_relations() -> None:
    """Where it is based, who leads it, what it grew out of."""
    ties = (
        Tie("located", "subject", frozenset({"iraq"})),
        Tie("leads", "object", frozenset({"mara dun"})),
        Tie("successor", "subject", frozenset({"bay army"})),
    )
    setting = seen("d1", "Tide Front", ties=ties).setting
    assert setting.homes == {"iraq"}
    assert setting.groups == {"mara dun"}
    assert setting.dated == {"bay army"}


def test_unlike_names_are_loose_until_a_sentence_or_two_documents_tie_them() -> None:
    """An "also known as" makes a name firm; so does the second document."""
    assert seen("d1", "Tide Front", "Brothers of the Reed").loose == {"brothers of the reed"}
    told = Tie("alias", "subject", frozenset({"brothers of the reed"}))
    assert seen("d1", "Tide Front", "Brothers of the Reed", ties=(told,)).loose == frozenset()
    one = gathered(seen("d1", "Tide Front", "Brothers of the Reed"))
    assert not one.holds("brothers of the reed")
    one.absorb(gathered(seen("d2", "Tide Front", "Brothers of the Reed")))
    assert one.holds("brothers of the reed")
    assert one.size == 2


def test_names_that_a_sentence_sets_side_by_side_are_tied() -> None:
    """The claim's evidence has two of the three names; it becomes a tie of the record to itself."""
    text = "The Tide Front (TF) spoke. Reeds."
    entity = Entity("e1", Type.GROUP, ("Tide Front", "TF", "Reeds"))
    alias = Claim("c1", "alias", (Argument("subject", "e1"), Argument("object", "e1")), (Span(4, 19),))
    (record,) = records(Reading(Document("d1", text, "00"), (entity,), (alias,)))
    assert record.ties == (Tie("alias", "subject", frozenset({"tide front", "tf"})),)
    assert record.company == frozenset()


def test_rare_company_weighs_more() -> None:
    """A village of one document, and a power of all."""
    rarity = Rarity()
    for n in range(40):
        rarity.add([seen(f"d{n}", "Great Power"), *([seen(f"d{n}", "Little Village")] if n == 0 else [])])
    assert 0 < rarity.of("great power") < 0.2
    assert 0.8 < rarity.of("little village") <= 1


def test_every_feature_has_a_weight_a_meaning_and_a_sentence() -> None:
    """The table is whole, and each sentence can be filled."""
    rows = tables.rows("tacitus.resolve.data", "entity_weights.tsv")
    assert len({row[0] for row in rows}) == len(rows)
    for name, weight, meaning, said in rows:
        assert name
        assert float(weight) != 0
        assert meaning
        assert "{" not in said.format(mine="a", theirs="b", what="c")


def test_evidence_adds_up_and_explains_itself() -> None:
    """The score is the logistic function of the weights; the reason tells each."""
    cluster = gathered(seen("d1", "Tide Front", company=("port dura",)))
    view = seen("d2", "Tide Front", company=("port dura",))
    evidence = weigh(view, cluster, Link(view.namings[0], "tide front", view.namings[0].nature), Rarity())
    assert evidence.odds == sum(f.value * f.weight for f in evidence.features)
    assert evidence.score > 0.99
    assert evidence.has("company in common")
    assert because(evidence, cluster) == 'the same name "Tide Front" (+4.6); both are met with port dura (+1.0)'


def test_a_spelling_alone_stays_below_the_bar() -> None:
    """However sure the matcher is."""
    assert logit(1.0) == logit(0.96) < 3.0
    assert logit(0.5) == 0

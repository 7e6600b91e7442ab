"""What resolution sees of the entities of a document."""

from __future__ import annotations

from datetime import date

from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document
from tacitus.model.entity import Entity, EntityType
from tacitus.model.reading import Reading
from tacitus.model.span import Span
from tacitus.resolve.records import BRACKETS, Record, Tie, key_of, records

ENTITIES = (
    Entity("e1", EntityType.GROUP, ("Tide Front", "TF", "the fighters of the Tide")),
    Entity("e2", EntityType.GROUP, ("Bay Army",)),
    Entity("e3", EntityType.PEOPLE, ("Civilians",)),
    Entity("e4", EntityType.PLACE, ("Port Dura",)),
)
CLAIMS = (
    Claim("c1", "successor", (Argument("subject", "e1"), Argument("object", "e2")), (Span(0, 4),)),
    Claim("c2", "attack", (Argument("actor", "e1"), Argument("target", "e3"), Argument("place", "e4")), (Span(0, 4),)),
)


def test_names_ties_and_company() -> None:
    """Descriptions and unnamed people are left out; relations and company come from the claims."""
    found = records(Reading(Document("d1", "text", "00", published=date(2023, 5, 1)), ENTITIES, CLAIMS))
    assert [r.entity for r in found] == ["e1", "e2", "e4"]
    front = found[0]
    assert front.names == ("Tide Front", "TF")
    assert Tie("successor", "subject", frozenset({"bay army"})) in front.ties
    assert front.company == {"bay army", "port dura"}
    assert found[1].ties == (Tie("successor", "object", frozenset({"tide front", "tf"})),)


def test_keys_do_not_depend_on_spelling_or_reading() -> None:
    """A key is of a name in a document, folded."""
    one = Record("d1", "e1", EntityType.GROUP, ("Tide Front", "TF"))
    later = Record("d1", "e7", EntityType.FORCE, ("TF", "tide front"))
    assert set(one.keys) == set(later.keys)
    assert one.key != key_of("d2", "Tide Front")
    assert one.key == key_of("d1", "the TIDE front")


def test_brackets_tie_an_entity_to_what_stands_in_them() -> None:
    """Right behind a name; an acronym of the same entity, and brackets further on, are none."""
    text = "Adan Rask (Tide Front) met the Bay Army (BA) in Dura. He left (Port Salem was shelled)."
    spans = {"e1": (0, 9), "e2": (11, 21), "e4": (63, 73)}
    entities = (
        Entity("e1", EntityType.PERSON, ("Adan Rask",), (Span(*spans["e1"]),)),
        Entity("e2", EntityType.GROUP, ("Tide Front",), (Span(*spans["e2"]),)),
        Entity("e3", EntityType.GROUP, ("Bay Army", "BA"), (Span(31, 39), Span(41, 43))),
        Entity("e4", EntityType.PLACE, ("Port Salem",), (Span(*spans["e4"]),)),
    )
    found = {r.entity: r.ties for r in records(Reading(Document("d1", text, "00"), entities, ()))}
    assert found == {"e1": (Tie(BRACKETS, "subject", frozenset({"tide front"})),), "e2": (), "e3": (), "e4": ()}

"""A thing while its mentions are gathered: what it is called, what it is, what it takes over."""

from __future__ import annotations

from tacitus.extract.things import Thing, add, distinct
from tacitus.model.entity import EntityType


def test_names_stand_before_descriptions_and_longer_forms() -> None:
    """The name to show is a proper name when there is one."""
    thing = Thing(EntityType.PERSON, names=["Adan Rask", "Rask"], descriptions=["a clerk"], forms=["Mr. Adan Rask"])
    assert thing.entity(3, ()).names == ("Adan Rask", "Rask", "a clerk", "Mr. Adan Rask")
    assert thing.entity(3, ()).id == "e3"


def test_a_name_is_kept_once_whatever_its_capitals() -> None:
    """The first writing stays; a name with its article is a form of its own."""
    assert distinct(["Zenda Front", "The Zenda Front", "the Zenda Front", "ZENDA FRONT"]) == (
        "Zenda Front",
        "The Zenda Front",
    )
    names = ["Rask"]
    add(names, "Rask")
    add(names, "Solen")
    assert names == ["Rask", "Solen"]


def test_most_mentions_decide_what_a_thing_is() -> None:
    """Ties go to the first; a state stays one."""
    thing = Thing(EntityType.GROUP)
    seen: list[EntityType] = []
    for kind in (EntityType.ORG, EntityType.GROUP, EntityType.GROUP):
        thing.vote(kind)
        seen.append(thing.type)
    assert seen == [EntityType.ORG, EntityType.ORG, EntityType.GROUP]
    state = Thing(EntityType.STATE)
    state.vote(EntityType.GROUP)
    assert state.type is EntityType.STATE


def test_what_is_taken_in_adds_its_names() -> None:
    """An unnamed thing becomes what the named one is; a person with an acronym was none."""
    unnamed = Thing(EntityType.PEOPLE, descriptions=["the fighters"])
    unnamed.take_in(Thing(EntityType.GROUP, names=["Zenda Front"], forms=["the Zenda Front"]))
    assert unnamed.type is EntityType.GROUP
    assert unnamed.entity(1, ()).names == ("Zenda Front", "the fighters", "the Zenda Front")
    person = Thing(EntityType.PERSON, names=["Hurras Tarn"])
    person.take_in(Thing(EntityType.GROUP, names=["HT"]))
    assert person.type is EntityType.GROUP
    assert person.names == ["Hurras Tarn", "HT"]

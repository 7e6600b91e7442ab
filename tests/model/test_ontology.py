"""Types and roles, held against the tables of the claim contract."""

from __future__ import annotations

import pytest

from tacitus.model.entity import EntityType
from tacitus.model.ontology import (
    COUNT_ROLES,
    EVENT_ROLES,
    FLAG_ROLES,
    RELATION_ROLES,
    ROLES,
    TEXT_ROLES,
    Certainty,
    Kind,
    Status,
    kind_of,
)

HARM = "instrument killed injured victim"
#: Section 2: type → roles beyond actor, target and place.
EVENTS = {
    **dict.fromkeys(("airstrike", "shelling", "bombing", "attack", "clash", "offensive", "killing"), HARM),
    **dict.fromkeys(("abduction", "arrest", "release", "displacement"), "count"),
    **dict.fromkeys(("deployment", "destruction", "aid"), "instrument"),
    **dict.fromkeys(("appointment", "removal"), "org role"),
    **dict.fromkeys(("agreement", "talks", "other"), "topic"),
    **dict.fromkeys(("formation", "merger", "split", "dissolution", "pledge", "renunciation", "designation"), ""),
    **dict.fromkeys(("withdrawal", "threat", "trial", "protest"), ""),
    "capture": "from",
    "publication": "media topic",
}
#: Section 3.
RELATIONS = [
    "alias",
    "leads",
    "member",
    "affiliate",
    "successor",
    "ally",
    "rival",
    "sponsor",
    "located",
    "controls",
    "owns",
    "origin",
    "kin",
    "associate",
]
#: Section 4.
ENTITIES = ["person", "group", "force", "state", "org", "media", "people", "place", "facility", "thing"]


def test_events_are_those_of_the_contract() -> None:
    """32 types, each with its own roles behind actor, target and place."""
    assert len(EVENT_ROLES) == 32
    assert {name: roles[:3] for name, roles in EVENT_ROLES.items()} == dict.fromkeys(
        EVENTS, ("actor", "target", "place")
    )
    assert {name: " ".join(roles[3:]) for name, roles in EVENT_ROLES.items()} == EVENTS


def test_relations_are_those_of_the_contract() -> None:
    """14 types with one set of roles."""
    assert list(RELATION_ROLES) == RELATIONS
    assert set(RELATION_ROLES.values()) == {("subject", "object", "role", "ended")}


def test_kinds_divide_the_types() -> None:
    """A type is an event or a relation, never both."""
    assert {kind_of(name) for name in EVENT_ROLES} == {Kind.EVENT}
    assert {kind_of(name) for name in RELATION_ROLES} == {Kind.RELATION}
    assert len(ROLES) == len(EVENT_ROLES) + len(RELATION_ROLES)
    with pytest.raises(KeyError, match="earthquake"):
        kind_of("earthquake")


def test_roles_have_one_kind_of_value() -> None:
    """Words, counts and flags are told by the role alone, and every such role is in use."""
    assert set(TEXT_ROLES) == {"role", "topic"}
    assert set(COUNT_ROLES) == {"killed", "injured", "count"}
    assert set(FLAG_ROLES) == {"ended"}
    used = {role for roles in ROLES.values() for role in roles}
    assert used >= TEXT_ROLES | COUNT_ROLES | FLAG_ROLES


def test_certainties_statuses_and_entities_are_those_of_the_contract() -> None:
    """Sections 4 and 5, in their order."""
    assert [*Certainty] == ["stated", "probable", "possible", "alleged", "denied", "unknown"]
    assert [*Status] == ["actual", "planned", "hypothetical"]
    assert [*EntityType] == ENTITIES

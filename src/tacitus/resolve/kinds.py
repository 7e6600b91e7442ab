"""Kinds of things: which entity types may stand for one thing in two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType as Type
from tacitus.resolve.naming import Nature, namings

if TYPE_CHECKING:
    from tacitus.resolve.records import Record

#: Types that two documents may give to one thing. A country is a state where it acts and a place where things happen.
_FAMILIES = (
    frozenset({Type.PERSON}),
    frozenset({Type.GROUP, Type.FORCE, Type.ORG, Type.MEDIA}),
    frozenset({Type.GROUP, Type.FORCE, Type.STATE}),
    frozenset({Type.STATE, Type.PLACE}),
    frozenset({Type.PLACE, Type.FACILITY}),
    frozenset({Type.FACILITY, Type.ORG}),
    frozenset({Type.PEOPLE}),
    frozenset({Type.THING}),
)


def may_be_one(one: Type, other: Type) -> bool:
    """Tell whether two documents may take one thing for the one and the other type.

    A person is nothing else; a group, a force, an organisation and an outlet are hard to tell apart; a government may
    be called a regime's force; a country is a state as an actor and a place as a scene; a court or a hospital is an
    organisation and a building.

    Examples:
        >>> may_be_one(Type.GROUP, Type.FORCE), may_be_one(Type.PERSON, Type.GROUP), may_be_one(Type.FORCE, Type.PLACE)
        (True, False, False)
    """
    return one == other or any(one in family and other in family for family in _FAMILIES)


def may_be_same(one: Record, other: Record) -> bool:
    """Tell whether the kinds of two records allow that they are one; a state is no place but its own country."""
    if not may_be_one(one.type, other.type):
        return False
    if one.type == other.type:
        return True
    return (namings(one)[0].nature is Nature.COUNTRY) == (namings(other)[0].nature is Nature.COUNTRY)

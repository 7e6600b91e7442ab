"""Which entity types may stand for one thing in two documents."""

from __future__ import annotations

from itertools import combinations

import pytest

from tacitus.model.entity import EntityType as Type
from tacitus.resolve.kinds import may_be_one, may_be_same
from tacitus.resolve.records import Record

ONE = (
    (Type.GROUP, Type.FORCE),
    (Type.GROUP, Type.ORG),
    (Type.GROUP, Type.MEDIA),
    (Type.FORCE, Type.ORG),
    (Type.FORCE, Type.MEDIA),
    (Type.ORG, Type.MEDIA),
    (Type.GROUP, Type.STATE),
    (Type.FORCE, Type.STATE),
    (Type.STATE, Type.PLACE),
    (Type.PLACE, Type.FACILITY),
    (Type.FACILITY, Type.ORG),
)


@pytest.mark.parametrize(("one", "other"), list(combinations(Type, 2)))
def test_every_pair_of_types(one: Type, other: Type) -> None:
    """Those that documents mix up, and no others; from both sides."""
    expected = (one, other) in ONE or (other, one) in ONE
    assert may_be_one(one, other) is may_be_one(other, one) is expected


@pytest.mark.parametrize("kind", list(Type))
def test_each_type_may_be_itself(kind: Type) -> None:
    """Whatever the name."""
    assert may_be_one(kind, kind)
    assert may_be_same(Record("d1", "e1", kind, ("Kesh",)), Record("d2", "e7", kind, ("Mali",)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((Type.STATE, "Mali"), (Type.PLACE, "Mali"), True),
        ((Type.STATE, "Malian government"), (Type.PLACE, "Mali"), True),
        ((Type.STATE, "Bamako"), (Type.PLACE, "Bamako"), False),
        ((Type.STATE, "Republic of Kesh"), (Type.PLACE, "Kesh"), True),
        ((Type.STATE, "Mali"), (Type.PLACE, "Kesh"), False),
        ((Type.STATE, "Mali"), (Type.FORCE, "Malian army"), False),
        ((Type.STATE, "Kesh Authority"), (Type.GROUP, "Kesh Authority"), True),
        ((Type.PLACE, "Kesh"), (Type.FACILITY, "Kesh"), True),
        ((Type.PLACE, "Kesh"), (Type.GROUP, "Kesh"), False),
        ((Type.PERSON, "Kesh"), (Type.GROUP, "Kesh"), False),
        ((Type.PEOPLE, "Kesh"), (Type.PLACE, "Kesh"), False),
    ],
)
def test_a_state_is_no_place_but_its_own_country(
    one: tuple[Type, str], other: tuple[Type, str], *, expected: bool
) -> None:
    """Only a country's own name makes a state and a place one."""
    a, b = (Record(f"d{n}", "e1", kind, (name,)) for n, (kind, name) in enumerate((one, other)))
    assert may_be_same(a, b) is may_be_same(b, a) is expected

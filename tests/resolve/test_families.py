"""Which types of events accounts of one happening mix up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus import tables
from tacitus.model.ontology import ROLES
from tacitus.resolve.families import kinship

_TYPES = st.lists(st.sampled_from(sorted(ROLES)), max_size=4)


def _families() -> list[list[str]]:
    """Return the types of each family of the list."""
    return [row[2].split() for row in tables.rows("tacitus.resolve.data", "families.tsv")]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (["shelling"], ["shelling"], 1.0),
        (["shelling"], ["airstrike"], 0.9),
        (["airstrike"], ["killing"], 0.8),
        (["attack"], ["shelling"], 0.9),
        (["arrest"], ["release"], 0.6),
        (["protest"], ["arrest"], 0.5),
        (["arrest"], ["shelling"], 0.0),
        (["appointment"], ["airstrike"], 0.0),
        (["talks"], ["talks", "airstrike"], 1.0),
        (["merger", "arrest"], ["split", "bombing"], 0.6),
        ([], ["airstrike"], 0.0),
        ([], [], 0.0),
    ],
)
def test_how_near(one: list[str], other: list[str], near: float) -> None:
    """The nearest pair counts, by the nearest family that has both; no type is near to none."""
    assert kinship(one, other) == near


@given(_TYPES, _TYPES)
def test_kinship_is_symmetric_and_bounded(one: list[str], other: list[str]) -> None:
    """The same whichever comes first; whole exactly where a type is shared."""
    near = kinship(one, other)
    assert near == kinship(other, one)
    assert 0 <= near <= 1
    assert (near == 1) is bool(set(one) & set(other))


@given(_TYPES, _TYPES, _TYPES)
def test_more_types_bring_nothing_apart(one: list[str], other: list[str], more: list[str]) -> None:
    """A type that is added makes two accounts nearer or leaves them as they are."""
    assert kinship([*one, *more], other) >= kinship(one, other)


def test_iterators_are_read_once() -> None:
    """A generator does for either side."""
    assert kinship((t for t in ("merger", "arrest")), (t for t in ("bombing", "release"))) == 0.6


def test_the_list_names_types_of_the_contract() -> None:
    """A type that is misspelt would never be near to anything."""
    named = {name for family in _families() for name in family}
    assert named <= set(ROLES)
    assert all(len(family) == len(set(family)) > 1 for family in _families())


def test_nearness_is_no_sameness() -> None:
    """No family makes two types as near as one type is to itself."""
    assert all(kinship([a], [b]) < 1 for family in _families() for a in family for b in family if a != b)

"""Which names are proper, and which tie entities together."""

from __future__ import annotations

import pytest

from tacitus.model.entity import Entity, EntityType
from tacitus.resolve.proper import is_proper, loose_names, tying_names


@pytest.mark.parametrize(
    "name", ["Tide Front", "al-Bahr", "al Bahr", "Sons of the Tide", "TF", "iHarbour", "جبهة المد", "13th Tide Brigade"]
)
def test_proper_names(name: str) -> None:
    """Small particles are allowed, and scripts without capitals."""
    assert is_proper(name)


@pytest.mark.parametrize("name", ["members of the Tide Front", "a base near Dura", "Tide fighters", "the", "2020", ""])
def test_descriptions(name: str) -> None:
    """A small longer word makes a description."""
    assert not is_proper(name)


def test_what_ties() -> None:
    """Names of groups do; of persons only those of more than one word; of people and things none."""
    names = ("Rask", "Adan Rask", "leader of the Tide")
    assert tying_names(Entity("e1", EntityType.GROUP, names)) == ("Rask", "Adan Rask")
    assert tying_names(Entity("e1", EntityType.PERSON, names)) == ("Adan Rask",)
    assert tying_names(Entity("e1", EntityType.PEOPLE, names)) == ()
    assert loose_names(Entity("e1", EntityType.PERSON, names)) == ("Rask",)
    assert loose_names(Entity("e1", EntityType.GROUP, names)) == ()


def test_a_name_with_an_article_ties_nothing_beside_another() -> None:
    """Words like "The Foreign Secretary" may be anybody in another text; a name that is alone is kept as it is."""
    person = Entity("e1", EntityType.PERSON, ("Adan Rask", "The Foreign Secretary", "Foreign Minister Adan Rask"))
    assert tying_names(person) == ("Adan Rask", "Foreign Minister Adan Rask")
    assert tying_names(Entity("e1", EntityType.GROUP, ("The Band",))) == ("The Band",)

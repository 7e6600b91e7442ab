"""Which entities are taken for one."""

from __future__ import annotations

import pytest

from tacitus.evaluate.aliases import aliases
from tacitus.evaluate.names import likeness, matched
from tacitus.evaluate.papers import Thing


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Al-Qa’ida", "alqaida", 0.0),
        ("Al-Qa’ida", "Al-Qaida", 1.0),
        ("the brigade's men", "brigade men", 1.0),
        ("the of", "the of", 1.0),
        ("the", "of", 0.0),
        ("two nurses of Mirzakh", "two nurses", 0.8),
    ],
)
def test_likeness(one: str, other: str, alike: float) -> None:
    """Words count, not marks, accents and small words; words are not cut at will."""
    assert likeness(one, other) == pytest.approx(alike)
    assert likeness(other, one) == pytest.approx(alike)


def test_descriptions_may_be_less_alike_than_names() -> None:
    """0.6 is enough for people, not for a group."""
    read = [Thing("r1", "people", ("two nurses from Obock",)), Thing("r2", "group", ("Highland Front Council",))]
    gold = [Thing("g1", "people", ("two nurses",)), Thing("g2", "group", ("Highland",))]
    assert matched(read, gold) == {"r1": "g1"}


def test_the_same_type_decides_between_two_of_one_name() -> None:
    """The country and the town."""
    gold = [Thing("g1", "state", ("Orvand",)), Thing("g2", "place", ("Orvand",))]
    assert matched([Thing("r1", "place", ("Orvand",))], gold) == {"r1": "g2"}


def test_an_entity_without_a_name_is_nobody() -> None:
    """It stands for none, and harms none."""
    assert matched([Thing("r1", "place", ())], [Thing("g1", "place", ("Orvand",))]) == {}


def test_further_names_are_counted() -> None:
    """All but the first are asked for; a name of another entity is wrong."""
    gold = [Thing("g1", "group", ("Highland Front", "HF", "the Front")), Thing("g2", "org", ("Red Lantern",))]
    read = [Thing("r1", "group", ("Highland Front", "HF", "Red Lantern"))]
    assert aliases(read, gold, {"r1": "g1"}) == {"alias_gold": 2, "alias_hit": 1, "alias_wrong": 1}

"""Who did it: how two who are named for it stand."""

from __future__ import annotations

import pytest

from tacitus.ask.actors import acted_together, may_act, stand
from tacitus.ask.parties import Known, Party, Stand
from tacitus.model.entity import Entity, EntityType

_KNOWN = Known(parts=frozenset({("valley company", "highland front"), ("idris halvani", "highland front")}))


def _party(words: str, owner: str = "") -> Party:
    """Return "Reed Front/group" as a party of a document of its own; without a type, people."""
    name, _, kind = words.partition("/")
    entity = Entity(f"e {name}", EntityType(kind or "people"), (name,))
    return Party(f"d {words}", entity, frozenset({owner} if owner else ()))


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("Highland Front/group", "the Highland Front/group", Stand.SAME),
        ("Highland Front/group", "HF/group", Stand.OPEN),
        ("Highland Front/group", "Hyland Front/group", Stand.OPEN),
        ("Highland Front/group", "Reed Army/group", Stand.OTHER),
        ("Highland Front/group", "army of Orvand/force", Stand.OTHER),
        ("Valley Company/group", "Highland Front/group", Stand.NARROWER),
        ("Idris Halvani/person", "Highland Front/group", Stand.NARROWER),
        ("Idris Halvani/person", "Reed Army/group", Stand.OPEN),
        ("Idris Halvani/person", "Marta Quill/person", Stand.OTHER),
        ("Halvani/person", "Marta Quill/person", Stand.OPEN),
        ("Highland Front/group", "Velimir Hospital/org", Stand.OPEN),
        ("fighters of the Highland Front", "Highland Front/group", Stand.SAME),
        ("gunmen", "Highland Front/group", Stand.WIDER),
        ("militants", "Highland Front/group", Stand.WIDER),
        ("soldiers", "Highland Front/group", Stand.OTHER),
        ("soldiers", "militants", Stand.OTHER),
        ("soldiers", "gunmen", Stand.ALIKE),
        ("gunmen", "attackers", Stand.ALIKE),
        ("gunmen", "gunmen", Stand.SAME),
        ("Israeli army/force", "Russian army/force", Stand.OTHER),
        ("Israeli army/force", "Israel/state", Stand.NARROWER),
        ("Israeli army/force", "Israeli air force/force", Stand.ALIKE),
        ("Russian soldiers", "Israeli soldiers", Stand.OTHER),
        ("3rd Brigade/force", "Highland Front/group", Stand.OTHER),
        ("3rd Brigade/group", "Reed Army/group", Stand.OPEN),
        ("Defence Ministry/force", "army of Orvand/force", Stand.OPEN),
    ],
)
def test_how_two_stand(one: str, other: str, way: Stand) -> None:
    """Names exclude each other by kind and country; descriptions by side; what may be one name is open."""
    assert stand(_party(one), _party(other), _KNOWN) is way
    assert stand(_party(other), _party(one), _KNOWN) is way.turned


def test_two_units_stand_alike_from_both_sides() -> None:
    """An army's brigade and a group that calls itself a company."""
    brigade, company = _party("3rd Brigade/force"), _party("Valley Company/group")
    assert stand(brigade, company, Known()) is stand(company, brigade, Known()).turned


def test_a_state_holds_its_arms_from_both_sides() -> None:
    """Part and whole are told whichever is asked first."""
    army, state = _party("Israeli army/force"), _party("Israel/state")
    assert stand(army, state, Known()) is Stand.NARROWER
    assert stand(state, army, Known()) is Stand.WIDER


def test_our_fighters_exclude_nobody() -> None:
    """They are those of somebody, and may be those of the other one; of their owner they are part."""
    ours = _party("our fighters", "reed army")
    assert stand(ours, _party("soldiers"), Known()) is Stand.OPEN
    assert stand(ours, _party("Reed Army/group"), Known()) is Stand.SAME


def test_what_resolution_found_counts_for_names() -> None:
    """Two names of one, and one name of two."""
    one, other = _party("Highland Front/group"), _party("Orvand Mountain Army/group")
    assert stand(one, other, Known(same=lambda _a, _b: True)) is Stand.SAME
    twin = Party("d2", one.entity)
    assert stand(one, twin, Known()) is Stand.SAME
    assert stand(one, twin, Known(same=lambda _a, _b: False)) is Stand.OPEN


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Highland Front/group", True),
        ("Idris Halvani/person", True),
        ("Velimir/place", False),
        ("Velimir Hospital/facility", False),
        ("a car bomb/thing", False),
        ("Harbour Wire/media", False),
        ("gunmen", True),
        ("12 soldiers", True),
        ("men in masks", True),
        ("civilians", False),
        ("nine children", False),
        ("at least 12 people", False),
        ("31", False),
        ("teachers", False),
    ],
)
def test_who_can_have_done_it(words: str, *, expected: bool) -> None:
    """Armed or not, whoever acts; no place, thing or outlet, and no people who are said to be civilians."""
    assert may_act(_party(words)) is expected


@pytest.mark.parametrize(
    ("joint", "expected"),
    [
        ((), False),
        ((("Highland Front/group", "Reed Army/group"),), True),
        ((("Highland Front/group", "Bay Guard/group"),), False),
        ((("Highland Front/group", "Bay Guard/group"), ("Bay Guard/group", "Reed Army/group")), False),
        ((("Valley Company/group", "Reed Army/group"),), True),
    ],
)
def test_acting_together(joint: tuple[tuple[str, ...], ...], *, expected: bool) -> None:
    """Some one claim must name both sides, or parts of them."""
    known = Known(parts=_KNOWN.parts, joint=tuple(tuple(map(_party, names)) for names in joint))
    sides = [_party("Highland Front/group")], [_party("Reed Army/group")]
    assert acted_together(sides[0], sides[1], known) is expected
    assert acted_together(sides[1], sides[0], known) is expected


def test_a_fight_has_two_sides() -> None:
    """Where it is told as a clash, each side did something."""
    assert acted_together([_party("Highland Front/group")], [_party("Reed Army/group")], Known(is_clash=True))

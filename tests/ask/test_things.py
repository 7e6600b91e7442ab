"""To whom and with what: targets and weapons side by side."""

from __future__ import annotations

import pytest

from tacitus.ask.parties import Known, Party, Stand
from tacitus.ask.things import things
from tacitus.model.entity import Entity, EntityType


def _party(words: str) -> Party:
    """Return "a drone/thing" as a party of a document of its own; without a type, people."""
    name, _, kind = words.partition("/")
    return Party(f"d {words}", Entity(f"e {name}", EntityType(kind or "people"), (name,)))


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("a drone/thing", "a drone/thing", Stand.SAME),
        ("the market/thing", "market/thing", Stand.SAME),
        ("an armed drone/thing", "drone/thing", Stand.NARROWER),
        ("drone/thing", "an armed drone/thing", Stand.WIDER),
        ("a drone/thing", "warplanes/thing", Stand.OPEN),
        ("a drone/thing", "mortar rounds/thing", Stand.OTHER),
        ("artillery/thing", "a car bomb/thing", Stand.OTHER),
        ("jets/thing", "a roadside charge/thing", Stand.OTHER),
        ("chlorine/thing", "tank shells/thing", Stand.OTHER),
        ("a missile/thing", "artillery/thing", Stand.OPEN),
        ("rockets/thing", "jets/thing", Stand.OPEN),
        ("drones and mortars/thing", "a car bomb/thing", Stand.OPEN),
        ("civilians", "fighters", Stand.OTHER),
        ("twelve children", "militants", Stand.OTHER),
        ("civilians", "soldiers", Stand.OPEN),
        ("fighters", "soldiers", Stand.OPEN),
        ("people", "fighters", Stand.OPEN),
        ("civilians", "traders", Stand.OPEN),
        ("civilians", "a checkpoint/facility", Stand.OPEN),
        ("Reed Front/group", "Velimir Hospital/facility", Stand.OPEN),
        ("Velimir Hospital/facility", "Velimir Children Hospital/facility", Stand.WIDER),
    ],
)
def test_how_two_stand(one: str, other: str, way: Stand) -> None:
    """More words are more exact; families of weapons, and civilians and fighters, exclude each other."""
    assert things(_party(one), _party(other), Known()) is way
    assert things(_party(other), _party(one), Known()) is way.turned


def test_what_resolution_found_counts_for_names() -> None:
    """Two names of one thing are the same; descriptions are left to their words."""
    known = Known(same=lambda _a, _b: True)
    one, other = _party("Velimir Hospital/facility"), _party("Saint Halder Clinic/facility")
    assert things(one, other, known) is Stand.SAME
    assert things(_party("civilians"), _party("fighters"), known) is Stand.OTHER

"""Where and when: how two places and two times stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ask.accounts import Bench

from tacitus.ask.parties import Known, Party, Stand
from tacitus.ask.spots import days_between, is_one_time, when, where
from tacitus.model.entity import Entity, EntityType
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where


def _found(name: str, kind: str, latitude: float, radius: float, country: str = "XA") -> Candidate:
    return Candidate(f"own:{name}", name, kind, country, 0.9, Point(latitude, 20.0, radius))


_PROVINCE = _found("Mirzakh", "region", 10.0, 60_000.0)
#: Name → what is known of it; all on one meridian, where a degree is 111 kilometres.
_PLACES = {
    "Tirsa": Where("Tirsa", candidates=(_found("Tirsa", "town", 10.0, 3000.0),)),
    "Suburb": Where("Suburb", candidates=(_found("Suburb", "town", 10.2, 1000.0),)),
    "Belun": Where("Belun", candidates=(_found("Belun", "town", 12.0, 3000.0),)),
    "Karesh": Where("Karesh", candidates=(_found("Karesh", "region", 10.1, 50_000.0),)),
    "Inner": Where("Inner", candidates=(_found("Inner", "district", 10.1, 9000.0),)),
    "Sadria": Where("Sadria", candidates=(_found("Sadria", "country", 11.0, 300_000.0),)),
    "Tessaly": Where("Tessaly", candidates=(_found("Tessaly", "country", 12.1, 300_000.0, "XB"),)),
    "Mirzakh": Where("Mirzakh", candidates=(_found("Town", "town", 14.0, 3000.0), _PROVINCE)),
    "Doubtful": Where("Doubtful", candidates=(Candidate("own:q", "Q", "town", "XA", 0.4, Point(40.0, 20.0, 1.0)),)),
    "the square": Where("the square", within=("Tirsa", "Sadria")),
    "the mill": Where("the mill", inside=_found("Belun", "town", 12.0, 3000.0)),
    "nowhere": None,
}


def _place(name: str) -> Party:
    return Party(f"d {name}", Entity(f"e {name}", EntityType.PLACE, (name,), where=_PLACES[name]))


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("Tirsa", "Tirsa", Stand.SAME),
        ("Tirsa", "Suburb", Stand.OPEN),
        ("Tirsa", "Belun", Stand.OTHER),
        ("Tirsa", "Karesh", Stand.NARROWER),
        ("Belun", "Karesh", Stand.OTHER),
        ("Inner", "Karesh", Stand.NARROWER),
        ("Karesh", "Sadria", Stand.NARROWER),
        ("Belun", "Tessaly", Stand.OTHER),
        ("Sadria", "Tessaly", Stand.OTHER),
        ("Tirsa", "Mirzakh", Stand.OPEN),
        ("Belun", "Mirzakh", Stand.OTHER),
        ("Tirsa", "Doubtful", Stand.OPEN),
        ("the square", "Tirsa", Stand.NARROWER),
        ("the square", "Sadria", Stand.NARROWER),
        ("the square", "Belun", Stand.OPEN),
        ("the mill", "Belun", Stand.NARROWER),
        ("nowhere", "Tirsa", Stand.OPEN),
        ("nowhere", "nowhere", Stand.SAME),
    ],
)
def test_places(one: str, other: str, way: Stand) -> None:
    """By name, by the areas that the text names, then on the map; a doubtful or missing position excludes nothing."""
    assert where(_place(one), _place(other), Known()) is way
    assert where(_place(other), _place(one), Known()) is way.turned


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("2024-03-04", "2024-03-04", Stand.SAME),
        ("2024-03-04", "2024-03-05", Stand.OTHER),
        ("2024-03-04", "2024-03", Stand.NARROWER),
        ("2024-03-04", "2024", Stand.NARROWER),
        ("2024-03-04", "2024-03-04~", Stand.NARROWER),
        ("2024-03-04~", "2024-03-11", Stand.OPEN),
        ("2024-03-04~", "2024-03-12", Stand.OTHER),
        ("2024-03-01/2024-03-10", "2024-03-05/2024-03-20", Stand.ALIKE),
        ("2024-03-01/..", "2024-03-05", Stand.WIDER),
        ("../2024-03-01", "2024-03-05", Stand.OTHER),
        ("2024-03-01/2024-03-31", "2024-03", Stand.SAME),
        ("XXXX-03-04", "2024-03-04", Stand.WIDER),
        ("XXXX-03-04", "2024-03-05", Stand.OTHER),
        ("XXXX-03-04", "XXXX-03-05", Stand.OTHER),
        ("XXXX-03-04", "2024-03", Stand.OPEN),
        ("XXXX-03-04", "2024-03-01/2024-03-10", Stand.OPEN),
    ],
)
def test_times(one: str, other: str, way: Stand) -> None:
    """The same, one inside the other, apart; "about" may miss by a week, and an unknown year leaves the day."""
    assert when(When(one), When(other)) is way
    assert when(When(other), When(one)) is way.turned


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2024-03-04", "2024-03-04", 0),
        ("2024-02-28", "2024-03-01", 2),
        ("2024-03", "2024-04-05", 5),
        ("2024-03", "2024-03-05", 0),
        ("2024-03-01/..", "2023-03-01", 366),
        ("../2024-03-01", "2023-03-01", 0),
        ("XXXX-03-04", "2019-03-07", 3),
        ("XXXX-12-31", "2019-01-02", 2),
        ("XXXX-12", "2019-01", 1),
        ("XXXX-03-04", "2019-03-01/2019-04-01", 0),
    ],
)
def test_days_between(one: str, other: str, days: int) -> None:
    """The least that lies between, in either order, over the turn of the year where no year is told."""
    assert days_between(When(one), When(other)) == days
    assert days_between(When(other), When(one)) == days


_TIMES = st.dates().map(lambda d: When(d.isoformat())) | st.dates().map(lambda d: When(f"XXXX-{d:%m-%d}"))


@given(_TIMES, _TIMES)
def test_times_turn(one: When, other: When) -> None:
    """Asked the other way round, the answer is turned, and the days between are the same."""
    assert when(one, other) is when(other, one).turned
    assert days_between(one, other) == days_between(other, one) >= 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("on=2024-03-04", "on=2024-03-06", True),
        ("on=2024-03-04", "on=2024-03-07", False),
        ("on=2024-03-04", "doc=b", True),
        ("doc=a", "doc=b", True),
        ("on=2024-03", "on=2024-04-02", True),
    ],
)
def test_one_time(one: str, other: str, *, expected: bool) -> None:
    """Two days may be missed; who tells no time rules nothing out."""
    bench = Bench()
    assert is_one_time(bench.add(one), bench.add(other)) is expected
    assert is_one_time(bench.add(other), bench.add(one), 400)

"""Places with their doubt."""

from __future__ import annotations

import pytest

from tacitus.errors import InvalidValueError
from tacitus.model.where import Candidate, Point, Where, distance


@pytest.mark.parametrize(("latitude", "longitude", "radius"), [(90, -180, 0), (-90, 180, 5000), (35.9, 36.6, 250.5)])
def test_positions_on_the_globe_stand(latitude: float, longitude: float, radius: float) -> None:
    """The poles, the date line and a surveyed point are positions."""
    point = Point(latitude, longitude, radius)
    assert (point.latitude, point.longitude, point.radius) == (latitude, longitude, radius)


@pytest.mark.parametrize(
    ("latitude", "longitude", "radius"),
    [(90.1, 0, 1), (0, -180.5, 1), (0, 0, -1), (float("nan"), 0, 1), (0, float("inf"), 1), (0, 0, float("nan"))],
)
def test_positions_off_the_globe_are_refused(latitude: float, longitude: float, radius: float) -> None:
    """The message says the ranges."""
    with pytest.raises(InvalidValueError, match=r"latitude -90..90"):
        Point(latitude, longitude, radius)


def candidate(share: float, point: Point) -> Candidate:
    """Return a town of nowhere."""
    return Candidate("own:1", "Karra", "town", "SY", share, point)


def test_a_place_is_located_when_one_reading_outweighs_the_others() -> None:
    """Two even candidates are a doubt, none is an unknown place."""
    one, other = Point(35.9, 36.6, 500), Point(34.7, 36.7, 500)
    assert not Where("Karra").is_located
    assert Where("Karra").point is None
    sure = Where("Karra", candidates=(candidate(0.9, one), candidate(0.1, other)))
    assert sure.is_located
    assert sure.point == one
    assert not Where("Karra", candidates=(candidate(0.5, one), candidate(0.5, other))).is_located


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        (Point(0, 0, 0), Point(0, 180, 0), 20015),
        (Point(90, 0, 0), Point(-90, 0, 0), 20015),
        (Point(0, 179.5, 0), Point(0, -179.5, 0), 111),
        (Point(36.2, 37.16, 9), Point(36.2, 37.16, 0), 0),
    ],
)
def test_distances_go_the_short_way_round(one: Point, other: Point, kilometres: int) -> None:
    """Poles, antipodes and the date line."""
    assert round(distance(one, other) / 1000) == kilometres

"""Places with their doubt."""

from __future__ import annotations

import pytest

from tacitus.errors import InvalidValueError
from tacitus.model.where import Point, Where


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


def test_a_place_is_located_when_one_position_remains() -> None:
    """Two candidates are a doubt, none is an unknown place."""
    one, other = Point(35.9, 36.6, 500), Point(34.7, 36.7, 500)
    assert not Where("Karra").is_located
    assert Where("Karra", candidates=(one,)).is_located
    assert not Where("Karra", candidates=(one, other)).is_located

"""Where something happened: a named place with its doubt, never a false point."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from tacitus.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class Point:
    """A position on the earth (WGS 84) with the radius inside which the place lies.

    Attributes:
        latitude: Degrees north, [-90, 90].
        longitude: Degrees east, [-180, 180].
        radius: Metres; 0 only for a surveyed point.

    Raises:
        InvalidValueError: If a value is out of its range.
    """

    latitude: float
    longitude: float
    radius: float

    def __post_init__(self) -> None:
        """Refuse positions off the globe."""
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180 and self.radius >= 0):
            given = (self.latitude, self.longitude, self.radius)
            raise InvalidValueError("position", given, "latitude -90..90, longitude -180..180, radius >= 0 metres")


#: Mean radius of the earth in metres.
_EARTH = 6_371_000.0


def distance(one: Point, other: Point) -> float:
    """Return the metres between two positions along the surface, by the haversine formula; radii do not count.

    Examples:
        >>> round(distance(Point(36.2, 37.16, 0), Point(35.93, 36.63, 0)) / 1000)
        56
    """
    low, high = radians(one.latitude), radians(other.latitude)
    turned = radians(other.longitude - one.longitude)
    half = sin((high - low) / 2) ** 2 + cos(low) * cos(high) * sin(turned / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def along(point: Point, metres: float, bearing: float) -> Point:
    """Return the point so far along a great circle (https://www.movable-type.co.uk/scripts/latlong.html).

    Args:
        point: Where to start; its radius is kept.
        metres: How far.
        bearing: Where to: degrees from north, clockwise.
    """
    angle, course = metres / _EARTH, radians(bearing)
    north, east = radians(point.latitude), radians(point.longitude)
    latitude = asin(sin(north) * cos(angle) + cos(north) * sin(angle) * cos(course))
    turned = atan2(sin(course) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(latitude))
    longitude = (degrees(east + turned) + 180) % 360 - 180
    return Point(degrees(latitude), longitude, point.radius)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a place name may mean.

    Attributes:
        id: Its id in the gazetteer: "geonames:169389".
        name: Its name there.
        kind: What it is: "town", "region", "country" (tacitus.model.place).
        country: ISO 3166-1 code by the gazetteer; "" for seas and wide areas.
        share: How likely it is meant, [0, 1]; the shares of all candidates sum to at most 1.
        point: Where the words put it: for "15 km east of Raqqa" that spot, with the radius that the words leave open.
    """

    id: str
    name: str
    kind: str
    country: str
    share: float
    point: Point


@dataclass(frozen=True, slots=True)
class Where:
    """A place as the words give it.

    Attributes:
        name: The words: "Sukayk", "Idlib".
        within: Names of the areas that contain it by the text, smallest first: ("Idlib province", "Syria").
        relation: How the words stand to the named place: "" (at it), "near", "north of", "15 km east of", "southern".
        candidates: What the name may mean, likeliest first; empty when it could not be placed.
        inside: The smallest known area that the text puts a place in which could not be placed itself; None otherwise.
    """

    name: str
    within: tuple[str, ...] = ()
    relation: str = ""
    candidates: tuple[Candidate, ...] = ()
    inside: Candidate | None = None

    @property
    def is_located(self) -> bool:
        """Whether one reading is likelier than all others together."""
        return bool(self.candidates) and self.candidates[0].share > 0.5

    @property
    def point(self) -> Point | None:
        """The likeliest position, or None when it could not be placed."""
        return self.candidates[0].point if self.candidates else None

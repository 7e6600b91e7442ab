"""Where something happened: a named place with its doubt, never a false point."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Where:
    """A place as the words give it.

    Attributes:
        name: The words: "Sukayk", "north of Idlib".
        within: Names of the areas said to contain it, smallest first: ("Idlib province", "Syria").
        relation: How the words stand to the named place: "" (at it), "near", "north of", "15 km east of".
        candidates: Positions that the name may mean, likeliest first; empty when it could not be placed.
    """

    name: str
    within: tuple[str, ...] = ()
    relation: str = ""
    candidates: tuple[Point, ...] = ()

    @property
    def is_located(self) -> bool:
        """Whether exactly one position remains."""
        return len(self.candidates) == 1

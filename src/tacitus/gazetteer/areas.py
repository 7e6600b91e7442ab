"""Divisions of countries, made from the towns in them: their middle, their radius and their common names."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import PlaceKind
from tacitus.model.where import Point, distance
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DATA = "tacitus.gazetteer.data"
#: An area of one town is wider than the town. Metres.
_LEAST_AREA = 15_000.0
_BEARINGS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})


def areas(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield one entry for each region and district that the entries name and that none of them is.

    The middle of an area is that of the box around its towns: nearer to the middle of the land than their mean, which
    its cities draw to themselves. Its radius reaches the farthest of them.
    """
    towns: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    given = set[tuple[str, str, str]]()
    for entry in entries:
        if entry.kind is PlaceKind.REGION:
            given.add((entry.country, key_of(entry.name), ""))
        elif entry.kind is PlaceKind.DISTRICT:
            given.add((entry.country, key_of(entry.region), key_of(entry.name)))
        elif entry.country and entry.region:
            towns[entry.country, entry.region, ""].append(entry)
            if entry.district:
                towns[entry.country, entry.region, entry.district].append(entry)
    for (country, region, district), members in sorted(towns.items()):
        if (country, key_of(region), key_of(district)) not in given:
            yield _area(country, region, district, members)


def _area(country: str, region: str, district: str, towns: list[Entry]) -> Entry:
    latitudes, longitudes = [t.latitude for t in towns], [t.longitude for t in towns]
    middle = Point((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2, 0)
    reach = max(distance(middle, Point(t.latitude, t.longitude, 0)) for t in towns)
    name = district or region
    return Entry(
        code=f"{country}.{key_of(region)}.{key_of(district)}".rstrip("."),
        name=name,
        kind=PlaceKind.DISTRICT if district else PlaceKind.REGION,
        latitude=middle.latitude,
        longitude=middle.longitude,
        country=country,
        region=region if district else "",
        names=common_names(country, name),
        population=sum(t.population for t in towns),
        radius=max(_LEAST_AREA, reach),
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

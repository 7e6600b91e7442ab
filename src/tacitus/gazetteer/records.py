"""A row of CSV, or the properties of GeoJSON, as an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.problems import Trouble
from tacitus.model.place import DIVISIONS, PlaceKind
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.gazetteer.hints import Hints

_DATA = "tacitus.gazetteer.data"
_LONGEST = 200  # code points of a name: longer ones are remarks
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?")
_APART = re.compile(r"\s*[;|]\s*")
#: Names in other languages: name_ar, name:uk; ADM4_AR.
_TONGUE = re.compile(r"name[a-z]{2}|alt_?name[a-z]{2}")
#: Names of a division in the tables of the United Nations, by its level.
_LEVELS = ("adm{}en", "adm{}name", "adm{}nameen", "admin{}nameen", "admin{}name")
_KINDS = {1: PlaceKind.REGION, 2: PlaceKind.DISTRICT, 3: PlaceKind.DISTRICT, 4: PlaceKind.TOWN}
#: The first and second divisions are 1 and 2 in most tables, 4 and 5 to 8 in OpenStreetMap.
_ADMIN = {"1": PlaceKind.REGION, "4": PlaceKind.REGION} | dict.fromkeys("235678", PlaceKind.DISTRICT)


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a record lies, when its columns do not say it: the middle and radius (metres) of a drawn area."""

    latitude: float
    longitude: float
    radius: float | None = None


def entry_of(record: Mapping[str, str], hints: Hints, shape: Shape | None = None) -> Entry | Trouble:
    """Return the entry of a record, or what is wrong with it.

    Args:
        record: Names of columns, as `fold` gives them, to their text.
        hints: Tells countries.
        shape: Where it lies; None when the columns say it.
    """
    name, level = _name(record)
    if not name or len(name) > _LONGEST:
        return Trouble("It has no name." if not name else "Its name is too long.", "Give it in a column 'name'.")
    where = shape or _position(record)
    if isinstance(where, Trouble):
        return where
    kind = _kind(record, level, is_drawn=where.radius is not None)
    if isinstance(kind, Trouble):
        return kind
    country = _country(record, hints)
    if isinstance(country, Trouble):
        return country
    radius = _radius(record)
    if isinstance(radius, Trouble):
        return radius
    region, district = _first(record, "region"), _first(record, "district")
    return Entry(
        code=_first(record, "code") or record.get(f"adm{level}pcode", "") or key_of(name),
        name=name,
        kind=kind,
        latitude=where.latitude,
        longitude=where.longitude,
        country=country,
        region="" if kind is PlaceKind.REGION else region,
        district="" if kind in DIVISIONS else district,
        names=tuple(dict.fromkeys(other for other in _others(record, level) if other != name)),
        population=_population(_first(record, "population")),
        radius=where.radius if radius is None else radius,
    )


def fold(column: str) -> str:
    """Return the name of a column without case and marks.

    Examples:
        >>> fold("ADM1_EN"), fold(" Other names ")
        ('adm1en', 'othernames')
    """
    return key_of(column)


def has_columns(columns: set[str]) -> bool:
    """Tell whether a table has a name and a position for each row."""
    named = any(name in columns for name in _columns()["name"]) or bool(_deepest(dict.fromkeys(columns, "-")))
    return named and all(any(name in columns for name in _columns()[word]) for word in ("latitude", "longitude"))


def number(text: str) -> float | None:
    """Return a decimal number, with point or comma, or None.

    Examples:
        >>> number("35,93"), number("-1.5"), number("36°12'N"), number("nan")
        (35.93, -1.5, None, None)
    """
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def place_at(latitude: str, longitude: str) -> Shape | Trouble:
    """Return the position that two texts in degrees give, or what is wrong with them."""
    north, east = number(latitude), number(longitude)
    if north is None or east is None:
        return Trouble(
            f"{latitude!r}, {longitude!r} is no position.",
            "Give latitude and longitude in decimal degrees: 35.93, 36.63.",
        )
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        return Trouble(
            f"{latitude}, {longitude} is off the globe.",
            "Latitude is -90 to 90, longitude -180 to 180; perhaps they are swapped, or no degrees.",
        )
    if north == 0 and east == 0:
        return Trouble("Its position is 0, 0, which stands for none.", "Give its latitude and longitude.")
    return Shape(north, east)


def _position(record: Mapping[str, str]) -> Shape | Trouble:
    return place_at(_first(record, "latitude"), _first(record, "longitude"))


def _name(record: Mapping[str, str]) -> tuple[str, int]:
    """Return the name of a record, and its level where it is the deepest of a table of divisions, else 0."""
    name = _first(record, "name")
    level = 0 if name else _deepest(record)
    return (name, 0) if name else (_at_level(record, level), level)


def _deepest(record: Mapping[str, str]) -> int:
    return next((level for level in sorted(_KINDS, reverse=True) if _at_level(record, level)), 0)


def _at_level(record: Mapping[str, str], level: int) -> str:
    return next((text for form in _LEVELS if (text := record.get(form.format(level), ""))), "")


def _kind(record: Mapping[str, str], level: int, *, is_drawn: bool) -> PlaceKind | Trouble:
    word = _first(record, "kind")
    if word:
        last = re.split(r"[\s_-]+", word)[-1]  # "autonomous republic" is a republic
        found = _kind_words().get(key_of(word)) or _kind_words().get(key_of(last))
        known = ", ".join(kind.value for kind in PlaceKind)
        return found or Trouble(f"{word!r} is no kind of place.", f"Allowed: {known}, and common words for them.")
    usual = _KINDS.get(level, PlaceKind.AREA if is_drawn else PlaceKind.TOWN)
    return _ADMIN.get(_first(record, "level").removesuffix(".0"), usual)


def _country(record: Mapping[str, str], hints: Hints) -> str | Trouble:
    """Return the code of the first country that is known among the columns for one; without any that of the hints."""
    told = list(_all(record, "country"))
    known = (code for text in told if (code := hints.country_of(text)))
    wrong = Trouble(f"{told[0]!r} is no country that is known.", "Give its ISO 3166-1 code: SY.") if told else None
    return next(known, None) or wrong or hints.country


def _radius(record: Mapping[str, str]) -> float | Trouble | None:
    for word, metres in (("radius", 1.0), ("kilometres", 1000.0)):
        text = _first(record, word)
        if text:
            found = number(text)
            if found is None or not 0 <= found * metres <= 20_000_000:
                return Trouble(f"{text!r} is no radius.", "Give metres in 'radius', or kilometres in 'radius_km'.")
            return found * metres
    return None


def _population(text: str) -> int:
    """Return the inhabitants; 0, for unknown, when it is no number."""
    digits = re.sub(r"[\s,'’]", "", text).partition(".")[0]
    return min(int(digits), 10**10) if digits.isascii() and digits.isdecimal() and len(digits) < 12 else 0


def _others(record: Mapping[str, str], level: int) -> Iterator[str]:
    at_level = re.compile(f"adm(?:in)?{level}(?:name)?[a-z]{{2}}")
    for column, text in record.items():
        if column in _columns()["names"] or _TONGUE.fullmatch(column) or (level and at_level.fullmatch(column)):
            yield from (name for name in _APART.split(text) if name and len(name) <= _LONGEST)


def _first(record: Mapping[str, str], word: str) -> str:
    """Return the first column that holds anything of what a word stands for, or ""."""
    return next(_all(record, word), "")


def _all(record: Mapping[str, str], word: str) -> Iterator[str]:
    """Yield what the columns hold that a word stands for, the likelier columns first."""
    return (text for name in _columns()[word] if (text := record.get(name, "")))


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    return {word: tuple(names) for word, *names in rows(_DATA, "columns.tsv")}


@cache
def _kind_words() -> dict[str, PlaceKind]:
    return {key_of(word): PlaceKind(kind) for kind, *words in rows(_DATA, "kind_words.tsv") for word in words}

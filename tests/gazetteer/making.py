"""Small gazetteers and small files of places, made up for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.store import make
from tacitus.model.place import PlaceKind

if TYPE_CHECKING:
    from pathlib import Path


def town(code: str, name: str, latitude: float, longitude: float, **more: object) -> Entry:
    """Return a town of Ruritania, which has the code of Syria here."""
    return Entry(code, name, PlaceKind.TOWN, latitude, longitude, **({"country": "SY"} | more))  # type: ignore[arg-type]


def region(code: str, name: str, latitude: float = 35.5, longitude: float = 36.5, **more: object) -> Entry:
    """Return a region of Ruritania."""
    return Entry(code, name, PlaceKind.REGION, latitude, longitude, **({"country": "SY"} | more))  # type: ignore[arg-type]


def made(path: Path, *entries: Entry, source: str = "geonames") -> Index:
    """Return an open gazetteer of those places."""
    make(path, source, "test", entries, (("SY", "IQ"), ("IQ", "SY")))
    return Index(path)


def line(code: int, name: str, feature: str, **cells: str) -> str:
    """Return a line of a table of GeoNames: `feature` is class and code ("P.PPL"), the rest by name."""
    group, _, kind = feature.partition(".")
    given = {"lat": "35.5", "lon": "36.5", "country": "SY", "first": "12", "second": "", "people": "0", "others": ""}
    given |= cells
    return "\t".join(
        (
            *(str(code), name, name, given["others"], given["lat"], given["lon"], group, kind, given["country"], ""),
            *(given["first"], given["second"], "", "", given["people"], "", "300", "Asia/Damascus", "2024-01-01"),
        )
    )

"""Making the index: entries in, one SQLite file out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.gazetteer.areas import areas, common_names
from tacitus.gazetteer.entries import Entry, town_radius
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import AREAS, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

#: "TACG" in ASCII, in the header of every gazetteer (https://sqlite.org/fileformat.html, section 1.3.14).
APPLICATION_ID = 0x54414347
#: Grows with every change of the schema, the keys or the divisions: an older index is made anew.
LAYOUT = 1

#: Country, key of the region, key of the district ("" for the region itself) → number of its row.
Divisions = dict[tuple[str, str, str], int]


def make(path: Path, source: str, version: str, entries: Iterable[Entry], borders: Iterable[tuple[str, str]]) -> int:
    """Write a new gazetteer and return how many places it has. It appears whole or not at all.

    Args:
        path: The file; one that is there is replaced.
        source: Where the entries come from: "geonames".
        version: Which edition of it.
        entries: The places, in any order.
        borders: Pairs of countries that share a border, both ways.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as db:
        db.execute("PRAGMA journal_mode = OFF")
        db.executescript(files("tacitus.gazetteer").joinpath("places.sql").read_text("utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {LAYOUT}")
        with db:
            db.executemany("INSERT OR IGNORE INTO border VALUES (?, ?)", borders)
            written = _add(db, source, version, list(entries))
        db.execute("VACUUM")
    fresh.replace(path)
    return written


def add(path: Path, source: str, version: str, entries: Sequence[Entry]) -> int:
    """Add the places of a source to a gazetteer, in place of those that it had from it; return how many.

    Raises:
        InvalidValueError: If the file is no gazetteer of this layout.
    """
    with closing(sqlite3.connect(path)) as db:
        if db.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
            raise InvalidValueError("gazetteer", str(path), "an index that this version of Tacitus has made")
        with db:
            db.execute(
                "DELETE FROM name WHERE place IN (SELECT place.key FROM place JOIN source ON source.key = source"
                " WHERE source.name = ?)",
                (source,),
            )
            db.execute("DELETE FROM place WHERE source IN (SELECT key FROM source WHERE name = ?)", (source,))
            db.execute("DELETE FROM source WHERE name = ?", (source,))
            return _add(db, source, version, list(entries))


def _add(db: sqlite3.Connection, source: str, version: str, entries: list[Entry]) -> int:
    db.execute("INSERT INTO source (name, version) VALUES (?, ?)", (source, version))
    number = db.execute("SELECT key FROM source WHERE name = ?", (source,)).fetchone()[0]
    numbers = count(db.execute("SELECT coalesce(max(key), 0) + 1 FROM place").fetchone()[0])
    known = _known(db)
    made = [area for area in areas(entries) if _division(area) not in known]
    ordered = sorted((*entries, *made), key=_rank)
    keyed = [(next(numbers), entry) for entry in ordered]
    known |= {_division(entry): key for key, entry in keyed if entry.kind in (PlaceKind.REGION, PlaceKind.DISTRICT)}
    db.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(key, number, entry, known) for key, entry in keyed),
    )
    names = {(name, key) for key, entry in keyed for name in _keys(entry)}
    db.executemany("INSERT INTO name VALUES (?, ?)", sorted(names))
    return len(keyed)


def _rank(entry: Entry) -> tuple[bool, str]:
    return entry.kind not in AREAS, entry.country


def _known(db: sqlite3.Connection) -> Divisions:
    """Return the divisions that the index has already."""
    rows = db.execute(
        "SELECT place.key, place.country, place.name, region.name FROM place LEFT JOIN place AS region"
        " ON region.key = place.region WHERE place.kind IN (?, ?)",
        (PlaceKind.REGION, PlaceKind.DISTRICT),
    )
    found: Divisions = {}
    for key, country, name, region in rows:
        division = (country, key_of(region), key_of(name)) if region else (country, key_of(name), "")
        found[division] = key
        if not region:
            for other in common_names(country, name):
                found.setdefault((country, key_of(other), ""), key)
    return found


def _division(entry: Entry) -> tuple[str, str, str]:
    if entry.kind is PlaceKind.DISTRICT:
        return entry.country, key_of(entry.region), key_of(entry.name)
    return entry.country, key_of(entry.name), ""


def _row(key: int, source: int, entry: Entry, known: Divisions) -> tuple[object, ...]:
    region = known.get((entry.country, key_of(entry.region), "")) if entry.region else None
    district = known.get((entry.country, key_of(entry.region), key_of(entry.district))) if entry.district else None
    radius = town_radius(entry.population) if entry.radius is None else entry.radius
    return (
        key,
        source,
        entry.code,
        entry.name,
        str(entry.kind),
        entry.country,
        region,
        district,
        entry.latitude,
        entry.longitude,
        round(radius),
        entry.population,
        entry.is_capital,
    )


def _keys(entry: Entry) -> set[str]:
    """Return the keys of all names of an entry; a single letter is none."""
    return {key for name in (entry.name, *entry.names) if len(key := key_of(name)) > 1}

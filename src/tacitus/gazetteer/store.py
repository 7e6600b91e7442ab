"""Making the index: entries in, one SQLite file out."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, count
from operator import itemgetter
from typing import TYPE_CHECKING

from tacitus.gazetteer.areas import areas, common_names, sized
from tacitus.gazetteer.divisions import NOWHERE, TOP, Divisions
from tacitus.gazetteer.entries import Entry, Source, town_radius
from tacitus.gazetteer.errors import GazetteerAccessError, NotAGazetteerError
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.twins import Twins
from tacitus.model.place import AREAS, DIVISIONS, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

#: "TACG" in ASCII, in the header of every gazetteer (https://sqlite.org/fileformat.html, section 1.3.14).
APPLICATION_ID = 0x54414347
#: Grows with every change of the schema, the keys or the divisions: an older index is made anew.
LAYOUT = 3
#: Seconds that one process waits for another that writes.
_WAIT = 60


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a source.

    Attributes:
        places: How many places the gazetteer has from it.
        same: How many of them an earlier source has too.
    """

    places: int
    same: int = 0


def make(path: Path, source: str, version: str, entries: Iterable[Entry], borders: Iterable[tuple[str, str]]) -> int:
    """Write a new gazetteer and return how many places it has. It appears whole or not at all.

    Args:
        path: The file; one that is there is replaced.
        source: Where the entries come from: "geonames".
        version: Which edition of it.
        entries: The places, in any order.
        borders: Pairs of countries that share a border, both ways.

    Raises:
        GazetteerAccessError: If the file cannot be written.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")  # two processes may make one at once
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(fresh)) as db:
            db.execute("PRAGMA journal_mode = OFF")
            _lay_out(db)
            with db:
                db.executemany("INSERT OR IGNORE INTO border VALUES (?, ?)", borders)
                written = _add(db, Source(source, version), list(entries), 1) if source else Added(0)
        fresh.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerAccessError(path, f"cannot be written: {error}") from error
    finally:
        if path.parent.is_dir():
            fresh.unlink(missing_ok=True)
    return written.places


def _lay_out(db: sqlite3.Connection) -> None:
    db.executescript(files("tacitus.gazetteer").joinpath("places.sql").read_text("utf-8"))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {LAYOUT}")


def layout(db: sqlite3.Connection) -> int | None:
    """Return the layout of a gazetteer, or None when the database is none.

    Raises:
        sqlite3.DatabaseError: If the file is no database, or cannot be opened.
    """
    mark, found = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    return int(found) if mark == APPLICATION_ID else None


def add(path: Path, source: Source, entries: Iterable[Entry]) -> Added:
    """Add the places of a source to a gazetteer, in place of those that it had from it: all of them, or none.

    A place that the gazetteer has from another source is not shown twice: the earlier one keeps its id and position
    and gets the names of both.

    Raises:
        NotAGazetteerError: If the file is no gazetteer of this layout.
        GazetteerAccessError: If the file is not there, or cannot be written.
    """
    if not path.is_file():
        raise GazetteerAccessError(path, "is not there", "Make it first: tacitus gazetteer build.")
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT)) as db:
            if layout(db) != LAYOUT:
                found = "it was not made by this version of Tacitus"
                raise NotAGazetteerError(path, found, "Make it anew: tacitus gazetteer build.")
            with db:
                db.execute("BEGIN IMMEDIATE")
                return _replace(db, source, list(entries))
    except sqlite3.OperationalError as error:
        raise GazetteerAccessError(path, f"cannot be written: {error}") from error
    except sqlite3.DatabaseError as error:
        raise NotAGazetteerError(path, str(error), "Give another file with --gazetteer.") from error


def _replace(db: sqlite3.Connection, source: Source, entries: list[Entry]) -> Added:
    """Put a source in place of what is there of its name; what others link to in it they link to anew, by name."""
    first = db.execute("SELECT coalesce(max(key), 0) + 1 FROM place").fetchone()[0]
    gone = db.execute(
        "SELECT place.key, place.country, region.name, place.name FROM place LEFT JOIN place AS region"
        " ON region.key = place.region WHERE place.kind IN (?, ?)"
        " AND place.source = (SELECT key FROM source WHERE name = ?)",
        (*DIVISIONS, source.name),
    ).fetchall()
    mine = "(SELECT key FROM place WHERE source = (SELECT key FROM source WHERE name = ?))"
    db.execute(f"DELETE FROM name WHERE place IN {mine}", (source.name,))  # noqa: S608  # fixed words
    db.execute(f"UPDATE place SET same_as = NULL WHERE same_as IN {mine}", (source.name,))  # noqa: S608
    db.execute("DELETE FROM place WHERE source = (SELECT key FROM source WHERE name = ?)", (source.name,))
    db.execute("DELETE FROM source WHERE name = ?", (source.name,))
    added = _add(db, source, entries, first)
    if gone:
        _link_anew(db, gone)
    return added


def _link_anew(db: sqlite3.Connection, gone: list[tuple[int, str, str | None, str]]) -> None:
    """Lead what lay in divisions that are gone to those that have their names now, or to none."""
    now = _divisions(db)
    moved = [
        (old, now.district(country, region, name) if region else now.region(country, name))
        for old, country, region, name in gone
    ]
    db.execute("CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER)")
    db.executemany("INSERT INTO moved VALUES (?, ?)", moved)
    for column in ("region", "district"):
        db.execute(
            f"UPDATE place SET {column} = (SELECT new FROM moved WHERE old = {column})"  # noqa: S608
            f" WHERE {column} IN (SELECT old FROM moved)"
        )
    db.execute("DROP TABLE moved")


def _add(db: sqlite3.Connection, source: Source, entries: list[Entry], first: int) -> Added:
    """Add a source that is not there; its rows are numbered from `first`."""
    db.execute(
        "INSERT INTO source (name, prefix, version, origin) VALUES (?, ?, ?, ?)",
        (source.name, source.prefix or source.name, source.version, source.origin),
    )
    number = db.execute("SELECT key FROM source WHERE name = ?", (source.name,)).fetchone()[0]
    divisions, twins = _divisions(db), Twins(db, source)
    given, made = list(sized(entries)), list(areas(entries))
    known = divisions.match([entry for entry in chain(given, made) if entry.kind in DIVISIONS])
    fresh = (*given, *(area for area in made if area not in known))
    keyed = list(zip(count(first), sorted(fresh, key=_rank), strict=False))
    same: dict[int, int] = {}
    for key, entry in keyed:
        is_division = entry.kind in DIVISIONS
        twin = known.get(entry) or divisions.exact(entry) if is_division else twins.of(entry)
        if twin is not None:
            same[key] = twin
        elif is_division:
            divisions.enter(key, entry)
    db.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(key, number, entry, divisions, same.get(key)) for key, entry in keyed),
    )
    names = [(name, key) for key, entry in keyed for name in _keys(entry)]
    names.sort(key=itemgetter(0))  # the table is kept in this order: much faster than as they come
    db.executemany("INSERT INTO name VALUES (?, ?)", names)
    return Added(len(keyed), len(same))


def _rank(entry: Entry) -> tuple[int, str]:
    """Return the order in which entries go in: what contains others first, and those of a country together."""
    if entry.kind is PlaceKind.DISTRICT:
        return 1, entry.country
    return 0 if entry.kind in AREAS else 2, entry.country


def _divisions(db: sqlite3.Connection) -> Divisions:
    """Return the divisions that the index has already."""
    return Divisions(
        db.execute(
            "SELECT key, country, CASE kind WHEN ? THEN ? ELSE coalesce(region, ?) END, name FROM place"
            " WHERE kind IN (?, ?) AND same_as IS NULL ORDER BY key",
            (PlaceKind.REGION, TOP, NOWHERE, *DIVISIONS),
        )
    )


def _row(key: int, source: int, entry: Entry, divisions: Divisions, same: int | None) -> tuple[object, ...]:
    return (
        key,
        source,
        entry.code,
        entry.name,
        str(entry.kind),
        entry.country,
        divisions.region(entry.country, entry.region),
        divisions.district(entry.country, entry.region, entry.district),
        entry.latitude,
        entry.longitude,
        round(town_radius(entry.population) if entry.radius is None else entry.radius),
        entry.population,
        entry.is_capital,
        same,
    )


def _keys(entry: Entry) -> set[str]:
    """Return the keys of all names of an entry; a single letter is none."""
    return {key for name in _names(entry) if len(key := key_of(name)) > 1}


def _names(entry: Entry) -> Iterator[str]:
    yield entry.name
    yield from entry.names
    if entry.kind in DIVISIONS:
        yield from common_names(entry.country, entry.name)

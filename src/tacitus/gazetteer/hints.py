"""What is known besides a file of places: its country, how countries are called, regions of towns by number."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.gazetteer.index import connect
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import PlaceKind
from tacitus.tables import rows

if TYPE_CHECKING:
    from pathlib import Path

_DATA = "tacitus.gazetteer.data"


class Hints:
    """What helps to understand a file of places."""

    def __init__(self, country: str = "", gazetteer: Path | None = None) -> None:
        """Take what the user says, and the gazetteer that the file is for.

        Args:
            country: Of rows that name none: an ISO 3166-1 code or a name.
            gazetteer: Tells countries by name and the regions of towns; None without one.

        Raises:
            InvalidValueError: If nobody knows the country.
        """
        self._path = gazetteer
        self._countries = _codes() | (self._named() if gazetteer else {})
        self.country = self.country_of(country) or ""
        if country and not self.country:
            raise InvalidValueError("country", country, "an ISO 3166-1 code: SY, or SYR")

    def country_of(self, text: str) -> str | None:
        """Return the ISO 3166-1 alpha-2 code of a country by code or name, or None when nobody knows it.

        Examples:
            >>> Hints().country_of("SYR"), Hints().country_of("uae"), Hints().country_of("Ruritania")
            ('SY', 'AE', None)
        """
        return self._countries.get(key_of(text))

    def regions(self) -> dict[str, str]:
        """Return the number of each town of GeoNames that the gazetteer has to the name of its region."""
        if self._path is None:
            return {}
        with closing(connect(self._path)) as db:
            found = db.execute(
                "SELECT place.code, region.name FROM place JOIN source ON source.key = place.source"
                " JOIN place AS region ON region.key = place.region WHERE source.prefix = 'geonames'"
            )
            return dict(found.fetchall())

    def _named(self) -> dict[str, str]:
        if self._path is None:
            return {}
        with closing(connect(self._path)) as db:
            found = db.execute(
                "SELECT name.name, country FROM name JOIN place ON place.key = name.place WHERE kind = ?",
                (PlaceKind.COUNTRY,),
            )
            return dict(found.fetchall())


@cache
def _codes() -> dict[str, str]:
    """Return key of a code or other name to the alpha-2 code."""
    named = {key_of(name): code for code, *names in rows(_DATA, "country_names.tsv") for name in names}
    return named | {key_of(text): codes[0] for codes in rows(_DATA, "country_codes.tsv") for text in codes}

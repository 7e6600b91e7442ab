"""Regions and districts by the names that a source may call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.gazetteer.areas import common_names
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.gazetteer.entries import Entry

#: What stands for the region of a region, and of a district whose region nobody gives.
TOP, NOWHERE = 0, -1

DivisionRow = tuple[int, str, int, str]
"""Key of a division, its country, the key of its region (`TOP` for a region itself) and its name."""
_Name = tuple[str, int, str]
"""Country, region, name."""


class Divisions:
    """The divisions of an index: "Idlib Governorate" of one source is "Idlib" of another."""

    def __init__(self, rows: Iterable[DivisionRow] = ()) -> None:
        """Take in the divisions that an index has."""
        self._exact: dict[_Name, int] = {}
        self._common: dict[_Name, int] = {}
        self._found: dict[_Name, int | None] = {}
        for key, country, region, name in rows:
            self._enter(key, (country, region, name))

    def enter(self, key: int, entry: Entry) -> None:
        """Take in a division. Regions come before their districts."""
        self._enter(key, self._name(entry))

    def region(self, country: str, name: str) -> int | None:
        """Return the key of a region of a country, or None."""
        return self._find((country, TOP, name)) if name else None

    def district(self, country: str, region: str, name: str) -> int | None:
        """Return the key of a district of a region, both by name, or None."""
        parent = self.region(country, region)
        return self._find((country, parent, name)) if name and parent is not None else None

    def exact(self, entry: Entry) -> int | None:
        """Return the key of the division that has the very name of one, or None."""
        country, parent, name = self._name(entry)
        return self._exact.get((country, parent, key_of(name)))

    def match(self, entries: Sequence[Entry]) -> dict[Entry, int]:
        """Return which divisions of a new source are which of these.

        Those of the very name first; of the others, by their common names, each of ours is one at most: "Moscow" and
        "Moscow Oblast" of one source are two.
        """
        if not self._exact:
            return {}
        found = {entry: key for entry in entries if (key := self.exact(entry)) is not None}
        taken = set(found.values())
        for entry in entries:
            key = None if entry in found else self._find(self._name(entry))
            if key is not None and key not in taken:
                found[entry] = key
                taken.add(key)
        return found

    def _name(self, entry: Entry) -> _Name:
        if entry.kind is PlaceKind.REGION:
            return entry.country, TOP, entry.name
        region = self.region(entry.country, entry.region)
        return entry.country, NOWHERE if region is None else region, entry.name

    def _enter(self, key: int, name: _Name) -> None:
        country, parent, own = name
        self._exact.setdefault((country, parent, key_of(own)), key)
        for other in common_names(country, own):
            self._common.setdefault((country, parent, key_of(other)), key)
        self._found.clear()

    def _find(self, name: _Name) -> int | None:
        if name not in self._found:
            country, parent, own = name
            keys = [(country, parent, key_of(one)) for one in (own, *common_names(country, own))]
            known = (named[key] for key in keys for named in (self._exact, self._common) if key in named)
            self._found[name] = next(known, None)
        return self._found[name]

"""Actors of the Uppsala Conflict Data Program (UCDP): its Actor dataset, or a bare list of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.aliases.entries import Said, entry, hashed
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.gazetteer.problems import Trouble
    from tacitus.resolve.lists import AliasEntry

ACTORS = frozenset({"actorid", "namedata"})
"""Columns by which the Actor dataset is known (25.1; 18.1 and older have other names for them)."""
NAMES = frozenset({"name", "ucdpprioids"})
"""Columns by which a list of bare names is known."""

_FIRST = ("nameorig", "nameorigfull", "nameorigfulleng")
"""The name when the actor was first entered: short, full, in English."""
_NEW = ("newname", "newnamefullmothertongue", "newnamefulleng")
"""The name after a change; empty where there was none."""
_NOTHING = frozenset({"", "na", "nan", "-99", "-999", "unknown"})
_GOVERNMENT = "government of "
_ORGANISED = {"1": EntityType.GROUP, "2": EntityType.GROUP, "4": EntityType.STATE}
"""Column Org: formally and informally organised groups, governments; 3 is communal, and no type of ours."""


def actor_of(row: Mapping[str, str]) -> AliasEntry | Trouble | None:
    """Return the actor of a row of the Actor dataset; None for civilians. An actor can have several rows.

    Names of other actors that it came from, allied with or joined (NamePrev, NameAlliance, GroupName) are no names of
    it. When it changed its name (NameChange), what it was first entered under is a former name.
    """
    current = _given(row, "namedata")
    first, new = _given(row, *_FIRST), _given(row, *_NEW)
    if any(fold(name) == "civilians" for name in current):
        return None
    is_changed = bool(new) and row.get("namechange", "") not in {"", "0"}
    known = {fold(name) for name in first}
    names = [*(n for n in current if fold(n) not in known), *new] if is_changed else [*current, *first, *new]
    said = Said(names, former=first if is_changed else ())
    identity = row.get("actorid") or hashed(*current)
    return entry(identity, _type(names, row.get("org", "")), said)


def name_of(row: Mapping[str, str]) -> AliasEntry | Trouble | None:
    """Return the actor of a row of a list of bare names: each name is one thing; None for civilians."""
    names = _given(row, "name")
    if any(fold(name) == "civilians" for name in names):
        return None
    return entry(hashed(*map(fold, names)), _type(names, ""), Said(names))


def _given(row: Mapping[str, str], *columns: str) -> list[str]:
    return [text for name in columns if (text := row.get(name, "")).lower() not in _NOTHING]


def _type(names: list[str], organised: str) -> EntityType | None:
    if any(name.lower().startswith(_GOVERNMENT) for name in names):
        return EntityType.STATE
    return _ORGANISED.get(organised)

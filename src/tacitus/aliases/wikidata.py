"""Wikidata as its query service gives it: rows of CSV or of JSON results, an item a row or an alias a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.aliases.entries import Said, Term, day, entry, loosened
from tacitus.aliases.wikidata_types import type_of
from tacitus.gazetteer.problems import Trouble
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from tacitus.resolve.lists import AliasEntry

_ITEM = re.compile(r"(?:<?https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q\d+)>?")
_DATE = re.compile(r"\+?(\d{4}-\d{2}-\d{2})(?:T[\d:.]*Z?)?")
_NAMES = ("name", "alias", "altlabel", "nativelabel", "officialname", "shortname", "skosaltlabel")
_SINCE = ("since", "inception", "start", "starttime")
_UNTIL = ("until", "dissolved", "abolished", "end", "endtime")
_TYPES = ("type", "instance", "instanceof", "class")
_NO_ITEM = Trouble("The row has no item of Wikidata.", "Select the item too: SELECT ?item ?itemLabel ?itemAltLabel.")


def subject(columns: Collection[str]) -> str | None:
    """Return the column of the items: the one that has a label beside it; "item" first.

    Examples:
        >>> subject(["group", "grouplabel", "groupaltlabel"]), subject(["name", "alias"])
        ('group', None)
    """
    found = [name for name in columns if f"{name}label" in columns or f"{name}altlabel" in columns]
    return "item" if "item" in found or ("item" in columns and not found) else next(iter(found), None)


def item_of(row: Mapping[str, str]) -> AliasEntry | Trouble:
    """Return the item of a row, to be joined with the other rows of its id.

    Args:
        row: Names of variables without case and marks, to their values.
    """
    column = subject(row.keys()) or "item"
    match = _ITEM.fullmatch(row.get(column, ""))
    if match is None:
        return _NO_ITEM
    label = row.get(f"{column}label", "")
    others = [row[name] for name in _NAMES if row.get(name)]
    names = [*([] if _ITEM.fullmatch(label) else [label]), *others, *_parts(row.get(f"{column}altlabel", ""))]
    types = [type_ for name in _TYPES if (type_ := _type(row.get(name, ""))) is not None]
    when = Term(_day(row, _SINCE, is_last=False), _day(row, _UNTIL, is_last=True))
    type_ = types[0] if types else None
    return entry(match[1], type_, loosened(Said(names), type_), when)


def _parts(text: str) -> list[str]:
    """Return the aliases of the label service, which puts ", " between them; single letters are parts of names."""
    return [part for part in text.split(", ") if len(part) > 1]


def _type(text: str) -> EntityType | None:
    match = _ITEM.fullmatch(text)
    if match is not None:
        return type_of(match[1])
    return next((type_ for type_ in EntityType if type_.value == text.lower()), None)


def _day(row: Mapping[str, str], columns: tuple[str, ...], *, is_last: bool) -> date | None:
    """Return a date of the results; 1 January stands for a year too, so that an end on it is that of the year."""
    match = next((m for name in columns if (m := _DATE.match(row.get(name, "")))), None)
    if match is None:
        return None
    text = match[1]
    found = day(text[:4] if text.endswith("-01-01") else text, is_last=is_last)
    return None if isinstance(found, Trouble) else found

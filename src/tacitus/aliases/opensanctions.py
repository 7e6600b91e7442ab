"""OpenSanctions and what else is told in FollowTheMoney: entities with names, and names apart that are no sameness.

Only names are read. That somebody is listed, and why, is not: it is a claim of who lists, and belongs to a document.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING, Any

from tacitus.aliases.entries import Said, Term, day, entry, loosened
from tacitus.gazetteer.problems import Trouble
from tacitus.model.entity import EntityType
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tacitus.resolve.lists import AliasEntry

TARGETS = frozenset({"id", "schema", "name", "aliases"})
"""Columns by which `targets.simple.csv` is known."""
_NO_ENTITY = Trouble("The record is no entity.", "Give a file of entities: entities.ftm.json.")


def target_of(row: Mapping[str, str]) -> AliasEntry | Trouble | None:
    """Return the entity of a row of `targets.simple.csv`; None for what has no name of its own.

    Its aliases hold weak and former names too, which cannot be told apart there.
    """
    if row.get("schema", "") not in _types():
        return None
    aliases = next(csv.reader([row.get("aliases", "")], delimiter=";"), [])
    type_ = _types()[row["schema"]]
    return entry(row.get("id", ""), type_, loosened(Said([row.get("name", ""), *aliases]), type_))


def thing_of(record: Mapping[str, Any]) -> AliasEntry | Trouble | None:
    """Return the thing of a FollowTheMoney entity; None for what has no name: ownerships, addresses, sanctions."""
    said, schema, identity = record.get("properties"), record.get("schema"), record.get("id")
    if not isinstance(said, dict) or not isinstance(schema, str) or not isinstance(identity, str):
        return _NO_ENTITY
    if schema not in _types():
        return None
    caption = _texts(record, "caption")
    names = [*(c for c in caption if c in _texts(said, "name")), *_texts(said, "name"), *_texts(said, "alias")]
    told = Said(names, (*_texts(said, "weakAlias"), *_texts(said, "abbreviation")), _texts(said, "previousName"))
    since = _days(_texts(said, "incorporationDate"), is_last=False)
    until = _days(_texts(said, "dissolutionDate"), is_last=True)
    type_ = _types()[schema]
    return entry(identity, type_, loosened(told, type_), Term(min(since, default=None), max(until, default=None)))


def _texts(said: Mapping[str, Any], name: str) -> list[str]:
    found = said.get(name, ())
    values = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return [value for value in values if isinstance(value, str)]


def _days(texts: Iterable[str], *, is_last: bool) -> list[date]:
    """Return the days of dates that can be read; a time of day is left out."""
    found = (day(text.partition("T")[0], is_last=is_last) for text in texts)
    return [one for one in found if one is not None and not isinstance(one, Trouble)]


@cache
def _types() -> dict[str, EntityType | None]:
    """Return the schemata of things with names, and our types of them; None where it may be several."""
    return {
        schema: None if word == "-" else EntityType(word)
        for schema, word in rows("tacitus.aliases.data", "schemata.tsv")
    }

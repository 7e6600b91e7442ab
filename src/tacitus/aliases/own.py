"""A user's own list: name, alias, and what the user adds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.aliases.entries import Said, entry, hashed, term, tidied
from tacitus.gazetteer.problems import Trouble
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.resolve.lists import AliasEntry

NEEDED = frozenset({"name", "alias"})
_TYPES = {type_.value: type_ for type_ in EntityType}
_KINDS = ("alias", "weak", "former")
_APART = re.compile("[;|]")
_NO_ALIAS = Trouble("The row lacks a name or an alias.", "Give both, or leave the row out.")


def entry_of(row: Mapping[str, str]) -> AliasEntry | Trouble:
    """Return the entry of a row; rows of one name, type and time are one entry, joined by its id.

    Args:
        row: Columns name and alias, several of them apart at semicolons or bars; type, kind, since, until and note
            where the list has them.
    """
    name, aliases = row.get("name", ""), _APART.split(row.get("alias", ""))
    if not tidied([name]) or not tidied(aliases):
        return _NO_ALIAS
    word, kind = row.get("type", "").lower(), row.get("kind", "").lower() or "alias"
    if word and word not in _TYPES:
        return Trouble(f"{word!r} is no type.", f"Allowed: {', '.join(_TYPES)}, or nothing.")
    if kind not in _KINDS:
        return Trouble(f"{kind!r} is no kind of alias.", f"Allowed: {', '.join(_KINDS)}, or nothing for alias.")
    when = term(row.get("since", ""), row.get("until", ""))
    if isinstance(when, Trouble):
        return when
    said = {
        "alias": Said([name, *aliases]),
        "weak": Said([name], weak=aliases),
        "former": Said([name], former=aliases),
    }
    identity = hashed(fold(name), word, when.since, when.until)
    return entry(identity, _TYPES.get(word), said[kind], when, row.get("note", ""))

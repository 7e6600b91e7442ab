"""What a name that people type means in a view: the entities, the speakers, the outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.groups import meant, rows_of, who
from tacitus.ask.names import no_such_name
from tacitus.resolve.fold import fold, matching

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ledger.contract import View


def members(view: View, name: str, as_of: date | None = None) -> frozenset[tuple[str, str]]:
    """Return whom a name means, as ids of documents with ids of entities in them.

    By a day, what was one by then, and what stands in undated documents, to be counted.

    Raises:
        NotRecordedError: If nobody in the ledger has the name; near spellings are given.
    """
    ever = meant(view, name)
    if not ever:
        raise no_such_name("entity", name, view.names())
    if as_of is None:
        return frozenset[tuple[str, str]]().union(*(group.members for group in ever))
    undated = (row for group in ever for row in rows_of(view, group) if row.document.published is None)
    return who(undated).union(*(group.members for group in meant(view, name, as_of)))


def source_keys(view: View, name: str) -> frozenset[str]:
    """Return the folded names of speakers and outlets that a name means.

    Raises:
        NotRecordedError: If neither an entity nor an outlet has the name; near spellings are given.
    """
    outlets = view.outlets()
    keys = view.keys(name) | matching(name, map(fold, outlets))
    keys = keys & {fold(name)} or keys
    groups = meant(view, name)
    if not keys and not groups:
        raise no_such_name("source", name, (*view.names(), *outlets))
    return keys.union(*(group.keys for group in groups))


def outlet_keys(view: View, name: str) -> frozenset[str]:
    """Return the folded names of outlets that a name means.

    Raises:
        NotRecordedError: If no outlet has the name; near spellings are given.
    """
    outlets = view.outlets()
    keys = matching(name, map(fold, outlets))
    if not keys:
        raise no_such_name("outlet", name, outlets)
    return keys

"""The entities that a name means: grouped over documents, each with what leads to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.sameness import Sameness
from tacitus.ledger.errors import NotRecordedError
from tacitus.resolve.fold import fold
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import DocumentRow, EntityRow

#: The key of an entity, as `tacitus.resolve.records.key_of` makes it.
KEY = re.compile(r"n[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Group:
    """Entities that are one: documents with local ids, and the folded names that lead to them."""

    id: str
    members: frozenset[tuple[str, str]]
    keys: frozenset[str]


def found(view: View, name: str, as_of: date | None = None) -> tuple[Group, ...]:
    """Return the entities of a name or key, the one that most documents speak of first; () if there is none.

    Raises:
        NotRecordedError: If no entity has the name whole, and its words fit several.
    """
    groups = meant(view, name, as_of)
    if len(groups) < 2 or KEY.fullmatch(name) or fold(name) in view.keys(name):
        return groups
    keys = view.keys(name)
    fitting = {n for row in rows_named(view, keys, as_of) for n in row.entity.names if fold(n) in keys}
    advice = "These names contain its words; give one of them whole."
    raise NotRecordedError("single entity", name, sorted(fitting)[:10], advice)


def meant(view: View, name: str, as_of: date | None = None) -> tuple[Group, ...]:
    """Return all entities that a name or key may mean; () if there is none.

    Those that have the name whole, else all that have each of its words. What has only a description stands for
    itself, and only where no named entity has the name. Where very many reports wait to be resolved, theirs are one
    by the name alone.
    """
    sameness = Sameness(view, as_of)
    if KEY.fullmatch(name):
        return groups_around(sameness, {name})
    keys = view.keys(name)
    rows = rows_named(view, keys, as_of)
    groups = groups_around(sameness, keys_of(rows, keys))
    if groups and fold(name) in keys and not sameness.is_behind:
        return groups
    inside = frozenset[tuple[str, str]]().union(*(group.members for group in groups))
    described = [row for row in rows if (row.document.id, row.entity.id) not in inside]
    by_key = {fold(n) for row in described for n in row.entity.names if fold(n) in keys}
    return (*groups, *(_described(key, described) for key in sorted(by_key)))


def keys_of(rows: Iterable[EntityRow], names: Collection[str]) -> frozenset[str]:
    """Return the keys of the entities of some rows, by those of their names that are among these folded ones."""
    return frozenset(key_of(row.document.id, n) for row in rows for n in row.entity.names if fold(n) in names)


def groups_around(sameness: Sameness, keys: Collection[str]) -> tuple[Group, ...]:
    """Return the clusters of records with these keys, the one of most documents first."""
    groups = [
        Group(
            cluster.id,
            frozenset((r.document, r.entity) for r in cluster.records),
            frozenset(fold(n) for r in cluster.records for n in r.names),
        )
        for cluster in sameness.around(keys)
    ]
    return tuple(sorted(groups, key=lambda group: (-len({document for document, _ in group.members}), group.id)))


def _described(key: str, rows: Iterable[EntityRow]) -> Group:
    """Return the entities of one description, which ties nothing else to them."""
    members = ((row.document.id, row.entity.id) for row in rows if key in map(fold, row.entity.names))
    return Group("", frozenset(members), frozenset({key}))


def rows_named(view: View, keys: Iterable[str], as_of: date | None) -> list[EntityRow]:
    """Return the entities with one of these folded names in what was published by a day."""
    return [row for row in view.entities(frozenset(keys)) if was_published(row.document, as_of)]


def rows_of(view: View, group: Group) -> list[EntityRow]:
    """Return the entities of a group as their documents have them."""
    return [row for row in view.entities(group.keys) if (row.document.id, row.entity.id) in group.members]


def who(rows: Iterable[EntityRow]) -> frozenset[tuple[str, str]]:
    """Return rows as `ClaimFilter.who` asks for them."""
    return frozenset((row.document.id, row.entity.id) for row in rows)


def was_published(document: DocumentRow, as_of: date | None) -> bool:
    """Tell whether a document was published by a day; None asks for nothing."""
    return as_of is None or (document.published is not None and document.published <= as_of)


def undated(view: View) -> frozenset[str]:
    """Return the ids of the shown documents of which nobody knows when they were published; `as_of` leaves them out."""
    return frozenset(row.id for row in view.documents() if row.published is None)

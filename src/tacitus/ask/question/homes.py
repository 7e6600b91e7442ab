"""Which values of several documents are one: entities as they were joined, members of a body as that body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.groups import groups_around, meant
from tacitus.ask.sameness import Sameness
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tacitus.ask.groups import Group
    from tacitus.ask.question.spelling import Book
    from tacitus.ledger.contract import View
    from tacitus.model.entity import Entity

_BODIES = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.STATE, EntityType.ORG})


@dataclass(frozen=True, slots=True)
class Home:
    """What a value of several documents is.

    Attributes:
        key: The same for all that are one.
        names: Its proper names, or the description; none twice.
    """

    key: str
    names: tuple[str, ...]


class Homes:
    """The homes of the entities of some claims."""

    def __init__(self, view: View, book: Book, as_of: date | None, entities: Iterable[tuple[str, Entity]]) -> None:
        """Look up the groups of all entities at once."""
        self._view, self._book, self._as_of = view, book, as_of
        keys = {key_of(document, n) for document, e in entities for n in e.names if is_proper(n)}
        groups = groups_around(Sameness(view, as_of), keys) if keys else ()
        self._of = {member: group for group in groups for member in group.members}
        self._bodies: dict[str, Group | None] = {}

    def of(self, document: str, entity: Entity) -> Home:
        """Return the home of an entity; of a description its words."""
        group = self._of.get((document, entity.id))
        return self._home(group) if group is not None else Home(fold(entity.name), (entity.name,))

    def named(self, name: str) -> Home:
        """Return the home of a name, as outlets have it: that of an entity of the answer which bears it, or its own."""
        group = next((g for g in self._of.values() if fold(name) in g.keys), None)
        return self._home(group) if group is not None else Home(fold(name), (name,))

    def acting(self, document: str, entity: Entity, owners: frozenset[str]) -> Home:
        """Return the home of one who acts: "fighters of the Front" and "our fighters" stand for the Front."""
        if owners:
            group = self._body(owners)
            if group is not None:
                return self._home(group)
        if (document, entity.id) not in self._of and entity.type is EntityType.PEOPLE:
            group = self._body(frozenset({fold(entity.name)}))
            if group is not None:
                return self._home(group)
        return self.of(document, entity)

    def _home(self, group: Group) -> Home:
        names = [n for key in sorted(group.keys) for n in self._book.by_key.get(key, ()) if is_proper(n)]
        return Home(group.id, tuple(dict.fromkeys(names)))

    def _body(self, words: frozenset[str]) -> Group | None:
        """Return the group of the longest name of a body that stands in some folded words; None for none."""
        inside = [f" {w} " for w in words]
        held = [k for k in self._book.proper if any(f" {k} " in w for w in inside)]
        for key in sorted(held, key=lambda k: (-len(k), k)):
            if key not in self._bodies:
                self._bodies[key] = self._group(key)
            if self._bodies[key] is not None:
                return self._bodies[key]
        return None

    def _group(self, key: str) -> Group | None:
        """Return the group of a name, if documents take it for a body."""
        types = {row.entity.type for row in self._view.entities({key})}
        groups = meant(self._view, self._book.proper[key], self._as_of) if types & _BODIES else ()
        return groups[0] if groups else None

"""Alias lists: what a user's own list, or one made by others, says of which names mean one thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class AliasEntry:
    """One thing of an alias list, with its names.

    Attributes:
        id: The list's own id of it ("Q1234", "NK-abc"), or a hash of the entry where the list has none.
        list: Name of the list.
        type: What it is; None when the list does not say it in our types.
        names: Names that mean it, the one to show first; never empty.
        weak: Names that it has, and that many others have too (initials, one word of a person's name): no sameness.
        former: Names it had and gave up; a rename is a dated relation, and no sameness.
        since: First day on which the names mean it; None when open.
        until: Last day, inclusive; None when open.
        note: What the list adds, in its words.
    """

    id: str
    list: str
    type: EntityType | None
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    note: str = ""

    def holds(self, day: date | None) -> bool:
        """Tell whether its names mean it on a day; true when the day is unknown."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


class AliasLists:
    """Entries of any number of lists, found by name."""

    def __init__(self, entries: Iterable[AliasEntry]) -> None:
        """File the entries under their folded names."""
        self.entries = tuple(entries)
        self._names = self._filed(lambda entry: entry.names)
        self._weak = self._filed(lambda entry: entry.weak)
        self._former = self._filed(lambda entry: entry.former)

    def _filed(self, names_of: Callable[[AliasEntry], Iterable[str]]) -> dict[str, tuple[AliasEntry, ...]]:
        found: defaultdict[str, list[AliasEntry]] = defaultdict(list)
        for entry in self.entries:
            for key in dict.fromkeys(map(fold, names_of(entry))):
                found[key].append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    def groups(self, name: str) -> tuple[AliasEntry, ...]:
        """Return the entries that a name means, in the order of the lists; two of one list are two things.

        Examples:
            >>> lists = AliasLists([AliasEntry("1", "mine", None, ("Zendan Front", "ZF"), weak=("the Front",))])
            >>> [entry.names for entry in lists.groups("zendan front")], lists.groups("Front")
            ([('Zendan Front', 'ZF')], ())
        """
        return self._names.get(fold(name), ())

    def weakly(self, name: str) -> tuple[AliasEntry, ...]:
        """Return the entries that a name may mean, though many other things have it too."""
        return self._weak.get(fold(name), ())

    def formerly(self, name: str) -> tuple[AliasEntry, ...]:
        """Return the entries that had a name once and gave it up."""
        return self._former.get(fold(name), ())


def entry_out(entry: AliasEntry) -> dict[str, Any]:
    """Return an entry as JSON has it; what is empty is left out."""
    out: dict[str, Any] = {"id": entry.id, "list": entry.list, "names": list(entry.names)}
    if entry.type is not None:
        out["type"] = entry.type.value
    out |= {key: list(names) for key in ("weak", "former") if (names := getattr(entry, key))}
    out |= {key: day.isoformat() for key in ("since", "until") if (day := getattr(entry, key)) is not None}
    return out | ({"note": entry.note} if entry.note else {})


def entry_in(record: Mapping[str, Any]) -> AliasEntry:
    """Return the entry that `entry_out` wrote.

    Raises:
        KeyError: If a part that every entry has is missing.
        ValueError: If a type or a date is none.
    """
    return AliasEntry(
        id=record["id"],
        list=record["list"],
        type=EntityType(record["type"]) if "type" in record else None,
        names=_texts(record["names"]),
        weak=_texts(record.get("weak", ())),
        former=_texts(record.get("former", ())),
        since=_day(record.get("since")),
        until=_day(record.get("until")),
        note=cast("str", record.get("note", "")),
    )


def _texts(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

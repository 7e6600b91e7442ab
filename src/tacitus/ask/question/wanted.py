"""Whom or what the words of a question mean in a ledger."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ask.groups import meant, rows_named, who
from tacitus.ask.question import lists, people
from tacitus.ask.question.spelling import is_common
from tacitus.extract.lexicon import countries
from tacitus.ledger.nearest import nearest
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold
from tacitus.resolve.names import alike, blocks
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tacitus.ask.question.spelling import Book
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import EntityRow
    from tacitus.model.entity import Entity

#: Least likeness of two names of which one is taken for another spelling of the other.
_SPELLING = 0.9
#: The same for a place of one incident: the incident has to say so too.
_MAYBE = 0.5
#: Two spellings of a place differ in length by so many letters at most.
_LONGER = 3
_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})
#: Words that add nothing to what a thing is.
_EMPTY = lists.words("empty")


_ACTING = frozenset(EntityType) - {EntityType.PLACE, EntityType.FACILITY, EntityType.THING}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What some words of a question mean.

    Attributes:
        name: The words.
        members: Documents with local ids: the entities that are meant.
        near: The same, of what has the name in its own: "fighters of the Front"; and of what has the words of a
            description.
        keys: Folded names of what is meant; of a description with a name in it, that name.
        types: What most documents take it for.
        spelt: Documents that have a place with a name like it, which may be another spelling.
        read_as: The spelling of the ledger, when it is another one; "" otherwise.
        nearest: Names of the ledger that are like the words, when nothing is meant.
    """

    name: str
    members: frozenset[tuple[str, str]] = frozenset()
    near: frozenset[tuple[str, str]] = frozenset()
    keys: frozenset[str] = frozenset()
    types: frozenset[EntityType] = frozenset()
    spelt: frozenset[str] = frozenset()
    read_as: str = ""
    nearest: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[tuple[str, str]]:
        """All that may be meant."""
        return self.members | self.near

    @property
    def is_known(self) -> bool:
        """Whether the ledger holds anything of this name."""
        return bool(self.ids or self.keys)

    @property
    def is_somebody(self) -> bool:
        """Whether it is one who acts, to some document, and no thing or place."""
        return bool(self.types & _ACTING)

    @property
    def is_place(self) -> bool:
        """Whether it is a place, to some document."""
        return EntityType.PLACE in self.types

    def is_in(self, words: str) -> bool:
        """Tell whether one of the names stands in some words, whole."""
        inside = f" {fold(words)} "
        return any(f" {key} " in inside for key in self.keys)

    def fits(self, document: str, entity: Entity) -> bool:
        """Tell whether an entity of a document is meant."""
        return (document, entity.id) in self.members or (document, entity.id) in self.near


def wanted(view: View, book: Book, name: str, as_of: date | None, *, is_whole: bool = False) -> Wanted:
    """Return what a name or a description means in a view, by a day; whole, or "market" for "cattle market" too."""
    key = fold(name)
    done = people.done_to(name)
    if done is not None:
        place = wanted(view, book, done.place, as_of).ids if done.place else frozenset()
        found_in = people.rows_of(view, done, place, as_of)
        return Wanted(name, near=frozenset(one for row in found_in for one in people.whom(row)))
    if key in book.proper:
        return _named(view, book, name, as_of)
    is_force = bool(_forces(name) & book.by_key.keys())
    if not is_proper(name) or is_force or any(key in known.split() for known in book.by_key):
        found = _described(view, book, name, as_of, is_whole=is_whole)
        if found.is_known:
            return found
    other = _spelling(name, book)
    if other is not None:
        named = _named(view, book, other, as_of)
        return replace(named, name=name, read_as=other)
    return Wanted(name, nearest=nearest(name, sorted(book.proper.values())))


def _named(view: View, book: Book, name: str, as_of: date | None) -> Wanted:
    groups = meant(view, name, as_of)
    members = frozenset[tuple[str, str]]().union(*(group.members for group in groups))
    told = frozenset(k for group in groups for k in group.keys if k in book.proper and not is_common(k))
    keys = told | {fold(name)}
    rows = [row for row in view.entities(keys) if (row.document.id, row.entity.id) in members]
    types = _usual(row.entity.type for row in rows)
    if EntityType.PLACE in types:
        kept = _PLACES | {EntityType.STATE} if fold(name) in book.lands else _PLACES  # a country is both
        return _place(view, book, Wanted(name, types=types), [r for r in rows if r.entity.type in kept], as_of)
    forces = _forces_of(name) if types == {EntityType.STATE} else frozenset[str]()
    near = who(rows_named(view, book.holding(keys) | {k for k in forces if k in book.by_key}, as_of))
    return Wanted(name, members, near - members, keys, types)


def _forces_of(state: str) -> frozenset[str]:
    """Return the folded names that the armed forces of a country may have: "Tolvan troops"."""
    country = countries().get(state.lower())
    adjectives = country.adjectives if country is not None else frozenset()
    return frozenset(f"{fold(one)} {word}" for one in adjectives for word in lists.words("army"))


def _forces(name: str) -> frozenset[str]:
    """Return the folded names that armed forces of a state may have besides: "Tolvan troops" for "Tolvan forces"."""
    first, _, last = fold(name).rpartition(" ")
    every = lists.words("army")
    return frozenset(f"{first} {word}" for word in every) if first and last in every else frozenset()


def _place(view: View, book: Book, found: Wanted, rows: list[EntityRow], as_of: date | None) -> Wanted:
    """Return a place: a capital that stands for its government elsewhere is no whole country."""
    if fold(found.name) not in book.lands:
        rows = [row for row in rows if not book.lands.intersection(map(fold, row.entity.names))]
    members = who(rows)
    keys = frozenset(fold(n) for row in rows for n in row.entity.names if is_proper(n)) | {fold(found.name)}
    held = {k for k in book.holding(keys) if not set(k.split()) & lists.words("beside")}  # "a forest south of X"
    near = who(r for r in rows_named(view, held, as_of) if r.entity.type in _PLACES)
    likely = [n for n in book.proper.values() if _is_near(fold(found.name), fold(n))]
    others = {fold(n) for n in _alike(found.name, likely, _MAYBE)}
    spelt = frozenset(r.document.id for r in rows_named(view, others, as_of) if r.entity.type is EntityType.PLACE)
    return replace(found, members=members, near=near - members, keys=keys, spelt=spelt)


def _is_near(one: str, other: str) -> bool:
    """Tell whether two folded names may be spellings of one: about as long, and mostly of the same letters."""
    mine, theirs = set(one), set(other)
    return abs(len(one) - len(other)) <= _LONGER and len(mine & theirs) * 2 > max(len(mine), len(theirs))


def _described(view: View, book: Book, name: str, as_of: date | None, *, is_whole: bool) -> Wanted:
    """Return what has all words of a description, or tells less of the same thing: "market" for "cattle market"."""
    mine = _stems(name)
    if not mine:
        return Wanted(name)
    head = _stems(_head(name))
    keys = {k for k in book.by_key if mine.keys() <= _stems(k).keys() or (not is_whole and _is_less(_stems(k), head))}
    keys |= {k for k in _forces(name) if k in book.by_key}
    inside = [k for k in book.proper if f" {k} " in f" {fold(name)} "]
    rows = rows_named(view, keys, as_of)
    types = _usual(row.entity.type for row in rows)
    return (
        Wanted(name, near=who(rows), keys=frozenset(sorted(inside, key=len)[-1:]), types=types)
        if rows
        else Wanted(name)
    )


def _usual(types: Iterable[EntityType]) -> frozenset[EntityType]:
    """Return the type that most have; several where they are as many."""
    found = Counter(types)
    return frozenset(kind for kind, count in found.items() if count == max(found.values()))


def _stems(name: str) -> dict[str, None]:
    return dict.fromkeys(word.removesuffix("s") for word in fold(name).split() if word not in _EMPTY)


def _is_less(one: dict[str, None], other: dict[str, None]) -> bool:
    return bool(one) and one.keys() <= other.keys() and next(reversed(one)) == next(reversed(other))


def _head(name: str) -> str:
    """Return the words of a description that say what it is: "road" of "road to Belun"."""
    said = fold(name).split()
    end = next((i for i, word in enumerate(said) if i and word in lists.words("of")), len(said))
    return " ".join(said[:end])


def _spelling(name: str, book: Book) -> str | None:
    """Return the name of the ledger that is another spelling, the likest; None when there is none."""
    found = _alike(name, book.proper.values(), _SPELLING)
    return found[0] if found else None


def _alike(name: str, others: Iterable[str], least: float) -> list[str]:
    """Return the names that are at least so like a name, the likest first."""
    mine = blocks(name)
    likely = [(alike(name, other), other) for other in others if mine & blocks(other)]
    return [other for score, other in sorted(likely, key=lambda pair: (-pair[0], pair[1])) if score >= least]

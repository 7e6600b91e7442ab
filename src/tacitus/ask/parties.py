"""Those who are named in answers: who did it, who suffered it, where, with what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.ask import words
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tacitus.model.entity import Entity

#: A document id and an id of one of its entities.
Key = tuple[str, str]
#: Type, names, owner with other names, and place of an entity.
Sign = tuple[str, tuple[str, ...], frozenset[str], str]

_DESCRIBED = frozenset({EntityType.PEOPLE, EntityType.THING})
#: Types that bear arms for a state.
STATE = frozenset({EntityType.FORCE, EntityType.STATE})
_OURS = frozenset({"our", "my", "its", "their", "his", "her"})


def terms(name: str) -> frozenset[str]:
    """Return the words of a name, folded, and each two that stand side by side, joined by "_".

    Examples:
        >>> sorted(terms("The armed forces"))
        ['armed', 'armed_forces', 'forces']
    """
    said = fold(name).split()
    return frozenset({*said, *(f"{a}_{b}" for a, b in pairwise(said))})


class Stand(StrEnum):
    """How one stands to another."""

    SAME = "same"
    #: The first is a part of the second, or names what the second describes.
    NARROWER = "narrower"
    #: The second is a part of the first, or names what it describes.
    WIDER = "wider"
    #: Not the same words, and they can mean the same.
    ALIKE = "alike"
    #: They exclude each other.
    OTHER = "other"
    #: Nobody can tell.
    OPEN = "open"

    @property
    def turned(self) -> Stand:
        """How the second stands to the first."""
        return {Stand.NARROWER: Stand.WIDER, Stand.WIDER: Stand.NARROWER}.get(self, self)


@dataclass(frozen=True, slots=True)
class Party:
    """An entity of one document as an answer.

    Attributes:
        document: Id of the document.
        entity: The entity there.
        owner: Folded names of whoever says "our fighters"; empty where no word of owning stands.
    """

    document: str
    entity: Entity
    owner: frozenset[str] = frozenset()

    @property
    def key(self) -> Key:
        """The ids by which others may know it."""
        return self.document, self.entity.id

    @property
    def name(self) -> str:
        """The name to show."""
        return self.entity.name

    @property
    def names(self) -> frozenset[str]:
        """Its folded names: the proper ones if there are any, else its descriptions."""
        return _folded(self.entity.names)

    @property
    def is_proper(self) -> bool:
        """Whether it has a proper name, by which it can be met in other documents."""
        return self.entity.type not in _DESCRIBED and _are_proper(self.entity.names)

    @property
    def is_named(self) -> bool:
        """Whether it has a proper name, or is a state's and has a name in its description: "army of Orvand"."""
        return self.is_proper or (self.entity.type in STATE and any(map(_has_name, self.entity.names)))

    @property
    def country(self) -> str | None:
        """The country that its name speaks of, if it is a state, bears arms for one, or is described only."""
        if self.is_named and self.entity.type not in STATE:
            return None
        return next((c for n in self.entity.names if (c := words.country(n)) is not None), None)

    @property
    def side(self) -> str:
        """Which side it is on by type or description: "state", "rebel", or "any" when nobody can tell."""
        if self.is_named:
            return "state" if self.entity.type in STATE else "rebel" if self.entity.type is EntityType.GROUP else "any"
        said = terms(self.entity.name)
        found = {side for side in ("state", "rebel") if said & words.kinds("sides.tsv")[side]}
        return found.pop() if len(found) == 1 else "any"

    @property
    def is_unit(self) -> bool:
        """Whether it is called a part of some armed side: a brigade, a wing."""
        return any(set(name.split()) & words.kinds("sides.tsv")["unit"] for name in self.names)


def party(document: str, entity: Entity, speaker: Entity | None, outlet: str | None) -> Party:
    """Return an entity as an answer of a speaker, or of the document itself when there is none."""
    if fold(entity.name).split()[:1] and fold(entity.name).split()[0] in _OURS:
        said_by = speaker.names if speaker else (outlet,) if outlet else ()
        return Party(document, entity, frozenset(fold(n) for n in said_by))
    return Party(document, entity)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of all who are named in the accounts of an incident.

    Attributes:
        same: Tells whether two entities of documents are one; None leaves it to their names.
        parts: Folded names of a part and its whole: a member, a leader, a branch, as some document says.
        joint: Those whom some claim names together as doing it.
        is_clash: Whether some document tells it as a fight of two sides, each of which does something.
        aliases: Folded names of those who did it, from all documents where they are the same.
        memo: How two of such names that are not one stand in answers to a question, once it was found: an incident has
            few names, and many accounts.
    """

    same: Callable[[Key, Key], bool] | None = None
    parts: frozenset[tuple[str, str]] = frozenset()
    joint: tuple[tuple[Party, ...], ...] = ()
    is_clash: bool = False
    aliases: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    memo: dict[tuple[str, Sign, Sign], Stand] = field(default_factory=dict, compare=False, repr=False)

    def is_same(self, one: Party, other: Party) -> bool:
        """Tell whether two are one: by what resolution found for names, by their words for descriptions."""
        if one.key == other.key:
            return True
        if self.same is not None and one.is_proper and other.is_proper:
            return self.same(one.key, other.key)
        return bool(one.names & other.names) and one.owner == other.owner

    def sign(self, one: Party) -> Sign:
        """Return what one is told by: all but the document that it stands in."""
        where = one.entity.where
        place = where.candidates[0].id if where is not None and where.candidates else ""
        return one.entity.type, one.entity.names, one.owner | self.aliases.get(one.key, frozenset()), place

    def names_of(self, one: Party) -> frozenset[str]:
        """Return the folded names of whoever it is in all documents."""
        return self.aliases.get(one.key, one.names)

    def is_part(self, one: Party, other: Party) -> bool:
        """Tell whether the first belongs to the second by its name, by who says "our", or by what a document says."""
        if not other.is_named:
            return False
        mine, theirs = self.names_of(one), self.names_of(other)
        if any(_holds(a, b) for a in mine | one.owner for b in theirs if a != b) or one.owner & theirs:
            return True
        if any((a, b) in self.parts for a in mine for b in theirs):
            return True
        is_land = other.entity.type is EntityType.STATE and other.country is not None
        return is_land and one.country == other.country


@lru_cache(maxsize=10_000)
def _are_proper(names: tuple[str, ...]) -> bool:
    return any(map(is_proper, names))


@lru_cache(maxsize=10_000)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(n) for n in ([n for n in names if is_proper(n)] or names))


@lru_cache(maxsize=10_000)
def _has_name(words_of: str) -> bool:
    """Tell whether some word has a capital that is no common word for an armed side: "the Orvand army"."""
    capitals = {word for raw in words_of.split() if raw[:1].isupper() for word in fold(raw).split()}
    return not capitals <= frozenset().union(*words.kinds("sides.tsv").values(), ("the", "a", "an"))


def _holds(name: str, inner: str) -> bool:
    """Tell whether the words of a name stand in another one, in order and side by side."""
    return f" {inner} " in f" {name} "

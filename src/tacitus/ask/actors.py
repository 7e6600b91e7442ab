"""Who did it: how two who are named for it stand to each other."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.ask import words
from tacitus.ask.kinds import PEOPLE, kind_of, without_number
from tacitus.ask.parties import STATE, Stand
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.ask.parties import Known, Party

_ACTING = frozenset(
    {EntityType.PERSON, EntityType.GROUP, EntityType.FORCE, EntityType.STATE, EntityType.ORG, EntityType.PEOPLE}
)
_ARMED = STATE | {EntityType.GROUP}
#: Names at least so alike may be two spellings of one, `SequenceMatcher.ratio`; then nobody is set against himself.
_ALIKE = 0.75


def stand(one: Party, other: Party, known: Known) -> Stand:
    """Return how two stand to each other as those who did it."""
    if known.is_same(one, other):
        return Stand.SAME
    if known.is_part(one, other):
        return Stand.SAME if _is_members(one) else Stand.NARROWER
    if known.is_part(other, one):
        return Stand.SAME if _is_members(other) else Stand.WIDER
    if one.is_named and other.is_named:
        return _named(one, other)
    return _described(one, other)


def acted_together(one: Iterable[Party], other: Iterable[Party], known: Known) -> bool:
    """Tell whether somebody names one of each as doing it together, or tells of a fight between sides."""
    if known.is_clash:
        return True
    sides = tuple(one), tuple(other)
    return any(all(any(_fits(p, q, known) for p in side for q in named) for side in sides) for named in known.joint)


def may_act(one: Party) -> bool:
    """Tell whether it can be who did violence: no place or thing, and no people who are said to be civilians."""
    if one.entity.type not in _ACTING:
        return False
    if one.entity.type is not EntityType.PEOPLE:
        return True
    kind = kind_of(without_number(one.name))
    return kind != PEOPLE and not kind.startswith("civilians")


def _fits(one: Party, other: Party, known: Known) -> bool:
    return stand(one, other, known) in (Stand.SAME, Stand.NARROWER, Stand.WIDER)


def _described(one: Party, other: Party) -> Stand:
    """Return how two stand of whom one at least has no name: they exclude each other only by side or country."""
    if one.owner or other.owner:  # "our fighters" are those of somebody, and not of the other one as far as is known
        return Stand.OPEN
    if _are_opposed(one, other):
        return Stand.OTHER
    if one.is_named == other.is_named:
        return Stand.ALIKE
    return Stand.NARROWER if one.is_named else Stand.WIDER


def _named(one: Party, other: Party) -> Stand:
    types = {one.entity.type, other.entity.type}
    if _may_be_one(one, other):
        return Stand.OPEN
    if types == {EntityType.PERSON}:
        return Stand.OTHER if all(len(name.split()) > 1 for p in (one, other) for name in p.names) else Stand.OPEN
    if not types <= _ARMED:
        return Stand.OPEN
    if types <= STATE:
        return _of_states(one, other)
    if one.is_unit or other.is_unit:
        units = [party for party in (one, other) if party.is_unit]
        is_of_force = all(party.entity.type is EntityType.FORCE for party in units)
        return Stand.OTHER if is_of_force and EntityType.GROUP in types else Stand.OPEN
    return Stand.OTHER


def _of_states(one: Party, other: Party) -> Stand:
    """Two arms of states exclude each other when they are known to serve two countries, or bear names of their own."""
    if one.country and other.country:
        return Stand.OTHER if one.country != other.country else Stand.ALIKE
    return Stand.OTHER if _is_distinct(one) and _is_distinct(other) else Stand.OPEN


def _are_opposed(one: Party, other: Party) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    return {one.side, other.side} == {"state", "rebel"} and not (one.is_unit or other.is_unit)


def _is_distinct(one: Party) -> bool:
    """Tell whether a name says which state or army: by a country, or by a word that is no common name of an office.

    A government that is called by a person's name is a government of some country, and nobody says here of which.
    """
    if one.country:
        return True
    plain, rule = words.kinds("sides.tsv")["institution"], words.kinds("sides.tsv")["government"]
    return not one.is_unit and any(not set(n.split()) <= plain and not set(n.split()) & rule for n in one.names)


def _is_members(one: Party) -> bool:
    """Tell whether it stands for the whole: "fighters of the Front"."""
    return one.entity.type is EntityType.PEOPLE


def _may_be_one(one: Party, other: Party) -> bool:
    return any(_are_near(mine, theirs) for mine in one.names for theirs in other.names)


@lru_cache(maxsize=10_000)
def _are_near(one: str, other: str) -> bool:
    """Tell whether two folded names may be spellings of one, or a name and its initials.

    Examples:
        >>> _are_near("jaysh al fajr", "jaish al fajr"), _are_near("hf", "highland front"), _are_near("hamas", "fatah")
        (True, True, False)
    """
    if "".join(word[0] for word in one.split()) == other or "".join(word[0] for word in other.split()) == one:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

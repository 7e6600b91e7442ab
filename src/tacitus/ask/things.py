"""To whom and with what: how two targets, or two weapons, of one incident stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask import words
from tacitus.ask.kinds import kind_of, without_number
from tacitus.ask.parties import Stand, terms
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from tacitus.ask.parties import Known, Party


def things(one: Party, other: Party, known: Known) -> Stand:
    """Targets and weapons: the same, one more exact than the other, of kinds that exclude each other, or anything."""
    if known.is_same(one, other):
        return Stand.SAME
    mine, theirs = set(fold(one.name).split()), set(fold(other.name).split())
    if mine > theirs:
        return Stand.NARROWER
    if theirs > mine:
        return Stand.WIDER
    if {one.entity.type, other.entity.type} == {EntityType.PEOPLE}:
        kinds = {kind_of(without_number(p.name)).split("/")[0] for p in (one, other)}
        return Stand.OTHER if kinds == {"civilians", "fighters"} else Stand.OPEN
    families = _family(one), _family(other)
    return Stand.OTHER if None not in families and families[0] != families[1] else Stand.OPEN


def _family(one: Party) -> str | None:
    """Return the means of attack that words name, or None when they name none or several."""
    said = terms(one.name)
    found = [family for family, known in words.kinds("weapon_families.tsv").items() if said & known]
    return found[0] if len(found) == 1 else None

"""Where and when: how two places, and two times, of one incident stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.parties import Stand
from tacitus.model.place import AREAS, PlaceKind
from tacitus.model.when import Precision
from tacitus.model.where import distance
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ask.parties import Known, Party
    from tacitus.model.when import When
    from tacitus.model.where import Candidate, Where

#: Metres that two towns must lie apart, beyond their radii, to be two: news names the nearest town that readers know.
_APART = 20_000.0
#: Days by which "about" may miss.
_ABOUT = 7


def where(one: Party, other: Party, known: Known) -> Stand:
    """Return how two places stand; OTHER only when both are on the map, apart, and neither can hold the other.

    A name that may mean a town or the province around it is taken either way there.
    """
    if known.is_same(one, other):
        return Stand.SAME
    mine, theirs = one.entity.where, other.entity.where
    if _names(other) & _within(mine):
        return Stand.NARROWER
    if _names(one) & _within(theirs):
        return Stand.WIDER
    if mine is None or theirs is None or not (mine.is_located and theirs.is_located):
        return Stand.OPEN
    likeliest = _on_the_map(mine.candidates[0], theirs.candidates[0])
    if likeliest is not Stand.OTHER:
        return likeliest
    ways = {_on_the_map(a, b) for a in mine.candidates for b in theirs.candidates}
    return Stand.OTHER if ways == {Stand.OTHER} else Stand.OPEN


def when(one: When, other: When) -> Stand:
    """Return how two times stand.

    Examples:
        >>> from tacitus.model.when import When
        >>> str(when(When("2019-08-31"), When("2019-08"))), str(when(When("2019-08-31"), When("2019-09-02")))
        ('narrower', 'other')
    """
    if one.edtf == other.edtf:
        return Stand.SAME
    if Precision.YEARLESS in (one.precision, other.precision):
        return _yearless(one, other)
    if one.contains(other) and other.contains(one):
        vague = one.is_approximate, other.is_approximate
        return Stand.SAME if vague[0] == vague[1] else Stand.WIDER if vague[0] else Stand.NARROWER
    if one.overlaps(other):
        return Stand.WIDER if one.contains(other) else Stand.NARROWER if other.contains(one) else Stand.ALIKE
    is_vague = one.is_approximate or other.is_approximate
    return Stand.OPEN if is_vague and _days_between(one, other) <= _ABOUT else Stand.OTHER


def _on_the_map(one: Candidate, other: Candidate) -> Stand:
    if one.id == other.id:
        return Stand.SAME
    gap = distance(one.point, other.point)
    if _holds(other, one, gap):
        return Stand.NARROWER
    if _holds(one, other, gap):
        return Stand.WIDER
    are_lands = PlaceKind.COUNTRY in (one.kind, other.kind) and one.country and other.country
    if are_lands and one.country != other.country:
        return Stand.OTHER
    return Stand.OTHER if gap > one.point.radius + other.point.radius + _APART else Stand.OPEN


def _holds(area: Candidate, inner: Candidate, gap: float) -> bool:
    if area.kind not in AREAS or (inner.kind in AREAS and inner.point.radius >= area.point.radius):
        return False
    if area.kind == PlaceKind.COUNTRY and inner.country and area.country:
        return area.country == inner.country
    return gap <= area.point.radius


def _names(one: Party) -> frozenset[str]:
    return frozenset(fold(name) for name in one.entity.names)


def _within(place: Where | None) -> frozenset[str]:
    if place is None:
        return frozenset()
    inside = (place.inside.name,) if place.inside is not None else ()
    return frozenset(fold(name) for name in (*place.within, *inside))


def _yearless(one: When, other: When) -> Stand:
    """Without a year the day or month alone is compared, when both have the same form."""
    mine, theirs = one.edtf.split("-", 1)[-1], other.edtf.split("-", 1)[-1]
    if len(mine) != len(theirs) or "/" in mine + theirs:
        return Stand.OPEN
    if mine != theirs:
        return Stand.OTHER
    return Stand.WIDER if one.precision is Precision.YEARLESS else Stand.NARROWER


def _days_between(one: When, other: When) -> int:
    first, second = (one, other) if one.before(other) else (other, one)
    ends: tuple[date | None, date | None] = first.latest, second.earliest
    return (ends[1] - ends[0]).days if ends[0] is not None and ends[1] is not None else 0

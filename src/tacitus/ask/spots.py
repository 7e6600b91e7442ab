"""Where and when: how two places, and two times, of one incident stand to each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.ask.parties import Stand
from tacitus.model.place import AREAS, PlaceKind
from tacitus.model.when import Precision, When
from tacitus.model.where import distance
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from tacitus.ask.parties import Known, Party
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.where import Candidate, Where

#: Metres that two towns must lie apart, beyond their radii, to be two: news names the nearest town that readers know.
_APART = 20_000.0
#: Accounts of one happening may miss its day by so many.
NEAR = 2
#: One day or month of a known or unknown year.
_IN_YEAR = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}(?:-[0-9]{2})?")
#: Length of such a string → days to its end, at most.
_DAYS = {len("2000-01"): 30, len("2000-01-01"): 0}
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
    return Stand.OPEN if is_vague and days_between(one, other) <= _ABOUT else Stand.OTHER


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


def days_between(one: When, other: When) -> int:
    """Return how many days lie at least between two times; 0 where they can be one, or nobody can tell.

    Where a year is not known, days and months are compared as those of one year.

    Examples:
        >>> from tacitus.model.when import When
        >>> days_between(When("2019-08"), When("2019-09-03")), days_between(When("XXXX-12-31"), When("2019-01-03"))
        (3, 3)
    """
    if Precision.YEARLESS not in (one.precision, other.precision):
        return _gap(one, other)
    if not (_IN_YEAR.fullmatch(one.edtf) and _IN_YEAR.fullmatch(other.edtf)):
        return 0
    gap = _gap(*(When(f"2000{t.edtf[4:]}") for t in (one, other)))
    around = 366 - gap - sum(_DAYS[len(t.edtf)] for t in (one, other))
    return max(0, min(gap, around))


def _gap(one: When, other: When) -> int:
    first, second = (one, other) if one.before(other) else (other, one)
    last, begin = first.latest, second.earliest
    return max(0, (begin - last).days) if last is not None and begin is not None else 0


def is_one_time(one: ClaimRow, other: ClaimRow, most: int = NEAR) -> bool:
    """Tell whether two claims can be of one happening by their times, which may differ by so many days."""
    mine, theirs = one.claim.time, other.claim.time
    return mine is None or theirs is None or days_between(mine, theirs) <= most

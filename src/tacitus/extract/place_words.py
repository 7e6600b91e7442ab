"""The words around place names: what a place is, how something stands to it, and what contains it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from tacitus.extract.lexicon import rows
from tacitus.model.where import Point, along


@cache
def place_words(group: str) -> frozenset[str]:
    """Return the words of one group of `data/place_words.tsv`."""
    return frozenset(word for name, words, *_ in rows("place_words.tsv") if name == group for word in words.split())


@cache
def amounts(group: str) -> dict[str, float]:
    """Return word → number of the rows of a group that have one: bearing in degrees, or metres."""
    found = (row for row in rows("place_words.tsv") if row[0] == group and len(row) > 2 and row[2])
    return {word: float(number) for _, words, number, *_ in found for word in words.split()}


def _any_of(*groups: str) -> str:
    found = sorted({re.escape(w) for g in groups for w in place_words(g)}, key=len, reverse=True)
    return "|".join(found)


_DIVISION_OF = re.compile(rf"(?i)\b(?P<kind>{_any_of('division')})s? of (?:the )?$")
_TOWN_OF = re.compile(rf"(?i)\b(?:{_any_of('town')})s?,? (?:of |called |named )?(?:the )?$")
_LED_IN = rf"(?:the )?(?:(?:{_any_of('town', 'division')})s? (?:of )?)?(?:the )?"
_SHIFTED = re.compile(
    rf"(?i)(?P<way>(?:(?P<much>\d[\d,.]*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
    rf"[ -]?(?P<unit>{_any_of('unit')})\b(?: to the)? )?"
    rf"(?P<bearing>(?:{_any_of('direction')})|from|away from|outside|inside) of|"
    rf"(?P<far>\d[\d,.]*)[ -]?(?P<farunit>{_any_of('unit')})\b (?:away )?(?:from|outside)) {_LED_IN}$"
)
_BESIDE = re.compile(
    rf"(?i)\b(?:(?P<or>in or near|in and around|at or near)|(?:{_any_of('near')}|close to|next to|on the outskirts of|"
    rf"in the outskirts of|on the edge of|in the vicinity of|not far from)) {_LED_IN}$"
)
_PART_OF = re.compile(rf"(?i)\b(?P<part>{_any_of('direction')}) {_LED_IN}$")


def says_division(before: str, group: str = "division") -> bool:
    """Tell whether the words before a name say that it is a division of a country: "the province of".

    Args:
        before: The words.
        group: "division" for any, "wide" for one of the first rank.
    """
    found = _DIVISION_OF.search(before)
    return found is not None and found["kind"].lower() in place_words(group)


def says_town(before: str) -> bool:
    """Tell whether the words before a name say that it is a populated place: "the village of"."""
    return bool(_TOWN_OF.search(before))


def relation_before(before: str) -> str:
    """Return how the words before a place name stand to it; "" when they say nothing.

    Examples:
        >>> relation_before("a camp 15 km east of the town of ")
        '15 km east of'
        >>> relation_before("shells fell near "), relation_before("a village in southern ")
        ('near', 'southern')
    """
    shifted = _SHIFTED.search(before)
    if shifted:
        return shifted["way"].lower()
    beside = _BESIDE.search(before)
    if beside:
        return "in or near" if beside["or"] else "near"
    part = _PART_OF.search(before)
    return part["part"].lower() if part else ""


#: What a gap between a name and the one behind it may hold when the second contains the first: "X, Y", "X (Y",
#: "X in southern Y", "X, a village in the Z district of Y".
_INSIDE = re.compile(
    rf"(?:,? ?\(|, ?|, (?:an? |the )(?:[\w'-]+ ){{0,4}}?(?:{_any_of('division', 'town')})s? of (?:[a-z'-]+ ){{0,5}}?|"
    rf"(?:, (?:an? |the )(?:[\w'-]+ ){{0,4}}?(?:{_any_of('division', 'town')})s?)?,? ?(?:in|inside|within)(?: the)?"
    rf" (?:[a-z'-]+ ){{0,3}}?"
    rf"(?:(?:{_any_of('division', 'town')})s? of (?:the )?)?| (?:{_any_of('division')})(?:,? in| of|,)(?: the)? "
    rf"(?:[a-z'-]+ ){{0,2}}?)"
)
_BESIDE_GAP = re.compile(
    rf"(?:, (?:an? |the )(?:[\w'-]+ ){{1,4}}?)?,? ?(?:[a-z0-9'-]+ ){{0,5}}?"
    rf"(?:near|close to|outside|from|(?:{_any_of('direction')}) of)"
    rf"(?: the)? (?:(?:{_any_of('town')})s? of )?"
)


def is_inside(gap: str) -> bool:
    """Tell whether the words between two names say that the second contains the first.

    Examples:
        >>> is_inside(", "), is_inside(" in southern "), is_inside(" and "), is_inside("'s role in ")
        (True, True, False, False)
    """
    return bool(_INSIDE.fullmatch(gap))


def is_beside(gap: str) -> bool:
    """Tell whether the words between two names say that the first lies near the second.

    Examples:
        >>> is_beside(", a village near "), is_beside(" 10 km north of "), is_beside(" and ")
        (True, True, False)
    """
    return bool(_BESIDE_GAP.fullmatch(gap))


@dataclass(frozen=True, slots=True)
class Shift:
    """How far something lies from a named place.

    Attributes:
        metres: Distance, or None when the words give none.
        bearing: Degrees from north, clockwise, or None when the words give none.
    """

    metres: float | None
    bearing: float | None


_MUCH = {
    "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
#: "Near", "outside" and a bare direction leave open how far; reports mean a distance on foot or by car.
_NEAR_REACH = 20_000.0
_DIRECTION_REACH = 50_000.0
#: A point of the compass in words is good to half the angle between two of eight: sin(22.5°) to either side.
_BLUR = 0.38


def shift_of(relation: str) -> Shift | None:
    """Return how far and where to a relation leads; None for one that stays at the place.

    Examples:
        >>> shift_of("15 km east of")
        Shift(metres=15000.0, bearing=90.0)
        >>> shift_of("near"), shift_of("southern")
        (Shift(metres=None, bearing=None), None)
    """
    found = _SHIFTED.fullmatch(relation + " ") if relation.endswith((" of", " from", " outside")) else None
    if found is None:
        return Shift(None, None) if relation == "near" else None
    number, unit = (found["far"], found["farunit"]) if found["far"] else (found["much"], found["unit"])
    metres = _number(number) * amounts("unit")[unit.lower()] if number and unit else None
    return Shift(metres, amounts("direction").get((found["bearing"] or "").lower()))


def _number(words: str) -> float:
    bare = words.lower().replace(",", "").rstrip(".")
    return float(_MUCH[bare]) if bare in _MUCH else float(bare)


def moved(point: Point, relation: str) -> Point:
    """Return where a relation to a place leads, with the radius that the words leave open.

    A distance with a direction moves the middle; all else keeps it and widens the circle.
    """
    shift = shift_of(relation)
    if shift is None:
        return Point(point.latitude, point.longitude, point.radius + _NEAR_REACH) if relation == "in or near" else point
    if shift.metres is None:
        reach = _NEAR_REACH if shift.bearing is None else _DIRECTION_REACH
        return Point(point.latitude, point.longitude, point.radius + reach)
    if shift.bearing is None:
        return Point(point.latitude, point.longitude, point.radius + shift.metres)
    there = along(point, shift.metres, shift.bearing)
    return replace(there, radius=point.radius + shift.metres * _BLUR)

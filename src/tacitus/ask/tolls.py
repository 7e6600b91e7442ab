"""How many: the dead or wounded of an account, by kind of people, and how two such numbers stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ask.kinds import PEOPLE, is_further, kind_of, without_number
from tacitus.ask.parties import Stand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.model.count import Count

#: Kinds that make up all people; other kinds are some of these.
_WHOLE = frozenset({"civilians", "fighters", "forces"})


@dataclass(frozen=True, slots=True)
class Share:
    """How many of one kind of people.

    Attributes:
        kind: "people" (of any kind), "civilians", "fighters" (of a group), "forces" (of a state), one of these with a
            kind inside it ("civilians/children"), or "people/" and words for some of them ("people/men").
        min: Least number, or None when the words set no lower bound.
        max: Greatest number, or None when they set no upper bound.
        who: The words for them, without the number; "" when there are none.
    """

    kind: str
    min: int | None
    max: int | None
    who: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the words give any bound."""
        return self.min is not None or self.max is not None

    @property
    def low(self) -> int:
        """Least number allowed; nobody gives fewer than none."""
        return self.min or 0

    @property
    def high(self) -> float:
        """Greatest number allowed."""
        return float("inf") if self.max is None else self.max

    def __str__(self) -> str:
        """Return the number in words: "at least 31", "40 civilians"."""
        return f"{_range(self)} {self.who}".rstrip()


@dataclass(frozen=True, slots=True)
class Toll:
    """All numbers that one account gives for one question.

    Attributes:
        shares: One a kind, "people" first; never empty.
    """

    shares: tuple[Share, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of people that are counted."""
        return frozenset(share.kind for share in self.shares)

    @property
    def total(self) -> Share | None:
        """The number of all; None when one kind alone is counted and nobody says that there were no others."""
        if self.shares[0].kind == PEOPLE:
            return self.shares[0]
        whole = [share for share in self.shares if share.kind in _WHOLE]
        if len(whole) < 2:
            return None
        high = sum(share.high for share in whole)
        return Share(PEOPLE, sum(share.low for share in whole), None if high == float("inf") else int(high))

    def of(self, kind: str) -> Share | None:
        """Return the number of one kind, or None when it is not counted."""
        return self.total if kind == PEOPLE else next((s for s in self.shares if s.kind == kind), None)

    def __str__(self) -> str:
        """Return the numbers in words."""
        return ", ".join(map(str, self.shares))


def share(count: Count, who: str) -> Share:
    """Return a count with the kind of people that the words for them tell.

    Args:
        count: As the claim has it.
        who: Words for those counted, which may hold the number: "dozens of civilians"; "" when there are none.

    Examples:
        >>> from tacitus.model.count import Count
        >>> str(share(Count(31, None, words="at least 31"), "at least 31 people")), share(Count(2, 2), "").kind
        ('at least 31 people', 'people')
    """
    bare = without_number(who)
    kind = f"{PEOPLE}/further" if is_further(f"{count.words} {who}") else kind_of(bare)
    return Share(kind, count.min, count.max, bare)


def toll(shares: Iterable[Share]) -> Toll | None:
    """Return the numbers of one account together, or None when it gives none at all.

    Of two numbers for one kind the one inside the other counts; of two apart the greater, since the smaller one
    counts some of them. "No casualties" beside dead of some kind is of somebody else.
    """
    kept: dict[str, Share] = {}
    for one in shares:
        known = kept.get(one.kind)
        kept[one.kind] = one if known is None else _both(known, one)
    order = sorted(kept.values(), key=lambda s: (s.kind != PEOPLE, s.kind))
    some = any(s.low for s in order)
    told = tuple(s for s in order if s.is_known and not (some and s.high == 0))
    return Toll(told or tuple(order[:1])) if order else None


def compare(one: Toll, other: Toll) -> Stand:
    """Return how two numbers stand: OTHER when no number fits both, OPEN when they count different people.

    Some of those whom the other one counts (children, civilians) must not be more than these. Civilians alone against
    fighters alone is OTHER as well: the two say otherwise who died. Soldiers beside either are OPEN.
    """
    kinds = sorted(one.kinds | other.kinds | {PEOPLE})
    common = [(a, b) for kind in kinds if (a := one.of(kind)) and (b := other.of(kind))]
    if common:
        more, less = one.kinds - other.kinds - {PEOPLE}, other.kinds - one.kinds - {PEOPLE}
        return _all([_of_ranges(a, b) for a, b in common], more=more, less=less)
    found = [_of_parts(a, b) for a in _outer(one) for b in _outer(other)]
    if len(found) == 1:
        is_set_apart = {*one.kinds, *other.kinds} == {"civilians", "fighters"}
        return Stand.OTHER if is_set_apart else found[0]
    return Stand.OTHER if Stand.OTHER in found else Stand.OPEN


def counts_alike(one: Toll, other: Toll) -> bool:
    """Tell whether two count the same people: a kind that both count, or all of them against a whole kind."""
    if one.kinds & other.kinds or (one.total and other.total):
        return True
    part = other if one.total else one if other.total else None
    return part is not None and part.shares[0].kind in _WHOLE


def is_more(one: Toll, other: Toll) -> bool:
    """Tell whether the first number is the greater one, by its least and then its greatest value."""
    return _size(one) > _size(other)


def _size(one: Toll) -> tuple[int, float]:
    total = one.total or max(one.shares, key=lambda s: s.low)
    return total.low, total.high if total.max is not None else float(total.low)


def _both(one: Share, other: Share) -> Share:
    if not one.is_known or not other.is_known:
        return one if one.is_known else other
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low > high:
        return max(one, other, key=lambda s: (s.low, s.high))
    narrow = one if (one.low, -one.high) >= (other.low, -other.high) else other
    bounds = low if one.min is not None or other.min is not None else None, None if high == float("inf") else int(high)
    return replace(narrow, min=bounds[0], max=bounds[1], who=narrow.who or one.who or other.who)


def _of_ranges(one: Share, other: Share) -> Stand:
    if not one.is_known or not other.is_known:
        return Stand.OPEN
    if (one.low, one.high) == (other.low, other.high):
        return Stand.SAME
    if one.high < other.low or other.high < one.low:
        return Stand.OTHER
    if other.low <= one.low and one.high <= other.high:
        return Stand.NARROWER
    if one.low <= other.low and other.high <= one.high:
        return Stand.WIDER
    return Stand.ALIKE


def _all(found: list[Stand], *, more: frozenset[str], less: frozenset[str]) -> Stand:
    """Return how two answers stand of which each pair of numbers stands so.

    Args:
        found: One for each kind that both count; never empty.
        more: Kinds that the first one counts alone.
        less: Kinds that the second one counts alone.
    """
    if Stand.OTHER in found:
        return Stand.OTHER
    ways = set(found) - {Stand.SAME}
    if more:
        ways.add(Stand.NARROWER)
    if less:
        ways.add(Stand.WIDER)
    if not ways:
        return Stand.SAME
    return ways.pop() if len(ways) == 1 else Stand.ALIKE


def _of_parts(one: Share, other: Share) -> Stand:
    """Return how the numbers of two different kinds stand: one of them may be among the other."""
    if _is_among(one, other):
        return _part(one, other)
    if _is_among(other, one):
        return _part(other, one).turned
    return Stand.OPEN


def _outer(one: Toll) -> list[Share]:
    """Return the numbers without those of some of others: the children among the civilians."""
    return [s for s in one.shares if not any(_is_among(s, other) for other in one.shares if other is not s)]


def _is_among(one: Share, other: Share) -> bool:
    return other.kind == PEOPLE or one.kind.startswith(f"{other.kind}/")


def _part(mine: Share, everyone: Share) -> Stand:
    """Return how the number of some stands to the number of all of them."""
    if mine.low > everyone.high:
        return Stand.OTHER
    if not mine.is_known or not everyone.is_known:
        return Stand.OPEN
    return Stand.NARROWER if mine.low >= everyone.low and mine.high <= everyone.high else Stand.OPEN


def _range(one: Share) -> str:
    if one.min == one.max:
        return "not known" if one.min is None else str(one.min)
    if one.max is None:
        return f"at least {one.min}"
    return f"up to {one.max}" if one.min is None else f"{one.min} to {one.max}"

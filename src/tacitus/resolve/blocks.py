"""Blocks: which happenings are worth comparing, so that nobody compares all with all."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.resolve.happening import Happening
    from tacitus.resolve.rare_words import Weighted

#: So many of the rarest words of an account file it, two by two.
_MOST = 9
#: Days of a stretch of the calendar by which accounts are filed: a news story is told for about so long.
_STRETCH = 30


def blocks(one: Happening) -> frozenset[str]:
    """Return the keys under which a happening is filed: two of its words, with a stretch of days if it has one."""
    stretch = _stretch(one)
    mark = "u" if stretch is None else f"d{stretch}"
    return frozenset(f"{kind}|{pair}" for pair in _pairs(one) for kind in {mark, mark[0]})


def sought(one: Happening) -> frozenset[str]:
    """Return the keys under which those lie that it is worth comparing a happening with.

    Dated ones look among the undated and those of their stretch of days and its neighbours; undated ones look among
    all. If one finds the other, so does the other one.
    """
    stretch = _stretch(one)
    kinds = ["u", "d"] if stretch is None else ["u", *(f"d{stretch + step}" for step in (-1, 0, 1))]
    return frozenset(f"{kind}|{pair}" for pair in _pairs(one) for kind in kinds)


def _pairs(one: Happening) -> Iterator[str]:
    """Yield the pairs of the heaviest words of an account, and of its story."""
    for words in (one.words, one.story):
        yield from (" ".join(pair) for pair in combinations(sorted(_heaviest(words)), 2))


def _heaviest(words: Weighted) -> list[str]:
    return [word for word, _ in words[:_MOST]]


def _stretch(one: Happening) -> int | None:
    """Return the number of the stretch of days in which it lies; None when nobody says when it was."""
    day = one.published if one.is_lead and one.published else one.last or one.first or one.published
    return None if day is None else day.toordinal() // _STRETCH

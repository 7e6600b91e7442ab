"""Blocks: which happenings are worth comparing, so that nobody compares all with all."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.resolve.happening import Happening

#: So many of the rarest words of main news file it, two by two, and of background, of which there is much more.
_MOST, _FEW = 9, 6
#: Days of a stretch of the calendar by which accounts are filed: a news story is told for about so long.
_STRETCH = 30
#: Days between two reports of one day's news: these need to share only one rare word.
_FRESH = 2


def blocks(one: Happening) -> frozenset[str]:
    """Return the keys under which a happening is filed.

    Two of its words with the stretch of days that it lies in, or with none; and each word with its day of publication.
    """
    stretch = _stretch(one)
    mark = "u" if stretch is None else f"d{stretch}"
    pairs = {f"{kind}|{pair}" for pair in _pairs(one) for kind in {mark, mark[0]}}
    return frozenset(pairs | {f"n{day}|{word}" for day in _news_days(one, 0) for word in _rarest(one)})


def sought(one: Happening) -> frozenset[str]:
    """Return the keys under which those lie that it is worth comparing a happening with.

    Dated ones look among the undated and those of their stretch of days and its neighbours; undated ones look among
    all. If one finds the other, so does the other one.
    """
    stretch = _stretch(one)
    kinds = ["u", "d"] if stretch is None else ["u", *(f"d{stretch + step}" for step in (-1, 0, 1))]
    pairs = {f"{kind}|{pair}" for pair in _pairs(one) for kind in kinds}
    return frozenset(pairs | {f"n{day}|{word}" for day in _news_days(one, _FRESH) for word in _rarest(one)})


def _pairs(one: Happening) -> Iterator[str]:
    """Yield the pairs of the heaviest words of an account, and of its story."""
    for words in (one.words, one.story):
        heaviest = sorted(word for word, _ in words[: _MOST if one.is_lead else _FEW])
        yield from (" ".join(pair) for pair in combinations(heaviest, 2))


def _rarest(one: Happening) -> frozenset[str]:
    return frozenset(word for words in (one.words, one.story) for word, _ in words[:_MOST])


def _news_days(one: Happening, around: int) -> range:
    """Return the days, as ordinals, around the publication of main news; none for background and undated reports."""
    if not one.is_lead or one.published is None:
        return range(0)
    day = one.published.toordinal()
    return range(day - around, day + around + 1)


def _stretch(one: Happening) -> int | None:
    """Return the number of the stretch of days in which it lies; None when nobody says when it was."""
    day = (one.published if one.is_lead else None) or one.last or one.first
    return None if day is None else day.toordinal() // _STRETCH

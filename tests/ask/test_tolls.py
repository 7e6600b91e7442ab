"""Numbers of persons: kinds, totals, words."""

from __future__ import annotations

import pytest

from tacitus.ask.kinds import kind_of
from tacitus.ask.parties import Stand
from tacitus.ask.tolls import Share, Toll, compare, is_more, share, toll
from tacitus.model.count import Count


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("people", "people"),
        ("victims", "people"),
        ("", "people"),
        ("children of the town", "civilians/children"),
        ("Shoppers", "civilians/shopper"),
        ("Taliban militants", "fighters"),
        ("soldiers of the 4th Mountain Brigade", "forces"),
        ("civilians and soldiers", "people"),
    ],
)
def test_kinds(who: str, kind: str) -> None:
    """Words of one kind tell it; none or several tell only that they are people."""
    assert kind_of(who) == kind


@pytest.mark.parametrize(
    ("count", "who", "told"),
    [
        (Count(31, None, words="at least 31"), "at least 31 people", "at least 31 people"),
        (Count(24, None, words="dozens"), "dozens of civilians", "at least 24 civilians"),
        (Count(None, 30), "", "up to 30"),
        (Count(5, 9), "soldiers", "5 to 9 soldiers"),
        (Count(31, 31), "31", "31"),
        (Count(None, None), "", "not known"),
        (Count(0, 0), "", "0"),
    ],
)
def test_words(count: Count, who: str, told: str) -> None:
    """The number, then those who are counted without it."""
    assert str(share(count, who)) == told


def test_shares_of_one_account() -> None:
    """The narrower of two that fit counts, the greater of two that do not, and nothing known only when alone."""
    wide, narrow, part = Share("people", 31, None), Share("people", 34, 34, "people"), Share("people", 3, 3)
    assert toll([wide, narrow]) == toll([narrow, wide]) == Toll((narrow,))
    assert toll([narrow, part]) == toll([part, narrow]) == Toll((narrow,))
    unknown = Share("people", None, None)
    assert toll([unknown, narrow]) == Toll((narrow,))
    assert toll([unknown]) == Toll((unknown,))
    assert toll([]) is None


def test_totals() -> None:
    """Kinds that are counted apart make a total together; one kind alone makes none."""
    civilians, fighters = Share("civilians", 40, 40), Share("fighters", 12, None)
    assert Toll((civilians,)).total is None
    assert Toll((civilians, fighters)).total == Share("people", 52, None)
    assert is_more(Toll((civilians, fighters)), Toll((Share("people", 50, 50),)))
    assert not is_more(Toll((Share("people", None, 30),)), Toll((Share("people", 1, 1),)))


def test_some_of_those_counted_change_nothing_of_the_whole() -> None:
    """The children among the dead civilians are no number of their own when it is compared with all people."""
    part = Toll((Share("civilians", 34, 34), Share("civilians/children", 9, 9)))
    for people, way in ((Share("people", 31, None), Stand.NARROWER), (Share("people", 20, 20), Stand.OTHER)):
        assert compare(part, Toll((people,))) is compare(Toll(part.shares[:1]), Toll((people,))) is way
        assert compare(Toll((people,)), part) is way.turned
    assert compare(part, Toll((Share("civilians/children", 7, 7),))) is Stand.OTHER

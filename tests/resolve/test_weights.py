"""The weights of the name matcher, and the score that is made of them."""

from __future__ import annotations

from itertools import product
from math import exp

import pytest

from tacitus.resolve.comparing import features
from tacitus.resolve.prepared import prepared
from tacitus.resolve.weights import chance, weights

NAMES = (
    "Al-Zendan (Karsia)",
    "Al-Zendan (Velmora)",
    "13th Orvand Brigade",
    "31st Orvand Battalion",
    "Orvand Brigade of the North",
    "TLF",
    "Tide Liberation Front",
    "Abu Kesh Dun",
    "Umm Kesh",
    "Kesh Dun Talvo",
    "Dun Kesh",
    "Muhammad Orvand",
    "Muhammad",
    "كتيبة الزندان",
    "Бригада Ковыль",
    "",
)


def test_every_reason_that_is_found_has_a_weight() -> None:
    """No reason is silently worth nothing for want of a weight; those that are worth nothing were fitted so."""
    found = {name for a, b in product(NAMES, NAMES) for name in features(prepared(a), prepared(b))}
    assert len(found) > 20
    assert found <= weights().keys()


@pytest.mark.parametrize(
    ("name", "is_for"),
    [
        ("same sound", True),
        ("same acronym", True),
        ("known as one", True),
        ("brackets agree", True),
        ("numbers differ", False),
        ("brackets differ", False),
        ("acronyms differ", False),
        ("nothing shared", False),
        ("another kind of body", False),
        ("father and mother", False),
        ("known as two", False),
        ("only a given name", False),
    ],
)
def test_the_sides_on_which_reasons_speak(name: str, *, is_for: bool) -> None:
    """Fitted weights must make sense."""
    assert (weights()[name] > 0) is is_for


@pytest.mark.parametrize("odds", [-20.0, -3.0, -0.5, 0.0, 0.5, 3.0, 20.0])
def test_a_score_is_the_logistic_function(odds: float) -> None:
    """And that of the opposite is the rest."""
    assert chance(odds) == pytest.approx(1 / (1 + exp(-odds)))
    assert chance(odds) + chance(-odds) == pytest.approx(1)


@pytest.mark.parametrize("odds", [1e9, float("inf")])
def test_no_odds_are_too_great(odds: float) -> None:
    """The score stays a number, near one or zero."""
    assert 0 < chance(-odds) < 1e-12
    assert 1 - 1e-12 < chance(odds) <= 1

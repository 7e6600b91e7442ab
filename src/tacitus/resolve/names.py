"""How alike two names of this field are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.resolve.comparing import features
from tacitus.resolve.name_keys import keys_of
from tacitus.resolve.prepared import prepared
from tacitus.resolve.weights import chance, weights

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against two names being one.

    Attributes:
        name: What it is, in words: "another order". All are told in docs/names.md.
        value: How much of it there is, mostly in [0, 1].
        weight: What one of it is worth; `value * weight` is added to the log-odds.
    """

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names mean one and the same, and why.

    Attributes:
        score: [0, 1]; 0.5 is even odds.
        features: The reasons, the strongest first; "intercept" is what every pair starts from.
    """

    score: float
    features: tuple[Feature, ...]


def likeness(one: str, other: str) -> Likeness:
    """Return how likely two names mean the same, with the reasons; their order does not matter.

    It knows names alone: two men may have one name, and one group two. `alike` gives the same score, faster.

    Examples:
        >>> likeness("Jaysh al-Islam", "Army of Islam").score > 0.5
        True
    """
    worth = weights()
    found = {"intercept": 1.0, **_features(one, other)}
    reasons = (Feature(name, value, worth.get(name, 0.0)) for name, value in found.items())
    ordered = tuple(sorted(reasons, key=lambda f: (-abs(f.value * f.weight), f.name)))
    return Likeness(alike(one, other), ordered)


def alike(one: str, other: str) -> float:
    """Return how likely two names mean the same, [0, 1]; the score of `likeness`.

    Examples:
        >>> alike("Ayman al-Zawahiri", "Muhammad al-Zawahiri") < 0.5 < alike("Ayman al-Zawahiri", "Aiman Dhawahiri")
        True
    """
    worth = weights()
    odds = worth["intercept"]
    for name, value in sorted(_features(one, other).items()):
        odds += value * worth.get(name, 0.0)
    return chance(odds)


def _features(one: str, other: str) -> Mapping[str, float]:
    if other < one:
        one, other = other, one
    return features(prepared(one), prepared(other))


def blocks(name: str) -> frozenset[str]:
    """Return keys by which candidates are found: alike names nearly always share one, and few names share a key.

    Examples:
        >>> bool(blocks("Khalifa Haftar") & blocks("Khalifa Hifter"))
        True
    """
    return keys_of(prepared(name))

"""How likely two accounts tell one happening, and why: features with weights from `data/links.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from tacitus import tables
from tacitus.resolve.likeness import Sketch, measured, sketch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.resolve.happening import Happening

#: The weights for two main news, and for pairs of which at least one is background, with no story of its own.
MAIN, ASIDE = "main", "aside"
BIAS = "bias"


class Feature(NamedTuple):
    """One thing that speaks for or against.

    Attributes:
        name: What it is: "story", "places apart" …
        value: How far it holds, usually [0, 1].
        weight: What one whole of it adds to the log odds.
    """

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two accounts tell one happening.

    Attributes:
        score: [0, 1]; 0.5 means even odds.
        features: What speaks for and against, `BIAS` first; those that do not hold are left out.
    """

    score: float
    features: tuple[Feature, ...]


def likeness(one: Happening, other: Happening) -> Likeness:
    """Return how likely two accounts tell one happening; the same whichever comes first, whatever else is known."""
    return explained(sketch(one), sketch(other))


def explained(one: Sketch, other: Sketch) -> Likeness:
    """Return the likeness of two prepared happenings; two of one document are none: the document told them apart."""
    if one.one.document == other.one.document:
        return Likeness(0.0, (Feature("one document tells them apart", 1.0, float("-inf")),))
    weights = _weights()[MAIN if one.story and other.story else ASIDE]
    values = measured(one, other)
    odds = weights[BIAS] + sum(weights[name] * value for name, value in values.items())
    held = (Feature(name, value, weights[name]) for name, value in values.items() if value)
    return Likeness(round(1 / (1 + exp(-odds)), 6), (Feature(BIAS, 1.0, weights[BIAS]), *held))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Return "main" or "aside" → feature → weight."""
    out: dict[str, dict[str, float]] = {MAIN: {}, ASIDE: {}}
    for name, main, aside in tables.rows("tacitus.resolve.data", "links.tsv"):
        out[MAIN][name], out[ASIDE][name] = float(main), float(aside)
    return out

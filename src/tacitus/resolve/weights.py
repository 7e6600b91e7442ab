"""What features of a pair of names are worth, and how a score is made of them."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How much a word of a kind says about whose name it is in.
_KINDS = {
    "word": 1.0,
    "given": 0.75,
    "place": 0.8,
    "content": 0.7,
    "trait": 0.45,
    "head": 0.4,
    "echelon": 0.4,
    "branch": 0.5,
    "month": 0.4,
    "binder": 0.5,
    "kunya": 0.15,
    "abd": 0.15,
    "god": 0.35,
    "honour": 0.08,
    "title": 0.05,
    "kin": 0.5,
    "father": 0.0,
    "particle": 0.0,
}


def weight_of(kind: str) -> float:
    """Return how much a word of a kind says, [0, 1]."""
    return _KINDS[kind]


@cache
def weights() -> Mapping[str, float]:
    """Return feature → weight, as `training/names.py` fitted them; "intercept" is what every pair starts from."""
    text = files("tacitus.resolve.data").joinpath("name_weights.json").read_text(encoding="utf-8")
    fitted: dict[str, float] = json.loads(text)["weights"]
    return fitted


def chance(log_odds: float) -> float:
    """Return the probability of log-odds.

    Examples:
        >>> chance(0.0), round(chance(3.0), 2)
        (0.5, 0.95)
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))

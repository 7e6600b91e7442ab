"""From the network's scores to labels and numbers of single words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tacitus.language.analysis import Scored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

NOTHING = "O"
LEAST = 0.15
"""Least probability of a label that is listed; whoever reads the labels sets a bar of his own above it."""
LIMIT = 3.0
"""Factuality lies in [-3, 3] (Saurí and Pustejovsky 2009, on the scale of Lee et al. 2015)."""


def chances(scores: Scores) -> Scores:
    """Return probabilities for logits, [word, label]."""
    found: Scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    found /= found.sum(axis=1, keepdims=True)
    return found


def likely(scores: Scores, labels: Sequence[str]) -> tuple[Scored, ...]:
    """Return each word whose best label other than `O` has a probability of at least `LEAST`, in order.

    Args:
        scores: Logits, [word, label].
        labels: The labels in the order of the columns, `O` among them.

    Examples:
        >>> likely(np.array([[4.0, 0.0, 0.0], [0.0, 0.0, 4.0]]), ("O", "attack", "arrest"))
        (Scored(token=1, label='arrest', score=0.9647),)
    """
    likelihood = chances(scores)
    likelihood[:, labels.index(NOTHING)] = -1.0
    best, top = likelihood.argmax(axis=1), likelihood.max(axis=1)
    rows = np.flatnonzero(top >= LEAST)
    found = zip(rows.tolist(), best[rows].tolist(), top[rows].tolist(), strict=True)
    return tuple(Scored(at, labels[column], round(score, 4)) for at, column, score in found)


def numbers(scores: Scores) -> tuple[float, ...]:
    """Return one number a word, within `[-LIMIT, LIMIT]`, to two decimals.

    Args:
        scores: The network's numbers, [word, 1].
    """
    return tuple([round(value, 2) for value in np.clip(scores[:, 0], -LIMIT, LIMIT).tolist()])

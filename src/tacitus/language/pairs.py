"""From the network's scores to what one word is to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tacitus.language.analysis import Linked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

LEAST = 0.2
"""Least probability of a label that is listed; whoever reads the labels sets a bar of his own above it."""


def linked(scores: Scores, labels: Sequence[str], rows: Sequence[int]) -> tuple[Linked, ...]:
    """Return the pairs of words whose likeliest label has a probability of at least `LEAST`, in order.

    Args:
        scores: Logits, [first word, label, second word].
        labels: The labels in their order; the first says that there is nothing between the two words.
        rows: Indices of the first words that are asked about, in order.

    Examples:
        >>> scores = np.zeros((2, 2, 2), dtype=np.float32)
        >>> scores[:, 0, :], scores[1, 1, 0] = 6.0, 9.0
        >>> linked(scores, ("", "agent"), [0, 1])
        (Linked(first=1, second=0, label='agent', score=0.9526),)
    """
    asked = scores[list(rows)]
    best = asked[:, 1:, :].argmax(axis=1) + 1
    top = np.take_along_axis(asked, best[:, None, :], axis=1)[:, 0, :]
    firsts, seconds = np.nonzero(top - asked[:, 0, :] >= np.log(LEAST))  # none below can reach LEAST
    logits = asked[firsts, :, seconds].astype(np.float64)
    chances = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    likely = chances[np.arange(len(firsts)), best[firsts, seconds]] / chances.sum(axis=1)
    found = zip(firsts.tolist(), seconds.tolist(), best[firsts, seconds].tolist(), likely.tolist(), strict=True)
    return tuple(
        Linked(rows[a], b, labels[label], round(chance, 4)) for a, b, label, chance in found if chance >= LEAST
    )

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


def linked(scores: Scores, labels: Sequence[str]) -> tuple[Linked, ...]:
    """Return the pairs of words whose likeliest label has a probability of at least `LEAST`, in order.

    Args:
        scores: Logits, [first word, label, second word].
        labels: The labels in their order; the first says that there is nothing between the two words.

    Examples:
        >>> scores = np.zeros((2, 2, 2), dtype=np.float32)
        >>> scores[:, 0, :], scores[1, 1, 0] = 6.0, 9.0
        >>> linked(scores, ("", "agent"))
        (Linked(first=1, second=0, label='agent', score=0.9526),)
    """
    best = scores[:, 1:, :].argmax(axis=1) + 1
    top = np.take_along_axis(scores, best[:, None, :], axis=1)[:, 0, :]
    firsts, seconds = np.nonzero(top - scores[:, 0, :] >= np.log(LEAST))  # none below can reach LEAST
    found: list[Linked] = []
    for first, second in zip(firsts.tolist(), seconds.tolist(), strict=True):
        logits = scores[first, :, second].astype(np.float64)
        chances = np.exp(logits - logits.max())
        chance = float(chances[best[first, second]] / chances.sum())
        if chance >= LEAST:
            found.append(Linked(first, second, labels[best[first, second]], round(chance, 4)))
    return tuple(found)

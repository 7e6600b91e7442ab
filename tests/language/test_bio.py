"""Stretches: legal label sequences only, the best of them."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tacitus.language.bio import names

if TYPE_CHECKING:
    from tacitus.language.analysis import Name

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def logits(*labels: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return scores that name one label for each word."""
    return np.array([[9.0 if label == wanted else 0.0 for label in LABELS] for wanted in labels])


def spans(found: tuple[Name, ...]) -> list[tuple[int, int, str]]:
    """Return the stretches without scores."""
    return [(name.start, name.end, name.kind) for name in found]


def test_stretches_are_read_off() -> None:
    """Neighbouring stretches stay apart, and kinds are renamed."""
    found = names(logits("B-PER", "I-PER", "B-PER", "O", "B-LOC"), LABELS, {"PER": "person"})
    assert spans(found) == [(0, 2, "person"), (2, 3, "person"), (4, 5, "LOC")]
    assert all(0.9 < name.score <= 1 for name in found)


def test_no_words_no_stretches() -> None:
    """An empty sentence gives nothing."""
    assert names(np.zeros((0, 5)), LABELS, {}) == ()


def is_legal(path: tuple[int, ...]) -> bool:
    """Tell whether each `I-` continues its own type."""
    tags = ["O", *(LABELS[i] for i in path)]
    return all(not b.startswith("I-") or a[2:] == b[2:] for a, b in pairwise(tags))


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_best_legal_sequence_is_found(words: int, seed: int) -> None:
    """The stretches are those of the legal sequence with the highest sum of scores."""
    scores = np.random.default_rng(seed).normal(size=(words, 5)) * 2
    legal = (path for path in product(range(5), repeat=words) if is_legal(path))
    best = max(legal, key=lambda path: sum(scores[i, label] for i, label in enumerate(path)))
    assert spans(names(scores, LABELS, {})) == spans(names(logits(*(LABELS[i] for i in best)), LABELS, {}))

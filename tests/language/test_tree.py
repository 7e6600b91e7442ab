"""Trees: equal to the best of all trees, found by trying each."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.language.tree import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether there is one root, and every word reaches it."""
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node >= 0:
            return False
    return True


def total(scores: np.ndarray[tuple[int, int], np.dtype[np.float64]], heads: tuple[int, ...]) -> float:
    """Return the sum of the scores of a tree's arcs."""
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_is_better(words: int, seed: int) -> None:
    """The tree found has the highest score among all trees with one root."""
    scores = np.random.default_rng(seed).normal(size=(words, words + 1))
    found = best_tree(scores)
    assert is_tree(found)
    best = max(total(scores, heads) for heads in product(range(-1, words), repeat=words) if is_tree(heads))
    assert total(scores, found) == pytest.approx(best)


@given(st.integers(1, 126), st.integers(0, 1000))
def test_large_matrices_give_trees(words: int, seed: int) -> None:
    """Whatever the scores, the result is a tree."""
    scores = np.random.default_rng(seed).integers(0, 3, size=(words, words + 1)).astype(np.float64)
    assert is_tree(best_tree(scores))

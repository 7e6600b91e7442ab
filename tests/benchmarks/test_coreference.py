"""Scores of clusterings, against figures worked out by hand and against all assignments tried out."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from benchmarks.coreference import b_cubed, best_total, ceaf_e, conll, muc
from hypothesis import given
from hypothesis import strategies as st


def clusters(text: str) -> dict[str, str]:
    """Return the clustering written as "ab cd e": a letter an item, a word a cluster."""
    return {item: word for word in text.split() for item in word}


BAGGA = clusters("12345 67 89ABC")
"""The key of Bagga and Baldwin 1998, figure 1."""


@pytest.mark.parametrize(
    ("found", "of_b_cubed", "of_muc"),
    [
        ("12345 6789ABC", (16 / 21, 1.0), (9 / 10, 1.0)),  # the small cluster and a large one thrown together
        ("1234589ABC 67", (7 / 12, 1.0), (9 / 10, 1.0)),  # the two large ones: worse, and MUC does not see it
    ],
)
def test_bagga_and_baldwin(found: str, of_b_cubed: tuple[float, float], of_muc: tuple[float, float]) -> None:
    """Two errors that MUC holds for equal, and B-cubed does not: .76 and .58."""
    assert b_cubed(BAGGA, clusters(found))[:2] == pytest.approx(of_b_cubed)
    assert muc(BAGGA, clusters(found))[:2] == pytest.approx(of_muc)


@pytest.mark.parametrize(
    ("found", "total"),
    [
        ("12345 6789ABC", 1 + 10 / 12),
        ("1234589ABC 67", 10 / 15 + 1),
        ("123456789ABC", 10 / 17),
        ("1 2 3 4 5 6 7 8 9 A B C", 2 / 6 + 2 / 3 + 2 / 6),
    ],
)
def test_luo(found: str, total: float) -> None:
    """Entity CEAF of the same key and the four answers of Luo 2005, table 1; the sum is over the best partners."""
    precision, recall, _ = ceaf_e(BAGGA, clusters(found))
    assert (precision, recall) == pytest.approx((total / len(found.split()), total / 3))


def test_an_answer_of_three_clusters_for_two() -> None:
    """The key abc defg, the answer ab cd fg hi, as in Pradhan 2014: here e stands alone, and h and i do not count."""
    gold, found = clusters("abc defg"), clusters("ab cd fg hi")
    assert muc(gold, found) == pytest.approx((2 / 3, 2 / 5, 1 / 2))
    assert b_cubed(gold, found) == pytest.approx(
        ((1 + 1 + 0.5 + 0.5 + 1 + 1 + 1) / 7, (4 / 3 + 1 / 3 + 6 / 4) / 7, 456 / 770), abs=1e-3
    )
    assert ceaf_e(gold, found) == pytest.approx(((0.8 + 4 / 6) / 4, (0.8 + 4 / 6) / 2, 0.4889), abs=1e-3)
    assert conll(gold, found) == pytest.approx(
        (muc(gold, found)[2] + b_cubed(gold, found)[2] + ceaf_e(gold, found)[2]) / 3
    )


def test_greedy_partners_are_not_the_best() -> None:
    """The best pair taken first costs more than it brings: abcd has 8/9 with abcde, yet gives it up."""
    weights = np.array([[0.9, 0.8], [0.8, 0.0]])
    assert best_total(weights) == pytest.approx(1.6)
    assert best_total(weights[:1]) == pytest.approx(0.9)
    assert best_total(weights[:, :1]) == pytest.approx(0.9)


def test_what_is_missing_stands_alone() -> None:
    """An item without cluster is a singleton, even where a cluster bears its name; items gold lacks do not count."""
    gold = clusters("ab c")
    assert b_cubed(gold, {"a": "c", "b": "c"}) == (1.0, 1.0, 1.0)
    assert b_cubed(gold, {"a": "x", "z": "x", "b": "x", "c": "y"}) == (1.0, 1.0, 1.0)
    assert muc(gold, {}) == (0.0, 0.0, 0.0)
    assert ceaf_e(gold, {}) == pytest.approx(((1 + 2 / 3) / 3, (1 + 2 / 3) / 2, 2 / 3))


def test_nothing_has_no_score() -> None:
    """No items: 0 all over, and no division by it."""
    assert b_cubed({}, {"a": "x"}) == muc({}, {}) == ceaf_e({}, {}) == (0.0, 0.0, 0.0)
    assert conll({}, {}) == 0.0


LABELS = st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from("uvwx"), min_size=1)


@given(LABELS, LABELS)
def test_bounds_and_symmetry(gold: dict[str, str], found: dict[str, str]) -> None:
    """A clustering scores 1 against itself (MUC only with links); precision and recall change places with the sides."""
    found = {item: found.get(item, item) for item in gold}
    for score in (b_cubed, muc, ceaf_e):
        precision, recall, mean = score(gold, found)
        assert score(found, gold) == pytest.approx((recall, precision, mean))
        assert -1e-9 <= precision <= 1 + 1e-9
    assert b_cubed(gold, gold) == ceaf_e(gold, gold) == pytest.approx((1.0, 1.0, 1.0))
    assert muc(gold, gold)[2] == (1.0 if len(set(gold.values())) < len(gold) else 0.0)


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_no_assignment_is_better(height: int, width: int, seed: int) -> None:
    """The total equals the best of all assignments of a small table, ties and zeros in it."""
    weights = np.random.default_rng(seed).integers(0, 5, (height, width)).astype(float)
    table = weights if height <= width else weights.T
    best = max(
        sum(table[i, j] for i, j in enumerate(choice)) for choice in permutations(range(table.shape[1]), len(table))
    )
    assert best_total(weights) == best

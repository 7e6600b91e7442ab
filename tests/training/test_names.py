"""How the weights of the name matcher are fitted."""

from __future__ import annotations

import json

import pytest
from training.names import HERE, PRIOR, WEIGHTS, fit, held_out, matrix, measured, read, unlike

from tacitus.resolve.comparing import features
from tacitus.resolve.prepared import prepared

PAIRS = read(HERE / "name_pairs.tsv")


def test_our_pairs_are_of_both_kinds_and_none_is_listed_twice() -> None:
    """Hundreds of pairs, neither kind rare."""
    assert len(PAIRS) > 400
    assert 0.3 < sum(same for *_, same in PAIRS) / len(PAIRS) < 0.7
    assert len({frozenset(pair[:2]) for pair in PAIRS}) == len(PAIRS)


def test_every_feature_has_a_weight() -> None:
    """What speaks for or against is in the prior, and the bundled weights have no other."""
    seen = {name for one, other, _ in PAIRS for name in features(prepared(one), prepared(other))}
    bundled = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    assert seen <= set(PRIOR)
    assert set(bundled) == set(PRIOR)


def test_the_fit_keeps_signs_and_separates() -> None:
    """A small list is told apart, twice with the same weights; no weight turns its sign."""
    few = [PAIRS[i] for i in range(0, len(PAIRS), 4)]
    weights = fit(few, None)
    assert weights == fit(few, None)
    assert all(weights[name] * prior >= 0 for name, prior in PRIOR.items() if name != "intercept")
    assert float(measured(few, weights).split("MCC ")[1].split(",")[0]) > 0.8


def test_a_count_is_how_much_a_pair_matters() -> None:
    """A pair that counts nothing moves nothing."""
    assert fit(PAIRS[:40], [1.0] * 20 + [0.0] * 20) == fit(PAIRS[:20], None)


def test_made_pairs_are_of_unlike_names() -> None:
    """None of them is listed as one."""
    made = unlike(PAIRS)
    same = {frozenset(pair[:2]) for pair in PAIRS if pair[2]}
    assert made
    assert not any(frozenset(pair[:2]) in same for pair in made)
    assert not any(pair[2] for pair in made)


def test_each_pair_is_held_out_once() -> None:
    """Five parts, together the whole."""
    parts = [pair for _, part in held_out(PAIRS) for pair in part]
    assert sorted(parts) == sorted(PAIRS)


def test_the_matrix_has_a_row_a_pair() -> None:
    """The first column is the intercept."""
    rows = matrix(PAIRS[:3])
    assert rows.shape == (3, len(PRIOR))
    assert rows[:, 0] == pytest.approx([1.0, 1.0, 1.0])

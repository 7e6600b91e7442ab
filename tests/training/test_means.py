"""One model of several: the mean of their weights."""

from __future__ import annotations

import numpy as np
import pytest
from training.means import mean


def test_the_mean_is_taken_weight_by_weight() -> None:
    """Each weight is the mean of its like, and keeps its type."""
    one = {"a": np.array([1.0, 3.0], np.float32), "b": np.array([[2.0]], np.float32)}
    other = {"a": np.array([3.0, 5.0], np.float32), "b": np.array([[4.0]], np.float32)}
    found = mean([one, other])
    assert found["a"].tolist() == [2.0, 4.0]
    assert found["b"].tolist() == [[3.0]]
    assert found["b"].dtype == np.float32


def test_other_models_are_refused() -> None:
    """Weights of other names are those of another model."""
    with pytest.raises(ValueError, match="different names"):
        mean([{"a": np.ones(1)}, {"b": np.ones(1)}])

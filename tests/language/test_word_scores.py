"""Scores of single words become labels with probabilities, and numbers within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tacitus.language.analysis import Scored
from tacitus.language.word_scores import LEAST, likely, numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = ("O", "attack", "arrest")


def _logits(*rows: tuple[float, float, float]) -> NDArray[np.float64]:
    """Return logits whose probabilities are the rows."""
    logits: NDArray[np.float64] = np.log(np.array(rows))
    return logits


def test_a_doubtful_word_is_listed_with_its_probability() -> None:
    """The best label beside `O` counts, even where `O` is likelier; what is unlikelier than the least is left out."""
    found = likely(_logits((0.8, 0.15, 0.05), (0.9, 0.06, 0.04), (0.1, 0.2, 0.7)), LABELS)
    assert found == (Scored(0, "attack", 0.15), Scored(2, "arrest", 0.7))
    assert LEAST == 0.15


def test_the_place_of_nothing_in_the_list_does_not_matter() -> None:
    """`O` is known by its name."""
    assert likely(_logits((0.3, 0.1, 0.6)), ("attack", "O", "arrest")) == (Scored(0, "arrest", 0.6),)


def test_no_words_no_labels() -> None:
    """An empty window has nothing in it."""
    assert likely(np.zeros((0, 3)), LABELS) == ()
    assert numbers(np.zeros((0, 1))) == ()


@pytest.mark.parametrize("shift", [-1000.0, 0.0, 1000.0])
def test_huge_logits_do_no_harm(shift: float) -> None:
    """Only differences of logits count."""
    assert likely(np.array([[0.0, 1.0, 3.0]]) + shift, LABELS) == likely(np.array([[0.0, 1.0, 3.0]]), LABELS)


def test_numbers_stay_on_the_scale() -> None:
    """Factuality ends at 3 and -3, to two decimals."""
    assert numbers(np.array([[3.7], [-9.0], [0.456]])) == (3.0, -3.0, 0.46)

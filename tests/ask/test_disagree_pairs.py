"""Pairs of accounts: agree, contradict, refine, update, deny, not known, or nothing that can be said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ask.accounts import compared, relation

from tacitus.ask.questions import Question

_LINES = (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [tuple(line.split("\t")) for line in _LINES if not line.startswith("# ")]


@pytest.mark.parametrize(("question", "one", "other", "wanted"), PAIRS)
def test_pairs(question: str, one: str, other: str, wanted: str) -> None:
    """The relation is as the table says."""
    answer = compared(one, other).answer(Question(question))
    assert answer is not None
    assert relation(answer, 1, 2) == wanted


@pytest.mark.parametrize(("question", "one", "other", "wanted"), PAIRS)
def test_the_order_of_a_pair_does_not_matter(question: str, one: str, other: str, wanted: str) -> None:
    """The other way round the same relation holds, told from the other end."""
    answer = compared(other, one).answer(Question(question))
    assert answer is not None
    assert relation(answer, 2, 1) == wanted


def test_the_table_is_large() -> None:
    """It has rows for every question that can be asked."""
    assert len(PAIRS) >= 100
    assert {question for question, *_ in PAIRS} == {str(q) for q in Question}

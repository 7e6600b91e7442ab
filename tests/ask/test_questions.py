"""The questions that are put to accounts."""

from __future__ import annotations

import pytest

from tacitus.ask.questions import COUNTED, Question
from tacitus.model.ontology import COUNT_ROLES, ROLES


def test_every_question_has_words_of_its_own() -> None:
    """None is put twice, and each one is a question."""
    words = [question.words for question in Question]
    assert len(set(words)) == len(words)
    assert all(said.endswith("?") and said[0].isupper() for said in words)


def test_counts_are_asked_for_each_role_that_counts() -> None:
    """A role that is counted and never asked would never be compared."""
    assert set(COUNTED.values()) == set(COUNT_ROLES)
    assert all(any(role in roles for roles in ROLES.values()) for role in COUNTED.values())


@pytest.mark.parametrize("question", Question)
def test_what_is_a_number(question: Question) -> None:
    """Those that begin with "How many"."""
    assert question.is_count is question.words.startswith("How many")


def test_the_order_is_that_of_telling() -> None:
    """Whether first, then who, whom, when and where, then numbers and means."""
    assert [str(q) for q in Question][:5] == ["whether", "who", "whom", "when", "where"]
    assert list(Question)[-1] is Question.WEAPON

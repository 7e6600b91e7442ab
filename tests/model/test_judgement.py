"""What we think, apart from what the sources say."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from tacitus.model.judgement import Judgement, Verdict


def test_a_judgement_is_never_edited() -> None:
    """It is a value: equal by content, and frozen."""
    when = datetime(2024, 5, 9, tzinfo=UTC)
    one = Judgement(("e1", "e2"), Verdict.SAME, "The acronym fits.", "names@1", when)
    assert one == Judgement(("e1", "e2"), Verdict("same"), "The acronym fits.", "names@1", when)
    with pytest.raises(FrozenInstanceError):
        one.verdict = Verdict.DIFFERENT  # type: ignore[misc]  # what is refused here


def test_verdicts() -> None:
    """On one claim, or on two entities."""
    assert [*Verdict] == ["accept", "reject", "edit", "grade", "same", "different", "unsure", "undo"]


def test_an_id_is_of_the_content() -> None:
    """The reckoned score does not count; author and moment do."""
    when = datetime(2024, 5, 9, tzinfo=UTC)
    one = Judgement(("e1", "e2"), Verdict.SAME, "The acronym fits.", "names@1", when, 0.99)
    assert one.id == Judgement(one.subject, one.verdict, one.because, one.author, when).id
    assert one.id != Judgement(one.subject, one.verdict, one.because, "A. Reader", when).id
    assert one.is_by_rule
    assert not Judgement(one.subject, one.verdict, one.because, "A. Reader", when).is_by_rule

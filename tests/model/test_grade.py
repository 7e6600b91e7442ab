"""Grades: their value, and for which days they hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tacitus.model.grade import Grade
from tacitus.model.judgement import Judgement, Verdict

DAY = date(2024, 1, 1)


def _grade(data: dict[str, Any]) -> Grade:
    return Grade(Judgement(("source:wire",), Verdict.GRADE, "why", "Ada", datetime(2026, 3, 1, tzinfo=UTC), data=data))


def test_value() -> None:
    """A letter of a source, a number of a claim."""
    assert _grade({"reliability": "B"}).value == "B"
    assert _grade({"credibility": "2"}).value == "2"


@pytest.mark.parametrize(
    ("since", "published", "holds"),
    [
        (None, None, True),
        (None, DAY, True),
        ("2024-01-01", DAY, True),
        ("2024-01-02", DAY, False),
        ("2024-01-01", None, False),
    ],
)
def test_for_which_days(since: str | None, published: date | None, holds: bool) -> None:  # noqa: FBT001 - a table
    """From its first day on, that day too; on an unknown day only when it holds for every day."""
    grade = _grade({"reliability": "B"} | ({"since": since} if since else {}))
    assert grade.since == (date.fromisoformat(since) if since else None)
    assert grade.holds(published) is holds

"""What people said of a claim, as words and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tacitus.export.opinions import (
    correction_words,
    grade_words,
    grades_out,
    review_out,
    review_words,
    sources_words,
)
from tacitus.model.grade import Grade, Grades, SourceGrade
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import UNREVIEWED, Past, Review

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _judged(verdict: Verdict, author: str = "Ada", data: dict[str, Any] | None = None) -> Judgement:
    return Judgement(("c1",), verdict, "The report says so.", author, NOON, data=data)


EDIT = _judged(Verdict.EDIT, data={"time": "2020", "args": {"killed": [{"min": 9, "max": None, "who": "guards"}]}})
B = Grade(_judged(Verdict.GRADE, data={"reliability": "B", "since": "2024-01-01"}))
TWO = Grade(_judged(Verdict.GRADE, data={"credibility": "2"}))
GRADES = Grades((SourceGrade("Guard", is_outlet=False, grade=None), SourceGrade("Wire", is_outlet=True, grade=B)), TWO)


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        ({"time": None}, "time none"),
        ({"source": [], "type": "shelling"}, "source none, type shelling"),
        ({"args": {"actor": ["Tide Front", "Bay Army"]}}, "actor Tide Front; Bay Army"),
        ({"args": {"killed": [{"min": 9, "max": 12}], "ended": [True]}}, "killed 9 to 12, ended yes"),
        ({"args": {"killed": [], "injured": [{"min": None, "max": 3}]}}, "killed none, injured up to 3"),
        ({"note": {"of": "another program"}}, 'note {"of": "another program"}'),
    ],
)
def test_corrections(correction: dict[str, Any], words: str) -> None:
    """In one line; what another program wrote is shown as it is."""
    assert correction_words(correction) == words


def test_reviews_in_words() -> None:
    """State, author, what is to be read instead, and why; whether reviewers disagree."""
    assert review_words(UNREVIEWED) == "unreviewed"
    edited = Review((Past(EDIT),))
    assert review_words(edited) == "edited by Ada to time 2020, killed 9 or more (guards): The report says so."
    both = Review((Past(_judged(Verdict.ACCEPT, "Ben")), Past(_judged(Verdict.REJECT))))
    assert review_words(both).count("(reviewers disagree)") == 1


def test_reviews_as_json() -> None:
    """The same fields whatever the state; null straight from the reader."""
    out = review_out(Review((Past(EDIT),)))
    assert out == {
        "state": "edited",
        "by": "Ada",
        "at": "2026-03-01T12:00:00+00:00",
        "because": "The report says so.",
        "judgement": EDIT.id,
        "correction": EDIT.data,
        "disputed": False,
    }
    nobody = review_out(UNREVIEWED)
    assert nobody is not None
    assert nobody.keys() == out.keys()
    assert nobody["state"] == "unreviewed"
    assert json.loads(json.dumps(out)) == out
    assert review_out(None) is None


def test_grades_in_words() -> None:
    """Each by itself; no grade is called so."""
    assert grade_words(B) == "B, usually reliable"
    assert grade_words(Grade(_judged(Verdict.GRADE, data={"reliability": "Z"}))) == "Z"
    assert grade_words(None) == "not graded"
    assert sources_words(GRADES) == "Guard: not graded; Wire: B, usually reliable"
    assert sources_words(Grades()) == "not graded"


def test_grades_as_json() -> None:
    """The chain, innermost first, then the claim; null for what is not graded."""
    out = grades_out(GRADES)
    assert out["sources"][0] == {"name": "Guard", "outlet": False, "reliability": None}
    assert out["sources"][1]["reliability"] == {
        "grade": "B",
        "words": "B, usually reliable",
        "since": "2024-01-01",
        "by": "Ada",
        "at": "2026-03-01T12:00:00+00:00",
        "because": "The report says so.",
        "judgement": B.judgement.id,
    }
    assert (out["credibility"]["grade"], out["credibility"]["since"]) == ("2", None)
    assert grades_out(Grades()) == {"sources": [], "credibility": None}

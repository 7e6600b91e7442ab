"""What people said of a claim, as words and as JSON: the review that stands, its correction, and grades."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tacitus.ask.scales import SCALES
from tacitus.export.lines import str_of
from tacitus.model.count import Count
from tacitus.model.grade import CREDIBILITY, RELIABILITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.model.grade import Grade, Grades
    from tacitus.model.review import Review

#: What is said in place of a grade that nobody gave; it is not F or 6, which say that it cannot be judged.
NOT_GRADED = "not graded"


def correction_words(correction: Mapping[str, Any]) -> str:
    """Return what is to be read instead, in one line.

    Examples:
        >>> correction_words({"time": "2019-08-31", "args": {"killed": [{"min": 9, "max": 12}], "actor": []}})
        'time 2019-08-31, killed 9 to 12, actor none'
    """
    parts = {part: value for part, value in correction.items() if part != "args"} | dict(correction.get("args", {}))
    return ", ".join(f"{part} {_words(value)}" for part, value in parts.items())


def review_words(review: Review) -> str:
    """Return where a claim stands, who put it there, and why: "rejected by Ada: The text says so of another town."."""
    if review.judgement is None:
        return str(review.state)
    told = f"{review.state} by {review.author}"
    told += f" to {correction_words(review.correction)}" if review.correction else ""
    told += " (reviewers disagree)" if review.is_disputed else ""
    return f"{told}: {review.because}"


def grade_words(grade: Grade | None) -> str:
    """Return a grade with what it means: "B, usually reliable"."""
    if grade is None:
        return NOT_GRADED
    meaning = {**SCALES[RELIABILITY], **SCALES[CREDIBILITY]}.get(grade.value)
    return f"{grade.value}, {meaning}" if meaning else grade.value


def sources_words(grades: Grades) -> str:
    """Return the links of the chain, innermost first, each with its own grade: "coast guard: B; Wire: not graded"."""
    return "; ".join(f"{one.name}: {grade_words(one.grade)}" for one in grades.sources) or NOT_GRADED


def review_out(review: Review | None) -> dict[str, Any] | None:
    """Return a review as a JSON object; null where nobody asked the ledger."""
    if review is None:
        return None
    return {
        "state": str(review.state),
        "by": review.author,
        "at": review.recorded.isoformat() if review.recorded else None,
        "because": review.because,
        "judgement": review.judgement.id if review.judgement else None,
        "correction": dict(review.correction) if review.correction else None,
        "disputed": review.is_disputed,
    }


def grades_out(grades: Grades) -> dict[str, Any]:
    """Return grades as a JSON object: the chain, innermost first, and the claim; null for what is not graded."""
    chain = [
        {"name": one.name, "outlet": one.is_outlet, RELIABILITY: grade_out(one.grade) if one.grade else None}
        for one in grades.sources
    ]
    return {"sources": chain, CREDIBILITY: grade_out(grades.claim) if grades.claim else None}


def grade_out(grade: Grade) -> dict[str, str | None]:
    """Return a grade as a JSON object."""
    judgement = grade.judgement
    return {
        "grade": grade.value,
        "words": grade_words(grade),
        "since": grade.since.isoformat() if grade.since else None,
        "by": judgement.author,
        "at": judgement.recorded.isoformat(),
        "because": judgement.because,
        "judgement": judgement.id,
    }


def _words(value: Any) -> str:  # noqa: ANN401 - JSON of a correction
    if isinstance(value, list):
        return "; ".join(map(_words, value)) or "none"
    if isinstance(value, dict) and value.keys() <= {"min", "max", "who", "words"}:
        return str_of(Count(value.get("min"), value.get("max"), value.get("who")))
    if value is None or isinstance(value, str | bool):
        return "none" if value is None else "yes" if value is True else str(value)
    return json.dumps(value, ensure_ascii=False)

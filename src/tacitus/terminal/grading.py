"""What `tacitus grade` and `tacitus grades` print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.config import Listing
from tacitus.export.lines import row_line
from tacitus.export.opinions import NOT_GRADED, grade_out, grade_words
from tacitus.model.grade import Grade
from tacitus.terminal import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ask.grading import Graded
    from tacitus.model.review import Past
    from tacitus.terminal.screen import Screen


def told(made: Graded) -> str:
    """Return what a grade did, and how it is taken back."""
    judgement = made.past[0].judgement
    grade = _grade(Grade(judgement))
    shared = f" {made.called} entities have this name; the grade is of the name." if made.called > 1 else ""
    return f"{judgement.id}: {made.name} is graded {grade}.{shared} Take it back: tacitus undo {judgement.id}"


def show_history(found: Graded, form: Listing, screen: Screen) -> None:
    """Write every grade that a source or a claim was given."""
    if form is Listing.JSON:
        screen.json(to_object(found))
        return
    _show(found, screen)
    if not found.past:
        screen.line(NOT_GRADED)


def show(found: Sequence[Graded], form: Listing, screen: Screen) -> None:
    """Write all that is graded."""
    if form is Listing.JSON:
        screen.json([to_object(one) for one in found])
        return
    for one in found:
        _show(one, screen)
    if not found:
        screen.line("Nothing is graded.")


def to_object(found: Graded) -> dict[str, Any]:
    """Return a source or a claim with its grades as one JSON object, the earliest first."""
    subject = {"source": found.name} if found.row is None else {"claim": found.name}
    return {**subject, "grades": [_past_out(past) for past in found.past]}


def _show(found: Graded, screen: Screen) -> None:
    told = f" · {wording.told(row_line(found.row))}" if found.row is not None else ""
    screen.heading(f"{found.name}{told}")
    for past in found.past:
        screen.line(f"- {_said(past)}")


def _grade(grade: Grade) -> str:
    since = f", for what it published from {grade.since} on" if grade.since else ""
    return f"{grade_words(grade)}{since}"


def _said(past: Past) -> str:
    judgement, undo = past.judgement, past.taken_back
    by = f"{judgement.author}, {judgement.recorded:%Y-%m-%d %H:%M} UTC"
    said = f"{_grade(Grade(judgement))} · {by}: {judgement.because} ({judgement.id})"
    if undo is None:
        return said
    return f"{said}; taken back by {undo.author}, {undo.recorded:%Y-%m-%d %H:%M} UTC: {undo.because} ({undo.id})"


def _past_out(past: Past) -> dict[str, Any]:
    return {**grade_out(Grade(past.judgement)), "taken_back": past.taken_back.id if past.taken_back else None}

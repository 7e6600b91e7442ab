"""The table of claims."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.console import Console

from tacitus.model.grade import Grades, SourceGrade
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import UNREVIEWED, Past, Review
from tacitus.terminal.claims import HEADER, columns, framed, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.export.lines import ClaimLine


def test_plain_is_a_line_a_claim(line_of: Callable[..., ClaimLine]) -> None:
    """A header, then one line a claim, nothing wrapped."""
    text = plain([line_of("clash", {"actor": "army " * 40}), line_of("clash", {"actor": "police"})])
    assert len(text.splitlines()) == 3
    assert text.splitlines()[0].split("  ")[0] == HEADER[0]
    assert "“They” … “at dawn”" in text


def test_columns_stand_one_under_another() -> None:
    """One long cell does not push the others beyond 60 characters."""
    text = columns([("a", "b", "c"), ("x" * 90, "y", "z"), ("1", "2", "3")])
    assert text.splitlines()[0] == "a" + " " * 61 + "b  c"
    assert text.splitlines()[1].endswith("x  y  z")


def test_framed_keeps_to_the_width(line_of: Callable[..., ClaimLine]) -> None:
    """No line is wider than the terminal, and no word is lost."""
    out = io.StringIO()
    line = line_of("talks", {"actor": "government", "topic": "ceasefire"}, speakers=("mediator",))
    Console(file=out, width=80).print(framed([line]))
    assert max(len(row) for row in out.getvalue().splitlines()) <= 80
    assert all(word in out.getvalue() for word in ("talks:", "government", "ceasefire", "mediator", "dawn"))


def _reviewed(line: ClaimLine) -> ClaimLine:
    judgement = Judgement(("c1",), Verdict.REJECT, "Another\ntown.", "Ada", datetime(2026, 3, 1, tzinfo=UTC))
    return replace(line, review=Review((Past(judgement),)))


def test_reviews_have_a_column(line_of: Callable[..., ClaimLine]) -> None:
    """Before the words; a claim that nobody looked at is called unreviewed. Straight from the reader there is none."""
    line = line_of("clash", {"actor": "army"})
    header, first, second = plain([_reviewed(line), replace(line, review=UNREVIEWED)]).splitlines()
    assert header.split("  ")[-1] == HEADER[-1]
    assert header.index("Review") == first.index("rejected by Ada: Another town.") == second.index("unreviewed")
    assert header.index("Review") > header.index("How sure")
    assert "Review" not in plain([line])


def test_grades_have_columns_when_asked_for(line_of: Callable[..., ClaimLine]) -> None:
    """One for the sources and one for the claim; neither is called F or 6 by default."""
    line = line_of("clash", {"actor": "army"})
    sources = (SourceGrade("Wire", is_outlet=True, grade=None),)
    header, row = plain([replace(line, grades=Grades(sources))]).splitlines()
    assert header.index("Its sources, graded") == row.index("Wire: not graded")
    assert header.index("The claim, graded") == row.rindex("not graded")
    assert "graded" not in plain([_reviewed(line)])


def test_all_columns_keep_to_the_width(line_of: Callable[..., ClaimLine]) -> None:
    """Whatever stands beside a claim."""
    line = replace(_reviewed(line_of("clash", {"actor": "army"})), grades=Grades())
    out = io.StringIO()
    Console(file=out, width=100).print(framed([line]))
    assert max(len(row) for row in out.getvalue().splitlines()) <= 100
    assert all(word in out.getvalue() for word in ("rejected", "Ada", "Another", "graded", "dawn"))


def test_markup_in_a_report_is_text(line_of: Callable[..., ClaimLine]) -> None:
    """A report cannot style the table or send commands to the terminal."""
    line = line_of("clash", {"actor": "[red]army[/red]\x1b[2J"})
    out = io.StringIO()
    Console(file=out, width=200, force_terminal=True).print(framed([line]))
    assert "[red]army[/red]\ufffd[2J" in out.getvalue()
    assert "\x1b[2J" not in out.getvalue() + plain([line])

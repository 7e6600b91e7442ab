"""Rows for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.export.lines import lines
from tacitus.export.table import COLUMNS, GRADES, csv_line, guarded, row
from tacitus.model.grade import Grade, Grades, SourceGrade
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import UNREVIEWED, Past, Review

if TYPE_CHECKING:
    from tacitus.model.reading import Reading


def _rows(reading: Reading) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row(line), strict=True)) for line in lines(reading)]


def test_an_event(reading: Reading) -> None:
    """Every cell of a full claim."""
    assert _rows(reading)[0] == {
        "document": "report-7",
        "outlet": "Meridian Wire",
        "published": "2023-05-15",
        "type": "shelling",
        "who": "army",
        "whom": "depot in Mirzakh",
        "where": "Mirzakh",
        "latitude": "41.2500",
        "longitude": "-70.5000",
        "radius_km": "2",
        "when": "2023-05-14",
        "killed_min": "12",
        "killed_max": "",
        "injured_min": "",
        "injured_max": "",
        "more": "",
        "source": "army",
        "certainty": "stated",
        "status": "actual",
        "quote": "its guns hit the depot in Mirzakh … killing at least 12 traders",
        "claim": "c01",
        "recorded": "",
        "review": "",
        "review_by": "",
        "review_at": "",
        "review_because": "",
        "review_correction": "",
    }


def test_what_people_said(reading: Reading) -> None:
    """The review has five cells; grades have two more behind them, when they were asked for."""
    line = next(lines(reading))
    data = {"time": "2023-05", "args": {"killed": [{"min": 9, "max": 12}]}}
    judgement = Judgement(("c01",), Verdict.EDIT, "why", "Ada", datetime(2026, 3, 1, tzinfo=UTC), data=data)
    found = row(replace(line, review=Review((Past(judgement),))))
    words = ("edited", "Ada", "2026-03-01T00:00:00+00:00", "why", "time 2023-05, killed 9 to 12")
    assert found == (*row(line)[:-5], *words)
    assert row(replace(line, review=UNREVIEWED))[-5:] == ("unreviewed", "", "", "", "")
    wire = Grade(Judgement(("source:w",), Verdict.GRADE, "why", "Ada", judgement.recorded, data={"reliability": "B"}))
    grades = Grades((SourceGrade("Wire", is_outlet=True, grade=wire),))
    assert row(replace(line, grades=grades)) == (*row(line), "Wire: B, usually reliable", "not graded")
    assert len(row(replace(line, grades=grades))) == len((*COLUMNS, *GRADES))


def test_a_relation(reading: Reading) -> None:
    """Roles without a column of their own stand in `more`; the author's voice has no source."""
    leads = _rows(reading)[2]
    assert (leads["who"], leads["whom"], leads["more"], leads["source"]) == (
        "Halvani",
        "Highland Front",
        "ended: yes",
        "",
    )


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_formulas_are_disarmed(start: str) -> None:
    """A cell from a hostile report is text to a spreadsheet."""
    assert guarded(f"{start}cmd") == f"'{start}cmd"


@pytest.mark.parametrize("cell", ["", "-12", "+3.5", "Idlib", "'quoted'", "2019-08-31", "a=b"])
def test_harmless_cells_stay(cell: str) -> None:
    """Numbers and words are left alone."""
    assert guarded(cell) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")), min_size=2))
def test_csv_reads_back(cells: list[str]) -> None:
    """Commas, quotes and line ends inside a cell survive."""
    assert next(csv.reader(io.StringIO(csv_line(cells), newline=""))) == [guarded(cell) for cell in cells]

"""Rows for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.export.lines import lines
from tacitus.export.table import COLUMNS, csv_line, guarded, row

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
    }


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

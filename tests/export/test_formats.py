"""What the commands write, piece by piece."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tacitus.export.form import Format
from tacitus.export.formats import array_text, claims_text, file_text, readings_json
from tacitus.export.lines import lines
from tacitus.model.grade import Grades

if TYPE_CHECKING:
    from tacitus.model.reading import Reading


def test_one_reading_is_indented(reading: Reading) -> None:
    """One document is JSON for people."""
    text = "".join(readings_json([reading]))
    assert text.startswith('{\n  "document"')
    assert json.loads(text)["document"]["id"] == "report-7"


def test_several_readings_are_lines(reading: Reading) -> None:
    """Several documents are one object a line."""
    pieces = list(readings_json([reading, reading, reading]))
    assert len(pieces) == 3
    assert [json.loads(piece)["document"]["id"] for piece in pieces] == ["report-7"] * 3
    assert all(piece.count("\n") == 1 for piece in pieces)


def test_nothing_read_writes_nothing() -> None:
    """No reading, no text."""
    assert list(readings_json([])) == []


def test_claims_as_json_are_the_lines_in_an_array(reading: Reading) -> None:
    """Both formats hold the same objects."""
    array = json.loads("".join(claims_text(lines(reading), Format.JSON)))
    apart = [json.loads(piece) for piece in claims_text(lines(reading), Format.JSONL)]
    assert array == apart
    assert len(array) == 4


def test_no_claims_are_an_empty_array() -> None:
    """An empty answer is still JSON."""
    assert "".join(claims_text([], Format.JSON)) == "[]\n"
    assert json.loads(array_text([])) == []


@pytest.mark.parametrize(("form", "count"), [(Format.CSV, 5), (Format.JSONL, 4)])
def test_a_line_a_claim(reading: Reading, form: Format, count: int) -> None:
    """CSV has a header besides."""
    assert len("".join(claims_text(lines(reading), form)).splitlines()) == count


def test_a_header_fits_its_rows(reading: Reading) -> None:
    """With grades too."""
    graded = (replace(line, grades=Grades()) for line in lines(reading))
    for text in ("".join(claims_text(graded, Format.CSV, is_graded=True)), file_text(reading, Format.CSV)):
        assert len({len(cells) for cells in csv.reader(io.StringIO(text))}) == 1


def test_a_file_a_document(reading: Reading) -> None:
    """JSON files follow section 7; the others hold the document's claims."""
    assert json.loads(file_text(reading, Format.JSON))["text"] == reading.document.text
    assert file_text(reading, Format.CSV).startswith("document,outlet,published,type,")
    assert len(file_text(reading, Format.JSONL).splitlines()) == 4


def test_array_text_is_json() -> None:
    """Any objects, one a line."""
    assert json.loads(array_text([{"a": 1}, {"b": "é"}])) == [{"a": 1}, {"b": "é"}]

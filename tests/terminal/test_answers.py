"""Lines over the claims, and notes beside them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tacitus.ask.entity import DocumentFile, EntityFile, NameUse, Near, PlaceUse
from tacitus.config import Settings
from tacitus.export.form import Format
from tacitus.ledger.rows import DocumentRow, ProblemRow
from tacitus.model.entity import EntityType
from tacitus.model.problem import Problem
from tacitus.model.where import Candidate, Point, Where
from tacitus.terminal.answers import Beside, cited, head, show_file, show_problems, tell_undated
from tacitus.terminal.screen import Screen

NOON = datetime(2023, 5, 18, 12, tzinfo=UTC)


def _document(number: int, outlet: str | None = None, *, is_shown: bool = True) -> DocumentRow:
    day = date(2023, 5, number)
    return DocumentRow(f"d{number}", f"r{number}", "00", "t@1", NOON, is_shown, published=day, outlet=outlet)


def _entity(documents: tuple[DocumentRow, ...], near: tuple[Near, ...] = (), undated: int = 0) -> EntityFile:
    names = (NameUse("Highland Front", documents),)
    return EntityFile("Highland Front", (EntityType.GROUP, EntityType.FORCE), names, (), "n1", near, undated)


def test_names_with_their_users() -> None:
    """Outlets are named, each once; a document without one by its id."""
    found = _entity((_document(1, "Meridian"), _document(2, "Meridian"), _document(3)))
    assert head(found) == ("Highland Front · group, force", "- Highland Front: Meridian; d3")


def test_many_users_are_counted() -> None:
    """More than three are a number."""
    assert head(_entity(tuple(_document(n) for n in range(1, 6))))[1] == "- Highland Front: in 5 documents"


def test_where_it_lies_is_told_with_how_many_say_so() -> None:
    """Documents that put a place elsewhere have a line of their own."""
    town = Candidate("own:1", "Mirzakh", "town", "", 0.9, Point(1.5, -2.25, 2000))
    uses = (
        PlaceUse(Where("Mirzakh", candidates=(town,)), (_document(1), _document(2))),
        PlaceUse(Where("M"), (_document(3),)),
    )
    found = EntityFile("Mirzakh", (EntityType.PLACE,), (), (), where=uses)
    assert head(found) == (
        "Mirzakh · place",
        "- where: 1.50, -2.25 within 2 km (Mirzakh, town, own:1); by 2 documents",
        "- where: position not known; by 1 document",
    )


def test_near_names_are_told() -> None:
    """Persons who may be the same are named and not joined."""
    assert head(_entity((), near=(Near("n2", "Halvani"), Near("n3", "Idris"))))[-1] == (
        "Perhaps the same, and not joined: Halvani (n2), Idris (n3)"
    )


def test_a_document_with_its_readings() -> None:
    """Which reading is shown, which are earlier."""
    found = DocumentFile(_document(2, "Meridian"), (_document(1, is_shown=False), _document(2)), ())
    assert head(found) == (
        "d2 · Meridian · 2023-05-02",
        "id d2",
        "- earlier reading r1, recorded 2023-05-18 12:00 UTC",
        "- shown reading r2, recorded 2023-05-18 12:00 UTC",
    )


def test_an_undated_document_is_called_so() -> None:
    """No day is made up."""
    assert cited(DocumentRow("d1", "r1", "00", "t@1", NOON, is_shown=True, title="A title")) == "A title · undated"


@pytest.mark.parametrize(("count", "begin"), [(1, "1 document without"), (3, "3 documents without")])
def test_undated_documents_are_told(count: int, begin: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, with what to do."""
    show_file(_entity((), undated=count), Format.TABLE, Screen(Settings()), Beside({}))
    assert capsys.readouterr().err.startswith(begin)
    tell_undated(0, Screen(Settings()))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Format.TABLE, "a.pdf · 2023-05-18 12:00 UTC\nNo text. Save it.\n"),
        (
            Format.CSV,
            "recorded,place,step,message,advice,reading\n2023-05-18T12:00:00+00:00,a.pdf,read,No text.,Save it.,\n",
        ),
    ],
)
def test_problems(form: Format, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For people and for programs."""
    row = ProblemRow(Problem("a.pdf", "read", "No text.", "Save it."), NOON)
    show_problems([row], form, Screen(Settings()))
    assert capsys.readouterr().out == text


def test_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty list is said."""
    show_problems([], Format.TABLE, Screen(Settings()))
    assert capsys.readouterr().out == "No problems.\n"

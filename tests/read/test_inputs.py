"""The door of the read floor: dispatch, limits, what the user knows, standard input."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tacitus.model.document import BlockKind, Document
from tacitus.model.problem import Problem
from tacitus.read.inputs import ReadOptions

Read = Callable[..., tuple[list[Document], list[Problem]]]
PAGE = (Path(__file__).parent / "pages" / "json_ld_article.html").read_bytes()


def test_a_text_file(read_bytes: Read) -> None:
    """Its words, hash, title and day."""
    raw = b"Shells hit the port\n\nNobody was hurt, the harbour master said on Friday."
    (document,), problems = read_bytes("a.txt", raw, ReadOptions(published=date(2019, 8, 31), outlet="Herald"))
    assert document.text.encode() == raw
    assert (document.id, document.media_type) == (document.sha256[:16], "text/plain")
    assert (document.title, document.published, document.outlet) == (
        "Shells hit the port",
        date(2019, 8, 31),
        "Herald",
    )
    assert document.language == "en"
    assert problems == []


def test_the_user_knows_better_than_the_page(read_bytes: Read) -> None:
    """Date, outlet and the rest; the page's moment goes with its day."""
    options = ReadOptions(date(2021, 3, 6), "Agency", "A. Nother", "Shelling", "https://agency.example/1")
    (document,), _ = read_bytes("a.html", PAGE, options)
    assert (document.published, document.published_at) == (date(2021, 3, 6), None)
    assert (document.outlet, document.author, document.title) == ("Agency", "A. Nother", "Shelling")
    assert document.url == "https://agency.example/1"
    assert document.links[0].url == "https://agency.example/people/odran-vey"
    assert document.blocks[0].kind is BlockKind.TITLE


def test_the_same_day_keeps_the_moment(read_bytes: Read) -> None:
    """A day that agrees with the page changes nothing."""
    (document,), _ = read_bytes("a.html", PAGE, ReadOptions(published=date(2021, 3, 4)))
    assert document.published_at == "2021-03-04T23:40:00+02:00"


def test_a_folder(tmp_path: Path, read: Read) -> None:
    """Reports are read, other files passed over, reports in other formats named; the rest goes on."""
    for name, text in {"a.txt": "One.", "b.md": "Two.", "c.pdf": "%PDF-1.4", "d.py": "x = 1", "e.txt": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    documents, problems = read(tmp_path)
    assert [d.text for d in documents] == ["One.", "Two."]
    assert [(Path(p.place).name, p.message) for p in problems] == [
        ("c.pdf", "PDF files are not read yet."),
        ("e.txt", "There are no words in it."),
    ]
    assert all(p.advice and p.step == "read" for p in problems)


def test_a_folder_without_reports(tmp_path: Path, read: Read) -> None:
    """Is a Problem."""
    (tmp_path / "x.py").write_text("x = 1", encoding="utf-8")
    documents, (problem,) = read(tmp_path)
    assert documents == []
    assert "no report" in problem.message


def test_inputs_in_order_and_twice(tmp_path: Path, read: Read) -> None:
    """Each as often as it is named."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    documents, problems = read(tmp_path / "b.txt", tmp_path / "missing.txt", tmp_path / "a.txt", tmp_path / "b.txt")
    assert [d.text for d in documents] == ["b", "a", "b"]
    assert [p.place for p in problems] == [str(tmp_path / "missing.txt")]


@pytest.mark.parametrize(
    ("raw", "media_type"),
    [
        (PAGE, "text/html"),
        (b"# Raid\n\nIt rained.", "text/markdown"),
        (b"It rained.", "text/plain"),
        (b'{"text": "It rained."}', "text/plain"),
    ],
)
def test_a_named_file_without_suffix(read: Read, read_bytes: Read, raw: bytes, media_type: str) -> None:
    """Is told by its first words; so is standard input."""
    documents, problems = read_bytes("report", raw)
    piped, more = read("-", options=ReadOptions(stdin=BytesIO(raw)))
    assert [d.media_type for d in documents] == [media_type]
    assert (piped, problems, more) == (documents, [], [])


def test_standard_input_without_a_stream(read: Read) -> None:
    """Is a Problem."""
    _, (problem,) = read("-")
    assert problem.place == "standard input"


def test_limits(read: Read, read_bytes: Read) -> None:
    """A file over the limit is not read; one at the limit is."""
    assert read_bytes("a.txt", b"x" * 10, ReadOptions(max_bytes=10))[1] == []
    _, (problem,) = read_bytes("a.txt", b"x" * 11, ReadOptions(max_bytes=10))
    assert problem.message == "It is too large: 11 bytes where 10 bytes are allowed."
    _, (piped,) = read("-", options=ReadOptions(max_bytes=10, stdin=BytesIO(b"x" * 11)))
    assert "10 bytes" in piped.message


def test_doubts_are_problems_beside_the_document(read_bytes: Read) -> None:
    """The text is there, and so is what was doubtful."""
    (document,), (problem,) = read_bytes("a.txt", b"The army\0 said so.")
    assert document.text == "The army\ufffd said so."
    assert "NUL" in problem.message


def test_a_declared_charset(read_bytes: Read) -> None:
    """Is used for pages that are no UTF-8."""
    page = '<meta charset="windows-1256"><p>قال الجيش إن ثلاثة جنود قتلوا</p>'
    (document,), problems = read_bytes("a.html", page.encode("cp1256"))
    assert document.text == "قال الجيش إن ثلاثة جنود قتلوا"
    assert problems == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file(read: Read, read_bytes: Read, tmp_path: Path) -> None:
    """Is a Problem."""
    read_bytes("a.txt", b"x")
    (tmp_path / "a.txt").chmod(0)
    _, (problem,) = read(tmp_path / "a.txt")
    assert problem.place == str(tmp_path / "a.txt")

"""JSON Lines: texts, ids and dates as they are; bad lines are Problems with their number."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.model.document import Document, sha256_of
from tacitus.model.problem import Problem
from tacitus.read.inputs import ReadOptions
from tacitus.read.jsonl import read_line, read_lines
from tacitus.read.parsed import Remark

Read = Callable[..., tuple[list[Document], list[Problem]]]


def document(**row: object) -> Document:
    """Return the document of a row."""
    found = read_line(json.dumps(row).encode())
    assert isinstance(found, Document)
    return found


def test_a_full_line() -> None:
    """Every field is taken over."""
    found = document(
        id="v/7",
        text="Shells fell.\r\n",
        published="2021-06-09",
        title="T",
        author="A",
        outlet="O",
        url="https://o.example/",
    )
    assert (found.id, found.text, found.published) == ("v/7", "Shells fell.\r\n", date(2021, 6, 9))
    assert (found.title, found.author, found.outlet, found.url) == ("T", "A", "O", "https://o.example/")
    assert found.sha256 == sha256_of(b"Shells fell.\r\n")
    assert [block.span.of(found.text) for block in found.blocks] == ["Shells fell."]


def test_null_and_missing_fields_stay_unknown() -> None:
    """No date is made up; the id is that of the text."""
    found = document(text="Shells fell.", published=None)
    assert (found.published, found.title) == (None, None)
    assert found.id == found.sha256[:16]


@settings(deadline=None)  # the first text loads the language model
@given(st.text(alphabet=st.characters(exclude_categories=[]), min_size=1).filter(str.strip))
def test_offsets_agree(text: str) -> None:
    """The text keeps its length, and all characters that can be stored."""
    found = document(text=text)
    assert len(found.text) == len(text)
    assert all(b in {a, "\ufffd"} for a, b in zip(text, found.text, strict=True))
    found.text.encode()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"nope", "no JSON"),
        (b"\xff{}", "no JSON"),
        (b'{"text": ' + b"[" * 100_000, "no JSON"),
        (b'{"text": ' + b"1" * 10_000 + b"}", "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"id": "a"}', "no text"),
        (b'{"text": 3}', "no text"),
        (b'{"text": "a", "id": 3}', "id is no text"),
        (b'{"text": "a", "published": "2019-02-30"}', "publication date"),
        (b'{"text": "  "}', "no words"),
    ],
)
def test_bad_lines(line: bytes, words: str) -> None:
    """Each says what is wrong with it."""
    found = read_line(line)
    assert isinstance(found, Remark)
    assert words in found.message


def test_long_lines_are_refused_and_the_rest_goes_on() -> None:
    """Without holding them in memory."""
    stream = BytesIO(b'{"text": "' + b"x" * 200_000 + b'"}\n\n{"text": "b"}')
    (first, long), (third, short) = read_lines(stream, 1000)
    assert (first, third) == (1, 3)
    assert isinstance(long, Remark)
    assert "1,000" in long.message
    assert isinstance(short, Document)


def test_a_file(read_bytes: Read) -> None:
    """Places name the line; what the user knows fills what lines leave open."""
    raw = b'\xef\xbb\xbf{"text": "One.", "outlet": "Own"}\nnope\n{"text": "Two.", "published": "2020-01-01"}\n'
    options = ReadOptions(published=date(2019, 8, 31), outlet="Given", max_bytes=100)
    documents, problems = read_bytes("feed.jsonl", raw, options)
    assert [(d.outlet, d.published) for d in documents] == [("Own", date(2019, 8, 31)), ("Given", date(2020, 1, 1))]
    assert [p.place.rsplit("/", 1)[1] for p in problems] == ["feed.jsonl:2"]
    assert problems[0].step == "read"

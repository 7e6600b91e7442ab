"""Capture records: raw bytes that hash to what the document says, and where, when and with what they were taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.model.capture import Capture
from tacitus.model.document import Document, sha256_of
from tacitus.model.problem import Problem
from tacitus.read.captures import told_capture
from tacitus.read.inputs import ReadOptions
from tacitus.read.jsonl import read_line
from tacitus.read.parsed import Remark

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[..., tuple[list[Document], list[Problem]]]
NOON = datetime(2023, 5, 20, 12, tzinfo=UTC)
OPTIONS = ReadOptions(clock=lambda: NOON, tool="tacitus/9")
PAGES = {
    "a.txt": b"Shells hit the port.\r\n",
    "b.md": b"---\nurl: https://herald.example/b\n---\n# Raid\n\nIt rained.",
    "c.html": b"<title>Raid</title><p>It rained on the harbour all day.</p>",
    "d.txt": "Gr\u00f6ner Hafen".encode("utf-16"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_file(read_bytes: Read, tmp_path: Path, name: str) -> None:
    """Its bytes as they lie on the disk, whatever the text became, and its path as it was given."""
    (document,), _ = read_bytes(name, PAGES[name], OPTIONS)
    assert document.raw == PAGES[name]
    assert document.sha256 == sha256_of(PAGES[name])
    assert document.capture == Capture(str(tmp_path / name), document.sha256, "tacitus/9", NOON)


def test_the_address_of_a_page_is_not_where_it_was_read(read_bytes: Read, tmp_path: Path) -> None:
    """The one stays with the document, the other goes into the record."""
    (document,), _ = read_bytes("b.md", PAGES["b.md"], OPTIONS)
    assert document.url == "https://herald.example/b"
    assert document.capture is not None
    assert document.capture.uri == str(tmp_path / "b.md")


def test_a_relative_path_stays_relative(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine is told that the user did not tell."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"It rained.")
    monkeypatch.chdir(tmp_path)
    (document,), _ = read("in", options=OPTIONS)
    assert document.capture is not None
    assert document.capture.uri == "in/a.txt"


def test_a_line_of_a_file(read_bytes: Read, tmp_path: Path) -> None:
    """Raw are the bytes of its text; the address names the line."""
    raw = '{"text": "One."}\n\n{"text": "H\u00e4fen \\ud800"}\n'.encode()
    (first, second), _ = read_bytes("feed.jsonl", raw, OPTIONS)
    assert [d.raw for d in (first, second)] == [b"One.", "H\u00e4fen \ufffd".encode()]
    assert all(d.raw is not None and sha256_of(d.raw) == d.sha256 for d in (first, second))
    assert [d.capture and (d.capture.uri, d.capture.retrieved) for d in (first, second)] == [
        (f"{tmp_path / 'feed.jsonl'}#line=1", NOON),
        (f"{tmp_path / 'feed.jsonl'}#line=3", NOON),
    ]


@pytest.mark.parametrize(("raw", "uri"), [(b"It rained.", "stdin:"), (b'{"text": "It rained."}', "stdin:#line=1")])
def test_standard_input(read: Read, raw: bytes, uri: str) -> None:
    """Has an address of its own."""
    options = ReadOptions(stdin=BytesIO(raw), clock=lambda: NOON, tool="tacitus/9")
    (document,), _ = read("-", options=options)
    assert document.capture == Capture(uri, document.sha256, "tacitus/9", NOON)
    assert document.raw == b"It rained."


def test_a_file_that_is_called_standard_input(read_bytes: Read, tmp_path: Path) -> None:
    """Is a file."""
    (document,), _ = read_bytes("standard input", b"It rained.")
    assert document.capture == Capture(str(tmp_path / "standard input"), document.sha256, "tacitus")


def test_neither_makes_another_document(read_bytes: Read) -> None:
    """The same bytes read at another time are the same document."""
    (one,), _ = read_bytes("a.txt", b"It rained.", OPTIONS)
    (other,), _ = read_bytes("b.txt", b"It rained.")
    assert one == other
    assert one.capture != other.capture


def test_a_line_brings_its_record(read_bytes: Read) -> None:
    """All that it tells is kept, in place of ours; repeated headers stay lines in order."""
    told = {
        "uri": "https://herald.example/1",
        "final_uri": "https://www.herald.example/1",
        "retrieved": "2021-06-09T10:00:00+02:00",
        "tool": "grab/2",
        "headers": {"etag": "x", "via": ["a", "b"]},
    }
    (document,), _ = read_bytes("feed.jsonl", json.dumps({"text": "One.", "capture": told}).encode(), OPTIONS)
    assert document.capture == Capture(
        "https://herald.example/1",
        sha256_of(b"One."),
        "grab/2",
        datetime(2021, 6, 9, 8, tzinfo=UTC),
        "https://www.herald.example/1",
        (("etag", "x"), ("via", "a"), ("via", "b")),
    )


def test_what_a_line_does_not_tell_is_not_made_up(read_bytes: Read) -> None:
    """The file was read today; the page was not fetched today."""
    row = {"text": "One.", "capture": {"uri": "https://herald.example/1", "headers": [["etag", "x"]], "tool": None}}
    (document,), _ = read_bytes("feed.jsonl", json.dumps(row).encode(), OPTIONS)
    assert document.capture is not None
    assert (document.capture.retrieved, document.capture.tool, document.capture.final_uri) == (None, "", None)
    assert document.capture.headers == (("etag", "x"),)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("yesterday", "no object"),
        ({}, "uri"),
        ({"uri": ""}, "uri"),
        ({"uri": "a", "tool": 3}, "tool"),
        ({"uri": "a", "retrieved": "2021-06-09"}, "no moment with a zone"),
        ({"uri": "a", "retrieved": "soon"}, "'soon'"),
        ({"uri": "a", "retrieved": "0001-01-01T00:00:00+14:00"}, "no moment"),
        ({"uri": "a", "headers": "etag: x"}, "headers"),
        ({"uri": "a", "headers": {"etag": 3}}, "headers"),
        ({"uri": "a", "headers": [["etag"]]}, "headers"),
    ],
)
def test_bad_records(read_bytes: Read, told: object, words: str) -> None:
    """The line is a Problem that says what may stand there; the next one is read."""
    lines = [json.dumps({"text": "One.", "capture": told}), '{"text": "Two."}']
    (document,), (problem,) = read_bytes("feed.jsonl", "\n".join(lines).encode(), OPTIONS)
    assert document.text == "Two."
    assert words in problem.message
    assert "uri" in problem.advice


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "uri"]), inner, max_size=2),
    max_leaves=6,
)
_FIELDS = st.sampled_from(["uri", "final_uri", "retrieved", "tool", "headers"])


@settings(deadline=None)
@given(st.dictionaries(_FIELDS, _JSON) | _JSON)
def test_any_value(told: object) -> None:
    """Gives a record that can be stored, or a remark; it never raises."""
    found = told_capture(told, "")
    assert isinstance(found, Capture | Remark)
    if isinstance(found, Capture):
        json.dumps([found.uri, found.tool, found.final_uri, found.headers], ensure_ascii=False).encode()


def test_null_is_no_record() -> None:
    """As with every other field."""
    found = read_line(b'{"text": "One.", "capture": null}')
    assert isinstance(found, Document)
    assert found.capture is None

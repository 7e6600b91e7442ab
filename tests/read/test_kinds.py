"""Formats by name and by first words."""

from __future__ import annotations

import pytest

from tacitus.read.kinds import Kind, kind_by_name, kind_by_words
from tacitus.read.parsed import Remark


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", Kind.TEXT),
        ("A.TXT", Kind.TEXT),
        ("a.md", Kind.MARKDOWN),
        ("a.b.markdown", Kind.MARKDOWN),
        ("a.html", Kind.HTML),
        ("a.htm", Kind.HTML),
        ("a.xhtml", Kind.HTML),
        ("a.jsonl", Kind.JSON_LINES),
        ("a.ndjson", Kind.JSON_LINES),
        ("a.py", None),
        ("txt", None),
    ],
)
def test_by_name(name: str, kind: Kind | None) -> None:
    """The suffix decides, in any case of letters."""
    assert kind_by_name(name) is kind


@pytest.mark.parametrize("name", ["a.pdf", "a.DOCX", "a.warc", "a.warc.gz", "a.wacz", "a.eml"])
def test_reports_that_are_not_read_yet(name: str) -> None:
    """Are named, with what to do."""
    found = kind_by_name(name)
    assert isinstance(found, Remark)
    assert "not read yet" in found.message


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"<!doctype HTML><p>x", Kind.HTML),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<html>", Kind.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", Kind.HTML),
        (b'{"text": "x"}\n{"text": "y"}', Kind.JSON_LINES),
        (b'{"id": "x"}', Kind.TEXT),
        (b"{" * 5000, Kind.TEXT),
        (b"# Raid on Orba\n", Kind.MARKDOWN),
        (b"---\ntitle: Raid\n---\n", Kind.MARKDOWN),
        (b"Shells < guns\n", Kind.TEXT),
        (b"\xff\xfe", Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_by_words(raw: bytes, kind: Kind) -> None:
    """Plain text when like nothing else."""
    assert kind_by_words(raw) is kind

"""Inputs that are made to break readers: a result or a Problem, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tacitus.model.document import Document
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[..., tuple[list[Document], list[Problem]]]

WORDS = "The army said on Monday that three men had died in the shelling of the town. "
#: Seconds; a hundred times what an idle machine needs for most of them.
BOUND = 60

INPUTS = {
    "deep.html": f"<html><head><title>Deep</title></head><body>{'<div>' * 10_000}<p>{WORDS}</p>{'</div>' * 10_000}",
    "inline.html": f"<body>{'<b><i>' * 5_000}{WORDS}",
    "unclosed.html": "<html><body>" + f"<p>{WORDS}<a href='x'>" * 2_000,
    "brackets.html": "<" * 300_000,
    "tags.html": "<a " * 300_000,
    "scripts.html": f"<p>{WORDS}</p>" + "<script>" * 50_000,
    "rows.html": f"<table><tr>{'<td>one two</td>' * 5_000}</tr></table>",
    "breaks.html": f"<div>{(WORDS + '<br>') * 5_000}</div>",
    "stamps.html": f"<body><p>{WORDS}</p>{'<p><time>10:00</time></p>' * 5_000}<p>{WORDS}</p>",
    "json.html": f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{WORDS}</p>",
    "entities.html": "<p>" + "&#xD800;&#0;&bogus;&amp;" * 20_000,
    "href.html": f"<base href='http://['><p>{WORDS}<a href='http://['>x</a></p>",
    "words.txt": WORDS * 65_000,
    "letters.txt": "a" * 5_000_000,
    "lines.txt": "\n" * 100_000,
    "paragraphs.txt": "x\n\n" * 100_000,
    "rtl.txt": "\u202e\u2066قال الجيش\u2069\u202c\n\nثلاثة قتلى" * 1_000,
    "quotes.md": ">" * 20_000 + "x",
    "lists.md": "".join(" " * depth + "- a\n" for depth in range(500)),
    "ticks.md": "".join("`" * (n % 200 + 1) + "a" for n in range(400)),
    "links.md": "[a](" * 12_000,
}


@pytest.mark.parametrize("name", INPUTS)
def test_text(read_bytes: Read, name: str) -> None:
    """Neither crash nor hang; what is read can be stored, and its spans lie in it."""
    start = time.monotonic()
    documents, problems = read_bytes(name, INPUTS[name].encode())
    assert time.monotonic() - start < BOUND
    assert documents or problems
    for document in documents:
        document.text.encode()
        end = 0
        for block in document.blocks:
            assert end <= block.span.start
            end = block.span.end
        assert end <= len(document.text)


@pytest.mark.parametrize("name", ["deep.html", "inline.html"])
def test_deep_pages_keep_their_words(read_bytes: Read, name: str) -> None:
    """Though no tree holds them; the user is told."""
    (document,), (problem,) = read_bytes(name, INPUTS[name].encode())
    assert document.text == WORDS.strip()
    assert "256 deep" in problem.message


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.html", b""),
        ("space.html", b" \n"),
        ("comment.html", b"<!-- x"),
        ("script.html", b"<html><body><script>x</script></body></html>"),
        ("zeros.html", b"\0" * 1_000),
        ("zip.html", b"PK\x03\x04" + b"x" * 100),
        ("program.txt", b"\x7fELF\x02\x01\x01\x00"),
        ("empty.jsonl", b"[]"),
        ("marks.md", b"---\n\n***"),
    ],
)
def test_nothing_to_read(read_bytes: Read, name: str, raw: bytes) -> None:
    """A Problem with place and advice."""
    documents, (problem,) = read_bytes(name, raw)
    assert documents == []
    assert name in problem.place
    assert problem.advice


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path, read: Read) -> None:
    """All others of the folder are read."""
    (tmp_path / "a.txt").write_bytes(b"One.")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c.html").write_bytes(INPUTS["deep.html"].encode())
    (tmp_path / "d.txt").write_bytes(b"Four.")
    documents, problems = read(tmp_path)
    assert [d.text for d in documents] == ["One.", WORDS.strip(), "Four."]
    assert len(problems) == 2

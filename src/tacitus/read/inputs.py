"""Files, folders and standard input as documents: the one door of the read floor.

Nothing here raises for bad data. What cannot be read, and what was read with doubts, is a Problem beside the documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from tacitus.model.capture import Capture
from tacitus.model.document import Document, document_id, sha256_of
from tacitus.model.problem import Problem
from tacitus.read.captures import STDIN_URI, line_uri
from tacitus.read.decode import Decoded, decode
from tacitus.read.html import read_html
from tacitus.read.jsonl import read_lines
from tacitus.read.kinds import Kind, kind_by_name, kind_by_words
from tacitus.read.language import language_of
from tacitus.read.markdown import read_markdown
from tacitus.read.parsed import Parsed, Remark
from tacitus.read.text import read_text
from tacitus.read.walk import Found, find_files, place_of, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from typing import BinaryIO

#: The name of standard input, as an input and as the place of its problems.
STDIN = "-"
_STDIN_PLACE = "standard input"
#: `<meta charset>` must stand in the first 1,024 bytes (HTML Living Standard, 4.2.5.4); pages break that.
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user knows of the inputs, and how much may be read.

    Attributes:
        published: Day of publication; wins over what a page says.
        outlet: Who published it; likewise.
        author: By-line; likewise.
        title: Headline; likewise.
        url: Address of the page; likewise, and links are made absolute with it.
        max_bytes: Largest file, and longest line of JSON Lines.
        stdin: Where the input "-" is read from.
        clock: Gives the present moment, UTC, for capture records; without one they have no moment.
        tool: Who reads, for capture records: "tacitus/0.7.0".
    """

    published: date | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    url: str | None = None
    max_bytes: int = 20_000_000
    stdin: BinaryIO | None = None
    clock: Callable[[], datetime] | None = None
    tool: str = "tacitus"

    def capture(self, uri: str, sha256: str) -> Capture:
        """Return the record of bytes that were read just now."""
        return Capture(uri, sha256, self.tool, self.clock() if self.clock else None)


def read_inputs(inputs: Sequence[str], options: ReadOptions) -> Iterator[Document | Problem]:
    """Yield the documents of the inputs in order, and a Problem for whatever cannot be read or is doubtful.

    Args:
        inputs: Paths of files and folders; "-" is standard input. Folders are walked in sorted order without hidden
            files; what is no report is passed over in them, formats that cannot be read yet are named.
        options: What the user knows of the inputs. In JSON Lines it fills what a line leaves open.
    """
    for name in inputs:
        if name == STDIN:
            yield from _read_stdin(options)
            continue
        count = 0
        for found in find_files(name):
            for item in [found] if isinstance(found, Problem) else _read_file(found, options):
                count += 1
                yield item
        if not count:
            yield problem(name, "There is no report in the folder.", "Reports are .txt, .md, .html and .jsonl files.")


def _read_stdin(options: ReadOptions) -> Iterator[Document | Problem]:
    """Yield what standard input holds."""
    if options.stdin is None:
        yield problem(_STDIN_PLACE, "There is nothing to read from.", "Name a file or a folder.")
        return
    raw = options.stdin.read(options.max_bytes + 1)
    yield from _content(_STDIN_PLACE, raw, kind_by_words(raw), options)


def _read_file(found: Found, options: ReadOptions) -> Iterator[Document | Problem]:
    """Yield what a file holds."""
    kind = kind_by_name(found.path.name)
    if isinstance(kind, Remark):
        yield problem(found.path, kind.message, kind.advice)
        return
    if kind is None and not found.is_named:
        return
    if found.size > options.max_bytes and kind is not Kind.JSON_LINES:
        yield _too_large(found.path, f"{found.size:,} bytes", options)
        return
    try:
        with found.path.open("rb") as stream:
            if kind is Kind.JSON_LINES:
                yield from _lines(found.path, stream, options)
                return
            raw = stream.read(options.max_bytes + 1)
    except OSError as error:
        yield problem(found.path, f"{error.strerror}.", "Check the rights of the file.")
        return
    yield from _content(found.path, raw, kind or kind_by_words(raw), options)


def _content(place: Path | str, raw: bytes, kind: Kind, options: ReadOptions) -> Iterator[Document | Problem]:
    """Yield what bytes hold that were read up to one beyond the limit."""
    if len(raw) > options.max_bytes:
        yield _too_large(place, "more bytes", options)
    elif kind is Kind.JSON_LINES:
        yield from _lines(place, BytesIO(raw), options)
    else:
        yield from _page(place, raw, kind, options)


def _lines(place: Path | str, stream: BinaryIO, options: ReadOptions) -> Iterator[Document | Problem]:
    """Yield the documents of JSON Lines; what a line leaves open is filled with what the user knows.

    A line that brings the record of its capture keeps it; of the others it is this file that was captured.
    """
    for number, found in read_lines(stream, options.max_bytes):
        if isinstance(found, Remark):
            yield problem(f"{place_of(place)}:{number}", found.message, found.advice)
        else:
            yield replace(
                found,
                published=found.published or options.published,
                outlet=found.outlet or options.outlet,
                author=found.author or options.author,
                title=found.title or options.title,
                url=found.url or options.url,
                capture=found.capture or options.capture(line_uri(_uri(place), number), found.sha256),
                place=f"{place_of(place)}:{number}",
            )


def _page(place: Path | str, raw: bytes, kind: Kind, options: ReadOptions) -> Iterator[Document | Problem]:
    """Yield the document of a page, and a Problem for each doubt."""
    charset = _CHARSET.search(raw[:_HEAD]) if kind is Kind.HTML else None
    decoded = decode(raw, charset[1].decode("ascii") if charset else None)
    parsed = decoded if isinstance(decoded, Remark) else _parse(decoded.text, kind, options)
    doubts = (parsed,) if isinstance(parsed, Remark) else parsed.remarks
    if not isinstance(parsed, Remark):
        document = _document(parsed, sha256_of(raw), kind, options)
        capture = options.capture(_uri(place), document.sha256)
        yield replace(document, place=place_of(place), raw=raw, capture=capture)
    for doubt in (*decoded.remarks, *doubts) if isinstance(decoded, Decoded) else doubts:
        yield problem(place, doubt.message, doubt.advice)


def _uri(place: Path | str) -> str:
    """Return the address of an input for its capture record: its path as it was given."""
    return STDIN_URI if place == _STDIN_PLACE else place_of(place)


def _parse(text: str, kind: Kind, options: ReadOptions) -> Parsed | Remark:
    """Return what the reader of the format finds."""
    if kind is Kind.HTML:
        return read_html(text, options.url)
    return read_markdown(text) if kind is Kind.MARKDOWN else read_text(text)


def _document(parsed: Parsed, sha256: str, kind: Kind, options: ReadOptions) -> Document:
    """Return the document of a page, with what the user said laid over what the page says."""
    day = options.published or parsed.published
    return Document(
        document_id(sha256),
        parsed.text,
        sha256,
        title=options.title or parsed.title,
        published=day,
        published_at=parsed.published_at if day == parsed.published else None,
        author=options.author or parsed.author,
        outlet=options.outlet or parsed.outlet,
        url=options.url or parsed.url,
        language=language_of(parsed.text) or parsed.language,
        media_type=kind.value,
        blocks=parsed.blocks,
        links=parsed.links,
    )


def _too_large(place: Path | str, size: str, options: ReadOptions) -> Problem:
    """Return the Problem of an input over the limit."""
    message = f"It is too large: {size} where {options.max_bytes:,} bytes are allowed."
    return problem(place, message, "Cut it into parts, or allow more.")

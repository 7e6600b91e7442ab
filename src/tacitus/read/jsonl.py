"""JSON Lines: one report a line, `{"id", "text", "published", "title", "outlet", "url", "capture"}`, taken as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.model.document import Block, BlockKind, Document, document_id, sha256_of
from tacitus.read.captures import told_capture
from tacitus.read.dates import parse_published
from tacitus.read.decode import mend
from tacitus.read.language import language_of
from tacitus.read.parsed import EMPTY, Remark
from tacitus.read.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, BinaryIO

_SHAPE = "Write one JSON object a line: id, text, published, title, author, outlet, url; all but text may be null."
#: Fields that are texts or null.
_FIELDS = ("id", "published", "title", "author", "outlet", "url")


def read_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, Document | Remark]]:
    """Yield number and document of each line, or what is wrong with it; blank lines are passed over.

    Text, id and date are used as they are, so that offsets made elsewhere agree; only NUL characters and lone
    surrogates are replaced, one for one. A null date stays unknown. The raw bytes are the text in UTF-8, and
    `sha256` is theirs; `capture` is what the line brings, None when it brings none.

    Args:
        stream: The lines, in UTF-8.
        max_bytes: Longest line; a longer one is refused without being held in memory.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            _skip_line(stream, line)
            yield number, Remark(f"The line is longer than {max_bytes:,} bytes.", "Cut the report into parts.")
        elif line.strip():
            yield number, read_line(line)


def read_line(line: bytes) -> Document | Remark:
    """Return the document of one line, or what is wrong with it.

    Examples:
        >>> read_line(b'{"id": "a7", "text": "Shells fell.", "published": "2021-06-09"}').published
        datetime.date(2021, 6, 9)
        >>> read_line(b'{"id": "a7"}').message
        'The line has no text.'
    """
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, or nested without end
        return Remark(f"The line is no JSON: {error}.", _SHAPE)
    if not isinstance(row, dict):
        return Remark("The line is no JSON object.", _SHAPE)
    text = row.get("text")
    if not isinstance(text, str):
        return Remark("The line has no text.", _SHAPE)
    wrong = [name for name in _FIELDS if not isinstance(row.get(name), str | None)]
    if wrong:
        return Remark(f"Its {wrong[0]} is no text.", _SHAPE)
    return _document(row, mend(text)) if text.strip() else EMPTY


def _document(row: Mapping[str, Any], text: str) -> Document | Remark:
    """Return the document of a row whose fields have the right types, but for the record of its capture."""
    fields = {name: mend(value) if (value := row.get(name)) else None for name in _FIELDS}
    try:
        day = parse_published(fields["published"]) if fields["published"] else None
    except InvalidValueError as error:
        return Remark(str(error), "Correct the date, or write null.")
    raw = text.encode()
    sha256 = sha256_of(raw)
    capture = None if row.get("capture") is None else told_capture(row["capture"], sha256)
    if isinstance(capture, Remark):
        return capture
    return Document(
        fields["id"] or document_id(sha256),
        text,
        sha256,
        title=fields["title"],
        published=day,
        author=fields["author"],
        outlet=fields["outlet"],
        url=fields["url"],
        language=language_of(text),
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in paragraphs(text)),
        raw=raw,
        capture=capture,
    )


def _skip_line(stream: BinaryIO, begun: bytes) -> None:
    """Read on to the end of a line that has begun."""
    piece = begun
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(1 << 16)

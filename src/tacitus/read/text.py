r"""Plain text: the file's own words, with `\n` as the only line end and nothing else changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.model.document import Block, BlockKind
from tacitus.model.span import Span
from tacitus.read.parsed import EMPTY, Parsed, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A longer first line is a paragraph, not a headline.
_TITLE_LENGTH = 200
_WORD = re.compile(r"[^\W\d_]+")


def read_text(text: str) -> Parsed | Remark:
    r"""Return the text with its paragraphs; a short first line that stands alone is the title.

    Examples:
        >>> page = read_text("Shells hit the port\r\n\r\nThe harbour master said so.")
        >>> page.title
        'Shells hit the port'
        >>> [block.span.of(page.text) for block in page.blocks]
        ['Shells hit the port', 'The harbour master said so.']
    """
    stored = text.replace("\r\n", "\n").replace("\r", "\n")
    spans = tuple(paragraphs(stored))
    if not spans:
        return EMPTY
    kinds = [BlockKind.PARAGRAPH] * len(spans)
    title = _title([span.of(stored) for span in spans[:2]])
    if title is not None:
        kinds[0] = BlockKind.TITLE
    return Parsed(stored, tuple(map(Block, kinds, spans)), title=title)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the stretches between blank lines, without the white space around them."""
    start = end = None
    offset = 0
    for line in text.split("\n"):
        if words := line.strip():
            first = offset + line.index(words)
            start, end = first if start is None else start, first + len(words)
        elif start is not None and end is not None:
            yield Span(start, end)
            start = end = None
        offset += len(line) + 1
    if start is not None and end is not None:
        yield Span(start, end)


def _title(opening: list[str]) -> str | None:
    """Return the first paragraph if it is like a headline: one short line of words, no sentence, more follows."""
    first = opening[0]
    short = len(opening) > 1 and "\n" not in first and len(first) <= _TITLE_LENGTH
    ends = first.endswith((".", "。", "\u06d4", ":", ";", ","))
    return first if short and not ends and len(_WORD.findall(first)) > 1 else None

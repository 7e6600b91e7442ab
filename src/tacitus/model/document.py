"""A document: the stored text that every offset refers to, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tacitus.model.capture import Capture
    from tacitus.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of the text is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text and its kind; blocks are in order and do not overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the text.

    Attributes:
        span: The linked words in the stored text.
        url: Where it leads, absolute when the page's own address is known.
    """

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it was read.

    Attributes:
        id: The id given at reading, else the first 16 hexadecimal digits of `sha256`.
        text: Stored text; all offsets are code points of it. It is never changed after reading.
        sha256: SHA-256 of the raw bytes, hexadecimal.
        title: Headline, or None when none was found.
        published: Day of publication, or None when unknown. Never guessed from the day of reading.
        author: By-line as printed, or None.
        outlet: Who published it ("Reuters", "Ministry of Defence"), or None.
        url: Address of the page, or None.
        language: ISO 639-1 code, or None when too little text tells.
        media_type: "text/plain", "text/markdown" or "text/html".
        blocks: Headings, paragraphs, captions …
        links: Links with the words they stand on.
        place: File or line that it was read from, for messages; no part of what the document is.
        published_at: Publication moment as printed (ISO 8601, with zone when given), or None; `published` is its day.
        raw: The raw bytes, while they are being recorded; None otherwise. No part of what the document is.
        capture: How the raw bytes came to us, or None when nobody knows; likewise.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    published: date | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    media_type: str = "text/plain"
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    published_at: str | None = None
    place: str = field(default="", compare=False)
    raw: bytes | None = field(default=None, compare=False, repr=False)
    capture: Capture | None = field(default=None, compare=False)

    @property
    def captions(self) -> tuple[str, ...]:
        """Words of the captions, in order."""
        return tuple(b.span.of(self.text) for b in self.blocks if b.kind is BlockKind.CAPTION)


def sha256_of(raw: bytes) -> str:
    """Return the SHA-256 of `raw` as 64 hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()


def document_id(sha256: str) -> str:
    """Return the id of a document that was given none: 16 digits of its hash."""
    return sha256[:16]

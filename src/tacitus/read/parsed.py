"""What a reader of one format found: text, blocks, what the page says of itself, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tacitus.model.document import Block, Link


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with an input and what to do about it; it becomes a `Problem` where the place is known.

    Attributes:
        message: One sentence; its subject is the input ("It is empty.").
        advice: What the user can do next, in one sentence.
    """

    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page as its own format tells it, before what the user said of it is laid over.

    Attributes:
        text: Stored text; offsets of blocks and links are code points of it.
        blocks: In order, without overlap.
        links: In order of their words.
        title: Headline, or None.
        published: Day of publication as printed, or None.
        published_at: Moment of publication as printed (ISO 8601), or None when no time of day is given.
        author: By-line, or None.
        outlet: Who published it, or None.
        url: The page's own address, or None.
        language: ISO 639-1 code that the page claims for itself, or None; used when the words do not tell.
        remarks: What was doubtful, though the page was read.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    title: str | None = None
    published: date | None = None
    published_at: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    remarks: tuple[Remark, ...] = ()


#: An input without a single word.
EMPTY = Remark("There are no words in it.", "Check that the right file was saved.")

r"""Passages: words of a page in order, and the stored text that is composed of them.

HTML and Markdown pages are first cut into passages (a paragraph, a heading, a caption …). Composing them makes the
canonical text once, and every offset is an offset into that text: Unicode normal form C, `\n` as the only line end,
single spaces, and a blank line between two passages.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.document import Block, BlockKind, Link
from tacitus.model.span import Span
from tacitus.read.decode import mend

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands between two passages in the stored text.
GAP = "\n\n"

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero-width space, word joiner, byte order mark
_LINE = re.compile(r"[^\S\n]*\n\s*")
_SPACE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    r"""Words with one target: plain, or a link.

    Attributes:
        text: The words; a `\n` is a line break that the page asks for.
        url: Where the words lead, or None.
    """

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a page before it has offsets."""

    kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """The passage's text as it will be stored."""
        return _join(self.runs)[0]


@dataclass(frozen=True, slots=True)
class Composed:
    """Stored text with the blocks and links that lie in it."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


def compose(passages: Iterable[Passage]) -> Composed:
    r"""Return the stored text of the passages, in order; passages without words are left out.

    Examples:
        >>> page = compose([
        ...     Passage(BlockKind.HEADING, (Run("Two   towns"),)),
        ...     Passage(BlockKind.PARAGRAPH, (Run("See "), Run("the map", "https://example.org/map"), Run(" ."))),
        ... ])
        >>> page.text
        'Two towns\n\nSee the map .'
        >>> page.links[0].span.of(page.text)
        'the map'
    """
    parts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    start = 0
    for passage in passages:
        words, targets = _join(passage.runs)
        if not words:
            continue
        parts.append(words)
        blocks.append(Block(passage.kind, Span(start, start + len(words))))
        links.extend(Link(span.shift(start), url) for span, url in targets)
        start += len(words) + len(GAP)
    return Composed(GAP.join(parts), tuple(blocks), tuple(links))


def _join(runs: Iterable[Run]) -> tuple[str, list[tuple[Span, str]]]:
    """Return the words of the runs with tidy spaces, and the spans of the links in them."""
    parts: list[str] = []
    marks: list[tuple[int, int, str]] = []
    length, last = 0, "\n"
    for run in runs:
        words = _tidy(run.text)
        if last.isspace():
            words = words.lstrip(" " if last == " " else None)
        elif words.startswith("\n"):
            words = "\n" + words[1:].lstrip()
        if not words:
            continue
        if words.startswith("\n") and last == " ":
            parts[-1], length = parts[-1][:-1], length - 1
        if run.url is not None:
            marks.append((length, length + len(words), run.url))
        parts.append(words)
        length, last = length + len(words), words[-1]
    return _settle("".join(parts).rstrip(), marks)


def _tidy(text: str) -> str:
    """Return `text` in normal form C, without invisible characters, with single spaces and line ends."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", mend(text)))
    return _SPACE.sub(" ", _LINE.sub("\n", plain))


def _settle(text: str, marks: list[tuple[int, int, str]]) -> tuple[str, list[tuple[Span, str]]]:
    """Return the text in normal form C and the links trimmed to their words.

    Runs are in normal form one by one, but an accent that begins a run joins the letter that ends the one before:
    then the offsets are counted anew.
    """
    whole = unicodedata.normalize("NFC", text)
    if whole != text:
        marks = [(_moved(text, a), _moved(text, b), url) for a, b, url in marks]
    spans: list[tuple[Span, str]] = []
    for a, b, url in marks:
        words = whole[a:b]
        start = a + len(words) - len(words.lstrip())
        if stripped := words.strip():
            spans.append((Span(start, start + len(stripped)), url))
    return whole, spans


def _moved(text: str, offset: int) -> int:
    """Return where `offset` of `text` lies once the text is in normal form C."""
    return len(unicodedata.normalize("NFC", text[:offset]))

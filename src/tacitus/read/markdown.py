"""Markdown: the words that a reader sees, in blocks, with links and what the front matter says."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.model.document import BlockKind
from tacitus.read.dates import parse_published
from tacitus.read.html_blocks import candidates
from tacitus.read.html_tree import parse_tree
from tacitus.read.parsed import EMPTY, Parsed, Remark
from tacitus.read.passage import Passage, Run, compose
from tacitus.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_KINDS = {
    "heading_open": BlockKind.HEADING,
    "blockquote_open": BlockKind.QUOTE,
    "list_item_open": BlockKind.ITEM,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
}
#: Front matter as Jekyll and Hugo write it: plain `key: value` lines between two lines of three hyphens.
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*\n")
_FIELD = re.compile(r"^(title|date|author|outlet|url):[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
#: Blocks nested deeper are left out by the parser (quotation marks of old e-mail are rarely ten deep).
_MAX_NESTING = 100
#: Larger pages, and pages with a longer stretch without a blank line, are read as plain text: markdown-it-py needs
#: about 4 s for a megabyte of prose, and the square of the length of a stretch of open brackets (0.2 s for 20,000).
_MAX_PAGE = 2_000_000
_MAX_STRETCH = 50_000
_TOO_LONG = Remark("It is too long to be read as Markdown; it was read as plain text.", "Cut it into parts.")


def read_markdown(text: str) -> Parsed | Remark:
    r"""Return the words of a Markdown page (CommonMark with tables), without its marks.

    The title is that of the front matter, else the first heading.

    Examples:
        >>> page = read_markdown("# Two towns\n\nThe *army* left [Sarmada](https://example.org/s).")
        >>> page.title, page.text
        ('Two towns', 'Two towns\n\nThe army left Sarmada.')
        >>> page.links[0].span.of(page.text)
        'Sarmada'
    """
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(source) > _MAX_PAGE or max(map(len, _BLANK.split(source))) > _MAX_STRETCH:
        plain = read_text(source)
        return plain if isinstance(plain, Remark) else replace(plain, remarks=(_TOO_LONG,))
    front = _FRONT.match(source)
    fields = _fields(front[1]) if front else {}
    passages = list(_passages(_parser().parse(source[front.end() :] if front else source)))
    title = fields.get("title")
    first = _first_heading(passages)
    if first is not None and title in {None, passages[first].words}:
        title = passages[first].words
        passages[first] = Passage(BlockKind.TITLE, passages[first].runs)
    page = compose(passages)
    if not page.text:
        return EMPTY
    day, remarks = _day(fields.get("date"))
    return Parsed(
        page.text,
        page.blocks,
        page.links,
        title=title,
        published=day,
        author=fields.get("author"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        remarks=remarks,
    )


def _fields(front: str) -> dict[str, str]:
    """Return the fields of the front matter that we know."""
    return {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front) if value.strip("\"'")}


def _first_heading(passages: Sequence[Passage]) -> int | None:
    """Return the number of the first heading, or None."""
    return next((i for i, passage in enumerate(passages) if passage.kind is BlockKind.HEADING), None)


def _day(written: str | None) -> tuple[date | None, tuple[Remark, ...]]:
    """Return the day of the front matter, or a remark when it is none."""
    if written is None:
        return None, ()
    try:
        return parse_published(written), ()
    except InvalidValueError as error:
        return None, (Remark(f"The date of its front matter was left out: {error}", "Give the day with --published."),)


@cache
def _parser() -> MarkdownIt:
    """Return the parser: CommonMark and tables."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only when a Markdown file is read

    return MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")


def _passages(tokens: Sequence[Token]) -> Iterator[Passage]:
    """Yield the passages of the page, in order."""
    kinds = [BlockKind.PARAGRAPH]
    for token in tokens:
        if token.type == "inline":
            yield _line(token.children or [], kinds[-1])
        elif token.type in {"fence", "code_block"}:
            yield Passage(kinds[-1], (Run(token.content),))
        elif token.type == "html_block":
            tree = parse_tree(token.content)
            yield from (block.passage for block in candidates(tree.root)) if tree else ()
        elif token.nesting == 1:
            kinds.append(_KINDS.get(token.type, kinds[-1]))
        elif token.nesting == -1:
            kinds.pop()


def _line(tokens: Sequence[Token], kind: BlockKind) -> Passage:
    """Return the passage of a line of tokens; one of images alone is a caption."""
    shown = [token.type for token in tokens if token.type != "softbreak"]
    return Passage(BlockKind.CAPTION if set(shown) == {"image"} else kind, tuple(_runs(tokens)))


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the words of a line of tokens, with their links."""
    urls: list[str | None] = [None]
    for token in tokens:
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            urls.append(href if href.startswith(("http://", "https://")) else None)
        elif token.type == "link_close":
            urls.pop()
        elif token.type in {"text", "code_inline", "image"}:
            yield Run(token.content, urls[-1])
        elif token.type == "softbreak":
            yield Run(" ")
        elif token.type == "hardbreak":
            yield Run("\n")

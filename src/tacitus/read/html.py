"""Web pages: main text with blocks and links, and what the page says of itself."""

from __future__ import annotations

import logging
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from tacitus.model.document import BlockKind
from tacitus.read.html_blocks import Candidate, candidates
from tacitus.read.html_facts import Facts, facts_of, link_base
from tacitus.read.html_flat import flat_passages
from tacitus.read.html_restore import restored
from tacitus.read.html_select import main_blocks, plain_blocks, words
from tacitus.read.html_tree import parse_tree
from tacitus.read.parsed import EMPTY, Parsed, Remark
from tacitus.read.passage import Composed, Passage, Run, compose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

#: With more elements trafilatura is not asked: 20,000 took it 1.1 s, so it has at most about six seconds.
_MAX_ELEMENTS = 100_000
#: After this many pages the caches of trafilatura and htmldate are emptied (htmldate issue 56: they grow without end).
_PAGES_PER_CACHE = 1000
#: When less of trafilatura's words than this stands in our blocks, they came from elsewhere (JSON-LD, attributes).
_FOUND = 0.5
_PAGES = count(1)


def read_html(text: str, url: str | None = None) -> Parsed | Remark:
    """Return a web page's main text, with a blank line between blocks, and what the page says of itself.

    Args:
        text: The page's source.
        url: Where the page was found, if known; links are made absolute with it.
    """
    tree = parse_tree(text)
    if tree is None:
        return EMPTY
    facts = facts_of(tree.root, url)
    page = compose(_main_passages(tree.root, facts) if tree.is_whole else flat_passages(text))
    remarks = () if tree.is_whole else (_TOO_DEEP,)
    return _parsed(page, facts, remarks) if page.text else EMPTY


_TOO_DEEP = Remark(
    "Its elements are nested more than 256 deep; all its words were kept, menus too.",
    "Check where the page comes from.",
)


def _parsed(page: Composed, facts: Facts, remarks: tuple[Remark, ...]) -> Parsed:
    """Put text and facts together."""
    return Parsed(
        page.text,
        page.blocks,
        page.links,
        title=facts.title,
        published=facts.moment.day if facts.moment else None,
        published_at=facts.moment.stamp if facts.moment else None,
        author=facts.author,
        outlet=facts.outlet,
        url=facts.url,
        language=facts.language,
        remarks=remarks,
    )


def _main_passages(root: HtmlElement, facts: Facts) -> list[Passage]:
    """Return the passages of the main content, headline first when the page shows it."""
    blocks = list(candidates(root, link_base(root, facts.url)))
    main = _main_text(root)
    kept = main_blocks(blocks, main)
    if main and _share_found(blocks, kept, main) < _FOUND:
        return [Passage(BlockKind.PARAGRAPH, (Run(line.strip("|- ")),)) for line in main.splitlines()]
    if not any(kept):
        kept = plain_blocks(blocks)
    return restored(blocks, kept, facts.title)


def _share_found(blocks: Sequence[Candidate], kept: Sequence[bool], main: str) -> float:
    """Return how many words the kept blocks have for each word of the main text."""
    found = sum(len(words(block.text)) for block, keep in zip(blocks, kept, strict=True) if keep)
    return found / max(1, len(words(main)))


def _main_text(root: HtmlElement) -> str:
    """Return the main text by trafilatura, one line per block or table row; "" when it finds none."""
    if sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        return ""
    import trafilatura  # noqa: PLC0415 - 0.9 s, only when a web page is read
    from trafilatura.meta import reset_caches  # noqa: PLC0415

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else its warnings reach the terminal
    if next(_PAGES) % _PAGES_PER_CACHE == 0:
        reset_caches()
    try:
        found = trafilatura.bare_extraction(root, include_comments=False)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.LxmlError):
        return ""  # a hostile page may trip it anywhere; then our own walk decides
    return getattr(found, "text", None) or ""

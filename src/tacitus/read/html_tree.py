"""An HTML page as a tree, within bounds that keep every later step quick."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree, html


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page.

    Attributes:
        root: The `html` element.
        is_whole: Whether all of the page is in it: libxml2 stops where elements are nested more than 256 deep.
    """

    root: html.HtmlElement
    is_whole: bool


def parse_tree(text: str) -> Tree | None:
    """Return the page's tree, or None when there is neither an element nor a word in it.

    Broken markup is repaired as far as libxml2 knows how; comments are dropped; nothing is fetched.
    """
    parser = html.HTMLParser(
        encoding="utf-8", recover=True, huge_tree=False, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # "Document is empty"
        return None
    cut = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return Tree(root, is_whole=not cut)

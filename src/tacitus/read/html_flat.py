"""The words of a page that no tree can hold (nested deeper than 256): paragraphs between tags, in one linear pass."""

from __future__ import annotations

import re
import string
from html import unescape
from typing import TYPE_CHECKING

from tacitus.model.document import BlockKind
from tacitus.read.html_blocks import BLOCK_TAGS
from tacitus.read.passage import Passage, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_SPACES = re.compile(r"\s+")
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)  # str.lower() would move offsets
#: Elements that are jumped over as a whole.
_SKIPPED = frozenset({"head", "script", "style", "noscript", "template", "svg"})


def flat_passages(text: str) -> Iterator[Passage]:
    """Yield the words between the tags of block elements as paragraphs.

    Examples:
        >>> [p.words for p in flat_passages("<div><div><p>One &amp; <b>two</b><script>x<1</script><p>three")]
        ['One & two', 'three']
    """
    runs: list[Run] = []
    for words, tag in _pieces(text):
        runs.append(Run(_SPACES.sub(" ", unescape(words))))
        if tag in BLOCK_TAGS or tag == "br" or not tag:
            passage = Passage(BlockKind.PARAGRAPH, tuple(runs))
            if passage.words:
                yield passage
            runs = []


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield words and the name of the tag after them, "" at the end; silent elements are jumped over."""
    lower, start = text.translate(_LOWER), 0
    while (opened := lower.find("<", start)) >= 0:
        closed = lower.find(">", opened)
        if closed < 0:
            break
        name = _NAME.match(lower, opened + 1 + (lower[opened + 1 : opened + 2] == "/"))
        tag = name[0] if name else ""
        yield text[start:opened], tag or "!"
        start = closed + 1
        if tag in _SKIPPED and lower[opened + 1] != "/":
            start = lower.find(f"</{tag}", start)
            if start < 0:
                return
    yield text[start:], ""

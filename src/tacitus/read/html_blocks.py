"""Every block of words on an HTML page, in the order of the page, whether main content or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from tacitus.model.document import BlockKind
from tacitus.read.addresses import absolute
from tacitus.read.passage import Passage, Run
from tacitus.read.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ELEMENTS = {tag: (display, kind) for tag, display, kind in rows("elements.tsv")}
#: Elements that begin and end a block.
BLOCK_TAGS = frozenset(tag for tag, (display, _) in _ELEMENTS.items() if display in {"block", "apart"})
_SILENT = frozenset(tag for tag, (display, _) in _ELEMENTS.items() if display == "silent")
_ELSEWHERE = frozenset(tag for tag, (display, _) in _ELEMENTS.items() if display == "apart") | {"a"}
_KINDS = {tag: BlockKind(kind) for tag, (_, kind) in _ELEMENTS.items() if kind != "-"}
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:-text)?(?:$|\s)", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block of the page that may be main content.

    Attributes:
        passage: Kind and words with their links.
        text: The words as they will be stored.
        element: The block element whose words these are.
        is_stamp: Whether all words stand in `time` elements.
    """

    passage: Passage
    text: str
    element: HtmlElement
    is_stamp: bool = False


def candidates(tree: HtmlElement, base: str | None = None) -> Iterator[Candidate]:
    """Yield the page's blocks in order.

    Args:
        tree: The whole page; it is not changed, and it is walked without recursion.
        base: The page's own address, against which links are made absolute; relative links are left out without it.
    """
    walk = _Walk(base)
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        silent = _is_silent(element)
        if event == "start" and silent:
            events.skip_subtree()
        elif event == "start":
            yield from walk.open(element)
        elif silent:
            walk.add(element.tail)
        else:
            yield from walk.close(element)


def is_elsewhere(element: HtmlElement) -> bool:
    """Tell whether an element stands in a part that belongs to other stories or to the whole site."""
    return any(part.tag in _ELSEWHERE for part in (element, *element.iterancestors()))


@dataclass(slots=True)
class _Walk:
    """The block that is being gathered, and where on the page we are."""

    base: str | None
    kinds: list[BlockKind] = field(default_factory=lambda: [BlockKind.PARAGRAPH])
    urls: list[str | None] = field(default_factory=lambda: [None])
    times: int = 0
    runs: list[Run] = field(default_factory=list)
    timed: list[bool] = field(default_factory=list)

    def open(self, element: HtmlElement) -> Iterator[Candidate]:
        """Meet the start of an element."""
        tag = element.tag
        if tag == "br":
            yield from self._break_line(_outer(element))
        elif tag in BLOCK_TAGS:
            yield from self._flush(_outer(element))
            self.kinds.append(_kind(element, self.kinds[-1]))
        elif tag == "a":
            self.urls.append(absolute(element.get("href", ""), self.base))
        self.times += tag == "time"
        self.add(element.text)

    def close(self, element: HtmlElement) -> Iterator[Candidate]:
        """Meet the end of an element, and the words after it."""
        tag = element.tag
        if tag in BLOCK_TAGS:
            yield from self._flush(element)
            self.kinds.pop()
        elif tag == "a":
            self.urls.pop()
        self.times -= tag == "time"
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        """Gather words; line ends of the source are spaces."""
        if text:
            self.runs.append(Run(_SPACES.sub(" ", text), self.urls[-1]))
            if not text.isspace():
                self.timed.append(self.times > 0)

    def _flush(self, element: HtmlElement) -> Iterator[Candidate]:
        """Give the gathered block, if it has words, and begin a new one."""
        passage = Passage(self.kinds[-1], tuple(self.runs))
        if self.timed and (text := passage.words):
            yield Candidate(passage, text, element, is_stamp=all(self.timed))
        self.runs, self.timed = [], []

    def _break_line(self, element: HtmlElement) -> Iterator[Candidate]:
        """Gather a line break; a second one in a row ends the block."""
        last = next((run.text for run in reversed(self.runs) if run.text != " "), "")
        if last == "\n":
            yield from self._flush(element)
        else:
            self.runs.append(Run("\n"))


def _kind(element: HtmlElement, outer: BlockKind) -> BlockKind:
    """Return what the words inside an element are; a cell of a layout table is none."""
    tag = str(element.tag)
    if tag in {"td", "th"} and any(child.tag in BLOCK_TAGS for child in element):
        return BlockKind.PARAGRAPH
    if tag in _KINDS:
        return _KINDS[tag]
    if tag != "figure" and _CAPTION_CLASS.search(element.get("class", "")):
        return BlockKind.CAPTION
    return BlockKind.PARAGRAPH if tag == "p" and outer is BlockKind.HEADING else outer  # a heading left open


def _outer(element: HtmlElement) -> HtmlElement:
    """Return the element around an element; of the root itself."""
    parent = element.getparent()
    return element if parent is None else parent


def _is_silent(element: HtmlElement) -> bool:
    """Tell whether the element shows no words of the story."""
    style = element.get("style", "").replace(" ", "").lower()
    return element.tag in _SILENT or "hidden" in element.attrib or "display:none" in style

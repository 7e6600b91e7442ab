"""What trafilatura is known to lose, put back: headline, captions, headings and time stamps of posts, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.model.document import BlockKind
from tacitus.read.html_blocks import is_elsewhere
from tacitus.read.html_select import words
from tacitus.read.passage import Passage
from tacitus.read.tables import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.read.html_blocks import Candidate

#: A lead picture's caption stands at most so many blocks before the text, and a correction so many behind it.
_NEAR = 12


def restored(blocks: Sequence[Candidate], kept: Sequence[bool], title: str | None) -> list[Passage]:
    """Return the passages of the kept blocks and of those that belong to them, in the order of the page.

    Args:
        blocks: All blocks of the page.
        kept: Which of them are main content.
        title: The headline; the first heading before the text that says the same is kept as `TITLE`.
    """
    page = _Page(blocks, list(kept))
    page.keep_captions()
    page.keep_posts()
    page.keep_corrections()
    headline = page.headline(title)
    return [
        Passage(BlockKind.TITLE, block.passage.runs) if index == headline else block.passage
        for index, block in enumerate(blocks)
        if page.kept[index] or index == headline
    ]


class _Page:
    """The blocks of a page, and which are kept so far."""

    def __init__(self, blocks: Sequence[Candidate], kept: list[bool]) -> None:
        """Begin with the blocks that are main content."""
        self.blocks = blocks
        self.kept = kept
        places = [index for index, keep in enumerate(kept) if keep]
        self.first, self.last = (places[0], places[-1]) if places else (0, -1)

    def headline(self, title: str | None) -> int | None:
        """Return the first heading, not after the first main block, whose words open the title; or None."""
        sought = [word.casefold() for word in words(title or "")]
        for index in range(min(self.first + 1, len(self.blocks))):
            passage = self.blocks[index].passage
            found = [word.casefold() for word in words(self.blocks[index].text)]
            if passage.kind is BlockKind.HEADING and found and sought[: len(found)] == found:
                return index
        return None

    def keep_captions(self) -> None:
        """Keep captions between main blocks, and those shortly before them in the same part of the page."""
        for index in range(max(0, self.first - _NEAR), self.last):
            block = self.blocks[index]
            if block.passage.kind is BlockKind.CAPTION and not self.kept[index]:
                inside = index > self.first or self._share_part(index, self.first)
                self.kept[index] = inside and not is_elsewhere(block.element)

    def keep_posts(self) -> None:
        """Keep headings of sections and, where posts have time stamps, the stamps and all headings of posts."""
        opening = [
            index
            for index in range(max(0, self.first - _NEAR), self.last)
            if not self.kept[index] and self._opens_part(index)
        ]
        has_posts = sum(self.blocks[index].is_stamp for index in opening) > 1  # a single one is the by-line's
        for index in opening:
            self.kept[index] = has_posts or (index > self.first and not self.blocks[index].is_stamp)

    def keep_corrections(self) -> None:
        """Keep notes by which the outlet corrects itself, near the text and in the same part of the page."""
        starts = tuple(start for (start,) in rows("note_starts.tsv"))
        for index in range(max(0, self.first - _NEAR), min(len(self.blocks), self.last + 1 + _NEAR)):
            near = min(max(index, self.first), self.last)
            if self.blocks[index].text.casefold().startswith(starts) and self._share_part(index, near):
                self.kept[index] = True

    def _opens_part(self, index: int) -> bool:
        """Tell whether a heading or time stamp stands at the head of a part that holds the next main block."""
        if not self._is_head(index):
            return False
        after = next((i for i in range(index + 1, self.last + 1) if not self._is_head(i)), self.last)
        part = self.blocks[index].element.getparent()
        if part is not None and part.tag in {"header", "hgroup"}:
            part = part.getparent()
        return self.kept[after] and part in set(self.blocks[after].element.iterancestors())

    def _is_head(self, index: int) -> bool:
        """Tell whether a block is a heading or a time stamp."""
        return self.blocks[index].is_stamp or self.blocks[index].passage.kind is BlockKind.HEADING

    def _share_part(self, one: int, other: int) -> bool:
        """Tell whether two blocks stand in one element below `body`."""
        parts = {e for e in self.blocks[one].element.iterancestors() if e.tag not in {"html", "body"}}
        return any(e in parts for e in self.blocks[other].element.iterancestors())

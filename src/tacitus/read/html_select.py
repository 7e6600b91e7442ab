"""Which blocks of a page are its main content.

Trafilatura decides; its words are found again in our blocks, so that offsets never depend on its output.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from tacitus.model.document import BlockKind
from tacitus.read.html_blocks import is_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from tacitus.read.html_blocks import Candidate

#: Words, and single characters of scripts that are written without spaces.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w+")
#: Words to a shingle: two different sentences hardly share five words in a row.
_SHINGLE = 5
#: A block with at least this share of its shingles in the main text is main content (a part of it may be lost).
_SHARE = 0.5


def main_blocks(blocks: Sequence[Candidate], main: str) -> list[bool]:
    """Tell for each block whether it is main content.

    A block that is a line of `main` word for word is, as often as the line stands there; of several equal blocks the
    ones nearest to other main content are. Then every block is, half of whose words stand in what is left of `main`.

    Args:
        blocks: All blocks of the page.
        main: Trafilatura's text, one line per block or table row.
    """
    units = _units(blocks)
    found = _Search(units, main)
    found.take_certain()
    found.take_nearest()
    found.take_parts()
    return [kept for (size, _), kept in zip(units, found.kept, strict=True) for _ in range(size)]


def plain_blocks(blocks: Sequence[Candidate]) -> list[bool]:
    """Tell for each block whether it stands outside menus, forms and footers; for pages without a main text."""
    return [not is_elsewhere(block.element) for block in blocks]


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, by which blocks are compared."""
    return tuple(_WORD.findall(text))


def _units(blocks: Sequence[Candidate]) -> list[tuple[int, tuple[str, ...]]]:
    """Return how many blocks are compared as one, and their words: all cells of a row are one unit."""
    out: list[tuple[int, tuple[str, ...]]] = []
    for _, group in groupby(enumerate(blocks), key=lambda pair: _row(*pair)):
        members = [words(block.text) for _, block in group]
        out.append((len(members), tuple(word for member in members for word in member)))
    return out


def _row(index: int, block: Candidate) -> HtmlElement | int:
    """Return the table row of a cell, or the block's own number."""
    row = block.element.getparent()
    return row if block.passage.kind is BlockKind.CELL and row is not None else index


def _shingles(found: Sequence[str]) -> list[int]:
    """Return hashes of all runs of `_SHINGLE` words."""
    return [hash(tuple(found[i : i + _SHINGLE])) for i in range(len(found) - _SHINGLE + 1)]


class _Search:
    """Units of the page, which of them are found, and what of the main text is not yet found."""

    def __init__(self, units: Sequence[tuple[int, tuple[str, ...]]], main: str) -> None:
        """Begin with nothing found."""
        lines = [found for line in main.splitlines() if (found := words(line))]
        self.units = [found for _, found in units]
        self.kept = [False] * len(units)
        self.lines = Counter(lines)
        self.shingles = Counter(_shingles([word for line in lines for word in line]))

    def _take(self, index: int) -> None:
        self.kept[index] = True
        self.lines[self.units[index]] -= 1
        self.shingles.subtract(_shingles(self.units[index]))

    def take_certain(self) -> None:
        """Take the units that stand on the page no more often than in the main text."""
        often = Counter(self.units)
        for index, unit in enumerate(self.units):
            if 0 < often[unit] <= self.lines[unit]:
                self._take(index)
                often[unit] -= 1

    def take_nearest(self) -> None:
        """Take units that stand on the page more often, the nearest to found ones first."""
        near = _distances(self.kept)
        for index in sorted(range(len(self.units)), key=near.__getitem__):
            if not self.kept[index] and self.units[index] and self.lines[self.units[index]] > 0:
                self._take(index)

    def take_parts(self) -> None:
        """Take units whose words stand in what is left, in order of the page."""
        for index, unit in enumerate(self.units):
            shingles = _shingles(unit)
            if not self.kept[index] and shingles and self._share(shingles) >= _SHARE:
                self._take(index)

    def _share(self, shingles: Iterable[int]) -> float:
        hits = [self.shingles[shingle] > 0 for shingle in shingles]
        return sum(hits) / len(hits)


def _distances(kept: Sequence[bool]) -> list[int]:
    """Return for each place how far the nearest true one is."""
    out = [len(kept)] * len(kept)
    for order in (range(len(kept)), range(len(kept) - 1, -1, -1)):
        last = len(kept)
        for index in order:
            last = 0 if kept[index] else last + 1
            out[index] = min(out[index], last)
    return out

"""Sentences put together from pieces, each with its tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLASS_RELATION = {"DET": "det", "ADJ": "amod", "NUM": "nummod", "ADP": "case"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row with the tree over them.

    Attributes:
        words: `(word, upos, xpos)`.
        heads: Index of each word's head within the piece; -1 for its root.
        relations: Relation to the head; that of the root is set when the piece is attached.
    """

    words: tuple[tuple[str, str, str], ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    @property
    def root(self) -> int:
        """Index of the root."""
        return self.heads.index(-1)


Part = tuple[Piece, int, str]
"""A piece, the number of the part that it hangs on (-1: the root of all), and its relation."""


def phrase(text: str) -> Piece:
    """Return a phrase whose last word is its head; the others hang on it by their class."""
    words = tuple(_word(item) for item in text.split())
    last = len(words) - 1
    relations = tuple("nmod:poss" if tag == "PRP$" else _CLASS_RELATION.get(upos, "compound") for _, upos, tag in words)
    return Piece(words, tuple(-1 if i == last else last for i in range(len(words))), relations)


def _word(item: str) -> tuple[str, str, str]:
    text, upos, tag = item.rsplit("/", 2)
    return text, upos, tag


def join(parts: Sequence[Part]) -> Piece:
    """Return the parts in a row as one piece."""
    starts = [sum(len(piece.words) for piece, *_ in parts[:n]) for n in range(len(parts))]
    roots = [start + piece.root for start, (piece, *_) in zip(starts, parts, strict=True)]
    words: list[tuple[str, str, str]] = []
    heads: list[int] = []
    relations: list[str] = []
    for start, (piece, to, relation) in zip(starts, parts, strict=True):
        words.extend(piece.words)
        heads.extend(start + head if head >= 0 else roots[to] if to >= 0 else -1 for head in piece.heads)
        relations.extend(r if head >= 0 else relation for r, head in zip(piece.relations, piece.heads, strict=True))
    return Piece(tuple(words), tuple(heads), tuple(relations))

"""A training sentence: words and, for each head that its corpus teaches, one label a word."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pairs:
    """What a corpus says about pairs of words, for one pair head.

    Attributes:
        rows: Indices of the first words whose pairs are all known: those that are not listed have no label.
        labelled: `(first, second, label)`; a label None says that nothing is known of that pair.
    """

    rows: tuple[int, ...]
    labelled: tuple[tuple[int, int, str | None], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its labels.

    Attributes:
        words: The tokens.
        tags: Head name to one label a word; None where the corpus does not say.
        heads: 1-based index of each word's head, 0 for the root; empty when the corpus has no trees.
        relations: Relation of each word to its head; empty as `heads`.
        source: Corpus it comes from.
        pairs: Pair head name to what the corpus says of pairs; absent heads are not taught.
    """

    words: tuple[str, ...]
    source: str
    tags: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    pairs: dict[str, Pairs] = field(default_factory=dict)


def write(path: Path, examples: Iterable[Example]) -> int:
    """Write examples as gzipped JSON lines; return how many."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for example in examples:
            record = {
                "words": example.words,
                "source": example.source,
                "tags": example.tags,
                "heads": example.heads,
                "relations": example.relations,
                "pairs": {name: (pairs.rows, pairs.labelled) for name, pairs in example.pairs.items()},
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count


def read(path: Path) -> Iterator[Example]:
    """Yield the examples that `write` stored."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield Example(
                tuple(record["words"]),
                record["source"],
                {name: tuple(labels) for name, labels in record["tags"].items()},
                tuple(record["heads"]),
                tuple(record["relations"]),
                {
                    name: Pairs(tuple(rows), tuple((a, b, c) for a, b, c in labelled))
                    for name, (rows, labelled) in record["pairs"].items()
                },
            )


def blocks(path: Path) -> Iterator[list[str]]:
    """Yield the blank-line separated blocks of a gzipped file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            if block.strip():
                yield block.splitlines()

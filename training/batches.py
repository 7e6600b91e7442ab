"""Batches of about equal work, with a little noise in writing so that headlines, capitals and curly quotes hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch

from tacitus.language.shape import MARK, word_shape
from training.example import Pairs
from training.heads import taught, taught_pairs

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from tacitus.language.wordpiece import WordPiece
    from training.example import Example
    from training.heads import PairHead, TagHead
    from training.model import Labels

MAX_PIECES = 128
PIECES_IN_BATCH = 1024
IGNORED = -100
"""Target that the loss leaves out (torch's `ignore_index`); in a head of numbers too, whose values are small."""

_CURLY = {
    "'": "’",
    '"': "”",
    "``": "“",
    "''": "”",
    "--": "—",
    "-": "–",
    "n't": "n’t",
    "'s": "’s",
    "'re": "’re",
    "'ve": "’ve",
}


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some sentences; shapes as `Model.forward` says.

    Targets are [sentence, word] with the root at 0, those of pairs [sentence, first word, second word].
    """

    inputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]
    tags: dict[str, torch.Tensor]
    pairs: dict[str, torch.Tensor]
    heads: torch.Tensor
    relations: torch.Tensor

    @property
    def words(self) -> torch.Tensor:
        """True where a word or the root stands, [sentence, word]."""
        real = self.inputs[3] > 0
        real[:, 0] = True
        return real


def epoch(examples: Sequence[Example], chooser: random.Random) -> Iterator[list[Example]]:
    """Yield all examples once: in batches of like length, batches in random order."""
    keyed = sorted(examples, key=lambda one: len(one.words) + chooser.random() * 6)
    groups: list[list[Example]] = [[]]
    for one in keyed:
        if groups[-1] and (len(groups[-1]) + 1) * (len(one.words) * 5 // 4 + 3) > PIECES_IN_BATCH:
            groups.append([])
        groups[-1].append(one)
    chooser.shuffle(groups)
    yield from groups


def vary(example: Example, chooser: random.Random) -> Example:
    """Return the example, now and then in lower case, CAPITALS, Title Case, with curly marks, or without its stop."""
    words = list(example.words)
    draw = chooser.random()
    if draw < 0.025:
        words = [word.lower() for word in words]
    elif draw < 0.05:
        words = [word.upper() for word in words]
    elif draw < 0.065:
        words = [word[:1].upper() + word[1:] for word in words]
    if chooser.random() < 0.3:
        words = [_CURLY.get(word, word) for word in words]
        if words[0] == "”":
            words[0] = "“"
    varied = replace(example, words=tuple(words))
    return _without_stop(varied) if chooser.random() < 0.06 else varied


def _without_stop(example: Example) -> Example:
    """Return the example without a final full stop, as headlines are."""
    last = len(example.words)
    if last < 2 or example.words[-1] != "." or last in example.heads:
        return example
    return replace(
        example,
        words=example.words[:-1],
        tags={name: labels[:-1] for name, labels in example.tags.items()},
        heads=example.heads[:-1],
        relations=example.relations[:-1],
        pairs={name: _before(pairs, last - 1) for name, pairs in example.pairs.items()},
    )


def _before(pairs: Pairs, end: int) -> Pairs:
    """Return what is known of the pairs of the words before index `end`."""
    inside = tuple(one for one in pairs.labelled if one[0] < end and one[1] < end)
    return Pairs(tuple(row for row in pairs.rows if row < end), inside)


@dataclass(frozen=True, slots=True)
class Collator:
    """Turns examples into tensors."""

    pieces: WordPiece
    labels: Labels

    def batch(self, examples: Sequence[Example]) -> Batch:
        """Return one batch; words beyond `MAX_PIECES` pieces are cut off, and arcs that reach there left unlabelled."""
        rows = [self._pieces(one) for one in examples]
        length = max(len(row[0]) for row in rows)
        width = max(len(row[2]) for row in rows)
        size = len(rows)
        ids, shapes, mask = (torch.zeros(size, length, dtype=torch.long) for _ in range(3))
        firsts = torch.zeros(size, width, dtype=torch.long)
        for i, (numbers, forms, first) in enumerate(rows):
            ids[i, : len(numbers)] = torch.tensor(numbers)
            shapes[i, : len(numbers)] = torch.tensor(forms)
            mask[i, : len(numbers)] = 1
            firsts[i, : len(first)] = torch.tensor(first)
        tags = {head.name: self._tags(examples, head, rows, width) for head in taught(self.labels)}
        pairs = {head.name: self._pairs(examples, head, rows, width) for head in taught_pairs(self.labels)}
        heads, relations = self._trees(examples, rows, width)
        return Batch((ids, shapes, mask, firsts), tags, pairs, heads, relations)

    def _pieces(self, example: Example) -> tuple[list[int], list[int], list[int]]:
        ids, shapes, firsts = [self.pieces.start], [MARK], [0]
        for word in example.words:
            found = self.pieces.pieces(word)
            if len(ids) + len(found) >= MAX_PIECES:
                break
            firsts.append(len(ids))
            ids.extend(found)
            shapes.extend([word_shape(word)] * len(found))
        return [*ids, self.pieces.stop], [*shapes, MARK], firsts

    def _tags(
        self,
        examples: Sequence[Example],
        head: TagHead,
        rows: Sequence[tuple[list[int], list[int], list[int]]],
        width: int,
    ) -> torch.Tensor:
        index = {label: i for i, label in enumerate(self.labels[head.name])}
        kind = torch.float if head.is_number else torch.long
        target = torch.full((len(examples), width), IGNORED, dtype=kind)
        for i, (one, row) in enumerate(zip(examples, rows, strict=True)):
            for j, label in enumerate(one.tags.get(head.name, ())[: len(row[2]) - 1]):
                if label is not None:
                    target[i, j + 1] = float(label) if head.is_number else index.get(label, IGNORED)
        return target

    def _pairs(
        self,
        examples: Sequence[Example],
        head: PairHead,
        rows: Sequence[tuple[list[int], list[int], list[int]]],
        width: int,
    ) -> torch.Tensor:
        index = {label: i for i, label in enumerate(self.labels[head.name])}
        target = torch.full((len(examples), width, width), IGNORED, dtype=torch.long)
        for i, (one, row) in enumerate(zip(examples, rows, strict=True)):
            count = len(row[2]) - 1
            known = _before(one.pairs.get(head.name, Pairs((), ())), count)
            for first in known.rows:
                target[i, first + 1, 1 : count + 1] = 0
            for first, second, label in known.labelled:
                target[i, first + 1, second + 1] = IGNORED if label is None else index[label]
        return target

    def _trees(
        self, examples: Sequence[Example], rows: Sequence[tuple[list[int], list[int], list[int]]], width: int
    ) -> tuple[torch.Tensor, torch.Tensor]:
        index = {label: i for i, label in enumerate(self.labels["relations"])}
        heads = torch.full((len(examples), width), IGNORED, dtype=torch.long)
        relations = heads.clone()
        for i, (one, row) in enumerate(zip(examples, rows, strict=True)):
            known = len(row[2])
            for j, (head, relation) in enumerate(zip(one.heads[: known - 1], one.relations, strict=False)):
                if head < known:
                    heads[i, j + 1] = head
                    relations[i, j + 1] = index.get(relation, IGNORED)
        return heads, relations

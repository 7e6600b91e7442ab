"""From the network's scores to tags and a tree, for one window of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tacitus.language.tree import best_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from tacitus.language.encoder import WindowScores

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Parse:
    """Tags and tree of one window; all tuples have one entry a word.

    Attributes:
        upos: Universal part of speech.
        xpos: Penn Treebank tag.
        heads: Index of the head in the window, -1 for the root.
        relations: Relation to the head; `root` for the root alone.
        scores: Logits of the tag heads, for those that mark stretches.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    scores: Mapping[str, NDArray[np.float64]]


def parse_window(scores: WindowScores, labels: Mapping[str, Sequence[str]]) -> Parse:
    """Return the best tags and the best tree."""
    heads = best_tree(scores.arcs)
    relations = scores.relations(heads)
    is_root = np.array([label == "root" for label in labels["relations"]])
    root = np.array([head < 0 for head in heads])
    relations = np.where(root[:, None] == is_root[None, :], relations, _NEVER)
    return Parse(
        upos=_best(scores.tags["upos"], labels["upos"]),
        xpos=_best(scores.tags["xpos"], labels["xpos"]),
        heads=heads,
        relations=_best(relations, labels["relations"]),
        scores=scores.tags,
    )


def _best(scores: NDArray[np.float64], labels: Sequence[str]) -> tuple[str, ...]:
    """Return the label of the highest score of each row."""
    return tuple(labels[i] for i in scores.argmax(axis=1))

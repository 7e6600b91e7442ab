"""Trees from arc scores: the best tree with exactly one root (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

_NEVER = -1e30
_ONE_ROOT = 1e6
"""Taken off every root arc, so that the best tree uses as few as a tree must: one."""


def best_tree(scores: Scores) -> tuple[int, ...]:
    """Return the head of each word in the highest scoring tree with exactly one root.

    Args:
        scores: Score of each arc, [word, head]; column 0 is the root, column i + 1 is word i. Finite.

    Returns:
        For each word the index of its head; -1 for the one root word.

    Examples:
        >>> best_tree(np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]]))
        (1, -1)
    """
    words = scores.shape[0]
    full = np.full((words + 1, words + 1), _NEVER)
    full[1:, :] = scores
    np.fill_diagonal(full, _NEVER)
    heads = _maximum(full)
    if (heads[1:] == 0).sum() > 1:  # rare, and dearer: nearly every word is contracted
        full[1:, 0] -= _ONE_ROOT
        heads = _maximum(full)
    return tuple((heads[1:] - 1).tolist())


def _maximum(scores: Scores) -> NDArray[np.int64]:
    """Return the heads of the maximum spanning tree from node 0; cycles are contracted one at a time.

    At most one contraction a word, each quadratic in the words left: cubic in the worst case.
    """
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    rows, columns = cycle[:, None], outside[:, None]
    entering = scores[rows, outside] - kept[:, None]
    leaving = scores[columns, cycle]
    small = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    small[:-1, :-1] = scores[columns, outside]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    return _expand(_maximum(small), (heads, cycle, outside), entering, leaving)


def _expand(
    small: NDArray[np.int64],
    parts: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]],
    entering: Scores,
    leaving: Scores,
) -> NDArray[np.int64]:
    """Return the heads of the full graph from those of the graph whose last node stands for a cycle."""
    heads, cycle, outside = parts
    found = heads.copy()
    node = len(outside)
    inner, through = small[:-1], small[:-1] == node
    found[outside] = outside[np.where(through, 0, inner)]
    found[outside[through]] = cycle[leaving[through].argmax(axis=1)]
    found[0] = 0
    column = small[-1]
    found[cycle[entering[:, column].argmax()]] = outside[column]
    return found


def _cycle(heads: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the nodes of one cycle in `heads`, or None; node 0 is the root and has no head."""
    above: list[int] = heads.tolist()
    state = [0] * len(above)
    state[0] = -1
    for start in range(1, len(above)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = above[node]
        if state[node] == start:
            return _round(above, node)
        node = start
        while state[node] == start:
            state[node] = -1
            node = above[node]
    return None


def _round(above: list[int], node: int) -> NDArray[np.int64]:
    """Return the nodes met on the way from `node` back to itself."""
    met = [node]
    while above[met[-1]] != node:
        met.append(above[met[-1]])
    return np.array(met)

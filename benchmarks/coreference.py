"""Scores of clusterings against a gold clustering: B-cubed, MUC, entity CEAF and their mean, the CoNLL score.

A clustering is a mapping of item to cluster. Only the items of gold count: one that is missing in the clustering
found stands alone there, and one that gold does not have is left out. Every score is precision, recall, F1 in [0, 1].
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

Scores = tuple[float, float, float]
"""Precision, recall and F1."""
Clusters = list[frozenset[str]]
"""Items by cluster; no item in two."""


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Scores:
    """Return the mean over items of how pure and how whole each one's cluster is (Bagga and Baldwin 1998)."""
    keys, answers = _partitions(gold, found)
    if not gold:
        return _scores(0.0, 0.0)
    shared = _shared(keys, answers)
    precision = sum(n * n / len(answers[b]) for (_, b), n in shared.items())
    recall = sum(n * n / len(keys[a]) for (a, _), n in shared.items())
    return _scores(precision / len(gold), recall / len(gold))


def muc(gold: Mapping[str, str], found: Mapping[str, str]) -> Scores:
    """Return the share of links between items that are right (Vilain and others 1995); singletons have none.

    Where a side has no links at all its ratio is 0, as the reference scorer of CoNLL counts it.
    """
    keys, answers = _partitions(gold, found)
    shared = _shared(keys, answers)
    links = len(gold) - len(shared)  # a key cut into p parts keeps |K| - p links: summed, items less pairs that meet
    return _scores(_ratio(links, len(gold) - len(answers)), _ratio(links, len(gold) - len(keys)))


def ceaf_e(gold: Mapping[str, str], found: Mapping[str, str]) -> Scores:
    """Return how like the clusters are when each has one partner at most, as well as can be (Luo 2005, phi 4)."""
    keys, answers = _partitions(gold, found)
    total = 0.0
    for rows, columns, cells in _components(_shared(keys, answers)):
        weights = np.zeros((len(rows), len(columns)))
        for (a, b), n in cells.items():
            weights[rows[a], columns[b]] = 2 * n / (len(keys[a]) + len(answers[b]))
        total += best_total(weights)
    return _scores(_ratio(total, len(answers)), _ratio(total, len(keys)))


def conll(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the mean of the F1 of MUC, B-cubed and entity CEAF (Pradhan and others 2014)."""
    return (muc(gold, found)[2] + b_cubed(gold, found)[2] + ceaf_e(gold, found)[2]) / 3


def best_total(weights: NDArray[np.float64]) -> float:
    """Return the largest sum of cells of which no two share a row or a column; exact.

    The Hungarian method by shortest augmenting paths (Jonker and Volgenant 1987); cubic in the shorter side.

    Examples:
        >>> float(best_total(np.array([[3.0, 2.0], [2.0, 0.0]])))
        4.0
    """
    costs = -(weights if weights.shape[0] <= weights.shape[1] else weights.T)
    height, width = costs.shape
    of_row, of_column = np.zeros(height), np.zeros(width)
    holder = np.full(width, -1)  # the row that holds each column
    for row in range(height):
        _augment(costs, row, holder, (of_row, of_column))
    held = np.flatnonzero(holder >= 0)
    return float(-costs[holder[held], held].sum())


def _augment(
    costs: NDArray[np.float64],
    row: int,
    holder: NDArray[np.int_],
    potentials: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> None:
    """Give a row its column by the cheapest chain of exchanges; changes `holder` and `potentials`."""
    of_row, of_column = potentials
    width = costs.shape[1]
    nearest, before = np.full(width, np.inf), np.full(width, -1)
    done = np.zeros(width, dtype=bool)
    column, current, reached = -1, row, 0.0
    while current >= 0:
        reach = reached + costs[current] - of_row[current] - of_column
        better = ~done & (reach < nearest)
        nearest[better], before[better] = reach[better], column
        column = int(np.where(done, np.inf, nearest).argmin())
        reached = float(nearest[column])
        done[column] = True
        current = int(holder[column])
    passed = np.flatnonzero(done & (holder >= 0))
    of_row[row] += reached
    of_row[holder[passed]] += reached - nearest[passed]
    of_column[done] -= reached - nearest[done]
    while column >= 0:
        earlier = int(before[column])
        holder[column] = holder[earlier] if earlier >= 0 else row
        column = earlier


def _partitions(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[Clusters, Clusters]:
    """Return the clusters of gold and those found, both over the items of gold."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    answers: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    for item, cluster in gold.items():
        keys[cluster].add(item)
        answers[(found.get(item, item), item in found)].add(item)
    return [frozenset(c) for c in keys.values()], [frozenset(c) for c in answers.values()]


def _shared(keys: Clusters, answers: Clusters) -> Counter[tuple[int, int]]:
    """Return how many items each two clusters share that share any, by their numbers."""
    where = {item: number for number, cluster in enumerate(answers) for item in cluster}
    return Counter((number, where[item]) for number, cluster in enumerate(keys) for item in cluster)


def _components(
    shared: Mapping[tuple[int, int], int],
) -> list[tuple[dict[int, int], dict[int, int], dict[tuple[int, int], int]]]:
    """Return the parts of the two clusterings that share nothing with each other: rows, columns and cells of each."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while (up := root.setdefault(node, node)) != node:
            root[node] = node = root.setdefault(up, up)
        return node

    for a, b in shared:
        root[find(("key", a))] = find(("answer", b))
    parts: defaultdict[tuple[str, int], dict[tuple[int, int], int]] = defaultdict(dict)
    for (a, b), n in shared.items():
        parts[find(("key", a))][(a, b)] = n
    return [(_numbered(a for a, _ in cells), _numbered(b for _, b in cells), cells) for cells in parts.values()]


def _numbered(ids: Iterable[int]) -> dict[int, int]:
    return {identity: number for number, identity in enumerate(dict.fromkeys(ids))}


def _ratio(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def _scores(precision: float, recall: float) -> Scores:
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, mean

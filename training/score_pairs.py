"""Counts of labelled pairs of words, gold, predicted and common, for `training.score`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.language.analysis import Linked
    from training.example import Pairs

BAR = 0.5
"""Least probability of a predicted label."""


class PairCounts:
    """Labelled pairs by label; pairs of which nothing is known do not count."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.common: Counter[str] = Counter()

    def add(self, known: Pairs, predicted: Iterable[Linked]) -> None:
        """Count one sentence: of the predicted labels those of words whose pairs are all known."""
        gold = {(first, second): label for first, second, label in known.labelled}
        mine = {(one.first, one.second): one.label for one in predicted if one.score >= BAR}
        mine = {pair: label for pair, label in mine.items() if pair[0] in known.rows and gold.get(pair, "") is not None}
        wanted = {pair: label for pair, label in gold.items() if label is not None and pair[0] in known.rows}
        self.gold.update(wanted.values())
        self.found.update(mine.values())
        self.common.update(label for pair, label in mine.items() if wanted.get(pair) == label)

    def report(self, head: str) -> None:
        """Print precision, recall and F1, in all and by label."""
        total, found, both = (sum(counts.values()) for counts in (self.gold, self.found, self.common))
        if not total:
            return
        kinds = "  ".join(
            f"{k} {2 * self.common[k] / (self.gold[k] + self.found[k]):.3f} ({n})" for k, n in self.gold.most_common()
        )
        print(
            f"  {head}: P {both / max(1, found):.4f} R {both / total:.4f} F1 {2 * both / (found + total):.4f}  {kinds}"
        )

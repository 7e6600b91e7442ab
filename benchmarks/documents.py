"""Documents grouped by their words, as baselines do it: TF-IDF, cosine, average linkage."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_]{3,}")


def cosines(texts: Mapping[str, str]) -> NDArray[np.float64]:
    """Return how like texts are, each to each, in their order: cosine of log counts weighted by rarity, [0, 1]."""
    counts = [Counter(_WORD.findall(text.lower())) for text in texts.values()]
    spread = Counter(word for count in counts for word in count)
    columns = {word: number for number, word in enumerate(spread)}
    table = np.zeros((len(counts), len(columns)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            table[row, columns[word]] = (1 + np.log(times)) * np.log(len(counts) / spread[word])
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths > 0, lengths, 1)
    found: NDArray[np.float64] = table @ table.T
    return found


def grouped_documents(texts: Mapping[str, str], least: float) -> dict[str, str]:
    """Return each text's group, named after its first text: groups are joined while any two are as like as `least`.

    Args:
        texts: Id to text.
        least: Mean cosine of the texts of two groups, [0, 1], below which they stay apart.

    Examples:
        >>> texts = {"a": "shells hit Zenda", "b": "shells fell on Zenda", "c": "a vote in Oruk", "d": "Oruk: a vote"}
        >>> grouped_documents(texts, 0.2)
        {'a': 'a', 'b': 'a', 'c': 'c', 'd': 'c'}
    """
    names = list(texts)
    likeness, sizes = cosines(texts), np.ones(len(names))
    np.fill_diagonal(likeness, -1.0)
    group = np.arange(len(names))
    while len(names) > 1:
        one, other = sorted(divmod(int(likeness.argmax()), len(names)))
        if likeness[one, other] < least:
            break
        joined = (sizes[one] * likeness[one] + sizes[other] * likeness[other]) / (sizes[one] + sizes[other])
        likeness[one, :] = likeness[:, one] = joined
        likeness[other, :] = likeness[:, other] = -1.0
        likeness[one, one] = -1.0
        sizes[one] += sizes[other]
        group[group == other] = one
    return {name: names[int(number)] for name, number in zip(names, group, strict=True)}

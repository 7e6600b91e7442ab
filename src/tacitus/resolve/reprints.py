"""Reprints: texts of which one holds most of the other, word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: Words in a row that are compared: shorter runs are phrases of the trade, longer ones break at each small edit.
RUN = 4
#: Least share of the runs of the shorter text that the longer one has too. Two reports of one statement share less.
LEAST = 0.54
#: A text with fewer runs is a headline or a caption: it says nothing of who wrote it.
SHORTEST = 15
#: Bands of hashes, and hashes in each: two texts that share a fifth of all their runs meet in some band nine times in
#: ten (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4.2).
_BANDS, _ROWS = 64, 2
_SEED = 1

_WORD = re.compile(r"\w+")


class Reprint(NamedTuple):
    """Two texts of one origin.

    Attributes:
        one: Id of one document, the smaller of the two.
        other: Id of the other.
        share: Share of the runs of words of the shorter text that the longer one has too, [`LEAST`, 1].
    """

    one: str
    other: str
    share: float


def reprints(texts: Mapping[str, str]) -> tuple[Reprint, ...]:
    """Return the pairs of texts of which one is a reprint of the other, in order of their ids.

    Candidates are found by MinHash (Broder 1997) in bands, so that the work grows with the texts and with the pairs
    that are alike; what decides is the exact share. The same pairs for any order.

    Args:
        texts: Document id → text.
    """
    known = {name: found for name, text in texts.items() if len(found := runs(text)) >= SHORTEST}
    pairs = {pair for names in _bands(known).values() for pair in combinations(sorted(names), 2)}
    compared = (Reprint(one, other, shared(known[one], known[other])) for one, other in sorted(pairs))
    return tuple(pair for pair in compared if pair.share >= LEAST)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that the larger one has too, [0, 1]."""
    return round(len(one & other) / (min(len(one), len(other)) or 1), 3)


def runs(text: str) -> frozenset[str]:
    """Return all runs of `RUN` words of a text, folded.

    Examples:
        >>> sorted(runs("Army sources said on Monday:"))
        ['army sources said on', 'sources said on monday']
    """
    words = _WORD.findall(fold(text))
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _bands(known: Mapping[str, Iterable[str]]) -> Mapping[tuple[int, tuple[int, ...]], Sequence[str]]:
    """Return number and hashes of a band → ids of the texts that have these hashes in it."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # noqa: PLC0415 - compiled, and few commands need it

    out: defaultdict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    for name, words in known.items():
        sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
        sketch.update(sorted(words))
        digest = sketch.digest()
        for band in range(_BANDS):
            out[band, tuple(digest[band * _ROWS : (band + 1) * _ROWS])].append(name)
    return out

"""Stretches from BIO scores: the best legal sequence of labels (an `I-` continues its own type)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from tacitus.language.analysis import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

_NEVER = -1e9


def names(scores: Scores, labels: Sequence[str], kinds: Mapping[str, str]) -> tuple[Name, ...]:
    """Return the stretches of the best legal label sequence, in order.

    Args:
        scores: Logits, [word, label].
        labels: `O`, `B-x` and `I-x`, in the order of the columns.
        kinds: Type `x` to the kind that the result bears; a type that is absent bears its own name.

    Returns:
        Stretches that do not overlap; the score is the mean probability, over its words, of the stretch's type.
    """
    if not len(scores):
        return ()
    logs = scores - scores.max(axis=1, keepdims=True)
    logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
    allowed, opens = _allowed(tuple(labels)), _may_open(tuple(labels))
    path = logs.argmax(axis=1)
    if not (allowed[path[:-1], path[1:]].all() and opens[path[0]]):
        path = _viterbi(logs, allowed, opens)
    return _stretches([labels[i] for i in path.tolist()], np.exp(logs), tuple(labels), kinds)


def _stretches(
    tags: Sequence[str], chances: Scores, labels: tuple[str, ...], kinds: Mapping[str, str]
) -> tuple[Name, ...]:
    """Return the stretches that a legal tag sequence marks."""
    found: list[Name] = []
    start = 0
    while start < len(tags):
        end = start + 1
        if tags[start] != "O":
            kind = tags[start][2:]
            while end < len(tags) and tags[end] == f"I-{kind}":
                end += 1
            score = float(chances[start:end, _columns(labels, kind)].sum(axis=1).mean())
            found.append(Name(start, end, kinds.get(kind, kind), round(min(score, 1.0), 4)))
        start = end
    return tuple(found)


@cache
def _columns(labels: tuple[str, ...], kind: str) -> list[int]:
    """Return the columns of `B-kind` and `I-kind`; not to be changed."""
    return [i for i, label in enumerate(labels) if label[2:] == kind]


@cache
def _allowed(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return [before, after]: whether a label may follow another."""
    return np.array([[not b.startswith("I-") or a[2:] == b[2:] for b in labels] for a in labels])


@cache
def _may_open(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return whether a label may stand first."""
    return np.array([not label.startswith("I-") for label in labels])


def _viterbi(logs: Scores, allowed: NDArray[np.bool_], opens: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the best legal path through [word, label] log probabilities."""
    steps = np.where(allowed, 0.0, _NEVER)
    best = np.where(opens, logs[0], _NEVER)
    back = np.zeros(logs.shape, dtype=np.int64)
    for word in range(1, len(logs)):
        ways = best[:, None] + steps
        back[word] = ways.argmax(axis=0)
        best = ways.max(axis=0) + logs[word]
    path = [int(best.argmax())]
    for word in range(len(logs) - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return np.array(path[::-1])

"""Average linkage: groups whose members are alike on the whole, so that chains of likenesses do not run away."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

#: Likeness of two things, in millionths: sums of whole numbers are the same in any order.
WHOLE = 1_000_000


@dataclass(slots=True)
class _State:
    """Groups by the smallest id of their members, with the sums of the likenesses between them."""

    members: dict[str, set[str]]
    sums: dict[str, dict[str, int]]
    apart: dict[str, set[str]]


def linked(
    start: Iterable[AbstractSet[str]],
    near: Mapping[str, Mapping[str, int]],
    least: float,
    apart: AbstractSet[tuple[str, str]] = frozenset(),
) -> list[frozenset[str]]:
    """Return the groups after the two that are likest on average have been joined again and again.

    Deterministic: of equally like pairs, the one with the smallest ids is joined first. Work grows with the number of
    likenesses given, times its logarithm.

    Args:
        start: Groups to begin with; they share no member.
        near: Id → other id → likeness in millionths, both ways; a pair that is not there counts as 0.
        least: Least mean likeness of two groups that are joined, (0, 1].
        apart: Pairs of ids, smaller first, that may never come into one group by a join.

    Returns:
        The groups, by their smallest id.
    """
    state = _begin(start, near, apart)
    heap = [entry for a, others in state.sums.items() for b in others if a < b for entry in [_entry(state, a, b)]]
    heapify(heap)
    while heap:
        entry = heappop(heap)
        mean, a, b = entry
        if -mean < least * WHOLE:
            break
        if b not in state.sums.get(a, {}) or _entry(state, a, b) != entry or b in state.apart[a]:
            continue
        _join(state, a, b)
        for other in state.sums[a]:
            heappush(heap, _entry(state, *sorted((a, other))))
    return [frozenset(state.members[name]) for name in sorted(state.members)]


def _begin(
    start: Iterable[AbstractSet[str]], near: Mapping[str, Mapping[str, int]], apart: AbstractSet[tuple[str, str]]
) -> _State:
    members = {min(group): set(group) for group in start}
    home = {one: name for name, group in members.items() for one in group}
    sums: dict[str, dict[str, int]] = {name: {} for name in members}
    barred: dict[str, set[str]] = {name: set() for name in members}
    for one, name in home.items():
        for other, score in near.get(one, {}).items():
            there = home.get(other, name)
            if there != name:
                sums[name][there] = sums[name].get(there, 0) + score
    for one, other in apart:
        if one in home and other in home and home[one] != home[other]:
            barred[home[one]].add(home[other])
            barred[home[other]].add(home[one])
    return _State(members, sums, barred)


def _entry(state: _State, a: str, b: str) -> tuple[float, str, str]:
    return (-state.sums[a][b] / (len(state.members[a]) * len(state.members[b])), a, b)


def _join(state: _State, a: str, b: str) -> None:
    """Put group `b` into group `a`, which has the smaller name."""
    state.members[a] |= state.members.pop(b)
    for other, score in state.sums.pop(b).items():
        del state.sums[other][b]
        if other != a:
            total = state.sums[a].get(other, 0) + score
            state.sums[a][other] = state.sums[other][a] = total
    for other in state.apart.pop(b):
        state.apart[other].discard(b)
        state.apart[other].add(a)
        state.apart[a].add(other)

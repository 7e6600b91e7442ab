"""Average linkage: groups that are alike on the whole."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.linkage import WHOLE, linked

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = "abcdefgh"


def near(scores: Iterable[tuple[str, str, float]]) -> dict[str, dict[str, int]]:
    """Return likenesses both ways, in millionths."""
    out: dict[str, dict[str, int]] = {}
    for one, other, score in scores:
        out.setdefault(one, {})[other] = out.setdefault(other, {})[one] = round(score * WHOLE)
    return out


def groups(scores: Iterable[tuple[str, str, float]], apart: frozenset[tuple[str, str]] = frozenset()) -> list[str]:
    """Return the groups of single letters at a mean of one half, each as a word."""
    scores = list(scores)
    names = {name for one, other, _ in scores for name in (one, other)}
    return ["".join(sorted(group)) for group in linked([{n} for n in names], near(scores), 0.5, apart)]


def test_what_is_alike_is_grouped() -> None:
    """Two pairs with nothing between them."""
    assert groups([("a", "b", 0.9), ("c", "d", 0.5), ("e", "f", 0.4)]) == ["ab", "cd", "e", "f"]


def test_a_chain_does_not_run_away() -> None:
    """Each is like its neighbour; the ends have nothing in common, so the chain falls into halves."""
    assert groups([("a", "b", 0.9), ("b", "c", 0.6), ("c", "d", 0.9)]) == ["ab", "cd"]


def test_what_is_barred_stays_apart_through_others() -> None:
    """Two are like a third, and may not be one: it goes to the likelier."""
    scores = [("a", "c", 0.9), ("b", "c", 0.8), ("a", "b", 0.9)]
    assert groups(scores) == ["abc"]
    assert groups(scores, frozenset({("a", "b")})) == ["ac", "b"]


def test_groups_given_are_kept() -> None:
    """A group to begin with is not split, and weighs as a whole."""
    assert linked([{"a", "b"}, {"c"}], near([("a", "c", 0.9)]), 0.5) == [{"a", "b"}, {"c"}]
    assert linked([{"a", "b"}, {"c"}], near([("a", "c", 1.0)]), 0.5) == [{"a", "b", "c"}]


@given(
    st.dictionaries(st.sampled_from(list(combinations(NAMES, 2))), st.integers(0, 100), max_size=20),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(scores: dict[tuple[str, str], int], shuffle: object) -> None:
    """The same likenesses in any order give the same groups; every id is in one of them."""
    rows = [(a, b, score / 100) for (a, b), score in scores.items()]
    first = groups(rows)
    getattr(shuffle, "shuffle")(rows)  # noqa: B009 - the strategy has no type that says so
    assert groups([(b, a, score) for a, b, score in rows]) == first
    assert sorted("".join(first)) == sorted({name for a, b, _ in rows for name in (a, b)})

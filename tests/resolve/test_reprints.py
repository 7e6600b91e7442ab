"""Reprints: texts of which one holds most of the other."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.reprints import LEAST, RUN, SHORTEST, Reprint, reprints, runs, shared

_WORDS = tuple(f"{a}{b}{c}" for a in "bdfklmnprstvz" for b in "aeiou" for c in "lmnrs")


def _text(seed: int, count: int = 60) -> str:
    """Return so many words in an order of their own; two seeds share hardly a run."""
    return " ".join(Random(seed).choices(_WORDS, k=count))  # noqa: S311 - the same text at every run


def _joined(*parts: str) -> str:
    return " ".join(parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_text(1), _text(1)),
        (_text(1), _text(1).upper()),
        (_text(1), _text(1).replace(" ", ", ")),
        (_text(1), _joined(_text(2, 8), _text(1))),
        (_text(1), _joined(_text(1), _text(3, 120))),
        (_joined(_text(1), _text(2, 20)), _joined(_text(3, 20), _text(1))),
        (_text(1), " ".join(_text(1).split()[:20])),
        (_text(1), " ".join(_text(1).split()[20:])),
    ],
)
def test_reprints(one: str, other: str) -> None:
    """Other case or marks, a headline before it, more behind it, another edge, or cut from either end."""
    (found,) = reprints({"b": one, "a": other})
    assert (found.one, found.other) == ("a", "b")
    assert LEAST <= found.share <= 1


@pytest.mark.xfail(strict=True, reason="texts of very unlike lengths share too few of all their runs to meet")
def test_a_brief_out_of_a_long_report() -> None:
    """Word for word the beginning of a text that goes on six times as long is a reprint of it."""
    assert reprints({"a": _text(1), "b": _joined(_text(1), _text(3, 300))})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_text(1), _text(2)),
        (_text(1), " ".join(sorted(_text(1).split()))),
        (_joined(_text(1, 20), _text(2, 50)), _joined(_text(1, 20), _text(3, 50))),
        (_text(1, SHORTEST + RUN - 2), _text(1, SHORTEST + RUN - 2)),
        ("", ""),
    ],
)
def test_no_reprints(one: str, other: str) -> None:
    """Other words, the same words in another order, one statement in both, or too few words to tell."""
    assert reprints({"a": one, "b": other}) == ()


def test_the_shortest_text_that_counts() -> None:
    """With one run more it is long enough."""
    text = _text(1, SHORTEST + RUN - 1)
    assert len(runs(text)) == SHORTEST
    assert reprints({"a": text, "b": text}) == (Reprint("a", "b", 1.0),)


def test_pairs_and_not_groups() -> None:
    """Each pair by itself, in order of ids; what two have in common with a third ties only them."""
    first, second = _text(1, 80), _text(2, 80)
    found = reprints({"c": first, "a": second, "b": _joined(first, second), "d": _text(9)})
    assert [(pair.one, pair.other) for pair in found] == [("a", "b"), ("b", "c")]


@given(st.permutations("abcdef"))
def test_order_does_not_matter(order: list[str]) -> None:
    """The same pairs in whatever order the texts come."""
    texts = {name: _joined(_text(n // 2), _text(10 + n, 12)) for n, name in enumerate("abcdef")}
    found = reprints({name: texts[name] for name in order})
    assert found == reprints(texts)
    assert [(p.one, p.other) for p in found] == [("a", "b"), ("c", "d"), ("e", "f")]


@given(st.integers(0, 40))
def test_what_counts_is_the_exact_share(cut: int) -> None:
    """Words that are changed at the end bring the share down, and below the least there is no reprint."""
    one = _text(1, 60)
    other = _joined(" ".join(one.split()[: 60 - cut]), _text(2, cut))
    share = shared(runs(one), runs(other))
    assert bool(reprints({"a": one, "b": other})) is (share >= LEAST)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one two three", set()),
        ("One two, three: FOUR", {"one two three four"}),
        ("one two three four five", {"one two three four", "two three four five"}),
        ("la la la la la la", {"la la la la"}),
    ],
)
def test_runs(text: str, found: set[str]) -> None:
    """All runs of four words, folded, each once."""
    assert runs(text) == found


def test_the_share_is_that_of_the_shorter_text() -> None:
    """A part shares all with its whole, and nothing shares nothing."""
    assert shared(frozenset("ab"), frozenset("abcd")) == 1
    assert shared(frozenset("abx"), frozenset("abcd")) == 0.667
    assert shared(frozenset(), frozenset("ab")) == 0

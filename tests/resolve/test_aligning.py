"""Which words of two names answer to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.aligning import NEAR, Alignment, aligned, likeness_of
from tacitus.resolve.prepared import Token, prepared


def align(one: str, other: str) -> Alignment:
    """Return the alignment of two names as written."""
    return aligned(prepared(one).tokens, prepared(other).tokens)


def word(name: str) -> Token:
    """Return the only word of a name."""
    (token,) = prepared(name).tokens
    return token


@pytest.mark.parametrize(
    ("one", "other", "pairs", "left", "right"),
    [
        ("Zendan Orvand", "Zendan Orvand", {(0, 0), (1, 1)}, [], []),
        ("Orvand Zendan", "Zendan Orvand", {(0, 1), (1, 0)}, [], []),
        ("Harakat al-Zendan", "Zindan Movement", {(0, 1), (1, 0)}, [], []),
        ("Zendan Orvand Kesh", "Zendan Kesh", {(0, 0), (2, 1)}, ["orvand"], []),
        ("Liwa Zendan", "Zendan Army", {(1, 0)}, ["liwa"], ["army"]),
        ("Umm Zendan", "Abu Zendan", {(1, 1)}, ["umm"], ["abu"]),
        ("Mohamed Orvand", "Muhammad Talvo", {(0, 0)}, ["orvand"], ["talvo"]),
        ("Kesh", "Orvand", set(), ["kesh"], ["orvand"]),
        ("Zendan", "", set(), ["zendan"], []),
        ("", "", set(), [], []),
    ],
)
def test_words_answer_to_each_other(
    one: str, other: str, pairs: set[tuple[int, int]], left: list[str], right: list[str]
) -> None:
    """Each word to one other at most; the rest stays."""
    found = align(one, other)
    assert {(m.one, m.other) for m in found.matches} == pairs
    assert [t.plain for t in found.left] == left
    assert [t.plain for t in found.right] == right


@pytest.mark.parametrize(
    ("one", "other", "translated"),
    [
        ("army", "ordu", True),
        ("front", "cephesi", True),
        ("brigade", "бригада", True),
        ("Muhammad", "Mehmet", False),
        ("Syrian", "Syrie", False),
    ],
)
def test_words_of_one_meaning(one: str, other: str, *, translated: bool) -> None:
    """Translations are told from spellings; names of men and countries are never translations."""
    near, by_meaning = likeness_of(word(one), word(other))
    assert near > 0.9
    if one != "brigade":
        assert by_meaning is translated


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zendan", "Zindan"),
        ("Orvand", "Orvend"),
        ("Zendan", "زندان"),
        ("Yuldashov", "Yuldash"),
        ("Kovyl", "Ковыль"),
        ("Talvos", "Talvo"),
        ("Haidar", "Xaydar"),
        ("Ghassem", "Qasem"),
    ],
)
def test_spellings_are_near(one: str, other: str) -> None:
    """Other vowels, scripts, endings of family names."""
    assert NEAR <= likeness_of(word(one), word(other))[0] <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zendan", "Orvand"), ("Kesh", "Dun"), ("army", "front"), ("Muhammad", "Mahmud"), ("Syrian", "Iraqi"), ("a", "z")],
)
def test_unlike_words_are_far(one: str, other: str) -> None:
    """Other letters, or two meanings of the tables."""
    assert likeness_of(word(one), word(other)) == (0.0, False)


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("Batarfi Orvand", "Ba Tarfi Orvand", {(1, 2), (0, 0)}),
        ("Ba Tarfi Orvand", "Batarfi Orvand", {(2, 1), (0, 0)}),
        ("Kesh Talvodura", "Kesh Talvo Dura", {(0, 0), (1, 1)}),
    ],
)
def test_glued_words_answer_to_two(one: str, other: str, pairs: set[tuple[int, int]]) -> None:
    """Whichever name has them glued; nothing is left."""
    found = align(one, other)
    assert {(m.one, m.other) for m in found.matches} == pairs
    assert found.left == found.right == ()


def test_two_words_on_both_sides_are_not_glued() -> None:
    """Only where one name has fewer words."""
    assert [t.plain for t in align("Talvodura Kesh", "Talvo Dura").right][-1] == "dura"


NAMES = st.sampled_from(
    ["Zendan", "Zindan Front", "Jabhat Zendan", "Orvand bin Kesh", "Ba Tarfi", "Batarfi", "Abu Kesh", "Mohamed Orvand"]
) | st.text("abdnkz ", max_size=12)


@given(NAMES, NAMES)
def test_no_word_is_counted_twice_and_none_is_lost(one: str, other: str) -> None:
    """Matches and rest together are the names; glued words are the one exception."""
    a, b = prepared(one).tokens, prepared(other).tokens
    found = aligned(a, b)
    assert len({m.one for m in found.matches}) == len({m.other for m in found.matches}) == len(found.matches)
    assert len(a) - len(found.matches) - len(found.left) in (0, 1)
    assert len(b) - len(found.matches) - len(found.right) in (0, 1)
    assert all(0 < m.nearness <= 1 for m in found.matches)


@given(NAMES, NAMES)
def test_likeness_of_words_does_not_depend_on_order(one: str, other: str) -> None:
    """From either side as near."""
    for a in prepared(one).tokens:
        for b in prepared(other).tokens:
            assert likeness_of(a, b)[0] == pytest.approx(likeness_of(b, a)[0])

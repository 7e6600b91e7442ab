"""What holds for any two names, sensible or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.fold import fold
from tacitus.resolve.names import alike, blocks, likeness
from tacitus.resolve.prepared import prepared

WORDS = st.sampled_from(
    [
        "Abu",
        "al-",
        "Karim",
        "Zuhdi",
        "Jaysh",
        "Liwa",
        "Front",
        "of",
        "the",
        "47th",
        "Brigade",
        "XIV",
        "ZLF",
        "(Zarqan)",
        "Ahmed",
        "bin",
        "Sheikh",
        "Nasrallah",
        "Abdelmalek",
        "ash-Sham",
        "М23",
        "جيش",
        "الإسلام",
        "الشام",
        "Полк",
        "72-я",
        "Islamic",
        "People's",
        "Army",
        "M23",
        "U.S.",
        "لواء",
        "حزب",
        "الله",
        "אבו",
        "Cabdi",
        "-e-",
        ",",
        "/",
        "&",
    ]
)
NAMES = st.one_of(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.text(max_size=40))


@given(NAMES, NAMES)
def test_the_order_of_two_names_does_not_matter(one: str, other: str) -> None:
    """Scores and reasons are the same either way."""
    assert alike(one, other) == alike(other, one)
    assert likeness(one, other) == likeness(other, one)


@given(NAMES, NAMES)
def test_a_score_is_a_probability_and_explains_itself(one: str, other: str) -> None:
    """[0, 1], and the fast way gives what the long one does."""
    found = likeness(one, other)
    assert 0.0 <= found.score <= 1.0
    assert found.score == alike(one, other)
    assert found.features


@given(st.lists(WORDS, min_size=2, max_size=6).map(" ".join).filter(lambda name: len(prepared(name).tokens) > 1))
def test_a_name_is_like_itself(name: str) -> None:
    """The same words, in capitals or not, are over even odds and share their keys."""
    assert alike(name, name) > 0.5
    assert blocks(name)
    assert blocks(name) == blocks(f"  {name} ")


@given(NAMES)
def test_every_name_with_letters_has_a_key(name: str) -> None:
    """Nothing with a letter or digit in it is lost to the search."""
    assert blocks(name) or not any(c.isalnum() and c.isascii() for c in fold(name))


@pytest.mark.parametrize(
    "name", ["", " ", "()", "((", "-", "''", "\u200f", "\ud800", "٣", "Ⅳ", "al-", "Abu", "the", "🚩"]
)
def test_odd_names_do_no_harm(name: str) -> None:
    """Names of nothing, of marks, of half a pair of surrogates."""
    assert 0.0 <= alike(name, "Karim Zuhdi") < 0.5
    assert 0.0 <= alike(name, name) <= 1.0


@pytest.mark.parametrize("word", ["of ", "a", "al-", "abd", "ZLF ", "(", "x" * 300 + " "])
def test_of_a_long_name_the_beginning_counts(word: str) -> None:
    """What is no name at all costs no more than its first letters."""
    long = word * 5000
    assert alike(long, f"{word * 4999}b") == alike(long[:200], long[:200])
    assert alike(long, "OOOOOOOO") == alike(long[:200], "OOOOOOOO")
    assert blocks(long) == blocks(long[:200])

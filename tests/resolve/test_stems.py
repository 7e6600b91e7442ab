"""Words as keys: stems, skeletons of names, and their weights."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.rare_words import cosine, is_name, keys, rarity, skeleton, stem_of, stems, weighted, words_of

_SENTENCES = st.lists(
    st.sampled_from(["Gunmen", "shelled", "the", "harbour", "of", "Karabash", "Velimir", "at", "dawn", "12", "boats"]),
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karabash's harbour", ["Karabash", "harbour"]),
        ("Karabash’s harbour", ["Karabash", "harbour"]),
        ("the ma'arad of Sha`ar", ["the", "maarad", "of", "Shaar"]),
        ("Ṭārn and Vélimir", ["Tarn", "and", "Velimir"]),
        ("k*lled, w.ounded", ["klled", "wounded"]),
        ("U.S. jets", ["US", "jets"]),
        ("12 dead, 3-4 hurt", ["12", "dead", "3", "4", "hurt"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Without accents, possessives, inner apostrophes and masks; numbers stand by themselves."""
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacks", "attack"),
        ("Attackers", "attacker"),
        ("shelling", "shelled"),
        ("boats", "boat"),
        ("SHELLING", "shells"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    """Endings and capitals do not count."""
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize("word", ["bus", "gas", "dead", "ring", "bed"])
def test_short_words_keep_their_ends(word: str) -> None:
    """An ending is cut only where enough is left."""
    assert stem_of(word) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Karabash", True), ("karabash", False), ("UN", False), ("Ali", False), ("Shelling", False), ("2019", False)],
)
def test_what_is_a_name(word: str, *, expected: bool) -> None:
    """A capital, more than three letters, and no ordinary word at the beginning of a sentence."""
    assert is_name(word, {"shell"}) is expected


def test_names_and_words_never_meet() -> None:
    """A man called as a thing is called is not that thing."""
    assert list(keys("Dorn dorn", frozenset())) == ["~drn", "dorn"]
    assert list(keys("Dorn dorn", frozenset({"dorn"}))) == ["dorn", "dorn"]


@pytest.mark.parametrize(
    ("one", "other"), [("Velimir", "Karabash"), ("Halder", "Holm"), ("Abad", "Bad"), ("Tarn", "Tarin Kot")]
)
def test_skeletons_that_differ(one: str, other: str) -> None:
    """Other consonants, and another first letter, are another name."""
    assert skeleton(one) != skeleton(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_doubled_letters_do_not_count(word: str) -> None:
    """Nor does the case."""
    assert skeleton(word) == skeleton(word.upper())
    assert all(a != b for a, b in zip(skeleton(word), skeleton(word)[1:], strict=False))


@given(st.text(max_size=200))
def test_keys_come_in_the_order_of_the_words(text: str) -> None:
    """One key for each word, whatever the letters, and none is empty."""
    found = list(stems(text))
    assert len(found) == len(words_of(text))
    assert all(found)


@given(_SENTENCES, _SENTENCES)
def test_keys_of_two_texts_are_those_of_each(one: str, other: str) -> None:
    """What stands beside a word does not change its key."""
    assert list(stems(f"{one} {other}")) == [*stems(one), *stems(other)]


def test_a_word_that_is_unknown_says_most() -> None:
    """More than any that the table has."""
    assert rarity("~zzzqqq") == rarity("qqqzzz")
    assert rarity("the") < rarity("kill") < rarity("qqqzzz")
    assert rarity("the") >= 0


@given(st.lists(_SENTENCES, max_size=3), st.integers(1, 8))
def test_weights(texts: list[str], most: int) -> None:
    """At most so many, heaviest first, each once, and their squares sum to one."""
    found = weighted(texts, most)
    assert len(found) <= most
    assert len(dict(found)) == len(found)
    assert [w for _, w in found] == sorted((w for _, w in found), reverse=True)
    assert not found or sqrt(sum(w * w for _, w in found)) == pytest.approx(1, abs=0.01)


def test_what_is_said_twice_weighs_more() -> None:
    """A title given twice counts twice, yet not double."""
    once, twice = (dict(weighted(["boats Karabash", *more], 5)) for more in ((), ("boats",)))
    assert once["boat"] < twice["boat"] < 2 * once["boat"]


@given(_SENTENCES)
def test_the_order_of_words_does_not_matter(text: str) -> None:
    """Weights are those of the words alone."""
    assert weighted([text], 30) == weighted([" ".join(sorted(text.split()))], 30)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ({"boat": 0.6, "dam": 0.8}, {"boat": 1.0}, 0.6),
        ({"boat": 0.6, "dam": 0.8}, {"boat": 0.6, "dam": 0.8}, 1.0),
        ({"boat": 1.0}, {"dam": 1.0}, 0.0),
        ({}, {"dam": 1.0}, 0.0),
        ({}, {}, 0.0),
    ],
)
def test_cosines(one: dict[str, float], other: dict[str, float], share: float) -> None:
    """The weights in common, multiplied and summed."""
    assert cosine(one, other) == pytest.approx(share)
    assert cosine(other, one) == pytest.approx(share)

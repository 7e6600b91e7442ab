"""Words that tell stories apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.rare_words import cosine, rarity, skeleton, stems, weighted


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hasakah", "Hassakeh"), ("Qamishli", "Kamishly"), ("Zawahiri", "Sawahri"), ("Kherson", "Herson")],
)
def test_spellings_of_a_name_have_one_skeleton(one: str, other: str) -> None:
    """Vowels, doubled letters and letters confused in transliteration do not count."""
    assert skeleton(one) == skeleton(other)


def test_other_names_have_others() -> None:
    """What sounds otherwise stays apart."""
    assert skeleton("Karabash") != skeleton("Velimir")


def test_masked_words_are_read() -> None:
    """Some outlets break words of violence with a mark, so that filters do not see them."""
    assert list(stems("inj*ured")) == list(stems("injured"))


def test_rare_words_weigh_more() -> None:
    """A word of all reports says nothing; the name of a village says much."""
    assert rarity("the") < rarity("attack") < rarity("~krbsh")
    heaviest = weighted(["The army attacked the village of Karabash."], 3)
    assert heaviest[0][0] == "~" + skeleton("Karabash")


def test_a_text_is_like_itself_alone() -> None:
    """The cosine of a text with itself is one, with an empty one none."""
    words = dict(weighted(["Gunmen abduct twelve engineers near Karabash"], 30))
    assert cosine(words, words) == pytest.approx(1, abs=0.01)
    assert cosine(words, {}) == 0


@given(st.text(max_size=200), st.text(max_size=200))
def test_cosine_is_symmetric_and_bounded(one: str, other: str) -> None:
    """Any two texts, whatever their letters."""
    a, b = dict(weighted([one], 30)), dict(weighted([other], 30))
    assert cosine(a, b) == cosine(b, a)
    assert 0 <= cosine(a, b) <= 1.01

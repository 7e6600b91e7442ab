"""Folded letters: the same under every spelling, and each knows its place in the text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.fold import fold
from tacitus.resolve.folding import folded, quick, spellings

ANY = st.text(alphabet=st.characters(exclude_categories=[]), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omar al-Rask", "OMAR AL RASK"),
        ("Sana’a", "Sana'a"),
        ("Łukasz Đorđe", "Lukasz Dorde"),
        ("ra\u00adsk", "rask"),
        (unicodedata.normalize("NFD", "Åsa Müller"), "Åsa Müller"),
        ("https://x.example/%C3%A1da%20rask", "HTTPS x example Áda Rask"),
        ("على خالد", "علی خالد"),
        ("أحمد فاطمة", "احمد فاطمه"),
    ],
)
def test_spellings_of_one(one: str, other: str) -> None:
    """Have the same letters."""
    assert folded(one).letters == folded(other).letters


def test_places() -> None:
    """A letter stands where its character stands; an escaped one over all its bytes; two of one character together."""
    found = folded("ß%C3%A9!x")
    assert found.letters == "ssex"
    assert list(zip(found.starts, found.ends, strict=True)) == [(0, 1), (0, 1), (1, 7), (8, 9)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Omar al-Rask", ["omar", "al", "rask"]),
        ("omarRask85", ["omar", "rask", "85"]),
        ("D’Arcy O\u00adb", ["darcy", "o", "b"]),
        ("ra_sk", ["ra", "sk"]),
        ("ra%20sk%CC%81a", ["ra", "ska"]),
    ],
)
def test_borders(text: str, parts: list[str]) -> None:
    """Words end at gaps, before digits and before a capital; not at apostrophes."""
    found = folded(text)
    borders = [at for at in range(len(found.letters) + 1) if found.is_border(at)]
    assert [found.letters[a:b] for a, b in pairwise(borders)] == parts


def test_marks_belong_to_their_letter() -> None:
    """An accent behind the last letter is covered with it."""
    found = folded("Jose\u0301.")
    assert found.stretch(0, 4) == (0, 5)


@given(ANY)
def test_any_text(text: str) -> None:
    """Places are in order and inside of the text; what `fold` keeps of letters is kept."""
    found = folded(text)
    assert len(found.letters) == len(found.starts) == len(found.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)


@given(st.text(alphabet="aeorsküéłAR -'’", max_size=12), st.sampled_from([str.upper, str.title, str.swapcase]))
def test_case_never_matters(text: str, recased: object) -> None:
    """As with `fold`: whatever it takes for one name has the same letters."""
    other = recased(text)  # type: ignore[operator]
    if fold(text) == fold(other):
        assert folded(text).letters == folded(other).letters


def test_two_letters_for_one() -> None:
    """Either way of writing leads to the other."""
    assert {"mueller", "muller"} == {one.letters for one in spellings("Müller")}
    assert {"mueller", "muller"} == {one.letters for one in spellings("Mueller")}
    assert spellings("…") == ()


@given(ANY | st.text(alphabet="aZé’ßﬁİ²①%2'-_ \u00ad", max_size=12))
def test_quick(text: str) -> None:
    """The same letters, or none at all."""
    assert quick(text) in (None, folded(text).letters)

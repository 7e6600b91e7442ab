"""Names of many scripts in small Latin letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.scripts import is_vowelless, romanised


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Velmora", "velmora"),
        ("O'Dun-7", "o'dun-7"),
        ("Щербак", "shcherbak"),
        ("Їжак", "yizhak"),
        ("Ґалаган", "galagan"),
        ("جيش", "jysh"),
        ("كتيبة", "ktyba"),
        ("لشکر", "lshkr"),
        ("גדוד", "gdwd"),
        ("张伟", "zhangwei"),
        ("ნინო", "nino"),
        ("Արամ", "aram"),
        ("たけし", "takeshi"),
        ("Ζήνων", "zinon"),
        ("Đặng", "dang"),
        ("Łukasz", "lukasz"),
        ("Çelik", "celik"),
        ("Ñandú", "nandu"),
        ("٣", "3"),
        ("۱۲", "12"),
    ],
)
def test_words_of_many_scripts(word: str, latin: str) -> None:
    """By the tables where they have the script, else letter by letter."""
    assert romanised(word) == latin


@pytest.mark.parametrize(
    ("marked", "bare"), [("مُحَمَّد", "محمد"), ("Sāmarrā", "Samarra"), ("Ра́да", "Рада"), ("N’Djaména", "N’Djamena")]
)
def test_marks_change_nothing(marked: str, bare: str) -> None:
    """Short vowels of Arabic, accents, stress marks."""
    assert romanised(marked) == romanised(bare)


def test_composed_and_decomposed_letters_are_one() -> None:
    """The same word in two normal forms of Unicode."""
    for word in ("Їжак", "Đặng", "Çelik", "أحمد", "Йолдош"):
        assert romanised(unicodedata.normalize("NFC", word)) == romanised(unicodedata.normalize("NFD", word))


def test_an_h_of_its_own_is_no_half_of_another_letter() -> None:
    """The two letters of "shahid" are no "sh" and "h" in one."""
    assert romanised("شهید") == "shahyd"
    assert romanised("دهکده").startswith("dah")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("جيش", True),
        ("لشکر", True),
        ("גדוד", True),
        ("полк", False),
        ("旅", False),
        ("brigade", False),
        ("", False),
        ("Çelik", False),
        ("x-جيش", True),
    ],
)
def test_which_scripts_leave_vowels_out(word: str, *, expected: bool) -> None:
    """Arabic and Hebrew; one such letter is enough."""
    assert is_vowelless(word) is expected


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_whatever_comes_is_ascii_and_small_and_stays_so(word: str) -> None:
    """All words become plain, and a plain one stays as it is."""
    latin = romanised(word)
    assert latin.isascii()
    assert latin == latin.lower()
    assert romanised(latin) == latin

"""Folded text: spellings of one word are filed as one, in every script."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.ledger.search_words import entry, folded, has_all, phrases


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khān Rāshid", "KHAN RASHID"),
        ("Ṣanʿāʾ", "San'a"),
        ("Sana´a", "Sana`a"),
        ("the market’s yard", "the market yard"),
        ("U.S.", "us"),
        ("1,200 fled", "1200 fled"),
        ("Øster Łąka Straße", "oster laka strasse"),
        ("Iran", "ıran"),
        ("İzmir", "izmir"),
        ("ＡＢＣ①", "abc1"),
        # Arabic: vowel marks, tatweel, hamza seats, alif maqsura, ta marbuta, digits
        ("مُقَاتِلُون", "مقاتلون"),
        ("مـقـاتـلون", "مقاتلون"),
        ("أسامة إدلب آل", "اسامه ادلب ال"),
        ("مستشفى", "مستشفي"),
        ("٣١ قتيلا", "31 قتيلا"),
        ("١٬٢٠٠", "1200"),
        # Persian and Urdu letters
        ("کابل", "كابل"),
        ("علی", "علي"),
        ("۱۲", "12"),
        ("می‌رود", "می رود"),
        # Hebrew points, Cyrillic, Greek
        ("שָׁלוֹם", "שלום"),
        ("Ёлкин", "елкин"),
        ("ҐАНОК", "ганок"),
        ("Ἀθήνας", "αθηνασ"),
        ("ﷺ", "صلى الله عليه وسلم"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    """Two spellings are filed alike, and as something."""
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("か", "が"), ("はし", "ばし"), ("Dura", "Dora"), ("3.5", "35"), ("12", "1 2"), ("а", "a"), ("علي", "على ي")],
)
def test_different_words(one: str, other: str) -> None:
    """What means something else stays apart: voiced kana, numbers, look-alikes of other scripts."""
    assert folded(one) != folded(other)


def test_words_are_one_space_apart() -> None:
    """Signs are spaces, and characters of scripts without spaces are words."""
    assert folded("  Al-Bab:\n(held)…  停火。ไทย 한국_x ") == "al bab held 停 火 ไ ท ย 한 국 x"
    assert folded("…—!") == folded("") == ""
    assert folded("broken \ud800 text") == "broken text"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Whatever the text, its folded form is folded."""
    once = folded(text)
    assert folded(once) == once
    assert once.split() == once.split(" ") or once == ""


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_gives_the_same(text: str) -> None:
    """ASCII beside another script, which goes the long way, is folded as it is alone."""
    assert folded(text + "\n停") == f"{folded(text)} 停".strip()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ()),
        (' ". " ! ', ()),
        ("Dura shelling DURA", ("dura", "shelling")),
        ('"Tide Front" al-Bab', ("tide front", "al bab")),
        ("“Tide Front” «North Guard»", ("tide front", "north guard")),
        ('an "open quote', ("an", "open", "quote")),
        ("停火 Khān", ("停 火", "khan")),
    ],
)
def test_phrases(query: str, wanted: tuple[str, ...]) -> None:
    """Words, quoted phrases, and words of several parts; each once."""
    assert phrases(query) == wanted


def test_words_are_found_whole_and_inside_one_piece() -> None:
    """A part of a word is not found, nor a phrase across two quotes; words of several quotes are."""
    text = entry(["The Tide Front", "fled to Dura"])
    assert has_all(text, ("tide front", "dura"))
    assert not has_all(text, ("tid",))
    assert not has_all(text, ("front fled",))
    assert has_all(text, ())


def test_it_is_quick() -> None:
    """A ledger has millions of quotes: a million ASCII characters take less than a second, with much to spare."""
    text = "The Tide Front shelled the hospital's yard in al-Bab on 3 March 2019, killing 1,200, the U.S. said. " * 1000
    began = time.perf_counter()
    for _ in range(10):
        folded(text)
    assert len(text) * 10 / (time.perf_counter() - began) > 1_000_000

"""Keys of names: one for all spellings that differ in marks alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.gazetteer.keys import key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khān Shaykhūn", "khan-shaykhun"),
        ("Ḩalab", "Halab"),
        ("Tall Rif‘at", "Tall Rifat"),
        ("Москва", "Moskva"),
        ("ＩＤＬＩＢ", "Idlib"),
        ("  Idlib\n", "idlib"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    """Marks, case, hyphens, script and width do not count."""
    assert key_of(one) == key_of(other) != ""


def test_what_has_no_letter_has_no_key() -> None:
    """Dashes and broken code points are no name."""
    assert [key_of(text) for text in ("", "—", " . ", "\ud800", "\0")] == [""] * 5


@given(st.text(st.characters()))
def test_any_text_has_a_key(text: str) -> None:
    """It is of small letters and digits, and its own key."""
    key = key_of(text)
    assert re.fullmatch("[a-z0-9]*", key)
    assert key_of(key) == key


@given(st.text(), st.text())
def test_keys_join(one: str, other: str) -> None:
    """The key of two words is theirs together: each code point counts alone."""
    assert key_of(f"{one} - {other}") == key_of(one) + key_of(other)

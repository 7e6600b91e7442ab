"""Tokens: a table of constructions, and what holds for every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.language.tokens import MAX_TOKEN, tokenize


def words(text: str) -> list[str]:
    """Return the tokens of `text` as strings."""
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege ended.", "The siege ended ."),
        ("The U.S. Army left the U.S.", "The U.S. Army left the U.S."),
        ("the U.S acknowledged it", "the U.S acknowledged it"),
        ("Omar (a.k.a. Abu Layth) fled", "Omar ( a.k.a. Abu Layth ) fled"),
        ("didn't can’t won't", "did n't ca n’t wo n't"),
        ("the army's chief, NATO’s role", "the army 's chief , NATO ’s role"),
        ("the rebels' base", "the rebels ' base"),
        ("I'm sure they've said we'd go", "I 'm sure they 've said we 'd go"),
        ("Hay’at Tahrir al-Sham", "Hay’at Tahrir al - Sham"),
        ("car-bomb non-state anti-aircraft mid-August", "car - bomb non-state anti-aircraft mid-August"),
        ("a 3-year-old girl", "a 3 - year - old girl"),
        ("$5m, £47,000 and 26%", "$ 5 m , £ 47,000 and 26 %"),
        ("at 10:30pm on 31/08/2019", "at 10:30 pm on 31/08/2019"),
        ("in the 1990s, the 2nd time", "in the 1990s , the 2nd time"),
        ("Gen. J. Haddad cannot go", "Gen. J. Haddad can not go"),
        ("“No,” he said — twice…", "“ No , ” he said — twice …"),
        ("see https://example.org/a?b=1, now", "see https://example.org/a?b=1 , now"),
        ("write to press@example.org.", "write to press@example.org ."),
        ("#Idlib @reporter", "#Idlib @reporter"),
        ("Aleppo/Idlib and 9/11", "Aleppo / Idlib and 9/11"),
        ("He said ... nothing--ever", "He said ... nothing -- ever"),
        ("gonna", "gon na"),
        ("call 555-123-4567", "call 555-123-4567"),
    ],
)
def test_tokens_of_a_construction(text: str, expected: str) -> None:
    """Each text falls into the tokens that a treebank of English would have."""
    assert words(text) == expected.split()


def test_a_range_of_the_text_keeps_offsets_of_the_whole() -> None:
    """Offsets count from the beginning of the text, not of the range."""
    text = "Before. They fled. After."
    assert [text[a:b] for a, b in tokenize(text, 8, 18)] == ["They", "fled", "."]


def test_invisible_marks_part_words_and_a_soft_hyphen_does_not() -> None:
    """Zero-width spaces and control codes are no tokens."""
    assert words("a\u200bb\x00c wo\xadrd \u202eabc") == ["a", "b", "c", "wo\xadrd", "abc"]


def test_a_word_without_end_is_cut() -> None:
    """No token is longer than the bound, and nothing is lost."""
    text = "x" * 1000
    pieces = words(text)
    assert max(map(len, pieces)) == MAX_TOKEN
    assert "".join(pieces) == text


@given(st.text(max_size=200) | st.text(alphabet="aA.-'’ s1,:/@#&%\u0301\u200d", max_size=80))
def test_tokens_cover_everything_visible_once(text: str) -> None:
    """Tokens stand in order, do not overlap, and leave out only white space and invisible marks."""
    spans = tokenize(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    inside = {i for start, end in spans for i in range(start, end)}
    assert all(char.isspace() or not char.isprintable() for i, char in enumerate(text) if i not in inside)
    assert not any(text[i].isspace() for i in inside)

"""Sentences: a table, bounds, and what holds for every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.language.segment import MAX_SENTENCE, sentences


def parts(text: str) -> list[str]:
    """Return the sentences of `text` as strings."""
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Headline without stop\nFirst sentence.", ["Headline without stop", "First sentence."]),
        ("Gen. Haddad met Lt. Col. Amin.", ["Gen. Haddad met Lt. Col. Amin."]),
        ("George W. Bush spoke.", ["George W. Bush spoke."]),
        ("The U.S. struck twice. Nobody died.", ["The U.S. struck twice.", "Nobody died."]),
        ("approx. forty men came", ["approx. forty men came"]),
        ("“We deny it!” he said.", ["“We deny it!” he said."]),
        ("One\r\nTwo\u2028Three", ["One", "Two", "Three"]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_sentences_of_a_text(text: str, expected: list[str]) -> None:
    """Each text falls into the sentences that a reader would see."""
    assert parts(text) == expected


def test_a_sentence_without_end_is_cut_between_words() -> None:
    """Long sentences are cut at a space; a word without end anywhere."""
    pieces = parts("word " * 5000)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert all(piece.startswith("word") and piece.endswith("word") for piece in pieces)
    assert sum(map(len, parts("x" * 50_000))) == 50_000


def test_very_many_lines_are_no_trouble() -> None:
    """Empty lines give nothing."""
    assert len(sentences("\n" * 100_000 + "End.")) == 1


@given(st.text(max_size=300) | st.text(alphabet="aB. \n!?\"'\ud800", max_size=120))
def test_sentences_cover_everything_visible_once(text: str) -> None:
    """Sentences stand in order and leave out only white space."""
    spans = sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(char.isspace() for i, char in enumerate(text) if i not in inside)

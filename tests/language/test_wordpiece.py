"""Subwords: a small vocabulary by hand, and the reference implementation where it is installed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.language import files
from tacitus.language.wordpiece import MAX_CHARS, WordPiece, basic_words

PIECES = ["[UNK]", "[CLS]", "[SEP]", "air", "##strike", "##s", "air##", "un", "##til", "-", "cafe", "é"]


@pytest.fixture
def pieces() -> WordPiece:
    """Return a WordPiece over a dozen pieces."""
    return WordPiece({piece: i for i, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("airstrikes", ["air", "##strike", "##s"]),
        ("AIR", ["air"]),
        ("Café", ["cafe"]),
        ("air-air", ["air", "-", "air"]),
        ("until", ["un", "##til"]),
        ("xyz", ["[UNK]"]),
        ("airx", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("a" * (MAX_CHARS + 1), ["[UNK]"]),
    ],
)
def test_pieces_of_a_word(pieces: WordPiece, word: str, expected: list[str]) -> None:
    """The longest piece that fits is taken first; what does not fit is unknown."""
    assert [PIECES[i] for i in pieces.pieces(word)] == expected


def test_ideographs_and_marks_stand_alone() -> None:
    """Basic normalisation parts ideographs and punctuation and drops control codes."""
    assert basic_words("ab中文c!\x00D") == ["ab", "中", "文", "c", "!", "d"]


OLD_SCRIPTS = st.characters(max_codepoint=0x5FF) | st.sampled_from(
    "ابةى中日語“”’–…€—한\u0301\u200b\ufeff\ue000\u2603😀"
)


@given(st.text(OLD_SCRIPTS, max_size=30))
def test_pieces_equal_the_reference(text: str) -> None:
    """On every string our pieces are those of the `tokenizers` package with BERT's uncased settings."""
    tokenizers = pytest.importorskip("tokenizers")
    vocabulary = {piece: i for i, piece in enumerate(files.bundled_vocabulary())}
    reference = tokenizers.BertWordPieceTokenizer(vocabulary, lowercase=True)
    assert list(WordPiece(vocabulary).pieces(text)) == (reference.encode(text, add_special_tokens=False).ids or [100])

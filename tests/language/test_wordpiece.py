"""Subwords: a small vocabulary by hand, and the reference implementation where it is installed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from tokenizers import BertWordPieceTokenizer

from tacitus.language import files
from tacitus.language.wordpiece import MAX_CHARS, WordPiece, basic_words

if TYPE_CHECKING:
    from collections.abc import Iterator

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


ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "".join(map(chr, range(0x20, 0x7F))),
    "".join(map(chr, range(0xA0, 0x250))),
    "".join(map(chr, range(0x370, 0x5FF))),
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىآأؤإئ٠١٢٣ًٌَُِّ",
    "中日語國軍戰爭。、「」한국어ひらがなカタカナ",
    "“”’–…€—\u0301\u0308\u200b\ufeff\ue000\u2603😀\x00\x1f\t\n\u3000\xad\u2028",
)
COUNT = 100_000


def strings(count: int) -> Iterator[str]:
    """Yield varied strings: pieces of the vocabulary joined, and words of one or several alphabets."""
    chooser = random.Random(20261122)  # noqa: S311 - no secret
    pieces = (piece for piece in files.bundled_vocabulary() if not (piece[0] == "[" and len(piece) > 1))
    known = [piece.removeprefix("##") for piece in pieces]  # "[CLS]" in a text is text to us, and a mark to theirs
    for _ in range(count):
        if chooser.random() < 0.4:
            yield "".join(chooser.choice(known) for _ in range(chooser.randint(1, 3)))
        else:
            letters = "".join(chooser.sample(ALPHABETS, chooser.randint(1, 2)))
            yield "".join(chooser.choices(letters, k=chooser.randint(1, 14)))


def test_pieces_equal_the_reference() -> None:
    """On 100,000 strings our pieces are those of the `tokenizers` package with BERT's uncased settings."""
    vocabulary = {piece: i for i, piece in enumerate(files.bundled_vocabulary())}
    reference = BertWordPieceTokenizer(vocabulary, lowercase=True)
    ours = WordPiece(vocabulary)
    texts = list(strings(COUNT))
    theirs = reference.encode_batch(texts, add_special_tokens=False)
    wrong = [text for text, one in zip(texts, theirs, strict=True) if list(ours.pieces(text)) != (one.ids or [100])]
    assert wrong == []
    assert len(set(texts)) > COUNT * 0.9

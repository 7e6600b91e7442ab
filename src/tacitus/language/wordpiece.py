"""Subwords as BERT's uncased vocabulary has them: our own WordPiece.

Equal to the reference (`tokenizers`, BertWordPieceTokenizer) on every string, but for code points that Unicode took in
after the reference's tables were made (version 8 of 2015).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

MAX_CHARS = 100
"""Words longer than this become one unknown piece (BERT, `max_input_chars_per_word`)."""

_CJK = (  # as the reference has them, the gap before 2B920 among them
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


@dataclass(slots=True)
class WordPiece:
    """A vocabulary and what it makes of words.

    Attributes:
        vocabulary: Piece to index, as in BERT's `vocab.txt`; pieces inside a word start with `##`.
        unknown: Index of `[UNK]`.
        start: Index of `[CLS]`.
        stop: Index of `[SEP]`.
    """

    vocabulary: dict[str, int]
    unknown: int = field(init=False)
    start: int = field(init=False)
    stop: int = field(init=False)
    _seen: dict[str, tuple[int, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Look up the special pieces."""
        self.unknown, self.start, self.stop = (self.vocabulary[piece] for piece in ("[UNK]", "[CLS]", "[SEP]"))

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the indices of the pieces of one word: at least one, `[UNK]` where nothing fits."""
        known = self._seen.get(word)
        if known is None:
            known = tuple(piece for part in basic_words(word) for piece in self._longest_first(part)) or (self.unknown,)
            if len(self._seen) < _CACHE_WORDS:
                self._seen[word] = known
        return known

    def _longest_first(self, word: str) -> list[int]:
        """Divide a normalised word greedily into the longest known pieces."""
        if len(word) > MAX_CHARS:
            return [self.unknown]
        found: list[int] = []
        at = 0
        while at < len(word):
            prefix = "##" if at else ""
            end = len(word)
            while end > at and prefix + word[at:end] not in self.vocabulary:
                end -= 1
            if end == at:
                return [self.unknown]
            found.append(self.vocabulary[prefix + word[at:end]])
            at = end
        return found


_CACHE_WORDS = 50_000


def basic_words(text: str) -> list[str]:
    """Return BERT's basic tokens of `text`: lower case, without accents, marks and ideographs apart.

    Examples:
        >>> basic_words("Hurras al-Dīn")
        ['hurras', 'al', '-', 'din']
    """
    spaced = "".join(f" {c} " if _is_ideograph(c) else " " if c.isspace() else c for c in text if not _is_dropped(c))
    plain = "".join(c.lower() for c in unicodedata.normalize("NFD", spaced) if unicodedata.category(c) != "Mn")
    return "".join(f" {c} " if _is_mark(c) else c for c in plain).split()


def _is_dropped(char: str) -> bool:
    """Tell whether BERT drops the code point: NUL, replacement, control, format and private characters."""
    if char in "\t\n\r":
        return False
    return char in "\0\ufffd" or unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs"}


def _is_ideograph(char: str) -> bool:
    code = ord(char)
    return code >= _CJK[1][0] and any(low <= code <= high for low, high in _CJK)


def _is_mark(char: str) -> bool:
    """Tell whether BERT parts the code point off: ASCII that is no letter or digit, and Unicode punctuation."""
    code = ord(char)
    if code < 128:
        return not char.isalnum() and not char.isspace() and code > 32
    return unicodedata.category(char).startswith("P")

"""Numbers in names: "3rd", "XIV", "No. 5", "seventh"."""

from __future__ import annotations

import re
from functools import cache

from tacitus import tables
from tacitus.resolve.scripts import romanised

_DIGITS = re.compile(
    r"(?:no|nr|n)?(\d{1,4})(?:st|nd|rd|th|e|er|eme|ere|a|o|ya|ia|y|i|yi|oi|oy|aya|go|ogo|h|hu|ha|inci|nci|uncu|ncu|os|as)?"
)
_ROMAN = re.compile(r"(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}


def number_of(word: str, lowered: str) -> int | None:
    """Return the number that a word of a name is, or None.

    A Roman number is written in capitals and has two letters or more: "I" and "V" alone are initials.

    Args:
        word: As written.
        lowered: In small Latin letters, without marks.

    Examples:
        >>> number_of("72nd", "72nd"), number_of("XIV", "xiv"), number_of("seventh", "seventh"), number_of("V", "v")
        (72, 14, 7, None)
    """
    digits = _DIGITS.fullmatch(lowered)
    if digits:
        return int(digits[1])
    if len(word) > 1 and _ROMAN.fullmatch(word):
        return _roman(word)
    return _words().get(lowered)


def _roman(word: str) -> int:
    values = [_VALUES[c] for c in word]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@cache
def _words() -> dict[str, int]:
    rows = tables.rows("tacitus.resolve.data", "number_words.tsv")
    return {romanised(word): int(number) for number, words in rows for word in words.split()}

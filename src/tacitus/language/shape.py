"""The case shape of a word: what a lower-case vocabulary would lose."""

from __future__ import annotations

from functools import lru_cache

LOWER, TITLE, UPPER, LETTER, MIXED, NUMBER, CODE, MARK = range(8)
"""lower; Title; UPPER (two letters or more); one capital; miXed; digits alone; letters with digits; neither of them."""


@lru_cache(50_000)
def word_shape(word: str) -> int:
    """Return the shape of `word`, 0 to 7.

    Examples:
        >>> [word_shape(word) for word in ("siege", "Idlib", "SDF", "A", "McCain", "1,200", "M16", "--")]
        [0, 1, 2, 3, 4, 5, 6, 7]
    """
    letters = [char for char in word if char.isalpha()]
    if any(char.isdigit() for char in word):
        return CODE if letters else NUMBER
    if not letters:
        return MARK
    if not any(char.isupper() for char in letters):
        return LOWER
    if all(char.isupper() for char in letters):
        return LETTER if len(letters) == 1 else UPPER
    is_title = letters[0].isupper() and not any(char.isupper() for char in letters[1:])
    return TITLE if is_title else MIXED

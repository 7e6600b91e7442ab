"""Folded words as PostgreSQL files and finds them, without its own parser and word lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# PostgreSQL 15 documentation, 12.11, "Limitations".
#: Code points of a word that count: a lexeme has under 2 KiB, and none of ours more than 4 bytes each.
_LONGEST = 500
#: Places of one word that are kept.
_PLACES = 255
#: Bytes of all words of one piece with their places; a piece has at most 1 MiB.
_LARGEST = 900_000


def vector(words: str) -> str:
    """Return folded words as the text of a `tsvector`.

    Of a paragraph that no person has written (some 100,000 different words), the rest is not found; of one of more than
    16,383 words, no phrases behind these.

    Examples:
        >>> vector("the tide took the pier")
        "'the':1,4 'tide':2 'took':3 'pier':5"
    """
    places: dict[str, list[str]] = {}
    size = 0
    for number, word in enumerate(words.split(), 1):
        lexeme = _lexeme(word)
        if lexeme not in places:
            size += 4 * len(lexeme)
            if size > _LARGEST:
                break
        numbers = places.setdefault(lexeme, [])
        if len(numbers) < _PLACES:
            numbers.append(str(number))
            size += 2
    return " ".join(f"{lexeme}:{','.join(numbers)}" for lexeme, numbers in places.items())


def query(phrases: Sequence[str]) -> str:
    """Return folded phrases, all of which are wanted, as the text of a `tsquery`.

    Examples:
        >>> query(["pier", "tide front"])
        "'pier' & ('tide' <-> 'front')"
    """
    return " & ".join(_phrase(phrase.split()) for phrase in phrases)


def _phrase(words: Sequence[str]) -> str:
    joined = " <-> ".join(map(_lexeme, words))
    return joined if len(words) == 1 else f"({joined})"


def _lexeme(word: str) -> str:
    escaped = word[:_LONGEST].replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"

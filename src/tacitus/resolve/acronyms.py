"""Acronyms: which a name is or holds, and whether they are of another name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.resolve.scripts import romanised
from tacitus.resolve.words import initials

if TYPE_CHECKING:
    from tacitus.resolve.prepared import Token

_ACRONYM = re.compile(r"(?:[A-Z][a-z]?){2,8}\d{0,3}(?:[-/][A-Z]{1,4})?|[A-Z]-?\d{1,3}|(?:[A-Z]\.){2,8}|[a-z]?[A-Z]{2,8}")
#: Letters that are written for one another when names are romanised.
_LIKE = {"q": "kg", "k": "qc", "j": "gd", "g": "j", "c": "ks", "s": "c", "i": "e", "e": "i", "u": "o", "o": "u", "d": "z"}


def written_acronyms(text: str) -> frozenset[str]:
    """Return the acronym that a text is, in capitals without full stops; nothing for other texts.

    Examples:
        >>> written_acronyms("P.K.K."), written_acronyms("LeT"), written_acronyms("Mosul")
        (frozenset({'PKK'}), frozenset({'LET'}), frozenset())
    """
    word = text.strip()
    if " " in word or not any(c.isupper() for c in word[1:]) and not re.fullmatch(r"[A-Z]-?\d{1,3}", word):
        return frozenset()
    latin = word if word.isascii() else romanised(word).upper() if word.isupper() else ""
    if not _ACRONYM.fullmatch(latin) or sum(c.isupper() for c in latin) * 2 < sum(c.isalpha() for c in latin):
        return frozenset()
    return frozenset({latin.replace(".", "").upper()})


@lru_cache(maxsize=100_000)
def fits(acronym: str, words: tuple[str, ...], numbers: frozenset[int]) -> float:
    """Return how well letters are the initials of words in their order: 1, 0.5 if a word gives two, 0 if not at all.

    Args:
        acronym: In capitals.
        words: All words in small Latin letters; one that may be passed over (an article) begins with "~".
        numbers: Numbers of the name, which the acronym must have too.

    Examples:
        >>> fits("AQAP", ("~al", "qaeda", "~in", "~the", "arabian", "peninsula"), frozenset())
        1.0
    """
    letters = "".join(c for c in acronym if c.isalpha()).lower()
    if not letters or frozenset(int(d) for d in re.findall(r"\d+", acronym)) != numbers:
        return 0.0
    return 1.0 if _fits(letters, words, 1) else 0.5 if len(letters) > 2 and _fits(letters, words, 2) else 0.0


def _fits(letters: str, words: tuple[str, ...], most: int) -> bool:
    """Return whether the letters can be read off the words, at most so many from a word."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word.startswith("~"):
        word = word[1:]
        if _fits(letters, rest, most):
            return True
    if not letters or not _is_like(letters[0], word[0]):
        return False
    if _fits(letters[1:], rest, most):
        return True
    return most > 1 and len(letters) > 1 and len(word) > 4 and letters[1] in word[1:5] and _fits(letters[2:], rest, most)


def _is_like(letter: str, first: str) -> bool:
    return letter == first or letter in _LIKE.get(first, "")


@lru_cache(maxsize=100_000)
def fits_translated(acronym: str, tokens: tuple[Token, ...]) -> str:
    """Return the language in which letters are the initials of what the words mean, in any order; "" for none."""
    letters = "".join(c for c in acronym if c.isalpha()).lower()
    if len(letters) != len(tokens) or len(letters) < 3:
        return ""
    spoken: set[str] = set()
    for token in tokens:
        for key in token.keys:
            spoken.update(initials(key))
    for language in sorted(spoken):
        if _covers(letters, [_choices(token, language) for token in tokens]):
            return language
    return ""


def _choices(token: Token, language: str) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for key in token.keys:
        if key.startswith(("place:", "given:")):
            found |= {key.partition(":")[2][0], token.plain[0]}
        found |= initials(key).get(language, frozenset())
    return found if token.keys else frozenset({token.plain[0]})


def _covers(letters: str, choices: list[frozenset[str]]) -> bool:
    """Return whether each letter can be given to a word of its own."""
    if not letters:
        return not choices
    return any(
        letters[0] in one and _covers(letters[1:], choices[:i] + choices[i + 1 :]) for i, one in enumerate(choices)
    )

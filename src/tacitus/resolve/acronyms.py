"""Acronyms: which a name is or holds, and whether they are of another name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.resolve.scripts import romanised
from tacitus.resolve.words import initials, meanings, words_of

if TYPE_CHECKING:
    from tacitus.resolve.prepared import Token

_ACRONYM = re.compile(
    r"(?:[A-Z][a-z]?){2,8}\d{0,3}(?:[-/][A-Z]{1,4}){0,3}|[A-Z]-?\d{1,3}|(?:[A-Z]\.){2,8}|[a-z]?[A-Z]{2,8}"
)
_SPACED = re.compile(r"\s*([-/])\s*")
_NUMBERED = re.compile(r"[A-Z]-?\d{1,3}")
_WORD = re.compile(r"[\w'’]+")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_ELIDED = re.compile(r"\b[lLdD]['’](?=\w)")
_ARTICLES = frozenset(("al", "el", "ul", "ad", "ash", "as", "an", "ar", "at", "az", "ed", "en", "es"))
#: Words of a name that an acronym is looked for in; the search grows fast with them.
_MOST_WORDS = 16
#: Letters that are written for one another when names are romanised.
_LIKE = {
    "q": "kg",
    "k": "qc",
    "j": "gd",
    "g": "j",
    "c": "ks",
    "s": "c",
    "i": "e",
    "e": "i",
    "u": "o",
    "o": "u",
    "d": "z",
}


def written_acronyms(text: str) -> frozenset[str]:
    """Return the acronym that a text is, in capitals without full stops; nothing for other texts.

    Examples:
        >>> written_acronyms("P.K.K."), written_acronyms("LeT"), written_acronyms("Mosul")
        (frozenset({'PKK'}), frozenset({'LET'}), frozenset())
    """
    word = _SPACED.sub(r"\1", text.strip())
    if " " in word or not (any(c.isupper() for c in word[1:]) or _NUMBERED.fullmatch(word)):
        return frozenset()
    latin = word if word.isascii() else romanised(word).upper() if word.isupper() else ""
    if not _ACRONYM.fullmatch(latin) or sum(c.isupper() for c in latin) * 2 < sum(c.isalpha() for c in latin):
        return frozenset()
    return frozenset({latin.replace(".", "").upper()})


@lru_cache(maxsize=65_536)
def fits(acronym: str, words: tuple[str, ...], numbers: frozenset[int]) -> float:
    """Return how well letters are the initials of words in their order: 1, 0.5 if a word gives more, 0 if not at all.

    Args:
        acronym: In capitals.
        words: All words in small Latin letters; one that may be passed over (an article) begins with "~".
        numbers: Numbers of the name, which the acronym must have too.

    Examples:
        >>> fits("AQAP", ("~al", "qaeda", "~in", "~the", "arabian", "peninsula"), frozenset())
        1.0
    """
    letters = letters_of(acronym)
    if not letters or len(words) > _MOST_WORDS or frozenset(int(d) for d in re.findall(r"\d+", acronym)) != numbers:
        return 0.0
    return 1.0 if _fits(letters, words, 1) else 0.5 if len(letters) > 3 and _fits(letters, words, 3) else 0.0


def _fits(letters: str, words: tuple[str, ...], most: int) -> bool:
    """Return whether the letters can be read off the words, at most so many from the beginning of each."""
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
    runs = (n for n in range(2, most + 1) if len(word) > n and len(letters) >= n and word.startswith(letters[:n]))
    return any(_fits(letters[n:], rest, most) for n in runs)


def _is_like(letter: str, first: str) -> bool:
    return letter == first or letter in _LIKE.get(first, "")


def letters_of(acronym: str) -> str:
    """Return the letters of an acronym, small, without digits and hyphens."""
    return "".join(c for c in acronym if c.isalpha()).lower()


@lru_cache(maxsize=131_072)
def all_words(text: str) -> tuple[str, ...]:
    """Return the words of a name for its acronym: "~" before those that it may pass over, no numbers.

    A name with an acronym in it has none.

    Examples:
        >>> all_words("March 23 Movement"), all_words("Front de libération du Québec")
        (('~march', 'movement'), ('front', '~de', 'liberation', '~du', 'quebec'))
    """
    if not text.isupper() and _CAPITALS.search(text):
        return ()  # an acronym is not shortened again
    small = words_of("particle") | _ARTICLES
    out = []
    for word in _WORD.findall(romanised(_ELIDED.sub(" ", text))):
        bare = "".join(c for c in word if c.isalpha())
        meaning = meanings().get(bare)
        if bare and not any(c.isdigit() for c in word):
            may_go = bare in small or (meaning is not None and meaning.kind == "month")
            out.append(f"~{bare}" if may_go else bare)
    return tuple(out)


def variants(text: str, tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the initials that a name may be shortened to: its own, and those of its usual translations."""
    words = all_words(text)
    out = {"".join(w[0] for w in words if not w.startswith("~"))}
    out.add("".join(w.lstrip("~")[0] for w in words if w.lstrip("~")))
    out.add("".join(w[0] if w[0] != "~" else w[1] for w in words if w[0] != "~" or w[1:] in _ARTICLES))
    if len(tokens) >= 3:
        for language in _spoken(tokens):
            choices = [_choices(token, language) for token in tokens]
            if all(choices):
                out.add("".join(min(letters) for letters in choices))
                out.add("".join(max(letters) for letters in choices))
    return frozenset(letters for letters in out if 1 < len(letters) < 9)


@lru_cache(maxsize=65_536)
def fits_translated(acronym: str, tokens: tuple[Token, ...]) -> bool:
    """Tell whether letters are the initials of what the words mean in some language.

    "Kurdistan Workers' Party" is PKK. English initials must stand in the order of the words or turned round: most names
    are written in English, and would fit their own initials in disorder.
    """
    letters = letters_of(acronym)
    unknown = sum(not token.keys for token in tokens)
    if len(letters) != len(tokens) or len(letters) < 3 or unknown > 1:
        return False
    for language in _spoken(tokens):
        choices = [_choices(token, language) for token in tokens]
        if language != "en" and (len(letters) > 3 or not unknown) and _covers(letters, choices):
            return True
        if _in_order(letters, choices) or _in_order(letters[::-1], choices):
            return True
    return False


def _spoken(tokens: tuple[Token, ...]) -> list[str]:
    return sorted({language for token in tokens for key in token.keys for language in initials(key)})


def _in_order(letters: str, choices: list[frozenset[str]]) -> bool:
    return all(letter in one for letter, one in zip(letters, choices, strict=True))


def _choices(token: Token, language: str) -> frozenset[str]:
    """Return what a word may begin with in a language; names begin as they do."""
    found: frozenset[str] = frozenset()
    for key in token.keys:
        if key.startswith(("place:", "given:")):
            found |= {key.partition(":")[2][0], token.plain[0]}
        found |= initials(key).get(language, frozenset())
    return found if token.keys else frozenset({token.plain[:1]})


def _covers(letters: str, choices: list[frozenset[str]]) -> bool:
    """Return whether each letter can be given to a word of its own."""
    if not letters:
        return not choices
    return any(
        letters[0] in one and _covers(letters[1:], choices[:i] + choices[i + 1 :]) for i, one in enumerate(choices)
    )

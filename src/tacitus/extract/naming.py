"""Names as keys: when two spellings in one document are one name, and when an acronym fits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[’'ʿʾ`.]")
_POSSESSIVE = re.compile(r"['’ʿʾ`]s?$")
_WORD = re.compile(r"\w+")
_SMALL = frozenset({"the", "a", "an", "of", "and", "for", "in", "on", "al", "de", "la", "el", "to"})
#: The Arabic article, also as it sounds before some letters.
_ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ad", "at"})
_GENERIC = frozenset(
    {
        "group",
        "militia",
        "movement",
        "organization",
        "organisation",
        "militants",
        "fighters",
        "party",
        "forces",
        "city",
        "town",
        "province",
    }
)


@lru_cache(maxsize=20_000)
def key(name: str) -> tuple[str, ...]:
    """Return the words of a name without marks, case, articles before it and a possessive behind it.

    Examples:
        >>> key("the Hay’at Tahrir al-Sham")
        ('hayat', 'tahrir', 'al', 'sham')
        >>> key("CENTCOM’s") == key("Centcom")
        True
    """
    flat = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name))
    flat = "".join(c for c in flat if not unicodedata.combining(c)).casefold()
    words = _WORD.findall(_MARKS.sub("", flat))
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return tuple(words)


def letters(acronym: str) -> str:
    """Return the letters and digits of an acronym, lower case: "U.N." gives "un"."""
    return re.sub(r"[^a-z0-9]", "", acronym.casefold())


def initials(long: tuple[str, ...]) -> tuple[str, ...]:
    """Return the initials of a name of two words or more by its key: of all words, and without small words.

    Examples:
        >>> initials(key("Front for the Liberation of Zenda"))
        ('fftloz', 'flz')
    """
    if len(long) < 2:
        return ()
    every, strong = ("".join(w[0] for w in words) for words in (long, [w for w in long if w not in _SMALL]))
    return tuple(dict.fromkeys(i for i in (every, strong) if len(i) > 1))


def is_acronym_of(short: str, long: str) -> bool:
    """Tell whether the letters of `short` are the initials of `long`, small words left in or out.

    Examples:
        >>> is_acronym_of("HTS", "Hay’at Tahrir al-Sham"), is_acronym_of("UN", "African Union")
        (True, False)
    """
    return letters(short) in initials(key(long))


def looks_like_acronym(text: str) -> bool:
    """Tell whether a word is written as an acronym: mostly capitals, at most ten letters."""
    letters = [c for c in text if c.isalpha()]
    return (
        2 <= len(letters) <= 10 and sum(c.isupper() for c in letters) >= 0.6 * len(letters) and " " not in text.strip()
    )


def is_part_of_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether `short` is a shorter form of a person's name: a last part of it, or a part that names alone.

    Examples:
        >>> is_part_of_person(("al", "qassam"), ("abu", "al", "qassam"))
        True
        >>> is_part_of_person(("abu",), ("abu", "al", "qassam"))
        False
    """
    if not short or len(short) >= len(long):
        return False
    if short == long[-len(short) :] or (len(short) > 1 and short[0] == long[0] and short[-1] == long[-1]):
        return True
    strong = [w for w in short if w not in ("al", "abu", "bin", "ibn")]
    return (
        bool(strong) and set(short) <= set(long) and short[0] == long[0] and len(strong[0]) > 3 and strong[0] != "abdul"
    )


def is_short_for_body(short: tuple[str, ...], long: tuple[str, ...], generic: frozenset[str]) -> bool:
    """Tell whether `short` is a shorter form of an organisation's name: its beginning, or its generic noun alone.

    Args:
        short: Key of the short form.
        long: Key of the full name.
        generic: Words that name a kind of organisation ("observatory", "council").

    Examples:
        >>> long = key("Syrian Observatory for Human Rights")
        >>> is_short_for_body(("observatory",), long, frozenset({"observatory"}))
        True
        >>> is_short_for_body(("human", "rights"), long, frozenset({"observatory"}))
        False
    """
    if not short or len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in generic and short[0] in long
    return (
        short == long[: len(short)]
        and long[len(short)] in ("for", "of", "in", "and")
        and short[-1] not in ("state", "united")
    )


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a key without a leading Arabic article: "al-Shabab" and "Shabab" are one name.

    Examples:
        >>> without_article(key("al-Shabab")), without_article(key("al-Nur Front"))
        (('shabab',), ('nur', 'front'))
    """
    rest = words[1:] if words and words[0] in _ARTICLES else words
    return rest if 1 <= len(rest) <= 2 and not set(rest) & _ARTICLES else words


def is_same_with_generic(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names differ only by a generic last word: "Islamic State" and "Islamic State group"."""
    short, long = sorted((a, b), key=len)
    return bool(short) and long[: len(short)] == short and set(long[len(short) :]) <= _GENERIC

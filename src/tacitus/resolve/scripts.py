"""Names of any script in small Latin letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from anyascii import anyascii

from tacitus import tables

#: Scripts whose words leave out most vowels; `unicodedata` names begin so.
_VOWELLESS = ("ARABIC", "HEBREW")


def romanised(word: str) -> str:
    """Return a word in lower-case ASCII letters, digits and whatever else of ASCII it had.

    Arabic (with its Persian, Urdu, Pashto, Kurdish and Uyghur letters), Hebrew and Cyrillic follow `scripts.tsv`, what
    else there is anyascii: Chinese becomes pinyin.

    Examples:
        >>> romanised("Пригожин"), romanised("جيش"), romanised("Karayılan")
        ('prigozhin', 'jysh', 'karayilan')
    """
    if word.isascii():
        return word.lower()
    table = _letters()
    lowered = "".join(c for c in unicodedata.normalize("NFC", word.lower()) if unicodedata.category(c) != "Mn")
    return "".join(table[c] if c in table else c if c.isascii() else anyascii(c).lower() for c in lowered)


def is_vowelless(word: str) -> bool:
    """Tell whether a word is of a script that leaves out vowels.

    Examples:
        >>> is_vowelless("جيش"), is_vowelless("полк")
        (True, False)
    """
    return not word.isascii() and any(unicodedata.name(c, "").startswith(_VOWELLESS) for c in word)


@cache
def _letters() -> dict[str, str]:
    return {letter: "" if latin == "-" else latin for letter, latin in tables.rows("tacitus.resolve.data", "scripts.tsv")}

"""Names of any script in small Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from anyascii import anyascii

from tacitus import tables

#: Alef maksura within a word is the "i" of Uyghur; at the end it is the "a" of Arabic.
_INNER = re.compile("\u0649(?=.)")
#: An "h" behind a consonant is a letter by itself and not half of "dh" or "sh": a vowel is put between.
_BREATH = re.compile("([\u062f\u062a\u0633\u0634\u0632\u06a9\u0643\u06af\u0637\u0635])([\u0647\u06be])")
#: Scripts whose words leave out most vowels; `unicodedata` names begin so.
_VOWELLESS = ("ARABIC", "HEBREW")


def romanised(word: str) -> str:
    """Return a word in lower-case ASCII letters, digits and whatever else of ASCII it had.

    Arabic (with its Persian, Urdu, Pashto, Kurdish and Uyghur letters), Hebrew and Cyrillic follow `scripts.tsv`, what
    else there is anyascii: Chinese becomes pinyin.

    Examples:
        >>> romanised("Пригожин"), romanised("جيش"), romanised("Azadî")
        ('prigozhin', 'jysh', 'azadi')
    """
    if word.isascii():
        return word.lower()
    table = _letters()
    lowered = "".join(c for c in unicodedata.normalize("NFC", word.lower()) if unicodedata.category(c) != "Mn")
    lowered = _BREATH.sub("\\1\u0627\\2", _INNER.sub("\u06cc", lowered))
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
    return {
        letter: "" if latin == "-" else latin for letter, latin in tables.rows("tacitus.resolve.data", "scripts.tsv")
    }

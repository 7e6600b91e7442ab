"""The key under which a place name is filed: one for all scripts and spellings that differ in marks alone."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

_OTHER = re.compile(r"[^a-z0-9]+")


class _Letters(dict[int, str | None]):
    """Code point to its letters in a key, or None when it has none; worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        """Return and keep the letters of a code point."""
        self[code] = _OTHER.sub("", anyascii(chr(code)).lower()) or None
        return self[code]


_LETTERS = _Letters()


def key_of(name: str) -> str:
    """Return the key of a name: NFKC, in Latin letters (anyascii), lower case, letters and digits alone.

    Examples:
        >>> key_of("Khān Shaykhūn"), key_of("Khan-Shaykhun"), key_of("Бахмут")
        ('khanshaykhun', 'khanshaykhun', 'bakhmut')
        >>> key_of("—")
        ''
    """
    whole = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return whole.translate(_LETTERS)

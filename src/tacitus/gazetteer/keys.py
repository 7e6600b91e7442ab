"""The key under which a place name is filed: one for all scripts and spellings that differ in marks alone."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

_OTHER = re.compile(r"[^a-z0-9]+")


def key_of(name: str) -> str:
    """Return the key of a name: NFKC, in Latin letters (anyascii), lower case, letters and digits alone.

    Examples:
        >>> key_of("Khān Shaykhūn"), key_of("Khan-Shaykhun"), key_of("Бахмут")
        ('khanshaykhun', 'khanshaykhun', 'bakhmut')
        >>> key_of("—")
        ''
    """
    if name.isascii():
        return _OTHER.sub("", name.lower())
    return _OTHER.sub("", anyascii(unicodedata.normalize("NFKC", name)).lower())

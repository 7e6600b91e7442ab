"""Folded text: the form in which the words of reports are searched, whatever their script and spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Between the pieces of one entry, so that no phrase is found across them; no word is folded to it.
APART = " | "
#: ASCII to lower case; whatever is no letter or digit is a space, and apostrophes go.
_PLAIN = {i: chr(i).lower() if chr(i).isalnum() else " " for i in range(128)} | dict.fromkeys(map(ord, "'`"))
#: The full stops inside of "U.S.", the comma inside of "1,200", the ending of "the hospital's". Each begins with its
#: sign and looks back from there: so the search for it runs at the speed of memory.
_DOT = re.compile(r"\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
_COMMA = re.compile(r",(?<=\d,)(?=\d{3}\b)")
_POSSESSIVE = re.compile(r"'s\b(?<=\w's)")
#: Characters that are words by themselves: scripts without spaces, and Korean, whose particles stick to words.
#: Hiragana, Katakana, Bopomofo, Hangul, ideographs; Thai, Lao, Myanmar, Khmer. (Blocks of the Unicode Standard 15.1.)
_ALONE = re.compile(
    "[\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff\u3005-\u3007\u0e01-\u0e3a\u0e40-\u0e4f\u0e80-\u0eff\u1000-\u109f"
    "\u1780-\u17dd]"
)
#: Marks that make another letter in Japanese (か, が); all other marks are left out by some writers.
_VOICED = "\u3099\u309a"
_QUOTED = re.compile(
    '["\u201c\u201d\u201e\u00ab\u00bb]([^"\u201c\u201d\u201e\u00ab\u00bb]*)["\u201c\u201d\u201e\u00ab\u00bb]'
)


def folded(text: str) -> str:
    """Return the words of a text as search files them, one space apart.

    Compatibility forms are resolved (NFKD, Unicode Standard Annex 15), marks, Arabic vowel signs and tatweel dropped,
    forms of Arabic, Persian and Urdu letters made one, digits of all scripts written 0 to 9, case folded. Apostrophes,
    ayn and hamza signs are dropped, other signs are spaces; "U.S." is "us", "1,200" is "1200", "hospital's" is
    "hospital". Each Chinese, Japanese, Korean and Thai character is a word. Folding twice changes nothing.

    ASCII takes a short way: tens of millions of characters a second; other text goes at 1 to 9 million, by script.

    Examples:
        >>> folded("The U.S. struck Khān Shaykhūn’s market: 1,200 fled")
        'the us struck khan shaykhun market 1200 fled'
        >>> folded("أُسَامَة") == folded("اسامه"), folded("停火 agreed")
        (True, '停 火 agreed')
    """
    low = text.lower() if text.isascii() else _wide(text)
    if "." in low:
        low = _DOT.sub("", low)
    if "," in low:
        low = _COMMA.sub("", low)
    if "'" in low:
        low = _POSSESSIVE.sub("", low)
    return " ".join(low.translate(_PLAIN).split())


def entry(pieces: Iterable[str]) -> str:
    """Return several pieces of text folded for one entry; no phrase is found across two of them.

    Examples:
        >>> entry(["Rebels hold Zenda.", "The army denies it."])
        'rebels hold zenda | the army denies it'
    """
    return APART.join(map(folded, pieces))


def phrases(query: str) -> tuple[str, ...]:
    """Return what a query looks for, folded: its words, and what stands in double quotes as one; each once, in order.

    A word that is folded to several ("al-Bab", "停火") is a phrase of these. Empty for a query without any word.

    Examples:
        >>> phrases('shelling "Tide Front" al-Bab')
        ('shelling', 'tide front', 'al bab')
    """
    found: list[str] = []
    at = 0
    for match in _QUOTED.finditer(query):
        found += (*query[at : match.start()].split(), match[1])
        at = match.end()
    found += query[at:].split()
    return tuple(dict.fromkeys(words for words in map(folded, found) if words))


def has_all(text: str, wanted: Iterable[str]) -> bool:
    """Tell whether all phrases stand in a folded text or entry, as whole words.

    Examples:
        >>> has_all("the tide front fled", ("tide front",)), has_all("the tide front fled", ("front tide",))
        (True, False)
    """
    padded = f" {text} "
    return all(f" {words} " in padded for words in wanted)


def _wide(text: str) -> str:
    """Return a text of any script with ASCII left to the caller, in lower case."""
    bare = unicodedata.normalize("NFKD", text.translate(_before())).translate(_LETTERS)
    return _ALONE.sub(r" \g<0> ", unicodedata.normalize("NFC", bare.casefold().translate(_LETTERS)))


@cache
def _before() -> dict[int, str]:
    """Return what must be replaced before Unicode decomposes it: an acute accent by itself becomes a space there."""
    return {ord(one): new for one, new in _table().items() if new == "'"}


@cache
def _table() -> dict[str, str]:
    """Return letter → how it is filed."""
    pairs = [
        (new, old) for new, olds in tables.rows("tacitus.ledger.data", "search_letters.tsv") for old in olds.split()
    ]
    return {case: new for new, old in pairs for case in (old, old.upper()) if len(case) == 1}


class _Letters(dict[int, str | None]):
    """Code point → how it is filed; worked out when a code point is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = made = _filed(chr(code))
        return made


_LETTERS = _Letters()


def _filed(one: str) -> str | None:
    """Return how one decomposed character is filed; None for what is dropped."""
    known = _table().get(one)
    if known is not None or one.isascii() or one in _VOICED:
        return known or one
    kind = unicodedata.category(one)
    if kind in ("Mn", "Me", "Cf") or one == "\u0640":
        return " " if one == "\u200c" else None
    if kind == "Nd":
        return str(unicodedata.decimal(one))
    return one if kind[0] in "LN" or kind == "Mc" else " "

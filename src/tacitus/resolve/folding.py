"""Folded letters that know where they stand in the text: a name is found in any spelling, and masked in place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Marks within a word: apostrophes and their kin, the marks of `fold`.
APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02be\u02bf\u0060\u00b4")
_TATWEEL = "\u0640"
#: Bytes written as in addresses (RFC 3986, section 2.1).
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_NO_LETTERS = re.compile(r"[\W_]+")
#: Scripts without blanks between words; `unicodedata` names begin so.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
#: General categories of what is no letter of its own: marks on letters, and signs that nobody sees (soft hyphens).
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Folded:
    """The letters and digits of a text, folded one by one.

    Attributes:
        text: The text as it stands.
        letters: Folded letters and digits alone, without anything between them.
        starts: Of each of them where its character begins in the text, in code points.
        ends: One past where it ends; several where the character is escaped, as in an address.
    """

    text: str
    letters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def gap(self, at: int) -> str:
        """Return what stands in the text between the letters `at - 1` and `at`, not escaped; "" at the edges."""
        return unquote(self.text[self.ends[at - 1] : self.starts[at]]) if 0 < at < len(self.letters) else ""

    def is_border(self, at: int) -> bool:
        """Tell whether a word ends or begins before the letter `at`: at a gap, between letters and digits, "aB".

        In scripts that write no blanks every letter may begin a word, and so may one behind a sign that nobody sees.
        """
        if not 0 < at < len(self.letters):
            return True
        if self.starts[at] == self.starts[at - 1]:  # two letters of one character
            return False
        if any(not _is_within(c) for c in self.gap(at)) or self.letters[at].isdigit() != self.letters[at - 1].isdigit():
            return True
        if _is_unspaced(self.letters[at]) or _is_unspaced(self.letters[at - 1]):
            return True
        return self.text[self.starts[at]].isupper() and self.text[self.starts[at - 1]].islower()

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Return where the letters `[first, last)` stand in the text, with the marks on the last of them."""
        end = self.ends[last - 1]
        while end < len(self.text) and unicodedata.category(self.text[end]) in _UNSEEN:
            end += 1
        return self.starts[first], end


def folded(text: str) -> Folded:
    """Return the letters of a text under which names are found.

    As `tacitus.resolve.fold.fold` has it, and beyond: escaped bytes of addresses are read, other Latin letters become
    ASCII, forms of Arabic letters become one, and no sign between letters counts.

    Examples:
        >>> folded("Al-Nuṣra").letters, folded("Łuk%C3%A1sz").letters
        ('alnusra', 'lukasz')
        >>> folded("é%41").ends
        (1, 4)
    """
    letters, starts, ends = [], [], []
    for char, start, end in _characters(text):
        for letter in _letters(char):
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Folded(text, "".join(letters), tuple(starts), tuple(ends))


def quick(text: str) -> str | None:
    """Return the letters of `folded` alone, a hundred times as fast, or None where they take a closer look.

    Examples:
        >>> quick("Al-Nuṣra"), quick("Łukasz"), quick("a%20b")
        ('alnusra', None, None)
    """
    if _ESCAPED.search(text):
        return None
    letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return letters if letters.isascii() else None


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield characters with their places; those that are written as escaped bytes as they are meant."""
    at = 0
    for escaped in _ESCAPED.finditer(text):
        yield from ((text[i], i, i + 1) for i in range(at, escaped.start()))
        at = escaped.start()
        for char in bytes.fromhex(escaped[0].replace("%", "")).decode("utf-8", "surrogateescape"):
            length = 3 * len(char.encode("utf-8", "surrogateescape"))
            yield char, at, at + length
            at += length
    yield from ((text[i], i, i + 1) for i in range(at, len(text)))


def _is_within(char: str) -> bool:
    """Tell whether a character between two letters leaves them in one word."""
    return char in APOSTROPHES or char == _TATWEEL or unicodedata.category(char) in ("Mn", "Me")


@lru_cache(maxsize=1 << 14)
def _is_unspaced(letter: str) -> bool:
    return not letter.isascii() and unicodedata.name(letter, "").startswith(_UNSPACED)


@lru_cache(maxsize=1 << 14)
def _letters(char: str) -> str:
    """Return the folded letters and digits of one character; "" for signs and marks."""
    if char in APOSTROPHES or char == _TATWEEL:
        return ""
    bare = _bare(_bare(char).casefold())
    return "".join(_plain(c) for c in bare if c.isalnum())


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in _UNSEEN)


def _plain(letter: str) -> str:
    """Return a letter in ASCII if it is Latin, else the form that it counts as."""
    if letter.isascii():
        return letter
    if unicodedata.name(letter, "").startswith("LATIN"):
        from anyascii import anyascii  # noqa: PLC0415 - only for the letters that no normal form takes apart

        return "".join(c for c in anyascii(letter).lower() if c.isalnum()) or letter
    return dict(_table("one")).get(letter, letter)


@cache
def _table(kind: str) -> tuple[tuple[str, str], ...]:
    rows = tables.rows("tacitus.resolve.data", "mask_letters.tsv")
    return tuple((letter, other) for kind_, letter, other in rows if kind_ == kind)


def spellings(name: str) -> tuple[Folded, ...]:
    """Return a name folded, with letters that may be written as two written so, and the other way round.

    Examples:
        >>> sorted(one.letters for one in spellings("Jörg")), sorted(one.letters for one in spellings("Joerg"))
        (['joerg', 'jorg'], ['joerg', 'jorg'])
    """
    whole = unicodedata.normalize("NFC", name)
    wide = narrow = whole.lower()
    for letter, two in _table("two"):
        wide, narrow = wide.replace(letter, two), narrow.replace(two, letter)
    forms = map(folded, (whole, wide, narrow))
    return tuple({form.letters: form for form in forms if form.letters}.values())

"""Names in pieces: what stands in brackets, and the words, with articles and glue undone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from tacitus import tables
from tacitus.resolve.letters import sound
from tacitus.resolve.scripts import is_vowelless, romanised
from tacitus.resolve.words import longest, meanings, sounded, words_of

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_MARKS = re.compile("['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02be\u02bf\u0060\u00b4\u2032\u0640\"“”«»]")
_ELIDED = re.compile(r"(?i)\b([ld])['\u2019](?=\w)")
_GAP = re.compile(r"[^\w/&]+|[_/&]+")
_MELTED = re.compile(r"([aeiu])(d|z|sh|ch|s|t|th|n|r|dh|c|l)")
_LINK = re.compile(r"u([rsdznt])$")
_GLUED_MELTED = re.compile(r"[aeiu](d|z|s|n|r|t)(?=\1)(?=.{4})")
_GLUED_ARTICLE = re.compile(r"[ae]l(?=[bcdfghjkmnpqrstvwxyz].{4})")
_GLUED_SON = re.compile(r"(?:bin|ibn|ben)[aeu]l(?=.{4})")
_GLUED_KUNYA = re.compile(r"ab[ou]u?l([a-z]{4,})")
_SERVANT = re.compile(r"c?[ae]b[dt](?:[aeiou]{1,3}l(?=[a-z]{3})|[aeiou]{0,3}(?=[a-z]{4}))(.*)")
_OF_GOD = re.compile(r"([a-z]{3,}?)(?:[aeou]|)(ll?ah)")
_OF_FAITH = re.compile(r"([a-z]{2,}?)(?:[aeuio]{1,2}(?:dd?|tt)|dd)(?:ine?|een|yn)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a name.

    Attributes:
        written: As it stands there, without marks.
        plain: In small Latin letters, without article.
        is_vowelless: Whether its script leaves out vowels.
    """

    written: str
    plain: str
    is_vowelless: bool


def split(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without what stands in brackets, and the contents of the brackets.

    Examples:
        >>> split("Al-Shabab (Mozambique)")
        ('Al-Shabab', ('Mozambique',))
    """
    text = unicodedata.normalize("NFKC", name)
    inside = tuple(part.strip() for part in _BRACKETS.findall(text) if part.strip())
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    return (outside, inside) if any(c.isalnum() for c in outside) else (" ".join(inside) or text.strip(), ())


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the words of a name, without articles, glued ones taken apart.

    Examples:
        >>> [p.plain for p in pieces("Abdelmalek al-Nasrallah")], [p.plain for p in pieces("Jabhat an-Nusra")]
        (['abd', 'malek', 'nasr', 'allah'], ['jabhat', 'nusra'])
    """
    words = [w for w in _GAP.split(_MARKS.sub("", _ELIDED.sub("", text).replace(".", _dot(text)))) if w]
    out: list[Piece] = []
    romans = [romanised(word) for word in words]
    for i, (word, latin) in enumerate(zip(words, romans, strict=True)):
        following = romans[i + 1] if i + 1 < len(romans) else ""
        if following and _is_article(latin, following, word):
            continue
        vowelless = is_vowelless(word)
        free = _unlinked(latin, following) if following and not vowelless else latin
        for part in _expanded(free):
            out.extend(Piece(word, p, vowelless) for p in _parts(part, is_vowelless=vowelless))
    return tuple(out)


def _dot(text: str) -> str:
    """Return what a full stop counts as: nothing in "U.S.", a gap in "Gen.Smith"."""
    return "" if re.search(r"\b\w\.\w\.?", text) else " "


def _is_article(latin: str, following: str, written: str) -> bool:
    if latin in words_of("article"):
        return not (written.isupper() and len(written) > 2)
    melted = _MELTED.fullmatch(latin)
    return bool(melted and following.startswith(melted[2]) and latin not in ("at", "is"))


def _unlinked(latin: str, following: str) -> str:
    """Return a word without the article of the next one: "Zakiur Rehman", "Hizbul Mujahideen"."""
    if len(latin) < 6 or latin in meanings() or sound(latin) in sounded():
        return latin
    if latin.endswith("ul"):
        return latin[:-2]
    melted = _LINK.search(latin)
    return latin[: melted.start()] if melted and following.startswith(melted[1]) else latin


def _expanded(latin: str) -> tuple[str, ...]:
    """Return the words that an abbreviation stands for: "ombr" is a separate mechanized brigade."""
    return _abbreviations().get(latin.strip("."), (latin,))


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    rows = tables.rows("tacitus.resolve.data", "abbreviations.tsv")
    return {romanised(word): tuple(said.split()) for said, words in rows for word in words.split()}


def _parts(latin: str, *, is_vowelless: bool) -> list[str]:
    """Return the words that one word is made of."""
    bare = "".join(c for c in latin if c.isalnum())
    if not bare:
        return []
    if is_vowelless:
        return _vowelless_parts(bare)
    if bare in meanings() or bare in _kept():
        return [bare]
    ayn = bare[1:] if bare[0] == "c" else bare  # Somali writes ayn as "c"
    said = sounded().get(sound(ayn))
    return [ayn] if said is not None and said.kind == "given" else _unglued(bare)


def _unglued(bare: str) -> list[str]:
    """Return what a word is made of that no table has: "Abdelmalek", "Nasrallah", "Nureddin", "Alshabaab"."""
    if bare in words_of("servant"):
        return ["abd"]
    servant = _SERVANT.fullmatch(bare)
    if servant:
        served = servant[1][servant[1][0] == servant[1][1] :]  # the article has melted: "Abdurrahman"
        return ["abd", *_parts(served, is_vowelless=False)]
    kunya = _GLUED_KUNYA.fullmatch(bare)
    if kunya:
        return ["abu", kunya[1]]
    for pattern, ending in ((_OF_GOD, "allah"), (_OF_FAITH, "din")):
        made = pattern.fullmatch(bare)
        if made:
            return [made[1], ending]
    found = _GLUED_SON.match(bare) or _GLUED_ARTICLE.match(bare) or _GLUED_MELTED.match(bare)
    return [bare[found.end() :]] if found else [bare]


def _vowelless_parts(bare: str) -> list[str]:
    known = meanings()
    for article in ("wal", "bal", "al", "ll"):
        if bare.startswith(article) and len(bare) >= len(article) + 2 and bare not in known and bare != "allh":
            return _vowelless_parts(bare[len(article) :])
    if bare.startswith("abd") and len(bare) >= 6 and bare not in known:
        return ["abd", *_vowelless_parts(bare[3:])]
    return ["allah"] if bare == "allh" else [bare]


@cache
def _kept() -> frozenset[str]:
    kinds = ("particle", "kunya", "father", "title", "honour", "binder", "kin")
    return frozenset().union(*(words_of(kind) for kind in kinds))


def phrase_at(words: tuple[Piece, ...], start: int) -> tuple[int, str]:
    """Return how many words from `start` on are one entry of the tables, the longest such, and its key; 1 if none."""
    known = meanings()
    for length in range(min(longest(), len(words) - start), 1, -1):
        parts = [p.plain for p in words[start : start + length]]
        for glue in ("_", ""):
            if glue.join(parts) in known:
                return length, glue.join(parts)
    return 1, words[start].plain

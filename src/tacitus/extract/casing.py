"""Copy in capitals, as news agencies sent it: the same text with small letters, so that names can be told from words.

Stretches in capitals (a whole report, a headline, a paragraph) are given the letters that the words usually have. The
text keeps its length, so that every offset stays true; evidence quotes the capitals of the original, names are shown
in ordinary letters.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.extract import naming
from tacitus.extract.entity_types import BODIES
from tacitus.extract.lexicon import countries, predicates, typed_words, word_set, words_by
from tacitus.extract.lexicon import words as word_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: A stretch has at least this many letters, and at least this share of them are capitals.
_LETTERS, _SHARE = 12, 0.9
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\S\n]*(?=\S)[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?:]\s*[\"”')\]]*\s*[\"“'(\[]*\s*$|^\W*$|\n\s*\n\W*$")
#: A dateline, behind which the first sentence begins.
_DATELINE = re.compile(r"^[^a-z\n]{2,70}?(?:--|—|–)\s*[\"“'(\[]*\s*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|COL|GEN|LT|MAJ|CAPT|SGT|DR|MR|MRS|MS|ST|BRIG|ADM|REV|HON|PROF|NO)\.\s*$")
_CLITICS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_MONTHS = frozenset({"may", "march"})
_DATE_NEAR = re.compile(r"(?:\d|\b(?:IN|ON|OF|SINCE|UNTIL|LAST|NEXT|EARLY|LATE|MID|BY|AND))[\s-]*$")
#: Letters before a word that may tell how it is written.
_REACH = 80
#: A word in brackets of at most this many letters that is no common word is an acronym.
_SHORT = 5
#: Endings of common words that the lists do not have, and of no names but short ones.
_COMMON = re.compile(r"\w{4,}(?:ed|ing|tions?|ments?|ness|ously|ally|ively|ists?|isms?)")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ion", "ment", "ness", "able")
_ARTICLES = frozenset({"al", "el", "de", "del", "la", "las", "los", "bin", "ibn", "y", "da", "von", "van"})


def restored(text: str) -> str:
    """Return a text of the same length with usual letters where whole stretches are in capitals.

    Examples:
        >>> restored("REBELS FROM KENYA SHELLED OBOCK ON MONDAY, COL. HADDAD SAID.")
        'Rebels from Kenya shelled Obock on Monday, Col. Haddad said.'
        >>> restored("NATO forces left.")
        'NATO forces left.'
    """
    stretches = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if is_in_capitals(m.group())]
    if not stretches:
        return text
    known = _usual(text, stretches)
    parts, at = [], 0
    for start, end in stretches:
        parts += [text[at:start], _small(text[start:end], known)]
        at = end
    return "".join((*parts, text[at:]))


def is_in_capitals(text: str) -> bool:
    """Tell whether the letters of a stretch are capitals: at least 12 letters, nine of ten."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _LETTERS and sum(c.isupper() for c in letters) >= _SHARE * len(letters)


def _usual(text: str, stretches: list[tuple[int, int]]) -> dict[str, str]:
    """Return lower-case word → how the rest of the text writes it; acronyms in brackets count as written so."""
    seen: dict[str, Counter[str]] = {}
    at = 0
    for start, end in (*stretches, (len(text), len(text))):
        for one, other in pairwise(_WORD.finditer(text, at, start)):
            if text[one.end() : other.start()] == " ":  # the second of the two begins no sentence
                seen.setdefault(other.group().lower(), Counter())[other.group()] += 1
        at = end
    usual = {word: max(forms, key=lambda f: (forms[f], f)) for word, forms in seen.items()}
    for match in re.finditer(r"\(([A-Z]{2,6})\)", text):
        words = _WORD.findall(text, max(0, match.start() - _REACH), match.start())
        is_word = len(match[1]) > _SHORT or _is_small(match[1].lower())
        if not is_word or any(
            naming.is_acronym_of(match[1], " ".join(words[-count:])) for count in range(2, len(words) + 1)
        ):
            usual.setdefault(match[1].lower(), match[1])
    return {word: form for word, form in usual.items() if len(word) == len(form)}


def _small(text: str, known: Mapping[str, str]) -> str:
    """Return one stretch with usual letters."""
    found = list(_WORD.finditer(text))
    forms = [_form(text, match, known) for match in found]
    for at in range(len(found)):
        _join_names(text, found, forms, at)
    out, last = [], 0
    for match, form in zip(found, forms, strict=True):
        word = form or match.group().lower()
        if _begins(text, match.start()) and word.islower():
            word = word.capitalize()
        out += [text[last : match.start()], word if len(word) == len(match.group()) else match.group()]
        last = match.end()
    return "".join((*out, text[last:]))


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence begins there."""
    before = text[max(0, at - _REACH) : at]
    is_first = at <= _REACH and bool(_DATELINE.search(before))
    return is_first or (bool(_SENTENCE_END.search(before)) and not _ABBREVIATED.search(before))


def _form(text: str, match: re.Match[str], known: Mapping[str, str]) -> str:
    """Return a word as it is usually written; "" where the words beside it decide."""
    word, start, end = match.group().lower(), match.start(), match.end()
    if len(word) == 1:
        return match.group() if text[end : end + 1] == "." else word
    if word in known:
        return known[word]
    if text[start - 1 : start] in ("'", "’") and word in _CLITICS:
        return word
    if word == "us":
        return "US" if re.search(r"\b(?:THE|A)\s+$", text[:start][-8:]) else word
    if word in _MONTHS:
        near = _DATE_NEAR.search(text[:start][-8:]) or re.match(r"\s*\d", text[end:][:4])
        return word.capitalize() if near else word
    return _listed(word)


def _listed(word: str) -> str:
    """Return a word as the lists write it; "" for words that are names beside names only."""
    if word in countries() or word in _calendar():
        return word.capitalize()
    if word in classes()["capitals"] or not re.search(r"[aeiouy]", word):
        return word.upper()
    if word in classes()["name"]:
        return word.capitalize()
    if word in classes()["maybe"] or word in _suffixes() or word in word_set("titles.tsv") or word in _ARTICLES:
        return ""
    return word if _is_small(word) else word.capitalize()


def _join_names(text: str, found: list[re.Match[str]], forms: list[str], at: int) -> None:
    """Settle an open word: a title before a name, and a part of a name behind one, have a capital."""
    word = found[at].group().lower()
    if forms[at]:
        return
    behind = forms[at + 1] if at + 1 < len(found) else ""
    before = forms[at - 1] if at else ""
    glued_behind = at + 1 < len(found) and text[found[at].end() : found[at + 1].start()].strip(' ."-\n') == ""
    glued_before = at > 0 and text[found[at - 1].end() : found[at].start()].strip(" \n") == ""
    titled = word in word_set("titles.tsv") and glued_behind and behind[:1].isupper() and not behind.isupper()
    named = glued_before and before[:1].isupper() and before.lower() not in countries()
    if word in _ARTICLES:
        forms[at] = word
    elif titled or (named and (word in classes()["maybe"] or word in _suffixes())):
        forms[at] = word.capitalize()
    else:
        forms[at] = word


def _is_small(word: str) -> bool:
    """Tell whether a word, or the word that it is made of, is a common word."""
    small = classes()["small"] | _vocabulary()
    if word in small:
        return True
    stems = (form for stem in _stems(word) for form in (stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem))
    return any(stem in small for stem in stems) or _COMMON.fullmatch(word) is not None


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield word[: -len(ending)]


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return `small`, `maybe`, `name` and `capitals` → lower-case words."""
    return {kind: frozenset(words) for kind, words in words_by("casing.txt").items()}


@cache
def _calendar() -> frozenset[str]:
    return word_group("calendar") - _MONTHS - {"today", "yesterday", "tomorrow", "tonight"}


@cache
def _suffixes() -> frozenset[str]:
    """Return the last words of names of bodies: "front", "brigade"."""
    return frozenset(word for word, kind in typed_words("name_suffixes.tsv").items() if kind in BODIES)


@cache
def _vocabulary() -> frozenset[str]:
    """Return the common words of the other lists."""
    listed = {part for entry in (*predicates("v"), *predicates("n")) for part in entry.split("_")}
    return frozenset((listed | set(typed_words("head_types.tsv"))) - set(countries()))

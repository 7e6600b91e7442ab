"""Dictionary forms of English words, by a table of irregular forms and by rules over the tag."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus.language.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOUBLED = re.compile(r"([bcdgklmnprtvz])\1$")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bcdgklmnprstvz]")
_NO_E = ("er", "en", "on", "it", "et", "or", "el", "op", "ip", "al", "om", "ow", "ew")
_UNKNOWN = 1_000_000
_NEEDS_E = re.compile(
    r"(?:[^aeiou][aeiou][bcdgklmnprstuvz]|[uv]|[^aeiou]l|[aeiou]s|[rnl][csvg]|dg|[^s]s|ng|at|iz|is|uc|c)$"
)
_VERB_SUFFIX = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}
_PAST = re.compile(r"(?!(?:sh|w|b|embe?|shr|sl)ed$)\w+[^e]ed")
"""A past form by its look; "need", "feed", "shed" and the like are none."""
_MARKS = str.maketrans("“”‘’–—", "\"\"''--")


@dataclass(frozen=True, slots=True)
class Lemmatizer:
    """Finds dictionary forms.

    Attributes:
        ranks: Lower-case words of English, inflected forms among them, each with its rank by frequency; the ranks
            decide whether a stem takes an `e`. The subword vocabulary serves.
    """

    ranks: Mapping[str, int]

    def lemma(self, word: str, upos: str, xpos: str) -> str:
        """Return the dictionary form of `word`: lower case, except for names.

        Args:
            word: The word as written.
            upos: Universal part of speech.
            xpos: Penn Treebank tag.

        Examples:
            >>> lemmatizer = Lemmatizer({"release": 1, "shell": 2})
            >>> lemmatizer.lemma("released", "VERB", "VBD"), lemmatizer.lemma("shelling", "VERB", "VBG")
            ('release', 'shell')
        """
        if upos == "PROPN" or xpos in {"NNP", "NNPS"}:
            return word
        form = word.lower()
        fixed = _fixed(form, upos, xpos)
        if fixed:
            return fixed
        if upos in {"VERB", "AUX"}:
            return self._verb(form, xpos)
        if xpos == "NNS":
            return self._noun(form)
        return self._compared(form) if xpos in {"JJR", "JJS", "RBR", "RBS"} else form

    def _verb(self, form: str, xpos: str) -> str:
        """Return the infinitive of a regular verb form."""
        if xpos in {"VB", "VBP", "VBZ"} and _PAST.fullmatch(form):  # the tag is wrong: "has not pledged/VB"
            xpos = "VBD"
        elif xpos == "VBZ" or (xpos == "VBD" and form.endswith("s")):  # no past ends so: "blast kills/VBD 17"
            return self._noun(form)
        suffix = _VERB_SUFFIX.get(xpos, "")
        stem = form.removesuffix(suffix)
        if stem == form or len(stem) < 2 or not any(char in "aeiouy" for char in stem):
            return form
        return self._stem(stem)

    def _stem(self, stem: str) -> str:
        """Return the base whose ending `-ed`, `-ing`, `-er` or `-est` was taken off."""
        if stem.endswith("i"):
            return stem[:-1] + "y" if len(stem) > 2 else stem + "e"
        if _DOUBLED.search(stem) and self._rank(stem[:-1]) < self._rank(stem):
            return stem[:-1]
        plain, with_e = self._rank(stem), self._rank(stem + "e")
        if plain == with_e:  # neither is a known word
            takes_e = _NEEDS_E.search(stem) and not stem.endswith(_NO_E)
            return stem + "e" if takes_e else stem
        is_short = _SHORT.fullmatch(stem) is not None and with_e < _UNKNOWN
        return stem + "e" if is_short or with_e < plain else stem

    def _rank(self, word: str) -> int:
        return self.ranks.get(word, _UNKNOWN)

    def _noun(self, form: str) -> str:
        """Return the singular of a regular plural, or the infinitive of a verb in `-s`."""
        if not form.endswith("s") or form.endswith(("ss", "us", "is")) or len(form) < 3 or form[0].isdigit():
            return form
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and form[:-1] not in {"cache", "ache", "axe"}:
            return form[:-2]
        if form.endswith(("'s", "’s")):
            return form[:-2]
        return form[:-1]

    def _compared(self, form: str) -> str:
        """Return the positive of a regular comparative or superlative."""
        for suffix in ("est", "er"):
            stem = form.removesuffix(suffix)
            if stem != form and len(stem) > 1:
                return self._stem(stem)
        return form


def _fixed(form: str, upos: str, xpos: str) -> str:
    """Return the dictionary form that the word's class or the table of irregular forms sets, or nothing."""
    if xpos == "POS":
        return "'s"
    if upos == "PUNCT":
        return form.translate(_MARKS)
    if xpos == "PRP$":
        return form
    if xpos == "MD" and form in {"'d", "’d"}:
        return "would"
    return _irregular().get((form, "VERB" if upos == "AUX" else upos), "")


@cache
def _irregular() -> dict[tuple[str, str], str]:
    """Return (form, part of speech) to dictionary form."""
    table: dict[tuple[str, str], str] = {}
    for lemma, part, *forms in rows("irregular.tsv"):
        table[lemma, part] = lemma
        for form in forms[0].split() if forms else ():
            table.setdefault((form, part), lemma)
    return table

"""The language of a text: by its words when there are enough, else by its script alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from tacitus.read.tables import rows

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

#: Fewer letters tell the script only: py3langid misread strings of two words.
MIN_LETTERS = 20
#: Less sure than this is "unsure". Sixty single English sentences full of foreign names had 0.81 or more, bare lists of
#: names in foreign towns 0.8 or less.
MIN_SURE = 0.8
#: The opening tells as much as the whole, and keeps the work bounded.
_SAMPLE = 4000
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
#: A text of so many words is plainly English when the words of the list are so many of the whole, and of each quarter:
#: in English reports they are one word in seven; a text that goes on in another language has a quarter without them.
_MIN_WORDS = 40
_SHARE = 0.08
_SHARE_OF_QUARTER = 0.03


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that `text` is written in, or None when unsure.

    Examples:
        >>> language_of("The ministry said on Monday that both bridges were still open to traffic.")
        'en'
        >>> language_of("12.30, 14.15") is None
        True
        >>> language_of("Θεσσαλονίκη")
        'el'
    """
    sample = text.strip()[:_SAMPLE]
    letters = _LETTER.findall(sample)
    if len(letters) < MIN_LETTERS:
        return _by_script(letters)
    if _is_plainly_english(sample):
        return "en"
    code, sure = _identifier().classify(sample)
    return str(code) if sure >= MIN_SURE else _by_script(letters)


def _is_plainly_english(sample: str) -> bool:
    """Tell whether the commonest words settle it: most runs then need no model of languages, whose load takes 0.6 s."""
    listed = _english()
    marks = [word in listed for word in _WORD.findall(sample.lower())]
    size = len(marks)
    quarters = [marks[size * at // 4 : size * (at + 1) // 4] for at in range(4)]
    return (
        size >= _MIN_WORDS
        and sum(marks) >= _SHARE * size
        and all(sum(quarter) >= _SHARE_OF_QUARTER * len(quarter) for quarter in quarters)
    )


@cache
def _english() -> frozenset[str]:
    return frozenset(word for (word,) in rows("english.tsv"))


def _by_script(letters: list[str]) -> str | None:
    """Return the only language of the commonest script, or None when several are written in it."""
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in letters)
    if not scripts:
        return None
    (script, _), *_ = scripts.most_common(1)
    return next((code for name, code in rows("scripts.tsv") if name == script), None)


@cache
def _identifier() -> LanguageIdentifier:
    """Return the identifier, restricted to languages with an ISO 639-1 code."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 0.3 s and numpy, only when needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier

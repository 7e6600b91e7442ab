"""The names of the ledger in a question: found whatever their case, so that the engine reads each as one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.extract import lexicon
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Words that a name may have in a question.
_LONGEST = 8
_WORD = re.compile(r"[^\s,;:?!()\"“”]+")
#: An article before a name: invented names have none.
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
#: A folded name that tells whose army or government it is.
_GOVERNED = re.compile(r"(?:.* )?(?:army|government|regime|military|ministry|president|republic|police)\b.* of (\w+)")
#: What may hang on a name and is no part of it.
_POSSESSIVE = re.compile(r"(?:['’]s?)?[.']*$")
#: Invented names without meaning, which stand for names of several words while the engine reads a question.
_STANDINS = ("Karvenia", "Belmora", "Tolvania", "Dorvenia", "Melkoria", "Zarvania", "Ulmeria", "Orlovia")
#: Another, for people whom a question knows by what was done to them.
PEOPLE = "Velmoria"


@dataclass(frozen=True)
class Book:
    """The names of a view.

    Attributes:
        names: As written.
    """

    names: tuple[str, ...]

    @cached_property
    def by_key(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name → its spellings, sorted."""
        out: dict[str, list[str]] = {}
        for name in self.names:
            out.setdefault(fold(name), []).append(name)
        return {key: tuple(sorted(found)) for key, found in out.items()}

    @cached_property
    def proper(self) -> Mapping[str, str]:
        """Folded name → a proper spelling of it."""
        found = {key: [n for n in names if is_proper(n)] for key, names in self.by_key.items()}
        return {key: names[0] for key, names in found.items() if names}

    @cached_property
    def lands(self) -> frozenset[str]:
        """Folded names of countries: known ones, and those that an army or a government is of."""
        known = {fold(name) for name in lexicon.countries()}
        return frozenset(known | {found[1] for key in self.by_key if (found := _GOVERNED.fullmatch(key))})

    def holding(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the folded names in which one of these stands as whole words, side by side; themselves too."""
        wanted = [f" {key} " for key in keys if key]
        return frozenset(k for k in self.by_key if any(w in f" {k} " for w in wanted))


@dataclass(frozen=True, slots=True)
class Spelt:
    """A question as the engine reads it.

    Attributes:
        text: With one invented word for each name of several words.
        names: Invented word → the name, as the question or the ledger writes it.
    """

    text: str
    names: Mapping[str, str]

    def back(self, words: str) -> str:
        """Return words of the text with the true names."""
        for standin, name in self.names.items():
            words = words.replace(standin, name)
        return words


def spelt(question: str, book: Book) -> Spelt:
    """Return a question with the ledger's names told apart from its other words, the longest names first."""
    words = list(_WORD.finditer(question))
    is_plain = not any(w[0][0].isupper() for w in words[1:])
    out: list[str] = []
    names: dict[str, str] = {}
    at = end = 0
    while at < len(words):
        size, name, tail = _name_at(words, at, question, book, is_plain=is_plain)
        if size:
            is_one = size == 1 and "-" not in name
            shown = name if is_one or len(names) == len(_STANDINS) else _STANDINS[len(names)]
            if shown != name:
                names[shown] = name
            before = question[end : words[at].start()]
            out.append((_ARTICLE.sub("", before) if shown != name else before) + shown + tail)
            end = words[at + size - 1].end()
        at += size or 1
    return Spelt("".join(out) + question[end:], names)


def _name_at(words: list[re.Match[str]], at: int, question: str, book: Book, *, is_plain: bool) -> tuple[int, str, str]:
    """Return how many words from here on are a name, the name, and what hangs on it; 0 words for none."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        said = question[words[at].start() : words[at + size - 1].end()]
        hanging = _POSSESSIVE.search(said)
        tail = hanging[0] if hanging else ""
        bare = said.removesuffix(tail)
        name = book.proper.get(fold(bare))
        if name is None or fold(bare.split()[0]) in ("the", "a", "an"):
            continue
        if size == 1 and not bare[0].isupper() and not (is_plain and _may_be_name(bare)):
            continue
        if bare[0].isupper() or " " in bare:
            return size, bare if bare[0].isupper() else name, tail
        return size, name, tail
    return 0, "", ""


def _may_be_name(word: str) -> bool:
    """Tell whether a word without capital, in a question without any, can be a name: no word that reports know."""
    return len(word) > 1 and not is_common(word) and word not in lists.words("plain")


def is_common(key: str) -> bool:
    """Tell whether a folded name is one common word, as "Front" and "Commander" are: it names many.

    Examples:
        >>> is_common("commander"), is_common("wagner"), is_common("tide front")
        (True, False, False)
    """
    known = (lexicon.typed_words("head_types.tsv"), lexicon.predicates("v"), lexicon.predicates("n"))
    return any(key in words for words in known) or bool(lists.relation_of(key))

"""Where a name stands in a text, in whatever spelling: the places that are masked, and the proof that none is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.model.span import Span, merge
from tacitus.resolve.folding import APOSTROPHES, Folded, folded, quick, spellings
from tacitus.resolve.telling import is_common, is_link, telling, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What stands in the place of each code point that is masked (U+2588).
MASK = "\u2588"
#: A name of several words is found inside of longer words when it has so many letters: "mromartest85".
_LONG, _LONG_OTHER = 8, 6
#: A plural's "s" is no part of a word of at least so many letters: "the Rasks".
_PLURAL = 4
#: Letters that are written onto the word behind them: French "l'" and "d'"; Arabic "and", "so", "with", "to", "like".
_PREFIXES = frozenset("ldوفبلك")
#: Signs between two words of a name that stand out of order, at most: "Rask, Omar".
_SIGNS = 2
#: So many line ends between them part two paragraphs.
_LINES = 2
_BLANK = re.compile(rf"[\s{MASK}]+")
_HYPHENATED = re.compile(r"\W*[-\u2010\u2011]\s*\n\s*\W*")
_ADDRESS = re.compile(r"[/@#_=&%]")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is looked for.

    Attributes:
        forms: Its spellings.
        words: Its folded words, a set.
        telling: Those that point to the person.
        is_single: Whether it is one word.
    """

    forms: tuple[Folded, ...]
    words: frozenset[str]
    telling: frozenset[str]
    is_single: bool


class Spots:
    """Finds names in strings: folded, joined or hyphenated, in addresses, with endings, in another order.

    A single word that sentences also have in small letters ("Hope") is found with a capital only, or in an address.
    Of a name with two telling words, any two of them side by side are it.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Look for these names.

        Raises:
            InvalidValueError: If a name has fewer than two letters or digits, for it would be found everywhere.
        """
        self._names = tuple(map(_name, sorted(set(names))))

    def of(self, text: str) -> tuple[Span, ...]:
        """Return where the names stand, in order, apart from one another."""
        letters = quick(text)
        if letters is not None and not any(_may_be_in(letters, name) for name in self._names):
            return ()
        return merge(Span(*spot) for spot in self._found(folded(text)))

    def masked(self, text: str) -> str:
        """Return the text with each code point of the names masked, but line ends; it keeps its length.

        Examples:
            >>> Spots(["Omar Rask"]).masked("Rask, Omar; @omarrask")
            '██████████; @████████'
        """
        while spots := self.of(text):  # what is left may now stand by itself
            for spot in spots:
                text = cover(text, spot)
        return text

    def _found(self, text: Folded) -> Iterator[tuple[int, int]]:
        tokens: tuple[tuple[int, int], ...] = ()
        for name in self._names:
            for form in name.forms:
                yield from (text.stretch(a, b) for a, b in _whole(text, form, name))
            if sum(word in text.letters for word in name.telling) > 1:
                tokens = tokens or tuple(pairwise(at for at in range(len(text.letters) + 1) if text.is_border(at)))
                yield from (text.stretch(a, b) for a, b in _runs(text, tokens, name))


def cover(text: str, span: Span) -> str:
    """Return a text with every code point of a span masked, but line ends."""
    return text[: span.start] + re.sub(r"[^\r\n]", MASK, span.of(text)) + text[span.end :]


def _name(written: str) -> _Name:
    forms = tuple(form for form in spellings(written) if len(form.letters) > 1)
    own = words(written)
    if not forms:
        raise InvalidValueError("name to mask", written, "a name with at least two letters", "Give the full name.")
    return _Name(forms, frozenset(own), frozenset(telling(written)), len(own) == 1)


def _may_be_in(letters: str, name: _Name) -> bool:
    """Tell whether a text with these letters and no others can have the name."""
    return any(form.letters in letters for form in name.forms) or sum(word in letters for word in name.telling) > 1


def _whole(text: Folded, form: Folded, name: _Name) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in its own order."""
    first = text.letters.find(form.letters)
    while first >= 0:
        last = first + len(form.letters)
        is_word = _is_long(form, name) or _is_bounded(text, first, last)
        if is_word and _is_held(text, form, first) and (not name.is_single or _stands_out(text, first, last)):
            yield first, last
        first = text.letters.find(form.letters, first + 1)


def _is_held(text: Folded, form: Folded, first: int) -> bool:
    """Tell whether no blank parts the text's letters where the name has none, but at the end of a line."""
    for at in range(1, len(form.letters)):
        gap = text.gap(first + at)
        if gap and _BLANK.search(gap) and not form.is_border(at) and not _HYPHENATED.fullmatch(gap):
            return False
    return True


def _is_long(form: Folded, name: _Name) -> bool:
    return not name.is_single and len(form.letters) >= (_LONG if form.letters.isascii() else _LONG_OTHER)


def _is_bounded(text: Folded, first: int, last: int) -> bool:
    """Tell whether a word begins and ends there, apart from what is written onto it."""
    letters = text.letters
    begins = text.is_border(first) or (letters[first - 1] in _PREFIXES and text.is_border(first - 1))
    is_plural = last - first >= _PLURAL and letters[last : last + 1] == "s" and text.is_border(last + 1)
    return begins and (text.is_border(last) or is_plural or not APOSTROPHES.isdisjoint(text.gap(last)))


def _stands_out(text: Folded, first: int, last: int) -> bool:
    """Tell whether one word is a name there, and no word of the sentence."""
    if not is_common(text.letters[first:last]) or not text.text[text.starts[first]].islower():
        return True
    before = text.text[: text.starts[first]].rsplit(maxsplit=1)
    after = text.text[text.ends[last - 1] :].split(maxsplit=1)
    left = before[-1] if before and not text.text[text.starts[first] - 1].isspace() else ""
    right = after[0] if after and not text.text[text.ends[last - 1]].isspace() else ""
    return bool(_ADDRESS.search(left + right))


def _runs(text: Folded, tokens: tuple[tuple[int, int], ...], name: _Name) -> Iterator[tuple[int, int]]:
    """Yield where at least two telling words of a name stand side by side, with what else of it is between them."""
    run: list[tuple[int, int]] = []
    for token in (*tokens, None):
        if run and (token is None or not _goes_on(text, token, name)):
            yield from _run(text, run, name)
            run = []
        if token is not None and _word(text, token, name) is not None:
            run.append(token)


def _goes_on(text: Folded, token: tuple[int, int], name: _Name) -> bool:
    gap = text.gap(token[0])
    is_near = len(_BLANK.sub("", gap)) <= _SIGNS and gap.count("\n") < _LINES
    return is_near and _word(text, token, name) is not None


def _word(text: Folded, token: tuple[int, int], name: _Name) -> str | None:
    """Return the word of the name that stands there; "" for an initial or "bin", None for anything else."""
    word = text.letters[slice(*token)]
    for form in (word, word.removesuffix("s")):
        if form in name.words:
            return form
    return "" if len(word) == 1 or is_link(word) else None


def _run(text: Folded, run: list[tuple[int, int]], name: _Name) -> Iterator[tuple[int, int]]:
    own = [(token, word) for token in run if (word := _word(text, token, name))]
    told = [(token, word) for token, word in own if word in name.telling]
    if len({word for _, word in told}) < 2:
        return
    is_rare = any(not is_common(word) for _, word in told)
    if is_rare or all(not text.text[text.starts[first]].islower() for (first, _), _ in told):
        (_, last), word = own[-1]
        yield own[0][0][0], last - (text.letters[last - len(word) : last] != word)  # without a plural's "s"

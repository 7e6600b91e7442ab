"""Grammars over word classes: patterns from a list, the best of them at each place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING, Generic, TypeVar

from tacitus.errors import UnknownNameError
from tacitus.extract.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tacitus.extract.word_classes import Coded, Lexicon

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase of a grammar.

    Attributes:
        stage: Number of the pass.
        reader: Name of the function that says what the phrase means.
        pattern: Over the classes of a `Coded` text.
    """

    stage: int
    reader: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A place where a rule fits.

    Attributes:
        rule: Which.
        match: On the codes of the text.
        coded: The text.
    """

    rule: Rule
    match: re.Match[str]
    coded: Coded[T]

    def has(self, name: str) -> bool:
        """Tell whether the named part of the rule was there."""
        return name in self.rule.pattern.groupindex and self.match.start(name) >= 0

    def value(self, name: str) -> str:
        """Return the value of the first token of a named part, or "" if it was not there."""
        return self.coded.value(self.match.start(name)) if self.has(name) else ""

    def word(self, name: str) -> str:
        """Return the first word of a named part, or "" if it was not there."""
        return self.coded.word(self.match.start(name)) if self.has(name) else ""

    def number(self, name: str) -> int | None:
        """Return the whole number that a named part says ("12th", "1,200", "twelve"), or None if it says none."""
        digits = re.match(r"[0-9,]+", self.value(name))
        return int(digits.group().replace(",", "")) if digits else None

    def thing(self, name: str) -> T:
        """Return what an earlier pass found at a named part.

        Raises:
            KeyError: If no pass has filled that place: the rule is wrong.
        """
        return self.coded.found[self.coded.starts[self.match.start(name)]]

    def is_before(self, *classes: str) -> bool:
        """Tell whether the token before the phrase has one of the classes."""
        return self.coded.is_at(self.match.start() - 1, *classes)

    def is_after(self, *classes: str) -> bool:
        """Tell whether the token after the phrase has one of the classes."""
        return self.coded.is_at(self.match.end(), *classes)

    @property
    def start(self) -> int:
        """Offset of the phrase in the text."""
        return self.coded.starts[self.match.start()]

    @property
    def end(self) -> int:
        """Offset after the phrase in the text."""
        return self.coded.ends[self.match.end() - 1]


@cache
def rules(name: str, words: Callable[[], Lexicon]) -> tuple[tuple[Rule, ...], ...]:
    """Return the rules of a list (`pass, reader, pattern`), one tuple a pass, in the order of the list.

    Raises:
        UnknownNameError: If a pattern names a class that the lexicon does not have.
    """
    macros: dict[str, str] = {}
    out: list[Rule] = []
    for stage, reader, pattern in rows(name):
        full = re.sub(r"\{([a-z]+)\}", lambda match: macros[match[1]], pattern)
        if stage == "=":
            macros[reader] = full
        else:
            out.append(Rule(int(stage), reader, _compiled(full, words())))
    stages = sorted({rule.stage for rule in out})
    return tuple(tuple(rule for rule in out if rule.stage == stage) for stage in stages)


def _compiled(pattern: str, words: Lexicon) -> re.Pattern[str]:
    def code(match: re.Match[str]) -> str:
        if match[0] not in words.codes:
            raise UnknownNameError("word class", match[0], words.codes, "Name a class of the word list.")
        return words.codes[match[0]]

    coded = re.sub(r"[A-Z]+", code, pattern).replace(" ", "")
    named = re.sub(r"<([a-z]+):([^<>]*)>", r"(?P<\1>\2)", coded)
    return re.compile(re.sub(r"\((?!\?)", "(?:", named))


def best(coded: Coded[T], grammar: Sequence[Rule], read: Callable[[Hit[T]], tuple[str, T] | None]) -> Coded[T]:
    """Return the text with the phrases of one pass put in place, from left to right, the longest first.

    Args:
        coded: The text.
        grammar: The rules of the pass.
        read: Gives class and meaning of a phrase, or None to refuse it.
    """
    return coded.replace(_chosen(coded, grammar, read))


def _matches(rule: Rule, order: int, codes: str) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    """Yield start, negative end and order, which rank a match, with the match itself."""
    for match in rule.pattern.finditer(codes):
        yield match.start(), -match.end(), order, match


def _chosen(
    coded: Coded[T], grammar: Sequence[Rule], read: Callable[[Hit[T]], tuple[str, T] | None]
) -> Iterator[tuple[int, int, str, T]]:
    found = (_matches(rule, order, coded.codes) for order, rule in enumerate(grammar))
    at = 0
    for start, _, order, match in merge(*found):  # lazily, so that a long text needs no more memory than a short one
        if start < at:
            continue
        meant = read(Hit(grammar[order], match, coded))
        if meant is not None:
            yield match.start(), match.end(), *meant
            at = match.end()

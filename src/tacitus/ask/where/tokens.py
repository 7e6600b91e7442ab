"""The words and signs of a condition, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from tacitus.ask.where.errors import WhereError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape(Enum):
    """What a token looks like."""

    WORD = auto()
    QUOTED = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a quoted text without its quotes, a sign, or the end.

    Attributes:
        shape: What it looks like.
        text: What it says; "" for the end.
        start: First code point of it in the condition, its quote included.
        end: One past the last one.
    """

    shape: Shape
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Tell whether it is one of these words, in any case, and not in quotes."""
        return self.shape is Shape.WORD and self.text.lower() in words

    def is_sign(self, *signs: str) -> bool:
        """Tell whether it is one of these signs."""
        return self.shape is Shape.SIGN and self.text in signs


#: Straight and curly double quotes, and single ones where a word begins. A backslash takes the next sign as it is.
_QUOTED = r""" "(?P<double>(?:\\.|[^"\\])*)" | “(?P<curly>[^”]*)” | '(?P<single>(?:\\.|[^'\\])*)' """
_TOKEN = re.compile(
    rf""" {_QUOTED} | (?P<sign>!=|<=|>=|[=<>~(),]) | (?P<word>[^\s=<>~(),!"“”'](?:[^\s=<>~(),!"“”])*) """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a condition, the end last.

    Raises:
        WhereError: If a quote is not closed, or a sign means nothing.
    """
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            raise _stray(text, at)
        yield _token(match)
        at = match.end()
    yield Token(Shape.END, "", len(text), len(text))


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    shape = {"sign": Shape.SIGN, "word": Shape.WORD}.get(kind, Shape.QUOTED)
    text = match[kind]
    if kind in ("double", "single"):
        text = _ESCAPED.sub(r"\1", text)
    return Token(shape, text, match.start(), match.end())


def _stray(text: str, at: int) -> WhereError:
    if text[at] in "\"“'":
        return WhereError(text, (at, len(text)), "this quote is not closed", "a text between two quotes")
    return WhereError(
        text, (at, at + 1), f"{text[at]!r} means nothing here", "a word, a text in quotes, = != < <= > >= ~ ( ) ,"
    )

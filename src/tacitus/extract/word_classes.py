"""Texts as strings of word classes, so that a grammar of phrases is a list of regular expressions.

A text becomes one character a token; a pattern over classes then scans it as fast as any regular expression. What a
pass finds takes the place of its tokens, and the next pass sees it as one. Times and counts are both read this way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

from tacitus.extract.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

#: Classes are private-use characters, which mean nothing to `re`.
_FIRST_CODE = 0xE000
#: No number that we read is longer; longer runs of digits are identifiers.
_LONGEST_NUMBER = 18
_MARKS = {
    ".": "DOT",
    ",": "COMMA",
    "،": "COMMA",
    "—": "EMDASH",
    "/": "SLASHMARK",
    "(": "LPAREN",
    ")": "RPAREN",
} | dict.fromkeys("-–−‐‑", "DASH")
_CUTS = r"""
  (?P<BREAK>\n[^\S\n]*+\n\s*+)
| [^\S\n]++
| (?P<ISO>(?<![\w.-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{4,12}Z?)?(?![\w-]))
| (?P<SLASHED>(?<![\w/.-])[0-9]{1,2}
    (?:(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)(?:[0-9]{4}|[0-9]{2})|-[0-9]{1,2}-[0-9]{4})(?![\w/]|[.-][0-9]))
| (?P<CLOCK>(?<![\w:.-])[0-9]{1,2}
    (?: :[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b\.?)? | (?:\.[0-9]{2})?\s?[ap]\.?m\b\.? )(?![:\w]))
| (?P<ORD>[0-9]{1,3}(?:st|nd|rd|th)(?!\w))
| (?P<DECADE>(?:(?:1[0-9]|20)[0-9]|(?<!\w)['’][0-9])0['’]?s(?!\w))
| (?P<NUM>[0-9]++(?:,[0-9]{3}(?![0-9])){0,5}+(?:\.[0-9]++)?+(?!\w))
| (?P<POSS>['’]s?(?!\w))
| (?P<DOTTED>(?<!\w)(?i:DOTTED_WORDS)\.)
| (?P<WORD>[^\W\d_]++(?![\d_]))
| (?P<OTHER>\w++)
| (?P<MARK>[^\w\s])
"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their classes and values, and the pattern that cuts a text into tokens.

    Attributes:
        codes: Class → the character that stands for it.
        names: The other way round.
        words: Word → (class, value). A word written with a capital counts only so, or in capitals.
        token: Cuts a text; the name of the group that matched is the class of a token that no list has.
    """

    codes: Mapping[str, str]
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, str]]
    token: re.Pattern[str]

    def find(self, word: str) -> tuple[str, str] | None:
        """Return class and value of a word, or None if no list has it."""
        return self.words.get(word) or self.words.get(word.lower())


@dataclass(slots=True)
class Coded(Generic[T]):
    """A text as classes; position `i` is token `i`, or what a pass has put in the place of several tokens.

    Attributes:
        text: The text.
        lexicon: Classes and words.
        codes: One character a position.
        starts: Offset of each position in the text.
        ends: Offset after each position.
        found: What stands at a position that a pass has filled, by offset of its start.
    """

    text: str
    lexicon: Lexicon
    codes: str
    starts: list[int]
    ends: list[int]
    found: dict[int, T] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """Return the words at a position."""
        return self.text[self.starts[index] : self.ends[index]]

    def value(self, index: int) -> str:
        """Return the value that the list gives to a token, or the token itself."""
        known = self.lexicon.find(self.word(index))
        return known[1] if known else self.word(index)

    def is_at(self, index: int, *classes: str) -> bool:
        """Tell whether the position exists and has one of the classes."""
        return 0 <= index < len(self.codes) and self.lexicon.names[self.codes[index]] in classes

    def replace(self, pieces: Iterable[tuple[int, int, str, T]]) -> Coded[T]:
        """Return the text with each piece (first position, one past the last, class, what it is) put as one."""
        codes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        found = dict(self.found)
        at = 0
        for first, last, name, thing in pieces:
            codes += (self.codes[at:first], self.lexicon.codes[name])
            starts += self.starts[at : first + 1]
            ends += (*self.ends[at:first], self.ends[last - 1])
            found[self.starts[first]] = thing
            at = last
        return Coded(
            self.text,
            self.lexicon,
            "".join((*codes, self.codes[at:])),
            starts + self.starts[at:],
            ends + self.ends[at:],
            found,
        )


@cache
def lexicon(name: str, extra: tuple[str, ...] = ()) -> Lexicon:
    """Return the lexicon of a list of `class, value, words`; `extra` are classes that have no words."""
    words: dict[str, tuple[str, str]] = {}
    names = {*re.findall(r"\?P<([A-Z]+)>", _CUTS), *_MARKS.values(), "CAP", "DAY", "YEAR", *extra}
    for kind, value, listed in rows(name):
        names.add(kind)
        for word in listed.split():
            words.update(dict.fromkeys({word, word.upper()}, (kind, value)))
    codes = {kind: chr(_FIRST_CODE + number) for number, kind in enumerate(sorted(names))}
    dotted = "|".join(sorted({re.escape(word[:-1]) for word in words if word[-1] == "."}, key=len, reverse=True))
    back = {code: kind for kind, code in codes.items()}
    return Lexicon(codes, back, words, re.compile(_CUTS.replace("DOTTED_WORDS", dotted or r"(?!)"), re.VERBOSE))


def encode(text: str, words: Lexicon) -> Coded[T]:
    """Return the text as classes. Linear in its length."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in words.token.finditer(text):
        if match.lastgroup is None:  # white space
            continue
        start, end = match.span()
        codes.append(words.codes[_class_of(match.lastgroup, match.group(), words)])
        starts.append(start)
        ends.append(end)
    return Coded(text, words, "".join(codes), starts, ends)


def _class_of(group: str, token: str, words: Lexicon) -> str:
    if group in ("WORD", "OTHER", "DOTTED", "MARK"):
        known = words.find(token)
        if known:
            return known[0]
        if group == "MARK":
            return _MARKS.get(token, "MARK")
        return "CAP" if group == "WORD" and token[0].isupper() else group
    return _number_class(token) if group == "NUM" else group


def _number_class(token: str) -> str:
    if len(token) > _LONGEST_NUMBER:
        return "OTHER"
    if not token.isdecimal():
        return "NUM"
    if len(token) <= 2 and 1 <= int(token) <= 31:
        return "DAY"
    return "YEAR" if len(token) == 4 and 1000 <= int(token) < 2100 else "NUM"

"""Tokens of English text with exact offsets, divided as in UD_English-EWT.

Clitics, hyphens, currency signs and marks are tokens of their own; addresses, numbers and abbreviations stay whole.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tacitus.language.tables import rows, words

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TOKEN = 120
"""Longest token in code points; a longer run is cut, so that no word costs more than a bounded amount of work."""

_CHUNK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_PIECES = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’]      # web address, no closing mark
      |[\w.+-]+@[\w-]+(?:\.[\w-]+)+                                      # electronic mail
      |[@\#]\w+                                                          # handle, hashtag
      |\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|info)\b(?:/[^\s<>"“”]*\w)?)
    |(?P<phone>\d{3,}-\d{3,4}(?:-\d{3,4})?(?!\d))                         # 713-646-3393
    |(?P<number>[+]?\d++(?:[.,:/]\d++)*+(?:(?:st|nd|rd|th|s|k)\b)?(?![^\W\d_]))  # 1,200  3.5  10:30  31/08/2019  1990s
    |(?P<amount>[+]?\d++(?:[.,:/]\d++)*+(?=[^\W\d_]{1,3}\b))               # 7:30 pm, 5 km written as one
    |(?P<initials>(?:[^\W\d_]\.){2,}(?:[A-Z](?![\w.]))?|[A-Z]\.[A-Z](?![\w.])     # U.S.  a.k.a.  U.S
      |[^\W\d_]\.(?=-[^\W\d_]\.))
    |(?P<word>(?:[^\W_]|[\u0300-\u036f\xad\u200c\u200d])+
      (?:(?:[&_]|(?<=\w)['’ʿʾ`](?=\w))(?:[^\W_]|[\u0300-\u036f\xad\u200c\u200d])+)*)
    |(?P<marks>\.{2,}|-{2,}|!+[!?]*|\?+[!?]*|\*+|=+|_+|~+|<<+|>>+|``|''|’’|‘‘|‘’)
    |(?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CLITIC = re.compile(r"(?i)(?<=.)(?:n['’]t|['’`](?:s|m|d|re|ve|ll))$")
_QUOTED_S = re.compile(r"(?<=[sSxXzZ])['’]$")


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the offsets `[start, end)` of the tokens of `text[start:end]`, in order.

    Offsets count code points from the beginning of `text`. Everything but white space, control and direction marks
    lies in exactly one token.

    Examples:
        >>> text = "U.S.-backed forces didn't say."
        >>> [text[a:b] for a, b in tokenize(text)]
        ['U.S.', '-', 'backed', 'forces', 'did', "n't", 'say', '.']
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(text, start, stop):
        found.extend(_cut(_chunk_tokens(text, chunk.start(), chunk.end())))
    return tuple(found)


def _cut(pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Divide pieces that are longer than `MAX_TOKEN`."""
    for start, end in pieces:
        for at in range(start, end, MAX_TOKEN):
            yield at, min(at + MAX_TOKEN, end)


def _chunk_tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens of one run without white space."""
    at = start
    while at < end:
        limit = min(end, at + 4 * MAX_TOKEN)
        match = _PIECES.match(text, at, limit)
        if match is None:  # a lone code point that no class takes
            yield at, at + 1
            at += 1
            continue
        stop = _widen(text, match, end)
        yield from _split_word(text, at, stop) if match.lastgroup == "word" else ((at, stop),)
        at = stop


def _widen(text: str, match: re.Match[str], end: int) -> int:
    """Return where the piece ends once a full stop or a hyphenated prefix is taken in."""
    stop = match.end()
    if match.lastgroup != "word":
        return stop
    word = match.group().lower()
    if stop < end and text[stop] == "." and _keeps_stop(word, match.group()):
        return stop + 1
    if stop + 1 < end and text[stop] in "-‐‑" and word in _prefixes():
        following = _PIECES.match(text, stop + 1, min(end, stop + MAX_TOKEN))
        if following is not None and following.lastgroup in {"word", "number"}:
            return following.end()
    return stop


def _keeps_stop(word: str, written: str) -> bool:
    """Tell whether the full stop after a word belongs to it: abbreviations and initials ("J.")."""
    return f"{word}." in _abbreviations() or (len(written) == 1 and written.isupper() and written != "I")


def _split_word(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield a word and its clitic, or the two halves of a fused word."""
    written = text[start:stop]
    at = _fused().get(written.lower(), 0)
    clitic = _CLITIC.search(written) or _QUOTED_S.search(written)
    if clitic is not None and clitic.start() > 0:
        at = clitic.start()
    if at:
        yield start, start + at
    yield start + at, stop


@cache
def _abbreviations() -> frozenset[str]:
    return words("abbreviations.tsv")


@cache
def _prefixes() -> frozenset[str]:
    return words("prefixes.tsv")


@cache
def _fused() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in rows("fused.tsv")}

"""Sentences of a text, with exact offsets.

A line break always ends a sentence; inside a line `sentencex` decides, and breaks after a title or rank ("Gen.") or
before a lower-case word are taken back. Very long sentences are cut between words, so that the work for one is bounded.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types

from tacitus.language.tables import rows
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SENTENCE = 2000
"""Longest sentence in code points; a longer one is cut."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLOCK = 20_000
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"“'‘])([^\s(\[\"“'‘]+)\s*$")
_LOWER_START = re.compile(r"[\"'“‘(\[]*[a-z]")
_INITIAL_END = re.compile(r"(?:^|[\s.(])(?!I\.)[A-Z]\.\s*$")
_NAME_START = re.compile(r"[A-Z][\w'’-]*")
_TAIL = 40
_GLUED = re.compile(r"(?<![\w@/.-])[a-z]{3,}[.!?][”’)]?(?=[\"“‘(]?[A-Z][a-z]*(?:[ ,’']|$))")
"""Two sentences that lost the space between them when a page was turned into text: "on Monday.The army"."""


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, without the white space around them.

    Every code point that is not white space lies in exactly one of them.

    Examples:
        >>> text = "Gen. Haddad fled. Nobody saw him. "
        >>> [span.of(text) for span in sentences(text)]
        ['Gen. Haddad fled.', 'Nobody saw him.']
    """
    readable = _SURROGATE.sub("\ufffd", text)
    return tuple(
        Span(start, end)
        for line in _LINE.finditer(readable)
        for block in _cut(readable, line.start(), line.end(), _BLOCK)
        for part in _parts(readable, *block)
        for start, end in _cut(readable, *part, MAX_SENTENCE)
    )


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one line, untrimmed, with doubtful breaks taken back."""
    line = text[start:end]
    if not line.strip():
        return
    stops = [b["end_index"] for b in get_sentence_boundaries("en", line)]
    kept = {stop for stop in stops if stop == len(line) or not _is_false_break(line, stop)}
    first = 0
    for stop in sorted(kept | {m.end() for m in _GLUED.finditer(line)} | {len(line)}):
        yield start + first, start + stop
        first = stop


def _is_false_break(line: str, at: int) -> bool:
    """Tell whether the break before `line[at]` follows a title or an initial, or precedes a lower-case word."""
    before, after = line[max(0, at - _TAIL) : at], line[at : at + _TAIL].lstrip()
    last = _LAST_WORD.search(before)
    word = last.group(1).lower() if last else ""
    if word in _titles() or (_LOWER_START.match(after) and not before.rstrip().endswith(("!", "?"))):
        return True
    return bool(_INITIAL_END.search(before) and _NAME_START.match(after) and not word.count(".") > 1)


def _cut(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` without the white space around it, in pieces of at most `limit` code points."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        stop = end
        if end - start > limit:
            space = max(text.rfind(" ", start + limit // 2, start + limit), start)
            stop = space if space > start else start + limit
        if stop > start:
            tail = stop
            while text[tail - 1].isspace():
                tail -= 1
            yield start, tail
        start = stop


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in rows("abbreviations.tsv") if row[1] == "always")

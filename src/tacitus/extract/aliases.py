"""Pairs of mentions that the text itself says to be one thing, or one the successor of the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract import naming
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.layers import Mention

_OPEN = r"\s*[,(–—-]?\s*[(\[]?\s*"
_ALSO = re.compile(
    _OPEN + r"(?:(?:which\s+is|who\s+is|is|are|was|also|better|commonly|otherwise|widely|locally|sometimes|or)\s+)*"
    r"(?:known\s+(?:as|by)|a\.?k\.?a\.?|aka|called|dubbed|nicknamed|nom\s+de\s+guerre|alias|under\s+the\s+name)"
    r"(?:\s+(?:of|by|the\s+(?:acronym|name|nom\s+de\s+guerre|alias)s?(?:\s+of)?))*\s+(?:the\s+)?[“\"‘']?",
    re.IGNORECASE,
)
_FORMER = re.compile(
    _OPEN
    + r"(?:(?:which\s+was|who\s+was|is|was|a\s+group)\s+)*"
    + r"(?:formerly|previously|originally|once|first|earlier)\s+(?:known\s+as|called|named)\s+(?:the\s+)?[“\"‘']?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]\s*(?:or\s+)?(?:the\s+)?[“\"‘']?", re.IGNORECASE)
_OR = re.compile(r"\s*[,(]\s*or\s+(?:the\s+)?[“\"‘']?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions side by side.

    Attributes:
        first: The mention that stands first.
        second: The other name.
        kind: "alias" when both name one thing, "successor" when the second was an earlier name.
        words: Both with what stands between, and the closing bracket.
    """

    first: Span
    second: Span
    kind: str
    words: Span


def pairs(text: str, mentions: Sequence[Mention]) -> tuple[Pair, ...]:
    """Return the pairs in text order."""
    names = sorted({m.span for m in mentions if m.is_name})
    starts = [s.start for s in names]
    return tuple(_around(text, names, starts))


def _around(text: str, names: list[Span], starts: list[int]) -> Iterator[Pair]:
    for first in names:
        for pattern, kind in ((_FORMER, "former"), (_ALSO, "alias"), (_OR, "alias"), (_BRACKET, "bracket")):
            match = pattern.match(text, first.end)
            if match is None:
                continue
            at = bisect_left(starts, match.end())
            if at < len(names) and names[at].start == match.end():
                pair = _pair(text, first, names[at], kind)
                if pair is not None:
                    yield pair
                    break


def _pair(text: str, first: Span, second: Span, kind: str) -> Pair | None:
    end = second.end
    closing = re.compile(r"[”\"’']?\s*[)\]]").match(text, end)
    if closing is not None:
        end = closing.end()
    words = Span(first.start, end)
    if kind == "former":
        return Pair(first, second, "successor", words)
    if kind == "alias":
        return Pair(first, second, "alias", words)
    a, b = first.of(text), second.of(text)
    fits = closing is not None and (
        naming.looks_like_acronym(b) or naming.is_acronym_of(b, a) or naming.is_acronym_of(a, b)
    )
    return Pair(first, second, "alias", words) if fits and naming.key(a) != naming.key(b) else None

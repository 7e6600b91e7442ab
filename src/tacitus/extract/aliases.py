"""Pairs of mentions that the text itself says to be one thing, or one the successor of the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
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
_WORD = r"(?:(?:al|ad|an|ar|as|ash|at|el|ul)[-‐’ ])?[A-Z][\w’'‘-]*"
_NAME = re.compile(rf"{_WORD}(?:[ ](?:(?:of|the|for|and|bin|ibn|al|de)[ ])*{_WORD}){{0,7}}")
_ACRONYM = re.compile(r"\s*[(\[](?:or\s+)?(?:the\s+)?[“\"‘']?([A-Z][\w&.-]{1,9})[”\"’']?[)\]]")
_BRACKET = re.compile(r"\s*[(\[]\s*(?:or\s+)?(?:the\s+)?[“\"‘']?", re.IGNORECASE)
_OR = re.compile(r"\s*[,(]\s*or\s+(?:the\s+)?[“\"‘']?", re.IGNORECASE)
#: "Artyomovsk, the name that Moscow uses for Bakhmut", "Kiev, the Russian name of Kyiv".
_NAME_OF = re.compile(
    r"\s*,?\s+(?:which\s+is\s+)?the\s+(?:[\w’'-]+\s+){0,2}name\s+(?:(?:that|which)\s+)?(?:[\w’'-]+\s+){0,5}?"
    r"(?:for|of)\s+(?:the\s+)?(?:city\s+of\s+|town\s+of\s+)?[“\"‘']?"
)


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


def completed(text: str, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with the second names of brackets and "known as" made mentions of their own.

    The words decide here, not the engine: what stands behind "a.k.a." is a name, and so is an acronym in brackets that
    fits the name before it. Mentions that lie inside such a name give way to it.
    """
    out = list(found)
    for mention in found:
        if not mention.is_name:
            continue
        span = _second(text, mention.span)
        if span is None or any(m.span == span and m.is_name for m in out):
            continue
        inside = [m for m in out if m.span.overlaps(span)]
        head = inside[0].head if inside else mention.head
        out = [m for m in out if not m.span.overlaps(span)]
        out.append(replace(mention, span=span, head=head, sentence=inside[0].sentence if inside else mention.sentence))
    return tuple(sorted(out, key=lambda m: (m.sentence, m.span)))


def _second(text: str, first: Span) -> Span | None:
    """Return the other name that follows a name, or None."""
    for pattern in (_FORMER, _ALSO, _OR):
        match = pattern.match(text, first.end)
        name = _NAME.match(text, match.end()) if match else None
        if name is not None:
            return Span(name.start(), name.end())
    bracket = _ACRONYM.match(text, first.end)
    if bracket is not None and naming.is_acronym_of(bracket[1], first.of(text)):
        return Span(*bracket.span(1))
    return None


def pairs(text: str, mentions: Sequence[Mention]) -> tuple[Pair, ...]:
    """Return the pairs in text order."""
    names = sorted({m.span for m in mentions if m.is_name})
    starts = [s.start for s in names]
    return tuple(_around(text, names, starts))


def _around(text: str, names: list[Span], starts: list[int]) -> Iterator[Pair]:
    for first in names:
        for pattern, kind in (
            (_FORMER, "former"),
            (_ALSO, "alias"),
            (_OR, "alias"),
            (_NAME_OF, "name"),
            (_BRACKET, "bracket"),
        ):
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
    if kind == "name":  # the other one is what the text itself calls it
        return Pair(second, first, "alias", words)
    a, b = first.of(text), second.of(text)
    fits = closing is not None and (
        (naming.looks_like_acronym(b) and len(naming.key(a)) > 1)
        or naming.is_acronym_of(b, a)
        or naming.is_acronym_of(a, b)
    )
    return Pair(first, second, "alias", words) if fits and naming.key(a) != naming.key(b) else None

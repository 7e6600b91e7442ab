"""Quotation marks: what stands between them, and who goes on speaking in the next sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.model.span import Span, merge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.extract.layers import Speech

_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^«»]{1,2000}»")
_LEAST = 20  # shorter quotations are terms, not statements
_SHARE = 0.6  # a sentence that is mostly quotation is spoken by the last speaker


def spans(text: str) -> tuple[Span, ...]:
    """Return the quotations of a text in order, marks included; an unclosed mark opens none."""
    return tuple(Span(m.start(), m.end()) for m in _QUOTED.finditer(text))


def carry(text: str, sentences: Sequence[Span], found: Sequence[Speech]) -> tuple[Speech, ...]:
    """Return the speech with quotations added that nobody near is said to speak, by the last speaker of the paragraph.

    Args:
        text: The document's text.
        sentences: Spans of the sentences, in order.
        found: What syntax gave, in text order.
    """
    quoted = [q for q in spans(text) if len(q) >= _LEAST]
    if not quoted:
        return tuple(found)
    return tuple(found) + tuple(
        s for q in quoted if not _is_spoken(q, found) for s in _by_last(text, q, sentences, found)
    )


def _is_spoken(quotation: Span, found: Sequence[Speech]) -> bool:
    return any(c.overlaps(quotation) for s in found for c in s.content)


def _by_last(text: str, quotation: Span, sentences: Sequence[Span], found: Sequence[Speech]) -> list[Speech]:
    here = bisect_right([s.start for s in sentences], quotation.start) - 1
    own = [s for s in found if sentences[here].contains(s.cue)] if here >= 0 else []
    before = [s for s in found if s.cue.start < quotation.start and s.speakers]
    if own:
        chosen = own[0]
    elif before and "\n\n" not in text[before[-1].cue.end : quotation.start].strip("\n") and here >= 0:
        if len(quotation) < _SHARE * len(sentences[here]):
            return []
        chosen = before[-1]
    else:
        return []
    return [replace(chosen, content=merge((quotation,)))]

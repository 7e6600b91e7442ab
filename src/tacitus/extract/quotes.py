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

_QUOTED = re.compile(
    r"“[^“”]{1,2000}”|“[^“”\n]{1,2000}(?=\n+“)|\"[^\"\n]{1,2000}\"|\"[^\"\n]{20,2000}(?=\n+\")|«[^«»]{1,2000}»"
)
"""A quotation, or one paragraph of a quotation that goes on in the next one, whose mark opens again."""
_LEAST = 20  # shorter quotations are terms, not statements
_BREAK = re.compile(r"\n+")
_WHOLE = 0.95  # a paragraph that is nothing but a quotation
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
    quoted = spans(text)
    inner = [s.cue for s in found if any(q.contains(s.cue) for q in _near(quoted, s.cue))]
    outer = [s for s in found if s.cue not in inner]
    carried: list[Speech] = []
    for quotation in (q for q in quoted if len(q) >= _LEAST):
        if not _is_spoken(quotation, outer):
            carried += _by_last(text, quotation, sentences, (*outer, *carried))
    return tuple(s for s in (*found, *carried) if s.content)


def _near(quoted: Sequence[Span], place: Span) -> Sequence[Span]:
    """Return the last of the quotations, which are in order, that begins before the place."""
    at = bisect_right([q.start for q in quoted], place.start)
    return quoted[max(0, at - 1) : at]


def _is_spoken(quotation: Span, found: Sequence[Speech]) -> bool:
    """Tell whether somebody is known to say most of the quotation."""
    shared = sum(max(0, min(c.end, quotation.end) - max(c.start, quotation.start)) for s in found for c in s.content)
    return 2 * shared >= len(quotation)


def _by_last(text: str, quotation: Span, sentences: Sequence[Span], found: Sequence[Speech]) -> list[Speech]:
    here = bisect_right([s.start for s in sentences], quotation.start) - 1
    if here < 0:
        return []
    own = [s for s in found if sentences[here].contains(s.cue)]
    before = [s for s in found if s.cue.start < quotation.start and (s.speakers or s.sources)]
    last = own[0] if own else max(before, key=lambda s: s.cue, default=None)
    if last is None:
        return []
    spoken = (c.end for s in found if s.cue == last.cue for c in (s.cue, *s.content))
    told = max((end for end in spoken if end <= quotation.start), default=quotation.start)
    if not own and (len(quotation) < _SHARE * len(sentences[here]) or not _goes_on(text, quotation, told)):
        return []
    return [replace(last, content=merge((quotation,)))]


def _goes_on(text: str, quotation: Span, told: int) -> bool:
    """Tell whether he whose words end at `told` may speak a quotation: in that paragraph, or in the next one.

    The next one must be all quoted, or be led in by a colon.
    """
    breaks = len(_BREAK.findall(text, told, quotation.start))
    begin, end = text.rfind("\n", 0, quotation.start) + 1, text.find("\n", quotation.start)
    paragraph = text[begin : end if end >= 0 else len(text)]
    is_whole = len(quotation) >= _WHOLE * len(paragraph)
    return not breaks or (breaks == 1 and (is_whole or text[told:begin].rstrip().endswith(":")))

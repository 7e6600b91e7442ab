"""Quotation marks: what stands between them, and who goes on speaking in the next sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
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
#: What leads in words without marks of quotation, and who they are spoken by.
_LED = re.compile(r"[^\n:]{0,60}:\s*\n+(?![“\"«\s])")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My)\b")
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
    outer = sorted((s for s in found if not _is_quoted(quoted, s.cue)), key=lambda s: s.cue)
    heard = _Heard(outer, [s.cue.start for s in outer], merge([c for s in outer for c in s.content]))
    carried: list[Speech] = []
    for quotation in (q for q in quoted if len(q) >= _LEAST):
        if not heard.speaks(quotation):
            carried += heard.last(text, quotation, sentences)
    carried += _led_in(text, found)
    return tuple(s for s in (*found, *carried) if s.content)


def _led_in(text: str, found: Sequence[Speech]) -> list[Speech]:
    """Return the paragraphs behind "The minister said:" as his speech, to the last that is in the first person.

    Whoever else speaks there is quoted by him. Marks of quotation would tell their own end.
    """
    out: list[Speech] = []
    for speech in (s for s in found if s.speakers and not s.content):
        start = _LED.match(text, speech.cue.end)
        own = list(_FIRST_PERSON.finditer(text, start.end())) if start else []
        if start and own:
            end = text.find("\n", own[-1].end())
            out.append(replace(speech, content=(Span(start.end(), end if end >= 0 else len(text)),)))
    return out


def _is_quoted(quoted: Sequence[Span], place: Span) -> bool:
    """Tell whether a place stands in one of the quotations, which are in order and do not overlap."""
    at = bisect_right(quoted, place.start, key=lambda q: q.start)
    return at > 0 and quoted[at - 1].contains(place)


@dataclass(slots=True)
class _Heard:
    """Speech whose cues stand outside quotations, in the order of the cues, and how far each speaker has come.

    Attributes:
        speech: In the order of the cues.
        starts: Where the cues begin.
        said: What is said by anybody, in order, without overlap.
        reach: Cue to the end of the last quotation that was carried on from it.
    """

    speech: Sequence[Speech]
    starts: Sequence[int]
    said: Sequence[Span]
    reach: dict[Span, int] = field(default_factory=dict)

    def speaks(self, quotation: Span) -> bool:
        """Tell whether somebody is known to say most of the quotation."""
        at = bisect_right(self.said, quotation.start, key=lambda span: span.end)
        shared = 0
        while at < len(self.said) and self.said[at].start < quotation.end:
            shared += min(self.said[at].end, quotation.end) - max(self.said[at].start, quotation.start)
            at += 1
        return 2 * shared >= len(quotation)

    def last(self, text: str, quotation: Span, sentences: Sequence[Span]) -> list[Speech]:
        """Return the quotation as the speech of who speaks in its sentence, else of the last speaker if he goes on."""
        here = bisect_right(sentences, quotation.start, key=lambda span: span.start) - 1
        if here < 0:
            return []
        first = bisect_left(self.starts, sentences[here].start)
        own = first < len(self.speech) and sentences[here].contains(self.speech[first].cue)
        speaker = self.speech[first] if own else self._before(quotation.start)
        if speaker is None:
            return []
        ends = (c.end for c in (speaker.cue, *speaker.content) if c.end <= quotation.start)
        told = max(self.reach.get(speaker.cue, 0), *ends, 0)
        if not own and (len(quotation) < _SHARE * len(sentences[here]) or not _goes_on(text, quotation, told)):
            return []
        self.reach[speaker.cue] = quotation.end
        return [replace(speaker, content=merge((quotation,)))]

    def _before(self, place: int) -> Speech | None:
        """Return the last speech with a speaker whose cue begins before the place."""
        at = bisect_left(self.starts, place) - 1
        while at >= 0 and not (self.speech[at].speakers or self.speech[at].sources):
            at -= 1
        return self.speech[at] if at >= 0 else None


def _goes_on(text: str, quotation: Span, told: int) -> bool:
    """Tell whether he whose words end at `told` may speak a quotation: in that paragraph, or in the next one.

    The next one must be all quoted, or be led in by a colon.
    """
    breaks = len(_BREAK.findall(text, told, quotation.start))
    begin, end = text.rfind("\n", 0, quotation.start) + 1, text.find("\n", quotation.start)
    paragraph = text[begin : end if end >= 0 else len(text)]
    is_whole = len(quotation) >= _WHOLE * len(paragraph)
    return not breaks or (breaks == 1 and (is_whole or text[told:begin].rstrip().endswith(":")))

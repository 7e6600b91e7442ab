"""The times that the words of claims tell: one that only its report's day or a speech gives is no answer to when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.question.homes import Home
from tacitus.extract.times import read_times
from tacitus.language.segment import sentences
from tacitus.model.ontology import Certainty, Status
from tacitus.model.trace import Part
from tacitus.model.when import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.span import Span
    from tacitus.model.when import When

#: The last word before the little words that stand before a time: "report" in "in a report of 15 May".
_BEFORE = re.compile(r"([A-Za-z]+)\s+(?:(?:of|on|from|dated|issued|published|posted|released|late|early|the)\s+)*$")
#: What stands before a word for what has happened: "have begun to".
_HAS = re.compile(r"\b(?:has|have)\s+(?:\w+\s+){0,2}(?:to\s+)?$")
#: What may stand between a time and the words of a claim.
_GAP = re.compile(r",?\s*(?:the|a|an)?\s*", re.IGNORECASE)
#: So many words may stand before a time at the beginning of a sentence: "From today".
_FEW = 2
#: So many letters before a word hold all that such words need.
_BACK = 60


def told(view: View, pairs: Sequence[tuple[Home, ClaimRow]]) -> list[tuple[Home, ClaimRow]]:
    """Return the claims of those times that the words of at least one of them tell, with these times.

    Where no words tell a time, what "has happened" was so by the day of the report.
    """
    known = {home.key for home, row in pairs if is_told(view, row)}
    return [(home, row) for home, row in pairs if home.key in known]


def by_report(view: View, row: ClaimRow) -> Home | None:
    """Return the time up to a report that says that something has happened; None where it does not say so."""
    if row.published is None or row.claim.status is not Status.ACTUAL or row.claim.certainty is Certainty.DENIED:
        return None
    reading = view.reading(row.document.reading)
    text = reading.document.text
    traced = (origin for claim in reading.claims if claim.id == row.claim.id for origin in claim.trace)
    words = (span for origin in traced if origin.part is Part.TYPE for span in origin.spans[:1])
    if not any(_HAS.search(text[max(0, span.start - _BACK) : span.start]) for span in words):
        return None
    edtf = interval(None, row.published).edtf
    return Home(edtf, (edtf,))


def before(view: View, row: ClaimRow) -> When | None:
    """Return the time that stands right before the words of a claim that has none: "From today X is called Y"."""
    text = view.reading(row.document.reading).document.text
    if row.claim.source.speakers:
        return None
    for span in _spans(row, text):
        start = row.claim.evidence[0].start - span.start
        for mention in (reading.mention for reading in read_times(span.of(text), row.published)):
            gap = span.of(text)[mention.span.end : max(start, mention.span.end)]
            is_first = len(span.of(text)[: mention.span.start].split()) <= _FEW
            if mention.when is not None and is_first and mention.span.end <= start and _GAP.fullmatch(gap):
                return mention.when
    return None


def is_told(view: View, row: ClaimRow) -> bool:
    """Tell whether a claim's own words tell its time.

    What somebody is quoted for counts by the words of the quote alone: in "In May he said that he had founded it" the
    time is that of the speech. A time that is open to the past is told by the tense.
    """
    time = row.claim.time
    if time is None:
        return before(view, row) is not None
    if time.earliest is None and time.latest is not None:
        return True
    text = view.reading(row.document.reading).document.text
    every = (one for span in _spans(row, text) for one in _times(span.of(text), row.published))
    return any(time.overlaps(when) if when is not None else row.claim.anchor == "story" for when in every)


def _spans(row: ClaimRow, text: str) -> tuple[Span, ...]:
    own = row.claim.evidence
    if row.claim.source.speakers:
        return own
    return tuple(s for s in sentences(text) if any(s.overlaps(e) for e in own))


def _times(words: str, published: date | None) -> Iterator[When | None]:
    """Yield the times that some words tell, but for the day of a report or statement; None for "the same month"."""
    for mention in (reading.mention for reading in read_times(words, published)):
        before = _BEFORE.search(words[: mention.span.start])
        is_of_report = before is not None and before[1].lower().removesuffix("s") in lists.words("telling")
        if not is_of_report and (mention.when is not None or mention.offset is not None):
            yield mention.when

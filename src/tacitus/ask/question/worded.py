"""Values that stand in the words of claims and in no role of theirs: how strong a group is, in what a place lies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.ask.question import lists
from tacitus.ask.question.pattern import Hole
from tacitus.ask.question.values import shown
from tacitus.extract.counts import find_counts
from tacitus.language.segment import sentences
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Kind
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.ask.question.pattern import Pattern
    from tacitus.ask.question.spelling import Book
    from tacitus.ask.question.wanted import Wanted
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading
    from tacitus.model.span import Span

#: Names of a value with the claims that give it.
Given = tuple[tuple[str, ...], tuple["ClaimRow", ...]]
_LANDS = frozenset({EntityType.PLACE, EntityType.STATE})
#: What stands between a place and that in which it lies: "Dura, Salt province", "Dura, in the Salt region of Orland".
_INSIDE = re.compile(
    r"(?:\s*,\s*(?:a (?:\w+ ){1,3}in\s+)?(?:in\s+)?|\s+in\s+)(?:the\s+)?"
    rf"(?:(?:\w+(?:ern)?[- ])?(?:{'|'.join(sorted(lists.words('area')))})\s+of\s+(?:the\s+)?)?"
)
_OWNER = re.compile(r"^.+['’]s\s+")
_NEXT = re.compile(r"\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked for, and of whom or what; and the names of the ledger."""

    pattern: Pattern
    wanted: tuple[Wanted, ...]
    book: Book

    def is_of(self, document: str, entities: Iterable[Entity]) -> bool:
        """Tell whether one of these entities of a document is asked about."""
        return any(w.fits(document, e) for w in self.wanted for e in entities)


def given(view: View, sought: Sought, rows: Iterable[ClaimRow]) -> tuple[Given, ...]:
    """Return the values that the words around some claims tell, each with these claims, those of most claims first."""
    told: dict[str, tuple[tuple[str, ...], dict[str, ClaimRow]]] = {}
    for row in rows:
        if row.claim.certainty in (Certainty.DENIED, Certainty.UNKNOWN):
            continue
        reading = view.reading(row.document.reading)
        text = reading.document.text
        for span in _around(row, text):
            for names in _named(reading, row, span, sought):
                quoted = replace(row, quotes=(span.of(text),))
                told.setdefault(fold(names[-1]), (names, {}))[1].setdefault(row.claim.id, quoted)
    found = ((names, tuple(kept.values())) for names, kept in told.values())
    return tuple(sorted(found, key=lambda pair: (-len(pair[1]), pair[0])))


def _around(row: ClaimRow, text: str) -> tuple[Span, ...]:
    return tuple(s for s in sentences(text) if any(s.overlaps(e) for e in row.claim.evidence))


def _named(reading: Reading, row: ClaimRow, span: Span, sought: Sought) -> Iterator[tuple[str, ...]]:
    if sought.pattern.hole is Hole.STRENGTH:
        yield from _strengths(row, span.of(reading.document.text), sought)
    else:
        yield from _holding(reading, span, sought)


def _strengths(row: ClaimRow, words: str, sought: Sought) -> Iterator[tuple[str, ...]]:
    """Yield how many a group has, as the words of a sentence on its members tell it."""
    sides = (*row.claim.values("subject"), *row.claim.values("object"))
    if row.claim.kind is not Kind.RELATION or not sought.is_of(
        row.document.id, [e for e in row.entities if e.id in sides]
    ):
        return
    for mention in find_counts(words):
        before, after = words[: mention.span.start], words[mention.span.end :]
        if any(b.search(before) and a.match(after) for b, a in _patterns()):
            yield (shown(mention.count),)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    people = "|".join(sorted(lists.words("fighters")))
    rows = tables.rows("tacitus.ask.data", "question_strength.tsv")
    return tuple(
        (re.compile(b.replace("PEOPLE", people), re.IGNORECASE), re.compile(a.replace("PEOPLE", people), re.IGNORECASE))
        for b, a in rows
    )


def _holding(reading: Reading, span: Span, sought: Sought) -> Iterator[tuple[str, ...]]:
    """Yield the places in which a sentence says that a place lies: "Dura, Salt province"."""
    text, document = reading.document.text, reading.document.id
    mine = [m for e in reading.entities if sought.is_of(document, (e,)) for m in e.mentions]
    inside = [m for m in mine if span.start <= m.start and m.end <= span.end]
    for entity in reading.entities:
        if entity.type not in _LANDS or sought.is_of(document, (entity,)):
            continue
        for mention in entity.mentions:
            is_beside = any(m.end < mention.start and _INSIDE.fullmatch(text[m.end : mention.start]) for m in inside)
            if is_beside and mention.end <= span.end:
                yield from _if_asked(_names(text, mention), entity, sought.pattern.people, sought.book)


def _names(text: str, mention: Span) -> tuple[str, ...]:
    """Return how words name a place: whole, and without its noun."""
    words = mention.of(text)
    after = _NEXT.match(text, mention.end)
    if after is not None and after[1].lower() in lists.words("area"):
        words += after[0]
    words = _OWNER.sub("", words)
    head, _, noun = words.rpartition(" ")
    return (words, head) if head and noun.lower() in lists.words("area") else (words,)


def _if_asked(names: tuple[str, ...], entity: Entity, noun: str, book: Book) -> Iterator[tuple[str, ...]]:
    """Yield the names of a place, if it is of the kind that is asked for."""
    if not is_proper(names[-1]):
        return
    is_land = entity.type is EntityType.STATE or any(fold(n) in book.lands for n in names)
    if noun in ("country", "state", "nation"):
        yield from (names,) if is_land else ()
    elif not noun or noun in fold(names[0]).split():
        yield names

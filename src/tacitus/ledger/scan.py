"""Search without an index: every quote and paragraph of a view is looked at."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.rows import Hit
from tacitus.ledger.search_words import entry, folded, has_all, phrases
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import DocumentRow
    from tacitus.model.document import Document

#: Between the pieces of a claim's words.
GAP = " … "


def scan(view: View, words: str, entered: Sequence[str], as_of: date | None = None) -> Iterator[Hit]:
    """Yield where words stand, as `View.search` orders it; linear in all texts of the view.

    Args:
        view: Where is searched.
        words: What is searched for.
        entered: Ids of readings in the order in which they were entered, whatever moments they were given. The last one
            comes first; inside of one by place, a paragraph before its claims.
        as_of: Only documents published on this day or before.
    """
    wanted = phrases(words)
    shown = {row.reading: row for row in view.documents()} if wanted else {}
    for reading in reversed(entered):
        row = shown.get(reading)
        if row is not None and (as_of is None or (row.published is not None and row.published <= as_of)):
            yield from _hits(view, row, wanted)


def page(hits: Iterator[Hit], limit: int, skip: int) -> tuple[Hit, ...]:
    """Return `limit` hits after the first `skip`."""
    return tuple(islice(hits, skip, skip + limit))


def paragraphs(document: Document) -> Iterator[Span]:
    """Yield what is searched as one piece of a text: its blocks, or its lines where it has none; never blank ones."""
    spans = (block.span for block in document.blocks) if document.blocks else _lines(document.text)
    return (span for span in spans if span.of(document.text).strip())


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _hits(view: View, row: DocumentRow, wanted: Sequence[str]) -> list[Hit]:
    document = view.reading(row.reading).document
    found = [
        ((span.start, 0, ""), Hit(row, span.of(document.text).strip()))
        for span in paragraphs(document)
        if has_all(folded(span.of(document.text)), wanted)
    ]
    found += [
        ((claim.claim.evidence[0].start, 1, claim.claim.id), Hit(row, GAP.join(claim.quotes), claim))
        for claim in view.claims(ClaimFilter(document=row.id))
        if has_all(entry(claim.quotes), wanted)
    ]
    return [hit for _, hit in sorted(found, key=lambda pair: pair[0])]

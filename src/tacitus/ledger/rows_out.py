"""From changes to rows of the projection."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from tacitus.ledger.claim_json import dumps
from tacitus.ledger.scan import paragraphs
from tacitus.ledger.search_words import APART, entry, folded
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.ledger.reading_json import Encoded
    from tacitus.model.claim import Claim
    from tacitus.model.document import Document
    from tacitus.model.reading import Reading
    from tacitus.model.when import When

#: The first and last day that can be written: the bounds of an open time.
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"

#: A word that no text has, between two quotes of a claim: indexes of databases know words only, and no phrase is to be
#: found across the two.
_WALL = " x0wall0x "

#: Rows by the table that they go to.
Rows = dict[str, list[tuple[Any, ...]]]


def document_columns(d: Document) -> tuple[str | None, ...]:
    """Return the columns of a reading from `sha256` to `language`."""
    day = d.published.isoformat() if d.published else None
    outlet_key = fold(d.outlet) if d.outlet is not None else None
    return (d.sha256, d.title, day, d.author, d.outlet, outlet_key, d.url, d.language)


def content(reading: Reading, known: Encoded, key: int, first: Mapping[str, int]) -> Rows:
    """Return the rows of entities, names, claims and parties of a reading.

    Args:
        reading: What is to be kept.
        known: The same as JSON.
        key: The key of its row.
        first: First free key of the tables `entity` and `claim`.
    """
    rows: Rows = {table: [] for table in ("entity", "name", "claim", "party")}
    keys = {entity.id: number for number, entity in enumerate(reading.entities, first["entity"])}
    for i, entity in enumerate(reading.entities):
        rows["entity"].append((keys[entity.id], key, i, entity.id, known.entities[entity.id]))
        rows["name"].extend([(name, keys[entity.id]) for name in set(map(fold, entity.names))])
    text, published = reading.document.text, reading.document.published
    day = published.isoformat() if published else None
    for number, claim, written in zip(count(first["claim"]), reading.claims, known.claims, strict=False):
        involved = claim.entities()
        quotes = dumps([text[span.start : span.end] for span in claim.evidence])
        data = f"[{written},[{','.join([known.entities[e] for e in involved])}],{quotes}]"
        rows["claim"].append((number, key, *_claim(claim, day), data))
        speakers = claim.source.speakers
        rows["party"].extend([(keys[e], number, int(e in speakers)) for e in involved])
    return rows


def pieces(reading: Reading) -> list[tuple[int | None, int, int, str]]:
    """Return what is searched of a reading, last place first: index of the claim or None, start, end, folded words."""
    document = reading.document
    text = document.text
    found: list[tuple[tuple[int, int, int], int | None, int, str]] = [
        ((span.start, 0, 0), None, span.end, folded(span.of(text))) for span in paragraphs(document)
    ]
    for number, claim in enumerate(reading.claims):
        start = claim.evidence[0].start
        words = entry(span.of(text) for span in claim.evidence).replace(APART, _WALL)
        found.append(((start, 1, number), number, start, words))
    found.sort(key=lambda piece: piece[0], reverse=True)
    return [(number, place[0], end, words) for place, number, end, words in found]


def _claim(c: Claim, published: str | None) -> tuple[object, ...]:
    day, low, high = _days(c.time, published)
    return (c.id, c.type, day, low, high, c.evidence[0].start, c.certainty, c.confidence, int(bool(c.source.speakers)))


def _days(time: When | None, published: str | None) -> tuple[str | None, str | None, str | None]:
    if time is None:
        return None, published, published
    first = time.earliest.isoformat() if time.earliest else None
    last = time.latest.isoformat() if time.latest else None
    return first or last, first or FIRST_DAY, last or LAST_DAY

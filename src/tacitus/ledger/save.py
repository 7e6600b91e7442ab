"""From the model to rows: a reading as the rows of the tables that keep it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from tacitus.model.count import Count
from tacitus.model.ontology import TEXT_ROLES
from tacitus.model.trace import trace_out
from tacitus.model.where_json import where_out
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.ledger.database import Database
    from tacitus.model.claim import Argument, Claim
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading
    from tacitus.model.span import Span
    from tacitus.model.when import When

#: The first and last day that can be written: the bounds of an open time.
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
#: Greatest number of an SQLite integer; a greater one is kept as text.
_GREATEST = 2**63 - 1


def add_reading(db: Database, reading: Reading) -> None:
    """Insert the content of a reading that is not there yet, inside a transaction."""
    document = reading.document
    if db.value("SELECT 1 FROM document WHERE id = :id", {"id": document.id}) is None:
        db.add("document", [(None, document.id)])
    key = db.next_key("reading")
    db.add("reading", [(key, reading.id, *_document(document, _content(db, document.text)), reading.reader)])
    db.add("block", ((key, i, b.kind, *_span(b.span)) for i, b in enumerate(document.blocks)))
    db.add("link", ((key, i, k.url, *_span(k.span)) for i, k in enumerate(document.links)))
    keys = _add_entities(db, key, reading.entities)
    _add_claims(db, key, reading, keys)


class Entry(NamedTuple):
    """To which run and reading a problem belongs (None: to none), and when it was recorded."""

    run: int | None
    reading: str | None
    recorded: str


def add_problems(db: Database, problems: Sequence[Problem], entry: Entry) -> None:
    """Insert problems, inside a transaction."""
    first = db.next_key("problem")
    parts = ((p.place, p.step, p.message, p.advice) for p in problems)
    db.add("problem", ((first + i, entry.run, entry.reading, i, entry.recorded, *p) for i, p in enumerate(parts)))


def inputs_as_json(inputs: Sequence[str]) -> str:
    """Return a list of inputs as one column keeps it; file names that are no UTF-8 are escaped."""
    return json.dumps(list(inputs))


def _content(db: Database, text: str) -> int:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    found = db.value("SELECT key FROM content WHERE hash = :hash", {"hash": digest})
    if found is not None:
        return int(found)
    key = db.next_key("content")
    db.add("content", [(key, digest, text)])
    return key


def _document(d: Document, content: int) -> tuple[object, ...]:
    day = d.published.isoformat() if d.published else None
    outlet_key = fold(d.outlet) if d.outlet is not None else None
    found = (d.title, day, d.published_at, d.author, d.outlet, outlet_key, d.url, d.language)
    return (d.id, content, d.sha256, *found, d.media_type)


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _add_entities(db: Database, reading: int, entities: Sequence[Entity]) -> dict[str, int]:
    first = db.next_key("entity")
    keys = {e.id: first + i for i, e in enumerate(entities)}
    db.add("entity", ((keys[e.id], reading, i, e.id, e.type, _place(e)) for i, e in enumerate(entities)))
    db.add("name", ((keys[e.id], i, n, fold(n)) for e in entities for i, n in enumerate(e.names)))
    db.add("mention", ((keys[e.id], i, *_span(s)) for e in entities for i, s in enumerate(e.mentions)))
    return keys


def _place(entity: Entity) -> str | None:
    """Return where an entity lies as one column keeps it."""
    if entity.where is None:
        return None
    return json.dumps(where_out(entity.where), ensure_ascii=True, separators=(",", ":"))


def _add_claims(db: Database, reading: int, whole: Reading, entities: Mapping[str, int]) -> None:
    first = db.next_key("claim")
    numbered = [(first + i, c) for i, c in enumerate(whole.claims)]
    published = whole.document.published
    day = published.isoformat() if published else None
    text = whole.document.text
    db.add("claim", ((key, reading, i, *_claim(c, day)) for i, (key, c) in enumerate(numbered)))
    db.add("arg", ((key, i, *_arg(a, entities)) for key, c in numbered for i, a in enumerate(c.args)))
    db.add("speaker", ((key, i, entities[s]) for key, c in numbered for i, s in enumerate(c.source.speakers)))
    db.add("trace", ((key, _trace(c)) for key, c in numbered if c.trace))
    db.add("evidence", ((key, i, *_span(s), s.of(text)) for key, c in numbered for i, s in enumerate(c.evidence)))


def _claim(c: Claim, published: str | None) -> tuple[object, ...]:
    edtf = c.time.edtf if c.time else None
    place = c.evidence[0].start
    read = c.confidence, c.made_by, c.anchor
    return (c.id, c.type, edtf, *_days(c.time, published), place, c.certainty, c.status, *read)


def _trace(c: Claim) -> str:
    return json.dumps(trace_out(c.trace), ensure_ascii=True, separators=(",", ":"))


def _days(time: When | None, published: str | None) -> tuple[str | None, str | None, str | None, str | None]:
    if time is None:
        return None, None, published, published
    first = time.earliest.isoformat() if time.earliest else None
    last = time.latest.isoformat() if time.latest else None
    return first, last, first or FIRST_DAY, last or LAST_DAY


def _arg(arg: Argument, entities: Mapping[str, int]) -> tuple[object, ...]:
    if isinstance(arg.value, Count):
        count = arg.value
        who = entities[count.who] if count.who else None
        return arg.role, who, count.words, _number(count.min), _number(count.max)
    if isinstance(arg.value, bool):
        return arg.role, None, None, int(arg.value), None
    if arg.role in TEXT_ROLES:
        return arg.role, None, arg.value, None, None
    return arg.role, entities[arg.value], None, None, None


def _number(value: int | None) -> int | str | None:
    return value if value is None or value <= _GREATEST else str(value)

"""From the rows of a ledger without a log (schema 5, its tables named `old_…`) to the changes that they were."""
# ruff: noqa: S608 - queries are put together from names of this file alone; every value travels as a parameter

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from tacitus.ledger.changes import Again, Asserted, Begun, Brought, Ended, Found, Judged, Met
from tacitus.ledger.check import well_formed
from tacitus.ledger.clock import moment
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.model.claim import Argument, Claim, Value
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, Link
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, TEXT_ROLES, Certainty, Status
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import trace_in
from tacitus.model.when import When
from tacitus.model.where_json import where_in
from tacitus.resolve.record_json import record_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tacitus.ledger.changes import Change
    from tacitus.ledger.database import Database

#: A row: columns by name.
Row = Any
#: Rows of parts by the key of what they are parts of, in their order.
Parts = defaultdict[int, list[Row]]


def _begun(db: Database, key: int) -> Begun:
    row = _row(db, "run", key)
    return Begun(key, row["reader"], tuple(json.loads(row["inputs"])))


def _ended(_: Database, key: int) -> Ended:
    return Ended(key)


def _asserted(db: Database, key: int) -> Asserted:
    recording = _row(db, "recording", key)
    found = _reading(db, recording["reading"])
    if found.id != recording["reading"]:
        raise ValueError(f"the reading {recording['reading']} is not what its id says")
    # A NUL in a text, which old ledgers kept, becomes U+FFFD as in new ones; not where the id of the reading has it.
    kept = well_formed(found)
    return Asserted(kept if kept.id == found.id else found, recording["run"])


def _again(db: Database, key: int) -> Again:
    row = _row(db, "recording", key)
    return Again(row["reading"], row["document"], row["run"])


def _met(db: Database, key: int) -> Met:
    row = _row(db, "problem", key)
    return Met(well_formed(_problem(row)), row["run"])


def _found(db: Database, key: int) -> Found:
    row = _row(db, "resolved", key)
    records, happenings = (_data(db, table, "resolved", key) for table in ("record", "happening"))
    return Found(Findings(row["reading"], row["version"], tuple(map(record_in, records)), tuple(happenings)))


def _judged(db: Database, key: int) -> Judged:
    row = _row(db, "judgement", key)
    judged = db.rows("SELECT subject FROM old_judged WHERE judgement = :key ORDER BY seq", {"key": key})
    subject, when = tuple(s["subject"] for s in judged), moment(row["recorded"])
    return Judged(Judgement(subject, Verdict(row["verdict"]), row["because"], row["author"], when, row["score"]))


def _brought(db: Database, key: int) -> Brought:
    row = _row(db, "alias_list", key)
    entries = tuple(_data(db, "alias_entry", "list", key))
    return Brought(AliasListRow(row["name"], row["origin"], row["author"], moment(row["recorded"]), entries))


#: Kinds of rows that become entries, in their order among those of one moment: the table, and from its key to a change.
KINDS: tuple[tuple[str, Callable[[Database, int], Change]], ...] = (
    ("run", _begun),
    ("recording", _asserted),
    ("recording", _again),
    ("problem", _met),
    ("resolved", _found),
    ("judgement", _judged),
    ("alias_list", _brought),
    ("run_end", _ended),
)


def _reading(db: Database, id_: str) -> Reading:
    row = db.rows("SELECT * FROM old_reading WHERE id = :id", {"id": id_})[0]
    key = row["key"]
    blocks, links = (_of_reading(db, table, key) for table in ("block", "link"))
    problems = db.rows("SELECT * FROM old_problem WHERE reading = :id ORDER BY seq", {"id": id_})
    document = Document(
        id=row["document"],
        text=_row(db, "content", row["content"])["text"],
        sha256=row["sha256"],
        title=row["title"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        author=row["author"],
        outlet=row["outlet"],
        url=row["url"],
        language=row["language"],
        media_type=row["media_type"],
        blocks=tuple(Block(BlockKind(b["kind"]), _span(b)) for b in blocks),
        links=tuple(Link(_span(k), k["url"]) for k in links),
        published_at=row["published_at"],
    )
    entities = _entities(db, key)
    claims = _claims(db, key, {number: entity.id for number, entity in entities.items()})
    return Reading(document, tuple(entities.values()), claims, tuple(map(_problem, problems)), row["reader"])


def _row(db: Database, table: str, key: int) -> Row:
    return db.rows(f"SELECT * FROM old_{table} WHERE key = :key", {"key": key})[0]


def _data(db: Database, table: str, owner: str, key: int) -> list[Any]:
    found = db.rows(f"SELECT data FROM old_{table} WHERE {owner} = :key ORDER BY seq", {"key": key})
    return [json.loads(row["data"]) for row in found]


def _of_reading(db: Database, table: str, key: int) -> Sequence[Row]:
    return db.rows(f"SELECT * FROM old_{table} WHERE reading = :key ORDER BY seq", {"key": key})


def _parts(db: Database, table: str, owner: str, key: int) -> Parts:
    sql = f"""SELECT * FROM old_{table} WHERE {owner} IN (SELECT o.key FROM old_{owner} o WHERE o.reading = :key)
    ORDER BY {owner}, seq"""
    groups: Parts = defaultdict(list)
    for row in db.rows(sql, {"key": key}):
        groups[row[owner]].append(row)
    return groups


def _entities(db: Database, key: int) -> dict[int, Entity]:
    names, mentions = (_parts(db, table, "entity", key) for table in ("name", "mention"))
    return {
        row["key"]: Entity(
            row["id"],
            EntityType(row["type"]),
            tuple(n["name"] for n in names[row["key"]]),
            tuple(map(_span, mentions[row["key"]])),
            where_in(json.loads(row["place"])) if row["place"] else None,
        )
        for row in _of_reading(db, "entity", key)
    }


def _claims(db: Database, key: int, entities: dict[int, str]) -> tuple[Claim, ...]:
    args, speakers, evidence = (_parts(db, table, "claim", key) for table in ("arg", "speaker", "evidence"))
    sql = "SELECT t.claim, t.origins FROM old_trace t JOIN old_claim c ON c.key = t.claim WHERE c.reading = :key"
    traces = {row["claim"]: row["origins"] for row in db.rows(sql, {"key": key})}
    return tuple(
        Claim(
            id=row["id"],
            type=row["type"],
            args=tuple(Argument(a["role"], _value(a, entities)) for a in args[row["key"]]),
            evidence=tuple(map(_span, evidence[row["key"]])),
            time=When(row["time"]) if row["time"] is not None else None,
            source=SourceChain(tuple(entities[s["entity"]] for s in speakers[row["key"]])),
            certainty=Certainty(row["certainty"]),
            status=Status(row["status"]),
            confidence=row["confidence"],
            made_by=row["made_by"],
            anchor=row["anchor"],
            trace=trace_in(json.loads(traces[row["key"]])) if row["key"] in traces else (),
        )
        for row in _of_reading(db, "claim", key)
    )


def _value(row: Row, entities: dict[int, str]) -> Value:
    role = row["role"]
    who = entities[row["entity"]] if row["entity"] is not None else None
    if role in COUNT_ROLES:
        least, most = (int(row[column]) if row[column] is not None else None for column in ("least", "most"))
        return Count(least, most, who, row["words"])
    if role in FLAG_ROLES:
        return bool(row["least"])
    return str(row["words"] if role in TEXT_ROLES else who)


def _problem(row: Row) -> Problem:
    return Problem(row["place"], row["step"], row["message"], row["advice"])


def _span(row: Row) -> Span:
    return Span(row["span_start"], row["span_end"])

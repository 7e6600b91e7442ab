"""From rows back to the model."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from tacitus.ledger import find
from tacitus.ledger.clock import moment
from tacitus.ledger.rows import ClaimRow, DocumentRow, EntityRow, ProblemRow, RunRow
from tacitus.model.claim import Argument, Claim, Value
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, Link
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, TEXT_ROLES, Certainty, Status
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import trace_in
from tacitus.model.when import When
from tacitus.model.where_json import where_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.ledger.database import Database

T = TypeVar("T")


def document_row(row: sqlite3.Row) -> DocumentRow:
    """Return a row of `find.DOCUMENTS`."""
    return DocumentRow(
        id=row["document"],
        reading=row["id"],
        sha256=row["sha256"],
        reader=row["reader"],
        recorded=moment(row["recorded"]),
        is_shown=bool(row["is_shown"]),
        published=_day(row["published"]),
        title=row["title"],
        author=row["author"],
        outlet=row["outlet"],
        url=row["url"],
        language=row["language"],
    )


def claim_rows(
    db: Database, found: Sequence[sqlite3.Row], documents: Mapping[int, DocumentRow]
) -> tuple[ClaimRow, ...]:
    """Return the claims of rows of the table `claim`, in their order.

    Args:
        db: Where their parts are.
        found: Rows of the table.
        documents: Key of the reading to its row.
    """
    keys = json.dumps([row["key"] for row in found])
    args = _parts(db, "arg", keys)
    speakers = _parts(db, "speaker", keys)
    evidence = _parts(db, "evidence", keys)
    entities = _entities(db, {r["entity"] for rows in (*args.values(), *speakers.values()) for r in rows} - {None})
    out = []
    for row in found:
        key = row["key"]
        claim = _claim(row, args[key], speakers[key], evidence[key], entities)
        known = {entities[r["entity"]].id: entities[r["entity"]] for r in (*args[key], *speakers[key]) if r["entity"]}
        involved = tuple(known[e] for e in claim.entities())
        out.append(ClaimRow(claim, documents[row["reading"]], involved, tuple(e["quote"] for e in evidence[key])))
    return tuple(out)


def entity_rows(
    db: Database, found: Sequence[sqlite3.Row], documents: Mapping[int, DocumentRow]
) -> tuple[EntityRow, ...]:
    """Return the entities of rows of the table `entity`, in their order."""
    entities = _entities(db, {row["key"] for row in found})
    return tuple(EntityRow(entities[row["key"]], documents[row["reading"]]) for row in found)


def whole_reading(db: Database, row: sqlite3.Row) -> Reading:
    """Return the reading of a row of the table `reading`, with everything in it."""
    key = {"reading": row["key"]}
    text = db.value("SELECT text FROM content WHERE key = :key", {"key": row["content"]})
    blocks = db.rows("SELECT * FROM block WHERE reading = :reading ORDER BY seq", key)
    links = db.rows("SELECT * FROM link WHERE reading = :reading ORDER BY seq", key)
    entities = db.rows("SELECT * FROM entity WHERE reading = :reading ORDER BY seq", key)
    mentions = db.rows(find.MENTIONS, key)
    problems = db.rows("SELECT * FROM problem WHERE reading = :reading ORDER BY seq", {"reading": row["id"]})
    document = Document(
        id=row["document"],
        text=text,
        sha256=row["sha256"],
        title=row["title"],
        published=_day(row["published"]),
        author=row["author"],
        outlet=row["outlet"],
        url=row["url"],
        language=row["language"],
        media_type=row["media_type"],
        blocks=tuple(Block(BlockKind(b["kind"]), _span(b)) for b in blocks),
        links=tuple(Link(_span(k), k["url"]) for k in links),
        published_at=row["published_at"],
    )
    return Reading(
        document,
        tuple(_entities(db, {e["key"] for e in entities}, mentions).values()),
        _claims(db, key),
        tuple(_problem(p) for p in problems),
        row["reader"],
    )


def problem_row(row: sqlite3.Row) -> ProblemRow:
    """Return a row of the table `problem`."""
    return ProblemRow(_problem(row), moment(row["recorded"]), row["run"], row["reading"])


def run_row(row: sqlite3.Row) -> RunRow:
    """Return a row of `find.RUNS`."""
    ended = moment(row["ended"]) if row["ended"] else None
    inputs = tuple(json.loads(row["inputs"]))
    return RunRow(row["key"], row["reader"], inputs, moment(row["started"]), ended, row["recorded"])


def _claims(db: Database, reading: Mapping[str, int]) -> tuple[Claim, ...]:
    found = db.rows("SELECT * FROM claim WHERE reading = :reading ORDER BY seq", reading)
    keys = json.dumps([row["key"] for row in found])
    args, speakers, evidence = (_parts(db, table, keys) for table in ("arg", "speaker", "evidence"))
    entities = _entities(db, {r[0] for r in db.rows("SELECT key FROM entity WHERE reading = :reading", reading)})
    traces = {row["claim"]: trace_in(json.loads(row["origins"])) for row in db.rows(find.TRACES, reading)}
    claims = (_claim(c, args[c["key"]], speakers[c["key"]], evidence[c["key"]], entities) for c in found)
    return tuple(replace(claim, trace=traces.get(c["key"], ())) for c, claim in zip(found, claims, strict=True))


def _claim(
    row: sqlite3.Row,
    args: Iterable[sqlite3.Row],
    speakers: Iterable[sqlite3.Row],
    evidence: Iterable[sqlite3.Row],
    entities: Mapping[int, Entity],
) -> Claim:
    return Claim(
        id=row["id"],
        type=row["type"],
        args=tuple(Argument(a["role"], _value(a, entities)) for a in args),
        evidence=tuple(_span(e) for e in evidence),
        time=When(row["time"]) if row["time"] is not None else None,
        source=SourceChain(tuple(entities[s["entity"]].id for s in speakers)),
        certainty=Certainty(row["certainty"]),
        status=Status(row["status"]),
        confidence=row["confidence"],
        made_by=row["made_by"],
        anchor=row["anchor"],
    )


def _value(row: sqlite3.Row, entities: Mapping[int, Entity]) -> Value:
    role = row["role"]
    who = entities[row["entity"]].id if row["entity"] is not None else None
    if role in COUNT_ROLES:
        return Count(_number(row["least"]), _number(row["most"]), who, row["words"])
    if role in FLAG_ROLES:
        return bool(row["least"])
    return str(row["words"] if role in TEXT_ROLES else who)


def _entities(db: Database, keys: Iterable[int], mentions: Iterable[sqlite3.Row] = ()) -> dict[int, Entity]:
    listed = {"keys": json.dumps(sorted(keys))}
    names = _grouped(db.rows(find.NAMES_BY_KEY, listed), "entity")
    spans = _grouped(mentions, "entity")
    found = db.rows(find.ENTITIES_BY_KEY, listed)
    return {
        row["key"]: Entity(
            row["id"],
            EntityType(row["type"]),
            tuple(n["name"] for n in names[row["key"]]),
            tuple(_span(m) for m in spans[row["key"]]),
            where_in(json.loads(row["place"])) if row["place"] else None,
        )
        for row in found
    }


def _parts(db: Database, table: str, claims: str) -> defaultdict[int, list[sqlite3.Row]]:
    return _grouped(db.rows(find.PARTS[table], {"keys": claims}), "claim")


def _grouped(rows: Iterable[sqlite3.Row], by: str) -> defaultdict[int, list[sqlite3.Row]]:
    groups: defaultdict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return groups


def _problem(row: sqlite3.Row) -> Problem:
    return Problem(row["place"], row["step"], row["message"], row["advice"])


def _span(row: sqlite3.Row) -> Span:
    return Span(row["span_start"], row["span_end"])


def _number(value: int | str | None) -> int | None:
    return int(value) if value is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

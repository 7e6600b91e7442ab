"""Resolution in an SQLite ledger: findings, judgements and alias lists, in and out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tacitus.ledger import find
from tacitus.ledger.clock import moment, stamp
from tacitus.ledger.findings import AliasListRow, as_json
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.record_json import record_in, record_out

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tacitus.ledger.database import Database
    from tacitus.ledger.findings import Findings
    from tacitus.resolve.records import Record


def add_findings(db: Database, findings: Findings, when: str) -> bool:
    """Insert what resolution made of a reading, inside a transaction; False if it is there."""
    known = "SELECT 1 FROM resolved WHERE reading = :reading AND version = :version"
    if db.value(known, {"reading": findings.reading, "version": findings.version}):
        return False
    key = db.next_key("resolved")
    db.add("resolved", [(key, findings.reading, findings.version, when)])
    db.add("record", ((key, i, as_json(record_out(r))) for i, r in enumerate(findings.records)))
    db.add("record_key", sorted({(k, key, i) for i, r in enumerate(findings.records) for k in r.keys}))
    db.add("happening", ((key, i, as_json(h)) for i, h in enumerate(findings.happenings)))
    return True


def add_judgements(db: Database, judgements: Iterable[Judgement]) -> None:
    """Insert judgements that are not there yet, inside a transaction."""
    for judgement in judgements:
        if db.value("SELECT 1 FROM judgement WHERE id = :id", {"id": judgement.id}):
            continue
        key, j = db.next_key("judgement"), judgement
        db.add("judgement", [(key, j.id, j.verdict, j.because, j.author, stamp(j.recorded), j.score)])
        db.add("judged", ((key, i, subject) for i, subject in enumerate(j.subject)))


def add_list(db: Database, row: AliasListRow) -> bool:
    """Insert a list of aliases, inside a transaction; False if it is there."""
    if db.value("SELECT 1 FROM alias_list WHERE id = :id", {"id": row.id}):
        return False
    key = db.next_key("alias_list")
    db.add("alias_list", [(key, row.id, row.name, row.origin, row.author, stamp(row.recorded))])
    db.add("alias_entry", ((key, i, as_json(entry)) for i, entry in enumerate(row.entries)))
    return True


def judgements(db: Database, found: Iterable[sqlite3.Row]) -> tuple[Judgement, ...]:
    """Return the judgements of rows of the table, by moment and id."""
    rows = list(found)
    keys = json.dumps([row["key"] for row in rows])
    subjects: dict[int, list[str]] = {row["key"]: [] for row in rows}
    for row in db.rows(find.JUDGED, {"keys": keys}):
        subjects[row["judgement"]].append(row["subject"])
    made = (
        Judgement(
            tuple(subjects[row["key"]]),
            Verdict(row["verdict"]),
            row["because"],
            row["author"],
            moment(row["recorded"]),
            row["score"],
        )
        for row in rows
    )
    return tuple(sorted(made, key=lambda j: (j.recorded, j.id)))


def alias_lists(db: Database, found: Iterable[sqlite3.Row]) -> tuple[AliasListRow, ...]:
    """Return the lists of rows of the table, with their entries."""
    out = []
    for row in found:
        entries = db.rows("SELECT data FROM alias_entry WHERE list = :key ORDER BY seq", {"key": row["key"]})
        parsed = tuple(json.loads(entry["data"]) for entry in entries)
        out.append(AliasListRow(row["name"], row["origin"], row["author"], moment(row["recorded"]), parsed))
    return tuple(out)


def records(found: Iterable[sqlite3.Row]) -> tuple[Record, ...]:
    """Return the records of rows of the table."""
    return tuple(record_in(json.loads(row["data"])) for row in found)

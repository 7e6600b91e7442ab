"""Taking redacted things out of the projection."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tacitus.ledger import load
from tacitus.ledger.reading_json import problem_out
from tacitus.ledger.rebuild import problems_of
from tacitus.ledger.rows_out import pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ledger.changes import Redacted
    from tacitus.ledger.database import Database
    from tacitus.ledger.sql_books import SqlBooks

#: Rows that go with a reading by its key; the order keeps references whole.
_BY_KEY = (
    "DELETE FROM piece WHERE reading = :key",
    "DELETE FROM party WHERE claim IN (SELECT c.key FROM claim c WHERE c.reading = :key)",
    "DELETE FROM claim WHERE reading = :key",
    "DELETE FROM name WHERE entity IN (SELECT e.key FROM entity e WHERE e.reading = :key)",
    "DELETE FROM entity WHERE reading = :key",
)
#: Rows that go with a reading by its id.
_RESOLVED = "SELECT z.key FROM resolved z WHERE z.reading = :id"
_BY_ID = (
    *(f"DELETE FROM {t} WHERE resolved IN ({_RESOLVED})" for t in ("record_key", "record", "happening")),  # noqa: S608
    "DELETE FROM resolved WHERE reading = :id",
    "DELETE FROM problem WHERE reading = :id",
    "DELETE FROM recording WHERE reading = :id",
    "DELETE FROM reading WHERE id = :id",
)
#: A problem with an input that gave no reading.
_PROBLEM = (
    "DELETE FROM problem WHERE reading IS NULL AND recorded = :recorded AND place = :place AND step = :step "
    "AND message = :message AND advice = :advice"
)


def forget(books: SqlBooks, change: Redacted) -> None:
    """Delete what the redacted keys sealed from the projection, inside a transaction.

    Args:
        books: The books; the keys must still be there, so that words can leave the search index.
        change: What is redacted.
    """
    db, keys = books.db, {"keys": json.dumps(change.keys)}
    for row in db.rows("SELECT key, id, document FROM reading WHERE sealed IN (TEXTS(:keys))", keys):
        _forget_reading(books, row)
    for table in ("judgement", "alias_list"):
        found = db.rows(f"SELECT key FROM {table} WHERE sealed IN (TEXTS(:keys))", keys)  # noqa: S608 - our own names
        gone = {"gone": json.dumps([row["key"] for row in found])}
        if table == "judgement":
            db.run("DELETE FROM judged WHERE judgement IN (INTS(:gone))", gone)
        db.run(f"DELETE FROM {table} WHERE key IN (INTS(:gone))", gone)  # noqa: S608 - our own names
    for entry, met in problems_of(books, change.keys):
        row = dict(zip(("place", "step", "message", "advice"), problem_out(met.problem), strict=True))
        db.run(_PROBLEM, {"recorded": entry.recorded, **row})
    _add_new(db, "redacted_key", "key", change.keys)
    _add_new(db, "barred", "sha256", change.barred)


def _forget_reading(books: SqlBooks, row: Any) -> None:  # noqa: ANN401 - a row of whichever database
    db, key = books.db, {"key": row["key"]}
    reading = load.reading(books, row["id"])
    if reading is not None:
        found = db.rows("SELECT key FROM piece WHERE reading = :key ORDER BY key", key)
        words = (words for *_, words in pieces(reading))
        db.unindex("piece_words", [(piece["key"], w) for piece, w in zip(found, words, strict=True)])
    for statement in _BY_KEY:
        db.run(statement, key)
    for statement in _BY_ID:
        db.run(statement, {"id": row["id"]})
    # A retraction of a document that is gone altogether says nothing any more.
    rest = "SELECT 1 FROM reading WHERE document = :document"
    if db.value(rest, {"document": row["document"]}) is None:
        db.run("DELETE FROM recording WHERE document = :document", {"document": row["document"]})


def _add_new(db: Database, table: str, column: str, values: Sequence[str]) -> None:
    known = f"SELECT {column} FROM {table} WHERE {column} IN (TEXTS(:values))"  # noqa: S608 - our own names
    there = {row[0] for row in db.rows(known, {"values": json.dumps(values)})}
    db.add(table, [(value,) for value in dict.fromkeys(values) if value not in there])

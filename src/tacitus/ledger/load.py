"""From rows, and from the log, back to the model."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from tacitus.ledger.changes import Asserted, aliases_in, change_in, judgement_in
from tacitus.ledger.claim_json import claim_in, entity_in
from tacitus.ledger.clock import moment
from tacitus.ledger.errors import MissingKeyError
from tacitus.ledger.rows import ClaimRow, DocumentRow, EntityRow, ProblemRow, RunRow
from tacitus.ledger.sealing import unsealed
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.ledger.findings import AliasListRow
    from tacitus.ledger.sql_books import SqlBooks
    from tacitus.model.entity import Entity
    from tacitus.model.judgement import Judgement
    from tacitus.model.reading import Reading

#: A row of whichever database: columns by name and by number.
Row = Any


def document_row(row: Row) -> DocumentRow:
    """Return a row of `find.DOCUMENTS`."""
    return DocumentRow(
        id=row["document"],
        reading=row["id"],
        sha256=row["sha256"],
        reader=row["reader"],
        recorded=moment(row["recorded"]),
        is_shown=bool(row["is_shown"]),
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        title=row["title"],
        author=row["author"],
        outlet=row["outlet"],
        url=row["url"],
        language=row["language"],
    )


def claim_rows(found: Iterable[Row], documents: dict[int, DocumentRow]) -> tuple[ClaimRow, ...]:
    """Return the claims of rows of the table `claim`, in their order.

    Args:
        found: Rows with `reading` and `data`.
        documents: Key of the reading to its row.
    """
    known: dict[tuple[int, str], Entity] = {}
    out = []
    rows = list(found)
    parsed = json.loads(f"[{','.join([row['data'] for row in rows])}]")
    for row, (claim, involved, quotes) in zip(rows, parsed, strict=True):
        reading = row["reading"]
        entities = []
        for data in involved:
            # Claims of one reading share their entities: each is made once.
            entity = known.get((reading, data[0]))
            if entity is None:
                known[reading, data[0]] = entity = entity_in(data)
            entities.append(entity)
        out.append(ClaimRow(claim_in(claim), documents[reading], tuple(entities), tuple(quotes)))
    return tuple(out)


def entity_rows(found: Iterable[Row], documents: dict[int, DocumentRow]) -> tuple[EntityRow, ...]:
    """Return the entities of rows of the table `entity`, in their order."""
    return tuple(EntityRow(entity_in(json.loads(row["data"])), documents[row["reading"]]) for row in found)


def asserted(books: SqlBooks, reading: str) -> Asserted | None:
    """Return the entry of the log that holds a reading, or None when there is none or its key was destroyed.

    Raises:
        MissingKeyError: If the key is lost.
        SealError: If the entry was changed.
    """
    payload = _payload(books, reading)
    change = change_in(payload)[0] if payload is not None else None
    return change if isinstance(change, Asserted) else None


def text(books: SqlBooks, reading: str) -> str:
    """Return the text of a reading, without making the rest of it; "" as `asserted` gives None."""
    payload = _payload(books, reading)
    return str(json.loads(payload)["reading"]["text"]) if payload is not None else ""


def _payload(books: SqlBooks, reading: str) -> bytes | None:
    sql = "SELECT l.payload, r.sealed FROM reading r JOIN log l ON l.seq = r.entry WHERE r.id = :id"
    found = books.db.rows(sql, {"id": reading})
    if not found:
        return None
    key = found[0]["sealed"]
    secret = books.keys.get(key)
    if secret is None:
        if books.keys.is_destroyed(key):
            return None
        raise MissingKeyError(key)
    return unsealed(secret, key, bytes(found[0]["payload"]))


def reading(books: SqlBooks, id_: str) -> Reading | None:
    """Return a reading whole, from the log; None as `asserted` does."""
    found = asserted(books, id_)
    return found.reading if found is not None else None


def problem_row(row: Row) -> ProblemRow:
    """Return a row of the table `problem`."""
    problem = Problem(row["place"], row["step"], row["message"], row["advice"])
    return ProblemRow(problem, moment(row["recorded"]), row["run"], row["reading"])


def run_row(row: Row) -> RunRow:
    """Return a row of `find.RUNS`."""
    ended = moment(row["ended"]) if row["ended"] else None
    inputs = tuple(json.loads(row["inputs"]))
    return RunRow(row["key"], row["reader"], inputs, moment(row["started"]), ended, row["recorded"])


def judgements(found: Iterable[Row]) -> tuple[Judgement, ...]:
    """Return the judgements of rows of the table, by moment and id."""
    made = (judgement_in(json.loads(row["data"])) for row in found)
    return tuple(sorted(made, key=lambda j: (j.recorded, j.id)))


def alias_lists(found: Iterable[Row]) -> tuple[AliasListRow, ...]:
    """Return the lists of aliases of rows of the table, in their order."""
    return tuple(aliases_in(json.loads(row["data"])) for row in found)

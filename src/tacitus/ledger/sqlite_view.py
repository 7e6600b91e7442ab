"""The reading side of an SQLite ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.ledger import find, load, resolved
from tacitus.ledger.clock import stamp
from tacitus.ledger.filter import EVERYTHING, ClaimFilter
from tacitus.ledger.nearest import missing
from tacitus.ledger.rows import Counts, distinct
from tacitus.ledger.scan import page, scan
from tacitus.resolve.fold import fold, matching

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date, datetime

    from tacitus.ledger.database import Database
    from tacitus.ledger.findings import AliasListRow
    from tacitus.ledger.rows import ClaimRow, DocumentRow, EntityRow, Hit, ProblemRow, RunRow
    from tacitus.model.judgement import Judgement
    from tacitus.model.reading import Reading
    from tacitus.resolve.records import Record


@dataclass(frozen=True, slots=True)
class SqliteView:
    """The reading side; see `tacitus.ledger.contract.View`."""

    _db: Database
    known_by: datetime | None

    def documents(self) -> tuple[DocumentRow, ...]:
        """Return the shown reading of each document."""
        return self._documents(find.SHOWN + find.BY_DAY)

    def document(self, document: str) -> DocumentRow:
        """Return the shown reading of one document."""
        found = self._documents(f"r.document = :id AND {find.SHOWN}", id=document)
        if not found:
            raise missing("document", document, [d.id for d in self.documents()])
        return found[0]

    def has_document(self, document: str) -> bool:
        """Tell whether a document has this id."""
        return bool(self._documents(f"r.document = :id AND {find.SHOWN}", id=document))

    def readings(self, document: str) -> tuple[DocumentRow, ...]:
        """Return every reading of a document."""
        found = self._documents(f"r.document = :id AND {find.KNOWN}{find.BY_RECORD}", id=document)
        if not found:
            raise missing("document", document, [d.id for d in self.documents()])
        return found

    def reading(self, reading: str) -> Reading:
        """Return a reading whole."""
        found = self._rows(find.READING, id=reading)
        if not found:
            raise missing("reading", reading, [d.reading for d in self.documents()])
        return load.whole_reading(self._db, found[0])

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> tuple[ClaimRow, ...]:
        """Return the claims that pass, in time order."""
        found = self._db.rows(*find.claims_sql(wanted, self.known_by))
        return load.claim_rows(self._db, found, self._by_key(found))

    def undated(self, wanted: ClaimFilter) -> int:
        """Return how many documents without a day only `as_of` keeps out."""
        return int(self._db.value(*find.undated_sql(wanted, self.known_by))) if wanted.as_of else 0

    def claim(self, claim: str) -> ClaimRow:
        """Return one claim."""
        found = self.claims(ClaimFilter(id=claim))
        if not found:
            raise missing("claim", claim)
        return max(found, key=lambda row: (row.document.is_shown, row.recorded, row.document.reading))

    def keys(self, name: str) -> frozenset[str]:
        """Return the folded names of shown entities that a name means."""
        exact = self._shown_keys([fold(name)])
        if exact:
            return exact
        every = (row["key"] for row in self._db.rows(find.EVERY_KEY))
        return self._shown_keys(matching(name, every))

    def entities(self, keys: Collection[str]) -> tuple[EntityRow, ...]:
        """Return the shown entities that have one of these folded names."""
        found = self._rows(find.ENTITIES, keys=json.dumps(sorted(keys)))
        return load.entity_rows(self._db, found, self._by_key(found))

    def names(self) -> tuple[str, ...]:
        """Return every name of a shown entity, sorted."""
        return self._strings(find.NAMES)

    def outlets(self) -> tuple[str, ...]:
        """Return every outlet of a shown document, sorted."""
        return self._strings(find.OUTLETS)

    def unresolved(self, version: str) -> tuple[str, ...]:
        """Return the shown readings of which this version of resolution has made nothing."""
        found = self._rows(find.DOCUMENTS + find.UNRESOLVED + find.BY_DAY, version=version)
        return tuple(row["id"] for row in found)

    def records(self, keys: Collection[str] | None = None) -> tuple[Record, ...]:
        """Return the records of shown readings."""
        if keys is None:
            return resolved.records(self._rows(find.RECORDS))
        return resolved.records(self._rows(find.RECORDS_WITH, keys=json.dumps(sorted(keys))))

    def happenings(self) -> tuple[Mapping[str, Any], ...]:
        """Return what shown readings tell of happenings."""
        return tuple(json.loads(row["data"]) for row in self._rows(find.HAPPENINGS))

    def judgements(self, subjects: Collection[str] | None = None) -> tuple[Judgement, ...]:
        """Return judgements."""
        if subjects is None:
            return resolved.judgements(self._db, self._rows(find.JUDGEMENTS))
        found = self._rows(find.JUDGEMENTS_ON, subjects=json.dumps(sorted(subjects)))
        return resolved.judgements(self._db, found)

    def alias_lists(self) -> tuple[AliasListRow, ...]:
        """Return the lists of aliases."""
        return resolved.alias_lists(self._db, self._rows(find.ALIAS_LISTS))

    def problems(self) -> tuple[ProblemRow, ...]:
        """Return the problems of shown readings and of inputs that gave none."""
        return distinct(load.problem_row(row) for row in self._rows(find.PROBLEMS))

    def runs(self) -> tuple[RunRow, ...]:
        """Return the runs in order of their numbers."""
        return tuple(load.run_row(row) for row in self._rows(find.RUNS))

    def counts(self) -> Counts:
        """Return how much the view shows."""
        numbers = (self._rows(sql)[0][0] for sql in find.COUNTS)
        documents, readings, entities, claims = numbers
        return Counts(documents, readings, entities, claims, len(self.problems()), len(self.runs()))

    def search(self, words: str, limit: int = 20, skip: int = 0, as_of: date | None = None) -> tuple[Hit, ...]:
        """Return where words stand."""
        return page(scan(self, words, as_of), limit, skip)

    def _rows(self, sql: str, **params: str) -> list[sqlite3.Row]:
        return self._db.rows(sql, {"known": stamp(self.known_by), **params})

    def _strings(self, sql: str) -> tuple[str, ...]:
        return tuple(sorted(row[0] for row in self._rows(sql)))

    def _documents(self, condition: str, **params: str) -> tuple[DocumentRow, ...]:
        return tuple(load.document_row(row) for row in self._rows(find.DOCUMENTS + condition, **params))

    def _by_key(self, rows: Iterable[sqlite3.Row]) -> dict[int, DocumentRow]:
        keys = json.dumps(sorted({row["reading"] for row in rows}))
        found = self._rows(find.DOCUMENTS_BY_KEY, keys=keys)
        return {row["key"]: load.document_row(row) for row in found}

    def _shown_keys(self, keys: Iterable[str]) -> frozenset[str]:
        found = self._rows(find.SHOWN_KEYS, keys=json.dumps(sorted(keys)))
        return frozenset(row["key"] for row in found)

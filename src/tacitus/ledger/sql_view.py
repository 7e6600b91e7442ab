"""The reading side of a ledger in a database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from tacitus.ledger import find, load, sql_search
from tacitus.ledger.clock import stamp
from tacitus.ledger.filter import EVERYTHING, ClaimFilter
from tacitus.ledger.nearest import missing
from tacitus.ledger.rows import Counts, distinct
from tacitus.resolve.fold import fold, matching
from tacitus.resolve.record_json import record_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from tacitus.ledger.findings import AliasListRow
    from tacitus.ledger.rows import ClaimRow, DocumentRow, EntityRow, Hit, LogHead, ProblemRow, RunRow
    from tacitus.ledger.sql_books import SqlBooks
    from tacitus.model.judgement import Judgement, Verdict
    from tacitus.model.reading import Reading
    from tacitus.resolve.records import Record

P = ParamSpec("P")
T = TypeVar("T")


def _of_one_state(method: Callable[Concatenate[SqlView, P], T]) -> Callable[Concatenate[SqlView, P], T]:
    """Let a method that asks several queries see one state, whatever is written or redacted between them."""

    def asked(self: SqlView, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self.books.db.snapshot():
            return method(self, *args, **kwargs)

    return update_wrapper(asked, method)


@dataclass(frozen=True, slots=True)
class SqlView:
    """The reading side; see `tacitus.ledger.contract.View`."""

    _books: SqlBooks
    known_by: datetime | None

    def documents(self) -> tuple[DocumentRow, ...]:
        """Return the shown reading of each document."""
        return self._documents(find.SHOWN + find.BY_DAY)

    @_of_one_state
    def document(self, document: str) -> DocumentRow:
        """Return the shown reading of one document."""
        found = self._documents(f"r.document = :id AND {find.SHOWN}", id=document)
        if not found:
            raise missing("document", document, [d.id for d in self.documents()])
        return found[0]

    def has_document(self, document: str) -> bool:
        """Tell whether a document has this id."""
        return bool(self._documents(f"r.document = :id AND {find.SHOWN}", id=document))

    @_of_one_state
    def readings(self, document: str) -> tuple[DocumentRow, ...]:
        """Return every reading of a document."""
        found = self._documents(f"r.document = :id AND {find.KNOWN}{find.BY_RECORD}", id=document)
        if not found:
            raise missing("document", document, [d.id for d in self.documents()])
        return found

    @_of_one_state
    def reading(self, reading: str) -> Reading:
        """Return a reading whole."""
        found = load.reading(self._books, reading) if self._rows(find.READING, id=reading) else None
        if found is None:
            raise missing("reading", reading, [d.reading for d in self.documents()])
        return found

    @_of_one_state
    def claims(self, wanted: ClaimFilter = EVERYTHING) -> tuple[ClaimRow, ...]:
        """Return the claims that pass, in time order."""
        found = self._books.db.rows(*find.claims_sql(wanted, self.known_by))
        return load.claim_rows(found, self.by_key(found))

    def undated(self, wanted: ClaimFilter) -> int:
        """Return how many documents without a day only `as_of` keeps out."""
        return int(self._books.db.value(*find.undated_sql(wanted, self.known_by))) if wanted.as_of else 0

    @_of_one_state
    def claim(self, claim: str) -> ClaimRow:
        """Return one claim."""
        found = self.claims(ClaimFilter(id=claim))
        if not found:
            raise missing("claim", claim)
        return max(found, key=lambda row: (row.document.is_shown, row.recorded, row.document.reading))

    @_of_one_state
    def keys(self, name: str) -> frozenset[str]:
        """Return the folded names of shown entities that a name means."""
        exact = self._shown_keys([fold(name)])
        if exact:
            return exact
        every = (row["key"] for row in self._rows(find.EVERY_KEY))
        return self._shown_keys(matching(name, every))

    @_of_one_state
    def entities(self, keys: Collection[str]) -> tuple[EntityRow, ...]:
        """Return the shown entities that have one of these folded names."""
        found = self._rows(find.ENTITIES, keys=json.dumps(sorted(keys)))
        return load.entity_rows(found, self.by_key(found))

    def names(self) -> tuple[str, ...]:
        """Return every name of a shown entity, sorted."""
        return tuple(sorted({name for row in self._rows(find.NAMES) for name in json.loads(row[0])}))

    def outlets(self) -> tuple[str, ...]:
        """Return every outlet of a shown document, sorted."""
        return tuple(sorted(row[0] for row in self._rows(find.OUTLETS)))

    def unresolved(self, version: str, limit: int | None = None) -> tuple[str, ...]:
        """Return the shown readings of which this version of resolution has made nothing."""
        end = find.BY_DAY if limit is None else f" LIMIT {limit:d}"
        found = self._rows(find.UNRESOLVED + end, version=version)
        return tuple(row["id"] for row in found)

    def records(self, keys: Collection[str] | None = None) -> tuple[Record, ...]:
        """Return the records of shown readings."""
        if keys is None:
            found = self._rows(find.RECORDS)
        else:
            found = self._rows(find.RECORDS_WITH, keys=json.dumps(sorted(keys)))
        return tuple(record_in(json.loads(row["data"])) for row in found)

    def happenings(self, documents: Collection[str] | None = None) -> tuple[Mapping[str, Any], ...]:
        """Return what shown readings tell of happenings."""
        if documents is None:
            found = self._rows(find.HAPPENINGS)
        else:
            found = self._rows(find.HAPPENINGS_OF, documents=json.dumps(sorted(documents)))
        return tuple(json.loads(row["data"]) for row in found)

    def judgements(
        self, subjects: Collection[str] | None = None, verdicts: Collection[Verdict] | None = None
    ) -> tuple[Judgement, ...]:
        """Return judgements."""
        sql, params = find.JUDGEMENTS, {}
        if subjects is not None:
            sql, params["subjects"] = sql + find.ON_SUBJECTS, json.dumps(sorted(subjects))
        if verdicts is not None:
            sql, params["verdicts"] = sql + find.BY_VERDICT, json.dumps(sorted(verdicts))
        return load.judgements(self._rows(sql, **params))

    def alias_lists(self) -> tuple[AliasListRow, ...]:
        """Return the lists of aliases."""
        return load.alias_lists(self._rows(find.ALIAS_LISTS))

    def problems(self) -> tuple[ProblemRow, ...]:
        """Return the problems of shown readings and of inputs that gave none."""
        return distinct(load.problem_row(row) for row in self._rows(find.PROBLEMS))

    def runs(self) -> tuple[RunRow, ...]:
        """Return the runs in order of their numbers."""
        return tuple(load.run_row(row) for row in self._rows(find.RUNS))

    @_of_one_state
    def counts(self) -> Counts:
        """Return how much the view shows."""
        documents, entities, claims = self._rows(find.COUNTS)[0]
        readings = self._rows(find.KNOWN_READINGS)[0][0]
        return Counts(documents, readings, int(entities), int(claims), len(self.problems()), len(self.runs()))

    def head(self) -> LogHead:
        """Return the last entry of the log that the view knows."""
        return self._books.head_by(stamp(self.known_by))

    @_of_one_state
    def search(self, words: str, limit: int = 20, skip: int = 0, as_of: date | None = None) -> tuple[Hit, ...]:
        """Return where words stand, those entered last first."""
        return sql_search.search(self, sql_search.Asked(words, limit, skip, as_of))

    @property
    def books(self) -> SqlBooks:
        """The books that the view reads."""
        return self._books

    def by_key(self, rows: Iterable[Any]) -> dict[int, DocumentRow]:
        """Return the readings of rows that have a column `reading`, by key."""
        keys = json.dumps(sorted({row["reading"] for row in rows}))
        found = self._rows(find.DOCUMENTS_BY_KEY, keys=keys)
        return {row["key"]: load.document_row(row) for row in found}

    def _rows(self, sql: str, **params: str) -> Sequence[Any]:
        return self._books.db.rows(sql, {"known": stamp(self.known_by), **params})

    def _documents(self, condition: str, **params: str) -> tuple[DocumentRow, ...]:
        return tuple(load.document_row(row) for row in self._rows(find.DOCUMENTS + condition, **params))

    def _shown_keys(self, keys: Iterable[str]) -> frozenset[str]:
        found = self._rows(find.SHOWN_KEYS, keys=json.dumps(sorted(keys)))
        return frozenset(row["key"] for row in found)

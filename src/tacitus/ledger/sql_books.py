"""The books of a ledger in a database: the log, and the tables that are worked out from it."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Any

from tacitus.errors import TacitusError
from tacitus.ledger import changes as c
from tacitus.ledger import redacting
from tacitus.ledger.books import Sealing
from tacitus.ledger.claim_json import dumps
from tacitus.ledger.clock import FOREVER, moment
from tacitus.ledger.log import GENESIS, Entry
from tacitus.ledger.reading_json import problem_out
from tacitus.ledger.rows import LogHead
from tacitus.ledger.rows_out import content, document_columns, pieces
from tacitus.resolve.record_json import record_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.ledger.database import Database
    from tacitus.ledger.keys import Keys
    from tacitus.ledger.raw import Raw

#: Entries that are taken from the database at a time.
_PAGE = 200
#: Rows that are gathered before they are written.
_MANY = 50_000
#: The reading that a document shows at a moment.
_LATEST = (
    "SELECT reading FROM recording WHERE document = :document AND recorded <= :by "
    "ORDER BY recorded DESC, reading DESC LIMIT 1"
)


class SqlBooks:
    """Books in a database; see `tacitus.ledger.books.Books`.

    Attributes:
        db: The database.
        keys: Where keys are.
        raw: Where raw bytes are.
    """

    def __init__(self, db: Database, keys: Keys, raw: Raw) -> None:
        """Keep books in a database whose schema is up to date."""
        self.db, self.keys, self.raw = db, keys, raw
        self._waiting: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._next: dict[str, int] = {}
        self._count = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is added inside one change."""
        self._forget()
        try:
            with self.db.transaction():
                yield
                self.flush()
        finally:
            self._forget()

    def head(self) -> LogHead:
        """Return the last entry's number, hash and moment."""
        return self.head_by(None)

    def head_by(self, known: str | None) -> LogHead:
        """Return the last entry that was recorded not after a moment (None: at last)."""
        condition = "" if known is None else " WHERE recorded <= :known"
        found = self.db.rows(
            f"SELECT seq, hash, recorded FROM log{condition} ORDER BY seq DESC LIMIT 1",  # noqa: S608 - our own words
            {} if known is None else {"known": known},
        )
        return LogHead(found[0][0], found[0][1], moment(found[0][2])) if found else LogHead(0, GENESIS)

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries to the log."""
        self._put("log", ((e.seq, e.recorded, e.author, e.kind, e.key, e.payload, e.previous, e.hash) for e in entries))

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries behind a number, in order, up to the first one that cannot be read."""
        while page := self._page(after):
            for row in page:
                seq, recorded, author, kind, key, payload, previous, hash_ = row
                yield Entry(seq, recorded, author, kind, key, _bytes(payload), previous, hash_)
            after = page[-1][0]

    def _page(self, after: int) -> Sequence[Any]:
        sql = "SELECT * FROM log WHERE seq > :after ORDER BY seq LIMIT :page"
        try:
            return self.db.rows(sql, {"after": after, "page": _PAGE})
        except TacitusError:  # a damaged row: those before it are still given, and it alone gives the error
            return self.db.rows(sql, {"after": after, "page": 1})

    def apply(self, entry: Entry, change: c.Change) -> None:
        """Bring the projection up to date with an entry."""
        self._enter(change, entry)

    def clear(self) -> None:
        """Empty the projection: its tables are made anew."""
        self.db.remake_projection()
        self._forget()

    def scrub(self) -> None:
        """Take what was deleted out of the files too."""
        self.db.scrub()

    def flush(self) -> None:
        """Write the rows that wait."""
        for table, rows in self._waiting.items():
            self.db.add(table, rows)
        self._waiting.clear()
        self._count = 0

    def latest(self, document: str, by: str | None) -> str | None:
        """Return the id of the reading that a document shows."""
        found: str | None = self.db.value(_LATEST, {"document": document, "by": by or FOREVER})
        return found

    def was_recorded(self, reading: str, at: str) -> bool:
        """Tell whether a reading was entered at exactly this moment."""
        return self._has("recording WHERE reading = :reading AND recorded = :at", reading=reading, at=at)

    def sealed(self, reading: str) -> str | None:
        """Return the id of the key that seals a reading."""
        found: str | None = self.db.value("SELECT sealed FROM reading WHERE id = :id", {"id": reading})
        return found

    def sealings(self, document: str) -> tuple[Sealing, ...]:
        """Return how every reading of a document is kept."""
        sql = "SELECT id, sealed, sha256, raw, entry FROM reading WHERE document = :document ORDER BY key"
        return tuple(Sealing(*row) for row in self.db.rows(sql, {"document": document}))

    def knows_document(self, document: str) -> bool:
        """Tell whether a document was ever entered."""
        return self._has("recording WHERE document = :document", document=document)

    def is_barred(self, sha256: str) -> bool:
        """Tell whether raw bytes with this hash were redacted."""
        return self._has("barred WHERE sha256 = :sha256", sha256=sha256)

    def is_open(self, run: int) -> bool:
        """Tell whether a run has begun and not ended."""
        return self._has("run WHERE key = :run AND key NOT IN (SELECT run FROM run_end)", run=run)

    def runs(self) -> int:
        """Return the number of the last run."""
        return int(self.db.value("SELECT coalesce(max(key), 0) FROM run"))

    def has_findings(self, reading: str, version: str) -> bool:
        """Tell whether this version of resolution has made something of a reading."""
        return self._has("resolved WHERE reading = :reading AND version = :version", reading=reading, version=version)

    def has_judgement(self, id_: str) -> bool:
        """Tell whether a judgement is there."""
        return self._has("judgement WHERE id = :id", id=id_)

    def has_aliases(self, id_: str) -> bool:
        """Tell whether a list of aliases is there."""
        return self._has("alias_list WHERE id = :id", id=id_)

    @singledispatchmethod
    def _enter(self, change: c.Change, entry: Entry) -> None:
        """Enter a change of the type that is registered below."""
        raise TypeError(type(change), entry.kind)

    @_enter.register(c.Begun)
    def _begun(self, change: c.Begun, entry: Entry) -> None:
        # One may be there already: its words were redacted, and others take their place.
        self._drop("run WHERE key = :run", run=change.run)
        self._now("run", [(change.run, change.reader, dumps(list(change.inputs)), entry.recorded)])

    @_enter.register(c.Ended)
    def _ended(self, change: c.Ended, entry: Entry) -> None:
        self._drop("run_end WHERE run = :run", run=change.run)
        self._now("run_end", [(change.run, entry.recorded)])

    @_enter.register(c.Met)
    def _met(self, change: c.Met, entry: Entry) -> None:
        self._problems(change.run, None, entry.recorded, [problem_out(change.problem)])

    @_enter.register(c.Brought)
    def _brought(self, change: c.Brought, entry: Entry) -> None:
        row, key = change.aliases, self._key("alias_list")
        self._now("alias_list", [(key, row.id, entry.key, entry.recorded, dumps(c.aliases_out(row)))])

    @_enter.register(c.Retracted)
    def _retracted(self, change: c.Retracted, entry: Entry) -> None:
        own = {"document": change.document, "at": entry.recorded}
        if not self._has("recording WHERE document = :document AND recorded = :at AND reading = ''", **own):
            self._now("recording", [(change.document, entry.recorded, "", None)])

    @_enter.register(c.Redacted)
    def _redacted(self, change: c.Redacted, _: Entry) -> None:
        self.flush()
        redacting.forget(self, change)

    @_enter.register(c.Asserted)
    def _assert(self, change: c.Asserted, entry: Entry) -> None:
        reading, key = change.reading, self._key("reading")
        d = reading.document
        counts = (len(reading.entities), len(reading.claims))
        head = (key, reading.id, d.id, entry.seq, entry.key, change.raw, entry.recorded)
        self._now("reading", [(*head, *document_columns(d), reading.reader, *counts)])
        self._now("recording", [(d.id, entry.recorded, reading.id, change.run)])
        first = {"entity": self._key("entity", counts[0]), "claim": self._key("claim", counts[1])}
        for table, rows in content(reading, change.json, key, first).items():
            self._put(table, rows)
        found = pieces(reading)
        start = self._key("piece", len(found))
        numbered = [(start + i, *piece) for i, piece in enumerate(found)]
        own = first["claim"]
        self._put("piece", ((n, key, None if c is None else own + c, a, b) for n, c, a, b, _ in numbered))
        self._put("piece_words", ((n, words) for n, _, _, _, words in numbered))
        self._problems(change.run, reading.id, entry.recorded, [problem_out(p) for p in reading.problems])

    @_enter.register(c.Again)
    def _again(self, change: c.Again, entry: Entry) -> None:
        self._now("recording", [(change.document, entry.recorded, change.reading, change.run)])
        earlier = "UPDATE reading SET recorded = :at WHERE id = :id AND recorded > :at"
        self.db.run(earlier, {"at": entry.recorded, "id": change.reading})

    @_enter.register(c.Found)
    def _found(self, change: c.Found, entry: Entry) -> None:
        f, key = change.findings, self._key("resolved")
        self._now("resolved", [(key, f.reading, f.version, entry.recorded)])
        self._put("record", ((key, i, dumps(record_out(r))) for i, r in enumerate(f.records)))
        self._put("record_key", sorted({(k, key, i) for i, r in enumerate(f.records) for k in r.keys}))
        self._put("happening", ((key, i, dumps(dict(h))) for i, h in enumerate(f.happenings)))

    @_enter.register(c.Judged)
    def _judged(self, change: c.Judged, entry: Entry) -> None:
        j, key = change.judgement, self._key("judgement")
        data = dumps(c.judgement_out(j))
        self._now("judgement", [(key, j.id, entry.key, entry.recorded, str(j.verdict), data)])
        self._put("judged", ((subject, key) for subject in dict.fromkeys(j.subject)))

    def _problems(self, run: int | None, reading: str | None, at: str, problems: Iterable[list[str]]) -> None:
        self._put("problem", ((self._key("problem"), run, reading, i, at, *p) for i, p in enumerate(problems)))

    def _put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        waiting = self._waiting[table]
        before = len(waiting)
        waiting.extend(rows)
        self._count += len(waiting) - before
        if self._count > _MANY:
            self.flush()

    def _now(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Write rows at once that later steps of the same transaction ask for."""
        self.db.add(table, rows)

    def _key(self, table: str, many: int = 1) -> int:
        """Return the first of so many free keys of a table, which only this transaction takes."""
        if table not in self._next:
            self._next[table] = self.db.next_key(table)
        key = self._next[table]
        self._next[table] += many
        return key

    def _has(self, rest: str, **params: object) -> bool:
        return self.db.value(f"SELECT 1 FROM {rest} LIMIT 1", params) is not None  # noqa: S608 - our own words

    def _drop(self, rest: str, **params: object) -> None:
        if self._has(rest, **params):  # else who only writes needs no right to delete
            self.db.run(f"DELETE FROM {rest}", params)  # noqa: S608 - our own words

    def _forget(self) -> None:
        self._waiting.clear()
        self._next.clear()
        self._count = 0


def _bytes(value: object) -> bytes:
    """Return a payload as bytes, whatever somebody has put in its place: its hash will tell."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")

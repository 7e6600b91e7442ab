"""From a filter to SQL: which rows a view sees, and in which order.

Written in what SQLite and PostgreSQL share, with two macros that each database expands: TEXTS(:x) and INTS(:x) are the
values of a JSON list that is given as the parameter x.
"""
# ruff: noqa: S608 - queries are put together from constants of this file alone; every value travels as a parameter

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from tacitus.ledger.clock import stamp

if TYPE_CHECKING:
    from datetime import datetime

    from tacitus.ledger.filter import ClaimFilter

#: Whether reading `r` is the latest of its document that was recorded by :known.
SHOWN = """r.id = (
    SELECT x.reading FROM recording x WHERE x.document = r.document AND x.recorded <= :known
    ORDER BY x.recorded DESC, x.reading DESC LIMIT 1)"""
#: Whether reading `r` was recorded by :known.
KNOWN = "EXISTS (SELECT 1 FROM recording x WHERE x.reading = r.id AND x.recorded <= :known)"

#: Readings; a condition and an order come behind it.
DOCUMENTS = f"SELECT r.*, {SHOWN} AS is_shown FROM reading r WHERE "
#: The order of documents.
BY_DAY = " ORDER BY r.published IS NULL, r.published, r.document, r.id"
#: Among readings of one document: the order in which they were first recorded.
BY_RECORD = " ORDER BY r.recorded, r.id"
#: The runs known by :known, with their ends and what they recorded by then.
RUNS = """SELECT u.*, e.ended,
(SELECT count(*) FROM recording x WHERE x.run = u.key AND x.recorded <= :known) AS recorded
FROM run u LEFT JOIN run_end e ON e.run = u.key AND e.ended <= :known WHERE u.started <= :known ORDER BY u.key"""

#: Readings by key; what follows are one reading by its id, and all outlets.
DOCUMENTS_BY_KEY = f"{DOCUMENTS}r.key IN (INTS(:keys))"
READING = f"SELECT r.id FROM reading r WHERE r.id = :id AND {KNOWN}"
OUTLETS = f"SELECT DISTINCT r.outlet FROM reading r WHERE r.outlet IS NOT NULL AND {SHOWN}"
#: Names `n` of shown entities, and the condition that a name is one of :keys.
_NAMES = f"FROM name n JOIN entity e ON e.key = n.entity JOIN reading r ON r.key = e.reading WHERE {SHOWN}"
_AMONG = "n.key IN (TEXTS(:keys))"
NAMES = f"""SELECT DISTINCT PART(e.data, 2) FROM entity e
WHERE e.reading IN (SELECT r.key FROM reading r WHERE {SHOWN})"""
SHOWN_KEYS = f"SELECT DISTINCT n.key {_NAMES} AND {_AMONG}"
EVERY_KEY = "SELECT DISTINCT key FROM name"
#: Shown entities `e` with one of the names :keys.
ENTITIES = f"""SELECT e.* FROM entity e JOIN reading r ON r.key = e.reading
WHERE e.key IN (SELECT n.entity FROM name n WHERE {_AMONG}) AND {SHOWN}{BY_DAY}, e.seq"""
#: Problems of shown readings and of inputs that gave none.
PROBLEMS = f"""SELECT p.* FROM problem p LEFT JOIN reading r ON r.id = p.reading
WHERE p.recorded <= :known AND (p.reading IS NULL OR {SHOWN})"""
#: Numbers of shown documents with their entities and claims; and of known readings.
COUNTS = f"""SELECT count(*), coalesce(sum(r.entities), 0), coalesce(sum(r.claims), 0) FROM reading r WHERE {SHOWN}"""
KNOWN_READINGS = f"SELECT count(*) FROM reading r WHERE {KNOWN}"

#: What the resolution recorded last made of each shown reading `r`: rows `z` of the table `resolved`.
_LATEST = """z.key = (
    SELECT y.key FROM resolved y WHERE y.reading = r.id AND y.recorded <= :known
    ORDER BY y.recorded DESC, y.version DESC LIMIT 1)"""
_RESOLVED = f"FROM resolved z JOIN reading r ON r.id = z.reading WHERE {SHOWN} AND {_LATEST}"
_IN_ORDER = "ORDER BY r.published IS NULL, r.published, r.document"
_RECORDS = f"SELECT t.data {_RESOLVED.replace(' WHERE', ' JOIN record t ON t.resolved = z.key WHERE', 1)}"
RECORDS = f"{_RECORDS} {_IN_ORDER}, t.seq"
HAPPENINGS = RECORDS.replace("record t", "happening t")
#: Those of some :documents.
HAPPENINGS_OF = f"{_RECORDS} AND r.document IN (TEXTS(:documents)) {_IN_ORDER}, t.seq".replace(
    "record t", "happening t"
)
#: Records of shown readings that have one of :keys.
RECORDS_WITH = f"""SELECT t.data FROM record t JOIN resolved z ON z.key = t.resolved JOIN reading r ON r.id = z.reading
WHERE (t.resolved, t.seq) IN (
    SELECT k.resolved, k.seq FROM record_key k WHERE k.key IN (TEXTS(:keys)))
AND {SHOWN} AND {_LATEST}
{_IN_ORDER}, t.seq"""
#: Shown readings of which this :version of resolution has not made anything; an order comes behind it.
UNRESOLVED = f"""SELECT r.id FROM reading r WHERE NOT EXISTS (
    SELECT 1 FROM resolved z WHERE z.reading = r.id AND z.version = :version AND z.recorded <= :known) AND {SHOWN}"""
#: Judgements known by :known; conditions come behind it: on one of :subjects, with one of :verdicts.
JUDGEMENTS = "SELECT j.data FROM judgement j WHERE j.recorded <= :known"
ON_SUBJECTS = " AND j.key IN (SELECT s.judgement FROM judged s WHERE s.subject IN (TEXTS(:subjects)))"
BY_VERDICT = " AND j.verdict IN (TEXTS(:verdicts))"
ALIAS_LISTS = "SELECT data FROM alias_list WHERE recorded <= :known ORDER BY recorded, id"

#: Claims `c` of readings `r`; a condition comes behind it.
_CLAIMS = " FROM claim c JOIN reading r ON r.key = c.reading WHERE "
_ORDER = """ ORDER BY c.day IS NULL, c.day, r.published IS NULL, r.published, r.document, c.place, r.id, c.key"""

_NAMED = "SELECT n.entity FROM name n WHERE n.key IN (TEXTS(:{0}))"
_CONDITIONS = {
    "type": "c.type = :type",
    "certainty": "c.certainty = :certainty",
    "about": "c.key IN (SELECT a.claim FROM name n JOIN party a ON a.entity = n.entity WHERE n.key IN (TEXTS(:about)))",
    "who": """c.key IN (SELECT a.claim FROM reading q JOIN entity e ON e.reading = q.key
        JOIN party a ON a.entity = e.key
        WHERE q.document IN (TEXTS(:who_documents)) AND q.document || ' ' || e.id IN (TEXTS(:who)))""",
    "source": """(c.key IN (SELECT s.claim FROM name n JOIN party s ON s.entity = n.entity
        WHERE n.key IN (TEXTS(:source)) AND s.speaks = 1)
        OR (c.is_quoted = 0 AND r.outlet_key IN (TEXTS(:source))))""",
    "since": "c.high >= :since",
    "until": "c.low <= :until",
    "as_of": "r.published <= :as_of",
    "document": "r.document = :document",
    "reading": "r.id = :reading",
    "id": "c.id = :id",
    "begins": "c.id >= :begins AND c.id < :begins || 'g'",
    "ids": "c.id IN (TEXTS(:ids))",
    "without": "c.id NOT IN (TEXTS(:without))",
    "least": "c.confidence >= :least",
}


def claims_sql(wanted: ClaimFilter, known_by: datetime | None) -> tuple[str, dict[str, object]]:
    """Return the query for rows of the table `claim` that pass, in time order, and its parameters."""
    where, params = _where(wanted, known_by)
    page = ""
    if wanted.limit is not None:
        page, params["limit"] = " LIMIT :limit", wanted.limit
    elif wanted.skip:
        page, params["limit"] = " LIMIT :limit", 1 << 60
    if wanted.skip:
        page, params["skip"] = f"{page} OFFSET :skip", wanted.skip
    return f"SELECT c.reading, c.data{_CLAIMS}{where}{_ORDER}{page}", params


def undated_sql(wanted: ClaimFilter, known_by: datetime | None) -> tuple[str, dict[str, object]]:
    """Return the query for the number of undated documents with claims that pass but for `as_of`."""
    where, params = _where(wanted, known_by)
    where = where.replace(_CONDITIONS["as_of"], "r.published IS NULL")
    del params["as_of"]
    return f"SELECT count(DISTINCT r.document){_CLAIMS}{where}", params


def _where(wanted: ClaimFilter, known_by: datetime | None) -> tuple[str, dict[str, object]]:
    conditions = [KNOWN if wanted.wants_superseded else SHOWN]
    params: dict[str, object] = {"known": stamp(known_by)}
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if value is not None and field.name in _CONDITIONS:
            conditions.append(_CONDITIONS[field.name])
            params |= _params(field.name, value)
    return " AND ".join(conditions), params


def _params(name: str, value: object) -> dict[str, object]:
    if isinstance(value, float):
        return {name: value}
    if name == "who" and isinstance(value, frozenset):
        documents = sorted({document for document, _ in value})
        pairs = sorted(f"{document} {entity}" for document, entity in value)
        return {"who_documents": json.dumps(documents), "who": json.dumps(pairs)}
    return {name: json.dumps(sorted(value)) if isinstance(value, frozenset) else str(value)}

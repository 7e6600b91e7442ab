"""From a filter to SQL: which rows a view sees, and in which order."""
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

#: Readings with their record clock; a condition and an order come behind it.
DOCUMENTS = f"""SELECT r.*, {SHOWN} AS is_shown,
(SELECT min(x.recorded) FROM recording x WHERE x.reading = r.id) AS recorded FROM reading r WHERE """
#: The order of documents.
BY_DAY = " ORDER BY r.published IS NULL, r.published, r.document, r.id"
#: Among readings of one document: the order in which they were first recorded.
BY_RECORD = " ORDER BY recorded, r.id"
#: The runs known by :known, with their ends and what they recorded by then.
RUNS = """SELECT u.*, e.ended,
(SELECT count(*) FROM recording x WHERE x.run = u.key AND x.recorded <= :known) AS recorded
FROM run u LEFT JOIN run_end e ON e.run = u.key AND e.ended <= :known WHERE u.started <= :known ORDER BY u.key"""

#: Readings by key; what follows are one reading by its id, and all outlets.
DOCUMENTS_BY_KEY = f"{DOCUMENTS}r.key IN (SELECT value FROM json_each(:keys))"
READING = f"SELECT r.* FROM reading r WHERE r.id = :id AND {KNOWN}"
OUTLETS = f"SELECT DISTINCT r.outlet FROM reading r WHERE r.outlet IS NOT NULL AND {SHOWN}"
#: Names `n` of shown entities, and the condition that a name is one of :keys.
_NAMES = f"FROM name n JOIN entity e ON e.key = n.entity JOIN reading r ON r.key = e.reading WHERE {SHOWN}"
_AMONG = "n.key IN (SELECT value FROM json_each(:keys))"
NAMES = f"SELECT DISTINCT n.name {_NAMES}"
SHOWN_KEYS = f"SELECT DISTINCT n.key {_NAMES} AND {_AMONG}"
EVERY_KEY = "SELECT DISTINCT key FROM name"
#: Shown entities `e` with one of the names :keys.
ENTITIES = f"""SELECT e.* FROM entity e JOIN reading r ON r.key = e.reading
WHERE e.key IN (SELECT n.entity FROM name n WHERE {_AMONG}) AND {SHOWN}{BY_DAY}, e.seq"""
#: Problems of shown readings and of inputs that gave none.
PROBLEMS = f"""SELECT p.* FROM problem p LEFT JOIN reading r ON r.id = p.reading
WHERE p.recorded <= :known AND (p.reading IS NULL OR {SHOWN})"""
#: Numbers of documents, readings, entities and claims, in this order.
COUNTS = (
    f"SELECT count(*) FROM reading r WHERE {SHOWN}",
    f"SELECT count(*) FROM reading r WHERE {KNOWN}",
    f"SELECT count(*) FROM entity e JOIN reading r ON r.key = e.reading WHERE {SHOWN}",
    f"SELECT count(*) FROM claim c JOIN reading r ON r.key = c.reading WHERE {SHOWN}",
)

#: What the resolution recorded last made of each shown reading `r`: rows `z` of the table `resolved`.
_LATEST = """z.key = (
    SELECT y.key FROM resolved y WHERE y.reading = r.id AND y.recorded <= :known
    ORDER BY y.recorded DESC, y.version DESC LIMIT 1)"""
_RESOLVED = f"FROM resolved z JOIN reading r ON r.id = z.reading WHERE {SHOWN} AND {_LATEST}"
_IN_ORDER = "ORDER BY r.published IS NULL, r.published, r.document"
RECORDS = f"""SELECT t.data {_RESOLVED.replace(" WHERE", " JOIN record t ON t.resolved = z.key WHERE", 1)}
{_IN_ORDER}, t.seq"""
HAPPENINGS = RECORDS.replace("record t", "happening t")
#: Records of shown readings that have one of :keys.
RECORDS_WITH = f"""SELECT t.data FROM record t JOIN resolved z ON z.key = t.resolved JOIN reading r ON r.id = z.reading
WHERE (t.resolved, t.seq) IN (
    SELECT k.resolved, k.seq FROM record_key k WHERE k.key IN (SELECT value FROM json_each(:keys)))
AND {SHOWN} AND {_LATEST}
{_IN_ORDER}, t.seq"""
#: Shown readings of which this :version of resolution has not made anything; an order comes behind it.
UNRESOLVED = f"""{SHOWN} AND NOT EXISTS (
    SELECT 1 FROM resolved z WHERE z.reading = r.id AND z.version = :version AND z.recorded <= :known)"""
#: Judgements known by :known: all, or those on one of :subjects; the subjects of judgements :keys.
JUDGEMENTS = "SELECT j.* FROM judgement j WHERE j.recorded <= :known"
JUDGEMENTS_ON = f"""{JUDGEMENTS} AND j.key IN (
    SELECT s.judgement FROM judged s WHERE s.subject IN (SELECT value FROM json_each(:subjects)))"""
JUDGED = "SELECT * FROM judged WHERE judgement IN (SELECT value FROM json_each(:keys)) ORDER BY judgement, seq"
ALIAS_LISTS = "SELECT * FROM alias_list WHERE recorded <= :known ORDER BY recorded, id"

#: Parts of claims, by the keys of the claims.
PARTS = {
    table: f"SELECT * FROM {table} WHERE claim IN (SELECT value FROM json_each(:keys)) ORDER BY claim, seq"
    for table in ("arg", "speaker", "evidence")
}
#: Origins of the parts of all claims of a reading.
TRACES = "SELECT t.* FROM trace t JOIN claim c ON c.key = t.claim WHERE c.reading = :reading"
#: Entities and their names by the keys of the entities; what a reading holds besides, by its key.
ENTITIES_BY_KEY = "SELECT * FROM entity WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY key"
NAMES_BY_KEY = "SELECT * FROM name WHERE entity IN (SELECT value FROM json_each(:keys)) ORDER BY entity, seq"
MENTIONS = """SELECT m.* FROM mention m JOIN entity e ON e.key = m.entity WHERE e.reading = :reading
ORDER BY m.entity, m.seq"""

#: Claims `c` of readings `r`; a condition comes behind it.
_CLAIMS = " FROM claim c JOIN reading r ON r.key = c.reading WHERE "
_ORDER = """ ORDER BY coalesce(c.first_day, c.last_day) IS NULL, coalesce(c.first_day, c.last_day),
r.published IS NULL, r.published, r.document, c.place, r.id, c.seq"""

_NAMED = "SELECT n.entity FROM name n WHERE n.key IN (SELECT value FROM json_each(:{0}))"
_SPOKEN = f"SELECT s.claim FROM speaker s WHERE s.entity IN ({_NAMED})"
_CONDITIONS = {
    "type": "c.type = :type",
    "certainty": "c.certainty = :certainty",
    "about": f"c.key IN (SELECT a.claim FROM arg a WHERE a.entity IN ({_NAMED}) UNION {_SPOKEN})".format("about"),
    "who": """(c.key IN (SELECT a.claim FROM arg a WHERE a.entity IN ({0}) UNION
        SELECT s.claim FROM speaker s WHERE s.entity IN ({0})))""".format(
        "SELECT e.key FROM json_each(:who) w JOIN reading q ON q.document = json_extract(w.value, '$[0]')"
        " JOIN entity e ON e.reading = q.key AND e.id = json_extract(w.value, '$[1]')"
    ),
    "source": f"""(c.key IN ({_SPOKEN}) OR (r.outlet_key IN (SELECT value FROM json_each(:source))
        AND NOT EXISTS (SELECT 1 FROM speaker s WHERE s.claim = c.key)))""".format("source"),
    "since": "c.high >= :since",
    "until": "c.low <= :until",
    "as_of": "r.published <= :as_of",
    "document": "r.document = :document",
    "reading": "r.id = :reading",
    "id": "c.id = :id",
    "begins": "c.id >= :begins AND c.id < :begins || 'g'",
    "ids": "c.id IN (SELECT value FROM json_each(:ids))",
    "without": "c.id NOT IN (SELECT value FROM json_each(:without))",
    "least": "c.confidence >= :least",
}


def claims_sql(wanted: ClaimFilter, known_by: datetime | None) -> tuple[str, dict[str, object]]:
    """Return the query for rows of the table `claim` that pass, in time order, and its parameters."""
    where, params = _where(wanted, known_by)
    limit = ""
    if wanted.limit is not None or wanted.skip:
        limit = " LIMIT :limit OFFSET :skip"
        params |= {"limit": -1 if wanted.limit is None else wanted.limit, "skip": wanted.skip}
    return f"SELECT c.*{_CLAIMS}{where}{_ORDER}{limit}", params


def undated_sql(wanted: ClaimFilter, known_by: datetime | None) -> tuple[str, dict[str, object]]:
    """Return the query for the number of undated documents with claims that pass but for `as_of`."""
    where, params = _where(wanted, known_by)
    where = where.replace(_CONDITIONS["as_of"], "r.published IS NULL")
    return f"SELECT count(DISTINCT r.document){_CLAIMS}{where}", params


def _where(wanted: ClaimFilter, known_by: datetime | None) -> tuple[str, dict[str, object]]:
    conditions = [KNOWN if wanted.wants_superseded else SHOWN]
    params: dict[str, object] = {"known": stamp(known_by)}
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if value is not None and field.name in _CONDITIONS:
            conditions.append(_CONDITIONS[field.name])
            params[field.name] = _param(value)
    return " AND ".join(conditions), params


def _param(value: object) -> str | float:
    if isinstance(value, float):
        return value
    return json.dumps(sorted(value)) if isinstance(value, frozenset) else str(value)

"""Search in a ledger in a database: the index gives the pieces, claims and texts give the words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tacitus.ledger import find, load
from tacitus.ledger.clock import stamp
from tacitus.ledger.rows import Hit
from tacitus.ledger.scan import GAP
from tacitus.ledger.search_words import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tacitus.ledger.sql_view import SqlView


class Asked(NamedTuple):
    """What is searched for; see `tacitus.ledger.contract.View.search`."""

    words: str
    limit: int
    skip: int
    as_of: date | None


def search(view: SqlView, asked: Asked) -> tuple[Hit, ...]:
    """Return where words stand."""
    wanted = phrases(asked.words)
    if not wanted:
        return ()
    found = _pieces(view, asked, wanted)
    documents = view.by_key(found)
    keys = json.dumps([row["claim"] for row in found if row["claim"] is not None])
    sql = "SELECT c.key, c.reading, c.data FROM claim c WHERE c.key IN (INTS(:keys)) ORDER BY c.key"
    rows = view.books.db.rows(sql, {"keys": keys})
    claims = dict(zip((row["key"] for row in rows), load.claim_rows(rows, documents), strict=True))
    texts: dict[int, str] = {}
    hits = []
    for row in found:
        document = documents[row["reading"]]
        if row["claim"] is not None:
            claim = claims[row["claim"]]
            hits.append(Hit(document, GAP.join(claim.quotes), claim))
            continue
        if row["reading"] not in texts:
            texts[row["reading"]] = load.text(view.books, document.reading)
        hits.append(Hit(document, texts[row["reading"]][row["first"] : row["last"]].strip()))
    return tuple(hits)


def _pieces(view: SqlView, asked: Asked, wanted: Sequence[str]) -> Sequence[Any]:
    matching = view.books.db.matching(wanted)
    where = f"{matching.condition} AND {find.SHOWN}"
    params: dict[str, object] = {**matching.params, "known": stamp(view.known_by)}
    if asked.as_of is not None:
        where, params["as_of"] = f"{where} AND r.published <= :as_of", asked.as_of.isoformat()
    params |= {"limit": asked.limit, "skip": asked.skip}
    sql = f"SELECT p.* FROM {matching.tables} WHERE {where} ORDER BY {matching.order} DESC LIMIT :limit OFFSET :skip"  # noqa: S608 - our own words
    return view.books.db.rows(sql, params)

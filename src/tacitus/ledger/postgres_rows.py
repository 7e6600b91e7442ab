"""Queries as PostgreSQL wants them, and its rows as the code of all databases takes them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import TextClause, text

from tacitus.ledger.check import well_formed

#: Lists of values, as the shared code writes them (`tacitus.ledger.database.Database`) and as PostgreSQL plans them
#: best: it knows how many values an array has and how frequent each is, but takes every subquery for a hundred.
_MACROS = (
    (re.compile(r"\bNOT IN \(TEXTS\(:(\w+)\)\)"), r"<> ALL (CAST(:\1 AS text[]))"),
    (re.compile(r"\bIN \(TEXTS\(:(\w+)\)\)"), r"= ANY (CAST(:\1 AS text[]))"),
    (re.compile(r"\bNOT IN \(INTS\(:(\w+)\)\)"), r"<> ALL (CAST(:\1 AS bigint[]))"),
    (re.compile(r"\bIN \(INTS\(:(\w+)\)\)"), r"= ANY (CAST(:\1 AS bigint[]))"),
    (re.compile(r"\bTEXTS\(:(\w+)\)"), r"SELECT unnest(CAST(:\1 AS text[]))"),
    (re.compile(r"\bINTS\(:(\w+)\)"), r"SELECT unnest(CAST(:\1 AS bigint[]))"),
    (re.compile(r"\bPART\((\w+\.\w+), (\d+)\)"), r"CAST(CAST(\1 AS json) -> \2 AS text)"),
)


class Row(Sequence[Any]):
    """A row of a result, by number and by name; of columns of one name the first counts."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: Mapping[str, int], values: Sequence[Any]) -> None:
        """Give the values of one row their names."""
        self._names = names
        self._values = values

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - a column's
        """Return a column's value; of a slice, several."""
        return self._values[self._names[key] if isinstance(key, str) else key]

    def __len__(self) -> int:
        """Return the number of columns."""
        return len(self._values)

    def keys(self) -> list[str]:
        """Return the names, each once."""
        return list(self._names)


def query(sql: str, params: Mapping[str, object]) -> tuple[TextClause, dict[str, Any]]:
    """Return a query with its macros expanded (`tacitus.ledger.database.Database`), and its parameters.

    Lone surrogates and NUL count in parameters as U+FFFD, as in all that is kept.
    """
    statement, lists = _expanded(sql)
    clean = {name: json.loads(str(value)) if name in lists else value for name, value in params.items()}
    return statement, {name: _clean(value) for name, value in clean.items()}


def _clean(value: object) -> object:
    return [well_formed(item) for item in value] if isinstance(value, list) else well_formed(value)


@lru_cache(maxsize=512)
def _expanded(sql: str) -> tuple[TextClause, frozenset[str]]:
    lists: set[str] = set()
    for pattern, expansion in _MACROS:
        lists.update(pattern.findall(sql))
        sql = pattern.sub(expansion, sql)
    return text(sql), frozenset(lists)

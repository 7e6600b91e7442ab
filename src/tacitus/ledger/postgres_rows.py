"""Queries as PostgreSQL wants them, and its rows as the code of all databases takes them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import TextClause, text

from tacitus.ledger.check import well_formed

#: Subqueries of the values of a JSON list, as every database of a ledger expands them.
_MACROS = (
    (re.compile(r"\bTEXTS\((:\w+)\)"), r"SELECT value FROM jsonb_array_elements_text(CAST(\1 AS jsonb)) AS v(value)"),
    (
        re.compile(r"\bINTS\((:\w+)\)"),
        r"SELECT CAST(value AS bigint) FROM jsonb_array_elements_text(CAST(\1 AS jsonb)) AS v(value)",
    ),
)

#: Escapes of JSON that `jsonb` refuses, when they are no pair.
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


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

    Lone surrogates and NUL count in parameters as U+FFFD, as in all that is kept: also as escapes in lists.
    """
    statement, lists = _expanded(sql)
    clean: dict[str, Any] = {name: well_formed(value) for name, value in params.items()}
    for name in lists:
        if _ESCAPED.search(clean[name]):
            clean[name] = json.dumps(well_formed(tuple(json.loads(clean[name]))), ensure_ascii=False)
    return statement, clean


@lru_cache(maxsize=512)
def _expanded(sql: str) -> tuple[TextClause, frozenset[str]]:
    lists: set[str] = set()
    for pattern, expansion in _MACROS:
        lists.update(name[1:] for name in pattern.findall(sql))
        sql = pattern.sub(expansion, sql)
    return text(sql), frozenset(lists)

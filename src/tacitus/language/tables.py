"""Word tables of the language floor: tab-separated files under `data/`."""

from __future__ import annotations

from functools import cache

from tacitus import tables


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/<name>`."""
    return tables.rows("tacitus.language.data", name)


@cache
def words(name: str) -> frozenset[str]:
    """Return the first cell of every row of `data/<name>`."""
    return frozenset(row[0] for row in rows(name))

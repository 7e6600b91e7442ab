"""Tables of the read floor: tab-separated files under `data/`."""

from __future__ import annotations

from tacitus import tables


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/<name>`."""
    return tables.rows("tacitus.read.data", name)

"""What the code that all databases share asks of one: rows in, rows out, transactions, search words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager


@dataclass(frozen=True, slots=True)
class Matching:
    """The parts of a query for pieces that hold some words.

    Attributes:
        tables: What stands behind FROM: the pieces as `p`, their readings as `r`.
        condition: What stands behind WHERE.
        order: By what they are ordered, the greatest first.
        params: Its parameters.
    """

    tables: str
    condition: str
    order: str
    params: Mapping[str, object]


class Database(Protocol):
    """An open database with the schema of a ledger. Not shared between threads.

    SQL is written in what SQLite and PostgreSQL share, parameters as `:name`. Macros are expanded: `TEXTS(:x)` and
    `INTS(:x)` are a subquery of the values of the JSON list x, `PART(t.c, n)` is part n, a list or object, of the JSON
    list in a column, as text.
    """

    def rows(self, sql: str, params: Mapping[str, object] = ...) -> Sequence[Any]:
        """Return all rows of a query, with columns by name and by number."""
        ...

    def value(self, sql: str, params: Mapping[str, object] = ...) -> Any:  # noqa: ANN401 - a column's
        """Return the first column of the first row, or None when there is no row."""
        ...

    def run(self, sql: str, params: Mapping[str, object] = ...) -> None:
        """Run a statement without a result, inside a `transaction`."""
        ...

    def add(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert whole rows into a table of the schema, inside a `transaction`."""
        ...

    def next_key(self, table: str) -> int:
        """Return the first free key of a table, which holds until the `transaction` ends."""
        ...

    def matching(self, phrases: Sequence[str]) -> Matching:
        """Return how the pieces whose words hold all phrases are found."""
        ...

    def unindex(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Take keys with their words out of a table of search words, inside a `transaction`."""
        ...

    def remake_projection(self) -> None:
        """Drop everything but the log and make its tables anew, inside a `transaction`."""
        ...

    def scrub(self) -> None:
        """Take what was deleted out of the files too, outside of transactions."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Make all that is added inside one change, whole or not at all; other writers wait from its start."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all queries inside see one state, whatever others write meanwhile; may stand in another one."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...

"""What all stores in a database share."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tacitus.ledger.clock import utc
from tacitus.ledger.sql_view import SqlView
from tacitus.ledger.writer import LogWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tacitus.ledger.sql_books import SqlBooks


class SqlStore:
    """A ledger in a database; see `tacitus.ledger.contract.Store`.

    Attributes:
        books: Its log, projection, keys and raw bytes.
    """

    def __init__(self, books: SqlBooks) -> None:
        """Take over open books."""
        self.books = books

    @contextmanager
    def writer(self, author: str = "tacitus") -> Iterator[LogWriter]:
        """Open the writing side, in somebody's name."""
        yield LogWriter(self.books, author)

    def view(self, known_by: datetime | None = None) -> SqlView:
        """Return the reading side, as of a moment of the record clock or of now."""
        return SqlView(self.books, utc(known_by) if known_by else None)

    def close(self) -> None:
        """Let go of the database and the keys."""
        self.books.db.close()
        self.books.keys.close()

"""A store in memory: for tests, for trying things, and as the plainest statement of what a store does."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tacitus.ledger.clock import utc
from tacitus.ledger.memory_books import MemoryBooks
from tacitus.ledger.memory_view import MemoryView
from tacitus.ledger.writer import LogWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


class MemoryStore:
    """A ledger that is gone with the process; see `tacitus.ledger.contract.Store`.

    Attributes:
        books: Its log, projection, keys and raw bytes.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.books = MemoryBooks()

    @contextmanager
    def writer(self, author: str = "tacitus") -> Iterator[LogWriter]:
        """Open the writing side, in somebody's name."""
        yield LogWriter(self.books, author)

    def view(self, known_by: datetime | None = None) -> MemoryView:
        """Return the reading side, as of a moment of the record clock or of now."""
        return MemoryView(self.books.shelf, utc(known_by) if known_by else None)

    def close(self) -> None:
        """Forget everything."""
        self.books = MemoryBooks()

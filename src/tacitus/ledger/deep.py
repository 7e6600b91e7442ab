"""Verifying what a ledger shows: worked out from the log once more, beside it, and compared."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.ledger.canonical import difference
from tacitus.ledger.rebuild import apply_all
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.ledger.contract import Store
    from tacitus.ledger.keys import Keys
    from tacitus.ledger.log import Entry

#: Longest piece of a line that is told.
_LONG = 120


def shown_as_recorded(store: Store) -> tuple[Flaw, ...]:
    """Return whether views show what the log says: the first difference, or nothing.

    The log is worked out again in a file of its own, which takes as long as `rebuild` and as much space as the ledger.
    Verify the log first: this compares with what it holds.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "anew.db"
        with closing(SqliteStore(path, keys=_Lent(store.books.keys))) as anew:
            with anew.books.transaction():
                apply_all(anew.books, _kept(store.books.entries(), anew))
            try:
                found = difference(store.view(), anew.view())
            except (ValueError, LookupError, TypeError) as error:  # what no version ever wrote
                return (Flaw(None, f"what is shown cannot be read: {error} Run tacitus rebuild."),)
    if found is None:
        return ()
    shown, recorded = (line[:_LONG] if line is not None else "nothing" for line in found)
    return (Flaw(None, f"what is shown is not what was recorded: {shown} instead of {recorded}. Run tacitus rebuild."),)


def _kept(entries: Iterable[Entry], store: SqliteStore) -> Iterator[Entry]:
    """Yield entries and put them into the log of another ledger, which its views look whole readings up in."""
    for entry in entries:
        store.books.append([entry])
        yield entry


class _Lent:
    """Keys of another ledger: looked at, never added to, destroyed or closed."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self.get, self.is_destroyed = keys.get, keys.is_destroyed

    def add(self, keys: object) -> None:
        """Add nothing: working out again makes no keys."""

    def destroy(self, keys: object) -> int:
        """Destroy nothing."""
        del keys
        return 0

    def close(self) -> None:
        """Leave them open."""

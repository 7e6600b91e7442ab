"""Keys that seal what a ledger keeps: outside of the ledger and of its exports, so that they can be destroyed.

A key that was destroyed leaves its id, so that "destroyed" and "lost" can be told apart.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Protocol

from tacitus.ledger.errors import LedgerAccessError, NotALedgerError, explained
from tacitus.ledger.sealing import KEY_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

#: "TACK" in ASCII, in the header of every key file.
APPLICATION_ID = 0x5441434B
#: Seconds to wait for another program.
_PATIENCE = 30.0


class Keys(Protocol):
    """A place that keeps keys by their ids."""

    def add(self, keys: Mapping[str, bytes]) -> None:
        """Keep new keys; they are safe when this returns."""
        ...

    def get(self, key: str) -> bytes | None:
        """Return a key, or None when it was destroyed or is not there."""
        ...

    def destroy(self, keys: Iterable[str]) -> int:
        """Destroy keys for good and return how many were there."""
        ...

    def is_destroyed(self, key: str) -> bool:
        """Tell whether a key was destroyed here."""
        ...

    def close(self) -> None:
        """Let go of the place."""
        ...


def new_key() -> tuple[str, bytes]:
    """Return a new key: its id (32 hexadecimal digits, random, so that it says nothing) and its bytes."""
    return os.urandom(16).hex(), os.urandom(KEY_BYTES)


class MemoryKeys:
    """Keys that are gone with the process."""

    def __init__(self) -> None:
        """Start empty."""
        self._keys: dict[str, bytes] = {}
        self._destroyed: set[str] = set()

    def add(self, keys: Mapping[str, bytes]) -> None:
        """Keep new keys."""
        self._keys |= keys

    def get(self, key: str) -> bytes | None:
        """Return a key."""
        return self._keys.get(key)

    def destroy(self, keys: Iterable[str]) -> int:
        """Destroy keys."""
        wanted = set(keys)
        self._destroyed |= wanted
        return sum(self._keys.pop(key, None) is not None for key in wanted)

    def is_destroyed(self, key: str) -> bool:
        """Tell whether a key was destroyed."""
        return key in self._destroyed

    def close(self) -> None:
        """Forget everything."""
        self._keys.clear()


class FileKeys:
    """Keys in a file of their own: an SQLite database whose deleted content is overwritten.

    The rollback journal is cut to nothing after each change, so that no old page of the file stays in it.
    """

    def __init__(self, path: Path) -> None:
        """Use a file; it is opened when a key is asked for, and made when the first one comes.

        Every call below may raise LedgerAccessError, if the file cannot be opened, and NotALedgerError, if it is
        something else. Who may not read it can still read what a ledger's views show, but no whole text.
        """
        self.path = path
        self._db: sqlite3.Connection | None = None

    def add(self, keys: Mapping[str, bytes]) -> None:
        """Keep new keys; they are on the disk when this returns."""
        if not keys:
            return
        self._made()
        self._change("INSERT INTO key VALUES (?, ?)", list(keys.items()))

    def get(self, key: str) -> bytes | None:
        """Return a key."""
        db = self._there()
        if db is None:
            return None
        try:
            row = db.execute("SELECT secret FROM key WHERE id = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            raise explained(self.path, error) from error
        return bytes(row[0]) if row else None

    def destroy(self, keys: Iterable[str]) -> int:
        """Destroy keys: overwritten in the file (PRAGMA secure_delete), and the file written to the disk."""
        wanted = [(key,) for key in set(keys)]
        if not wanted or self._there() is None:
            return 0
        there = sum(self.get(key) is not None for (key,) in wanted)
        self._change("INSERT OR IGNORE INTO destroyed VALUES (?)", wanted)
        self._change("DELETE FROM key WHERE id = ?", wanted)
        return there

    def is_destroyed(self, key: str) -> bool:
        """Tell whether a key was destroyed in this file."""
        db = self._there()
        return db is not None and db.execute("SELECT 1 FROM destroyed WHERE id = ?", (key,)).fetchone() is not None

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _change(self, sql: str, rows: list[tuple[str, bytes]] | list[tuple[str]]) -> None:
        db = self._made()
        try:
            db.execute("BEGIN IMMEDIATE")
            try:
                db.executemany(sql, rows)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise explained(self.path, error) from error

    def _there(self) -> sqlite3.Connection | None:
        """Return the open file, or None when there is none."""
        if self._db is None and self.path.exists():
            self._db = self._opened()
        return self._db

    def _made(self) -> sqlite3.Connection:
        """Return the open file, made when there was none."""
        if self._db is None:
            if not self.path.exists():
                try:
                    self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))  # nobody else may read keys
                except OSError as error:
                    trouble = f"cannot be made: {error.strerror or error}"
                    raise LedgerAccessError(self.path, trouble, "Look at the rights of its folder.") from error
            self._db = self._opened()
        return self._db

    def _opened(self) -> sqlite3.Connection:
        try:
            db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            marked = db.execute("PRAGMA application_id").fetchone()[0]
            tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if marked != APPLICATION_ID and (marked or tables):
                advice = "Name the file of keys that belongs to the ledger in TACITUS_KEYS."
                raise NotALedgerError(self.path, "it is not a file of keys", advice)
            for setting in ("secure_delete = ON", "synchronous = FULL", "journal_mode = TRUNCATE"):
                db.execute(f"PRAGMA {setting}")
            if not tables:
                db.execute("BEGIN IMMEDIATE")
                db.execute("CREATE TABLE IF NOT EXISTS key (id TEXT PRIMARY KEY, secret BLOB NOT NULL) WITHOUT ROWID")
                db.execute("CREATE TABLE IF NOT EXISTS destroyed (id TEXT PRIMARY KEY) WITHOUT ROWID")
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute("COMMIT")
        except sqlite3.Error as error:
            raise explained(self.path, error) from error
        return db

"""The ways in which somebody who can write the files of a ledger could change it, each taken back at once."""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ledger.log import chained
from tacitus.ledger.raw import RawFolder
from tacitus.ledger.sealing import sealed, unsealed
from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Iterator

    from tacitus.ledger.log import Entry
    from tacitus.ledger.sql_books import SqlBooks
    from tacitus.ledger.store import SqlStore
    from tacitus.ledger.verify import Verified

#: Columns of the log with what is written into them instead; None: a bit of it is turned.
_TEXTS = {
    "recorded": "2026-03-01T12:00:00.000001Z",
    "author": "Somebody Else",
    "kind": "problem",
    "key": "00112233445566778899aabbccddeeff",
    "previous": "1" * 64,
    "hash": "2" * 64,
}
#: How the guards are taken down, by what the store is.
_UNGUARDED = {
    "sqlite": ("DROP TRIGGER log_no_update", "DROP TRIGGER log_no_delete", "DROP TRIGGER log_in_order"),
    "postgres": ("GRANT ALL ON log TO CURRENT_USER", "ALTER TABLE log DISABLE TRIGGER USER"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Something that was tampered with.

    Attributes:
        kind: What was done.
        entry: Number of the entry that must be named; None where it is the head that is not there.
        words: Words that the flaw must hold: the address of raw bytes, the hash of the head.
        with_head: Whether it is verified against the head that was kept elsewhere.
    """

    kind: str
    entry: int | None
    words: str = ""
    with_head: bool = False

    def is_found(self, found: Verified) -> bool:
        """Tell whether anything was found."""
        return not found.is_sound

    def is_named(self, found: Verified) -> bool:
        """Tell whether the first flaw is the place."""
        if found.is_sound:
            return False
        first = found.flaws[0]
        return (self.entry is None or first.entry == self.entry) and self.words in first.what


class _UndoError(Exception):
    """Ends a transaction so that nothing of it stays."""


class Tampering:
    """A ledger and the ways in which somebody who can write its files could change it."""

    def __init__(self, store: SqlStore, server: str, chance: random.Random) -> None:
        """Take an open ledger: `server` is "sqlite" or "postgres"."""
        self._books: SqlBooks = store.books
        self._db, self._unguarded, self._chance = store.books.db, _UNGUARDED[server], chance
        self.head = store.books.head()
        self._entries = {entry.seq: entry for entry in store.books.entries()}
        self._raws = dict(_raws(store.books, self._entries.values()))

    def ways(self) -> dict[str, Callable[[], Place]]:
        """Return what can be done, by name; each way returns the place that it chose."""
        columns = {f"{column} changed": lambda c=column: self._text(c) for column in _TEXTS}
        files = {f"raw bytes {way.__name__[1:]}": lambda w=way: self._file(w) for way in _FILES}
        return {
            **columns,
            "payload: a bit turned": self._bit,
            "number changed": self._number,
            "entry dropped": self._drop,
            "payloads swapped": self._swap_payloads,
            "entries swapped": self._swap_entries,
            "cut off at the end": self._cut,
            "written anew without keys": self._anew,
            "written anew with keys": self._forge,
            **files,
        }

    def tried(self, way: Callable[[], Place]) -> tuple[Place, Verified]:
        """Do one thing, verify, and take it back."""
        with self._undone():
            for statement in self._unguarded:
                self._db.run(statement, {})
            place = way()
            found = verify(self._books, self.head.hash if place.with_head else None)
        return place, found

    @contextmanager
    def _undone(self) -> Iterator[None]:
        with suppress(_UndoError), self._db.transaction():
            yield
            raise _UndoError
        self._mend()

    def _any(self, but: int = 0) -> Entry:
        """Return any entry but the last ones."""
        return self._entries[self._chance.randint(1, self.head.seq - but)]

    def _set(self, seq: int, column: str, value: object) -> None:
        self._db.run(f"UPDATE log SET {column} = :value WHERE seq = :seq", {"value": value, "seq": seq})  # noqa: S608

    def _text(self, column: str) -> Place:
        entry = self._any()
        value = _TEXTS[column] if getattr(entry, column) != _TEXTS[column] else f"{_TEXTS[column]}x"
        self._set(entry.seq, column, value)
        return Place(f"{column} changed", entry.seq)

    def _bit(self) -> Place:
        entry = self._any()
        payload = bytearray(entry.payload)
        payload[self._chance.randrange(len(payload))] ^= 1 << self._chance.randrange(8)
        self._set(entry.seq, "payload", bytes(payload))
        return Place("payload: a bit turned", entry.seq)

    def _number(self) -> Place:
        entry = self._any(but=1)  # the last one with a lower number would be cut off
        number = self._chance.choice((0, -entry.seq, self.head.seq + 1, self.head.seq + 1000))
        self._set(entry.seq, "seq", number)
        return Place("number changed", entry.seq)

    def _drop(self) -> Place:
        entry = self._any(but=1)
        self._db.run("DELETE FROM log WHERE seq = :seq", {"seq": entry.seq})
        return Place("entry dropped", entry.seq)

    def _two(self) -> tuple[Entry, Entry]:
        first, second = sorted(self._chance.sample(range(1, self.head.seq + 1), 2))
        return self._entries[first], self._entries[second]

    def _swap_payloads(self) -> Place:
        first, second = self._two()
        self._set(first.seq, "payload", second.payload)
        self._set(second.seq, "payload", first.payload)
        return Place("payloads swapped", first.seq)

    def _swap_entries(self) -> Place:
        first, second = self._two()
        for old, new in ((first.seq, -1), (second.seq, first.seq), (-1, second.seq)):
            self._set(old, "seq", new)
        return Place("entries swapped", first.seq)

    def _cut(self) -> Place:
        last = self._chance.randrange(self.head.seq)
        self._db.run("DELETE FROM log WHERE seq > :last", {"last": last})
        return Place("cut off at the end", last, self.head.hash, with_head=True)

    def _anew(self) -> Place:
        """Turn a bit of a payload and reckon the chain again from there; the seal cannot be made without the key."""
        entry = self._opened()
        payload = bytearray(entry.payload)
        payload[-1] ^= 1
        self._rechain(entry.seq, bytes(payload))
        return Place("written anew without keys", entry.seq)

    def _forge(self) -> Place:
        """Write other words into an entry, seal them with its key, and reckon the chain again: all of it fits."""
        entry = self._opened()
        secret = self._books.keys.get(entry.key) or b""
        data = json.loads(unsealed(secret, entry.key, entry.payload))
        forged = json.dumps(data | {"forged": True}).encode("ascii")
        self._rechain(entry.seq, sealed(secret, entry.key, forged))
        return Place("written anew with keys", None, self.head.hash, with_head=True)

    def _opened(self) -> Entry:
        """Return any entry whose key is there."""
        while self._books.keys.get((entry := self._any()).key) is None:
            pass
        return entry

    def _rechain(self, seq: int, payload: bytes) -> None:
        previous = self._entries[seq].previous
        sql = "UPDATE log SET payload = :payload, previous = :previous, hash = :hash WHERE seq = :seq"
        for number in range(seq, self.head.seq + 1):
            old = self._entries[number]
            new = payload if number == seq else old.payload
            entry = chained(previous, number, (old.recorded, old.author, old.kind, old.key), new)
            self._db.run(sql, {"seq": number, "payload": new, "previous": previous, "hash": entry.hash})
            previous = entry.hash

    def _file(self, way: Callable[[bytes, bytes, random.Random], bytes | None]) -> Place:
        address, other = self._chance.sample(sorted(self._raws), 2)
        entry, value = self._raws[address]
        self._write(address, way(value, self._raws[other][1], self._chance))
        return Place(f"raw bytes {way.__name__[1:]}", entry, address)

    def _write(self, address: str, value: bytes | None) -> None:
        raw = self._books.raw
        if not isinstance(raw, RawFolder):
            sql = "DELETE FROM raw" if value is None else "UPDATE raw SET value = :value"
            self._db.run(f"{sql} WHERE address = :address", {"address": address, "value": value or b""})
            return
        path = raw.path / address[:2] / address[2:]
        if value is None:
            path.unlink()
        else:
            path.write_bytes(value)

    def _mend(self) -> None:
        """Bring back files: no transaction covers them."""
        for address, (_, value) in self._raws.items():
            if self._books.raw.get(address) != value:
                self._write(address, value)


def _raws(books: SqlBooks, entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[int, bytes]]]:
    """Yield the addresses of raw bytes with the entry that holds them, and the bytes."""
    for entry in entries:
        secret = books.keys.get(entry.key)
        if secret is not None:
            data = json.loads(unsealed(secret, entry.key, entry.payload))
            value = books.raw.get(data["raw"]) if data.get("raw") else None
            if value is not None:
                yield data["raw"], (entry.seq, value)


def _changed(value: bytes, _: bytes, chance: random.Random) -> bytes:
    turned = bytearray(value)
    turned[chance.randrange(len(value))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def _shortened(value: bytes, _: bytes, chance: random.Random) -> bytes:
    return value[: chance.randrange(len(value))]


def _replaced(_: bytes, other: bytes, __: random.Random) -> bytes:
    return other


def _deleted(_: bytes, __: bytes, ___: random.Random) -> None:
    return None


_FILES = (_changed, _shortened, _replaced, _deleted)

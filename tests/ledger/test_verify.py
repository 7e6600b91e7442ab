"""Verifying: what was tampered with is found and named; keys that are lost, destroyed or elsewhere are told apart."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from benchmarks.ledgers import fill, made_up
from benchmarks.tamper import measured, table
from tests.ledger.samples import at

from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.log import GENESIS, chained
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.redaction import Order, redact_document
from tacitus.ledger.rows import LogHead
from tacitus.ledger.sealing import sealed
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import Flaw, Verified, verify

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store
    from tacitus.ledger.log import Entry

WHY = Order("She asked for it.", "N. Oake", at(99))


@pytest.fixture
def held() -> MemoryStore:
    """Return a ledger in memory with every kind of entry."""
    store = MemoryStore()
    fill(store, 8)
    return store


def _first(store: MemoryStore, head: str | None = None) -> str:
    """Return what is said of the first flaw."""
    return str(verify(store.books, head).flaws[0])


def test_an_empty_ledger_is_sound(store: Store) -> None:
    """Its head is that which the first entry follows."""
    assert verify(store.books) == Verified(LogHead(0, GENESIS), 0, ())
    assert verify(store.books, GENESIS).is_sound


def test_a_ledger_with_every_kind_of_entry_is_sound(store: Store) -> None:
    """In every store; and every head that it ever had is in it."""
    fill(store, 8)
    found = verify(store.books)
    assert found.is_sound
    assert found.head == store.books.head()
    assert (found.entries, found.raws, found.redacted, found.closed) == (found.head.seq, 7, 2, 0)
    assert all(verify(store.books, entry.hash).is_sound for entry in store.books.entries())


def test_hundreds_of_places_are_found(tmp_path: Path) -> None:
    """Each column, entries dropped, swapped, cut off, written anew, raw bytes: found each time and named."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, 10)
        before = verify(store.books)
        tried = measured(store, "sqlite", 108, seed=7)
        assert len({place.kind for place, _ in tried}) == 18
        assert verify(store.books) == before
    missed = [(place, found) for place, found in tried if not (place.is_found(found) and place.is_named(found))]
    assert not missed, table(tried)


@pytest.mark.parametrize("seq", [1, 5, 9])
def test_a_changed_entry_is_named(held: MemoryStore, seq: int) -> None:
    """What stood before it is sound, what follows is not looked at."""
    log = held.books.shelf.log
    log[seq - 1] = replace(log[seq - 1], author="Somebody Else")
    found = verify(held.books)
    assert found.flaws == (Flaw(seq, "it was changed: its hash is not that of what it holds."),)
    assert (found.entries, found.head.seq) == (seq - 1, seq - 1)


def test_a_changed_entry_with_a_new_hash_is_named_by_the_next(held: MemoryStore) -> None:
    """The chain breaks behind it."""
    log = held.books.shelf.log
    old = log[3]
    log[3] = chained(old.previous, old.seq, (old.recorded, "Somebody Else", old.kind, old.key), old.payload)
    assert _first(held).startswith("Entry 5: it does not follow the entry before it")


def test_a_dropped_entry_is_named(held: MemoryStore) -> None:
    """The gap is."""
    del held.books.shelf.log[4]
    assert _first(held) == "Entry 5: it is missing; what follows is entry 6."


def test_entries_in_another_order_are_named(held: MemoryStore) -> None:
    """The first of the two places is."""
    log = held.books.shelf.log
    log[2], log[6] = log[6], log[2]
    assert _first(held) == "Entry 3: it is missing; what follows is entry 7."


def test_a_log_that_was_cut_off_is_sound_but_for_its_head(held: MemoryStore) -> None:
    """Only a head that was kept elsewhere tells, and the message gives it."""
    whole = held.books.head()
    del held.books.shelf.log[6:]
    assert verify(held.books).is_sound
    found = verify(held.books, whole.hash)
    assert [flaw.entry for flaw in found.flaws] == [6]
    assert f"the log ends here, and no entry has the hash {whole.hash}" in str(found.flaws[0])


def test_the_head_is_not_missed_where_the_chain_is_broken(held: MemoryStore) -> None:
    """What is behind the break may hold it; the break alone is told."""
    whole = held.books.head()
    del held.books.shelf.log[4]
    assert [flaw.entry for flaw in verify(held.books, whole.hash).flaws] == [5]


def _forged(held: MemoryStore, seq: int, data: bytes) -> None:
    """Put other words into an entry, sealed with its key, and reckon the chain again."""
    log = held.books.shelf.log
    key = log[seq - 1].key
    secret = held.books.keys.get(key)
    assert secret
    previous = log[seq - 1].previous
    for number in range(seq - 1, len(log)):
        old: Entry = log[number]
        payload = sealed(secret, key, data) if old.seq == seq else old.payload
        log[number] = chained(previous, old.seq, (old.recorded, old.author, old.kind, old.key), payload)
        previous = log[number].hash


@pytest.mark.parametrize("data", [b"", b"[1, 2]", b"7", b'{"change": "asserted"}', b'{"change": "redacted"}', b"\xff"])
def test_sealed_nonsense_is_named(held: MemoryStore, data: bytes) -> None:
    """Somebody with the keys wrote the log anew: nothing fails, and the entry is named."""
    _forged(held, 4, data)
    assert _first(held) == "Entry 4: what it holds does not fit its key."


def test_a_payload_under_another_entrys_key_is_named(held: MemoryStore) -> None:
    """A seal is bound to the id of its key, and to nothing else's."""
    log = held.books.shelf.log
    previous = log[3].previous
    for number in range(3, len(log)):
        old = log[number]
        key = log[0].key if number == 3 else old.key
        log[number] = chained(previous, old.seq, (old.recorded, old.author, old.kind, key), old.payload)
        previous = log[number].hash
    assert _first(held) == "Entry 4: what it holds does not fit its key."


def _asserted(held: MemoryStore, number: int = 3) -> tuple[int, str]:
    """Return the entry of a document, and the address of its raw bytes."""
    kept = held.books.sealings(f"report-{number}")[0]
    seq = next(entry.seq for entry in held.books.entries() if entry.key == kept.key)
    assert kept.raw
    return seq, kept.raw


def test_raw_bytes_that_are_gone_are_named(held: MemoryStore) -> None:
    """By entry, document and address."""
    seq, address = _asserted(held)
    held.books.raw.delete([address])
    assert _first(held) == f"Entry {seq}: the raw bytes of the document 'report-3' ({address}) are missing."


def test_raw_bytes_of_another_document_are_named(held: MemoryStore) -> None:
    """The address fits what is stored, and what is stored is sealed with the right key: but it is another report."""
    seq, _ = _asserted(held)
    reading = made_up(3)
    with held.writer() as writer:
        swapped = replace(reading, document=replace(reading.document, id="swapped", raw=b"Another report."))
        writer.record(swapped, at(50))
    found = verify(held.books)
    assert [str(flaw).partition("(")[0] for flaw in found.flaws] == [
        f"Entry {held.books.head().seq}: the raw bytes of the document 'swapped' "
    ]
    assert found.flaws[0].what.endswith("are another document's.")
    assert seq < held.books.head().seq


def test_several_flaws_come_in_their_order(held: MemoryStore) -> None:
    """Where the chain breaks comes first; then entries, the earliest first."""
    first, second = _asserted(held, 0), _asserted(held, 4)
    held.books.raw.delete([first[1], second[1]])
    assert [flaw.entry for flaw in verify(held.books).flaws] == [first[0], second[0]]
    del held.books.shelf.log[-1]
    whole = "f" * 64
    last = held.books.head().seq
    # With the last entry, the redaction is gone, too: keys are destroyed that nothing says were redacted.
    assert [flaw.entry for flaw in verify(held.books, whole).flaws][:2] == [last, first[0]]


def _with_keys(held: MemoryStore, keys: MemoryKeys) -> None:
    held.books.keys = keys


def test_without_keys_the_chain_alone_is_verified(held: MemoryStore) -> None:
    """Whoever is given a ledger without keys can still tell that it is whole."""
    _with_keys(held, MemoryKeys())
    found = verify(held.books, held.books.head().hash)
    assert found.is_sound
    assert (found.entries, found.closed, found.raws) == (found.head.seq, found.head.seq, 0)
    held.books.shelf.log[2] = replace(held.books.shelf.log[2], kind="review")
    assert verify(held.books).flaws[0].entry == 3


def test_some_lost_keys_are_a_flaw(held: MemoryStore) -> None:
    """The file of keys is there and lacks some: the first entry is named."""
    gone = held.books.sealings("report-3")[0].key
    every = {e.key: secret for e in held.books.entries() if (secret := held.books.keys.get(e.key)) is not None}
    keys = MemoryKeys()
    keys.add({key: secret for key, secret in every.items() if key != gone})
    keys.destroy([e.key for e in held.books.entries() if held.books.keys.is_destroyed(e.key)])
    lost = [e.seq for e in held.books.entries() if e.key == gone]
    _with_keys(held, keys)
    found = verify(held.books)
    assert found.flaws == (Flaw(lost[0], "the key that seals it is not in the file of keys."),)
    assert found.closed == len(lost) == 2


def test_a_destroyed_key_without_a_redaction_is_a_flaw(held: MemoryStore) -> None:
    """Who can write the file of keys could make a report unreadable and call it redacted."""
    seq, _ = _asserted(held)
    held.books.keys.destroy([held.books.sealings("report-3")[0].key])
    found = verify(held.books)
    assert found.flaws == (Flaw(seq, "the key that seals it was destroyed, and no entry says that it was redacted."),)


def test_a_redaction_that_was_cut_off_is_a_flaw(held: MemoryStore) -> None:
    """The process died before the keys were destroyed."""
    key = held.books.sealings("report-4")[0].key
    secret = held.books.keys.get(key)
    assert secret
    redact_document(held.books, "report-4", WHY)
    assert verify(held.books).is_sound
    held.books.keys.add({key: secret})
    found = verify(held.books)
    assert [flaw.entry for flaw in found.flaws] == [held.books.head().seq]
    assert "cut off" in found.flaws[0].what

"""What is shown is what was recorded: canonical lines, verifying in depth, and raw bytes as they came."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report, rich_reading

from tacitus.ledger.canonical import canonical, difference
from tacitus.ledger.deep import shown_as_recorded
from tacitus.ledger.errors import NotRecordedError, SealError
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.originals import original
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.capture import Capture
from tacitus.model.document import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store
    from tacitus.model.reading import Reading

RAID = report("raid", Said("Tide Front", "Dura"), outlet="Wire")


def _with_raw(reading: Reading, raw: bytes, capture: Capture | None = None) -> Reading:
    document = replace(reading.document, raw=raw, capture=capture, sha256=sha256_of(raw))
    return replace(reading, document=document)


def _filled(store: Store) -> Store:
    fill(store, [(RAID, 0), (rich_reading(), 1), (replace(RAID, reader="r@2"), 2)])
    return store


def test_all_stores_are_told_alike(store: Store) -> None:
    """Whatever keeps them, the same readings give the same lines."""
    assert difference(_filled(store).view(), _filled(MemoryStore()).view()) is None
    lines = list(canonical(store.view()))
    assert len([line for line in lines if line.startswith('["claim"')]) == 4
    assert any("Tide Front" in line for line in lines)


def test_a_difference_is_told(store: Store) -> None:
    """The first lines that are not alike; and where one view ends."""
    before = store.view(at(0))
    _filled(store)
    found = difference(before, store.view())
    assert found is not None
    assert found[0] != found[1]
    empty = difference(MemoryStore().view(), store.view())
    assert empty is not None
    assert empty[0] is None


def test_a_rebuilt_ledger_is_told_alike(store: Store) -> None:
    """Line by line."""
    before = list(canonical(_filled(store).view()))
    rebuild(store.books)
    assert list(canonical(store.view())) == before


def test_a_sound_ledger_shows_what_was_recorded(store: Store) -> None:
    """Worked out anew beside it; the ledger and its keys stay as they are."""
    head = _filled(store).view().head()
    assert shown_as_recorded(store) == ()
    assert store.view().head() == head
    assert store.view().reading(RAID.id) == RAID


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE claim SET data = replace(data, 'Dura', 'Kesh')",
        "DELETE FROM claim WHERE key = 1",
        "UPDATE reading SET published = '1999-01-01' WHERE key = 2",
        "UPDATE recording SET reading = '' WHERE document = 'raid'",
        "UPDATE entity SET data = replace(data, 'Tide', 'Hill')",
    ],
)
def test_tables_that_somebody_changed(tmp_path: Path, tampering: str) -> None:
    """The chain is sound, and yet what is shown is not what was recorded; rebuilding mends it."""
    path = tmp_path / "t.db"
    with closing(SqliteStore(path)) as store:
        _filled(store)
        before = list(canonical(store.view()))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(tampering)
    with closing(SqliteStore(path)) as store:
        (flaw,) = shown_as_recorded(store)
        assert "is not what was recorded" in str(flaw)
        rebuild(store.books)
        assert shown_as_recorded(store) == ()
        assert list(canonical(store.view())) == before


def test_raw_bytes_come_back(store: Store) -> None:
    """With the record of their capture, checked; those of the reading that came last."""
    capture = Capture("https://example.org/a", sha256_of(b"<p>one"), "tacitus/1", datetime(2026, 1, 2, tzinfo=UTC))
    fill(store, [(_with_raw(RAID, b"<p>zero"), 0), (_with_raw(RAID, b"<p>one", capture), 1)])
    found = original(store.books, "raid")
    assert (found.raw, found.sha256, found.capture) == (b"<p>one", sha256_of(b"<p>one"), capture)
    assert found.entry == store.view().head().seq


def test_raw_bytes_that_are_not_there(store: Store) -> None:
    """Of a document that nobody knows, and of one whose bytes nobody gave."""
    fill(store, [(RAID, 0)])
    with pytest.raises(NotRecordedError, match="no raw bytes of the document 'raid'"):
        original(store.books, "raid")
    with pytest.raises(NotRecordedError, match="no document 'rade'"):
        original(store.books, "rade")


def test_raw_bytes_that_were_changed(tmp_path: Path) -> None:
    """They are not handed out."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, [(_with_raw(RAID, b"<p>one"), 0)])
        (place,) = (tmp_path / "t.db.raw").glob("*/*")
        place.write_bytes(place.read_bytes()[:-1] + b"?")
        with pytest.raises(SealError, match="was changed"):
            original(store.books, "raid")

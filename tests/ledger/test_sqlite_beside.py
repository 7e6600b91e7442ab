"""What lies beside the file of an SQLite ledger: its keys and raw bytes, whole, missing, damaged or without room."""

from __future__ import annotations

import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ledger import load
from tacitus.ledger.errors import LedgerAccessError, MissingKeyError, NotALedgerError, SealError
from tacitus.ledger.keys import FileKeys
from tacitus.ledger.raw import RawFolder, address_of
from tacitus.ledger.sealing import unsealed
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.document import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.model.reading import Reading

LATE = report("late", Said("North Guard", "Dura"))
BYTES = b"<html>Tide Front took Dura at dawn.</html>" * 30


def _with_raw(reading: Reading, raw: bytes) -> Reading:
    return replace(reading, document=replace(reading.document, raw=raw, sha256=sha256_of(raw)))


RAID = _with_raw(report("raid", Said("Tide Front", "Dura")), BYTES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a ledger with one document and its raw bytes."""
    made = tmp_path / "t.db"
    with closing(SqliteStore(made)) as store:
        fill(store, [(RAID, 0)])
    return made


def _keys(path: Path) -> Path:
    return Path(f"{path}.keys")


def test_an_empty_ledger_has_nothing_beside_it(tmp_path: Path) -> None:
    """Files are made when there is something for them, and looking makes none."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        assert store.view().documents() == ()
    assert [p.name for p in tmp_path.iterdir()] == ["t.db"]


def test_nobody_else_may_read_the_keys(path: Path) -> None:
    """The file is its owner's alone, and so is its journal, in which no old page stays."""
    journal = Path(f"{path}.keys-journal")
    assert [stat.S_IMODE(p.stat().st_mode) for p in (_keys(path), journal)] == [0o600, 0o600]
    assert journal.stat().st_size == 0
    assert sorted({p.name for p in path.parent.iterdir()} - {journal.name}) == ["t.db", "t.db.keys", "t.db.raw"]


def test_raw_bytes_are_sealed_under_the_hash_of_what_is_stored(path: Path) -> None:
    """The address proves the file; without the key nobody can read it."""
    (stored,) = (p for p in Path(f"{path}.raw").rglob("*") if p.is_file())
    sealed = stored.read_bytes()
    assert stored.parent.name + stored.name == address_of(sealed)
    assert b"Tide Front" not in sealed
    with closing(SqliteStore(path)) as store:
        key = store.books.sealed(RAID.id)
        assert key is not None
        assert unsealed(store.books.keys.get(key) or b"", key, sealed) == BYTES


def test_the_words_of_a_reading_are_sealed_in_the_log(path: Path) -> None:
    """What the payload holds cannot be read without the key."""
    with closing(sqlite3.connect(path)) as raw:
        payloads = b"".join(row[0] for row in raw.execute("SELECT payload FROM log"))
    assert b"Tide Front" not in payloads


def test_keys_that_were_lost(path: Path) -> None:
    """Claims are still shown and reports still come in; who asks for the text is told what is missing."""
    _keys(path).unlink()
    with closing(SqliteStore(path)) as store:
        assert [row.quotes for row in store.view().claims()] == [(RAID.document.text,)]
        with pytest.raises(MissingKeyError, match=r"Name the ledger's own file of keys in TACITUS_KEYS"):
            store.view().reading(RAID.id)
        assert fill(store, [(LATE, 1)]) == ["new"]
        assert store.view().reading(LATE.id) == LATE
        with store.writer() as writer, pytest.raises(MissingKeyError):
            writer.retract("raid", "It was taken back.", at(2))
        assert store.view().has_document("raid")


def test_keys_of_another_ledger(path: Path, tmp_path: Path) -> None:
    """They open nothing; with the own ones all is there again."""
    other = tmp_path / "other.db"
    with closing(SqliteStore(other)) as store:
        fill(store, [(LATE, 0)])
    with closing(SqliteStore(path, keys=FileKeys(_keys(other)))) as store, pytest.raises(MissingKeyError):
        store.view().reading(RAID.id)
    with closing(SqliteStore(path, keys=FileKeys(_keys(path)))) as store:
        assert store.view().reading(RAID.id).document.text == RAID.document.text


def test_a_key_that_was_changed(path: Path) -> None:
    """What it opens is not taken for what was sealed."""
    with closing(sqlite3.connect(_keys(path))) as raw, raw:
        raw.execute("UPDATE key SET secret = zeroblob(32)")
    with closing(SqliteStore(path)) as store, pytest.raises(SealError, match="Run tacitus verify"):
        store.view().reading(RAID.id)


@pytest.mark.parametrize("content", [b"Keys of the boat shed.\n" * 300, b"SQLite format 3\0" + b"\1" * 4000])
def test_a_file_of_keys_that_is_something_else(path: Path, content: bytes) -> None:
    """It is told apart and left as it is; nothing is entered."""
    _keys(path).write_bytes(content)
    with closing(SqliteStore(path)) as store:
        with pytest.raises(NotALedgerError, match=r"t\.db\.keys' is no ledger: it is not an SQLite database"):
            fill(store, [(LATE, 1)])
        assert len(store.view().documents()) == 1
    assert _keys(path).read_bytes() == content


def test_a_database_that_is_no_file_of_keys(path: Path, tmp_path: Path) -> None:
    """Such as the ledger itself, or another program's."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE key (id, secret)")
    before = other.read_bytes()
    for place in (path, other):
        with (
            closing(SqliteStore(path, keys=FileKeys(place))) as store,
            pytest.raises(NotALedgerError, match=r"not a file of keys\. Name the file of keys .* in TACITUS_KEYS"),
        ):
            fill(store, [(LATE, 1)])
    assert other.read_bytes() == before


def test_a_damaged_file_of_keys(path: Path) -> None:
    """Pages that were overwritten are told, not guessed around."""
    data = bytearray(_keys(path).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    _keys(path).write_bytes(data)
    with closing(SqliteStore(path)) as store:
        with pytest.raises(NotALedgerError, match=r"t\.db\.keys' is no ledger: its pages are damaged"):
            store.view().reading(RAID.id)
        with pytest.raises(NotALedgerError, match="damaged"):
            fill(store, [(LATE, 1)])
        assert store.view().head().seq == 1


def test_a_folder_where_keys_should_be(tmp_path: Path) -> None:
    """The message names it, and nothing is entered."""
    path = tmp_path / "t.db"
    _keys(path).mkdir()
    with closing(SqliteStore(path)) as store:
        with pytest.raises(LedgerAccessError, match=r"t\.db\.keys' cannot be opened"):
            fill(store, [(LATE, 1)])
        assert store.view().head().seq == 0


def test_a_full_disk_under_the_keys(path: Path) -> None:
    """Nothing is entered whose key is not kept; when there is room again, all goes on."""
    many = [(report(f"r{number}", Said("Tide Front")), at(9)) for number in range(300)]
    with closing(SqliteStore(path)) as store, store.writer() as writer:
        store.view().reading(RAID.id)  # opens the file
        assert isinstance(store.books.keys, FileKeys)
        keys = store.books.keys._db  # noqa: SLF001 - SQLite's own way to a full disk is a setting of the connection
        assert keys is not None
        keys.execute("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerAccessError, match=r"t\.db\.keys' cannot grow: the disk is full"):
            writer.record_all(many)
        assert store.view().head().seq == 1
        assert keys.execute("SELECT count(*) FROM key").fetchone() == (1,)
        keys.execute("PRAGMA max_page_count = 1000000")
        assert set(writer.record_all(many)) == {"new"}


@contextmanager
def _no_file_grows_over(size: int) -> Iterator[None]:
    """Let this process write no file past a number of bytes, as on a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_no_room_for_raw_bytes(path: Path) -> None:
    """Neither the document nor half a file stays; when there is room again, it comes in."""
    noise = b"".join(sha256_of(bytes([n % 256, n // 256])).encode() for n in range(4000))
    big = _with_raw(LATE, noise)
    folder = RawFolder(Path(f"{path}.raw"))
    before = list(folder.addresses())
    with closing(SqliteStore(path)) as store:
        with _no_file_grows_over(60_000), pytest.raises(LedgerAccessError, match=r"t\.db\.raw' cannot be written"):
            fill(store, [(big, 1)])
        assert store.view().head().seq == 1
        assert sum(p.is_file() for p in folder.path.rglob("*")) == len(before) == 1
        assert fill(store, [(big, 1)]) == ["new"]
    assert len(list(folder.addresses())) == 2


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder on a disk of 3 MB, where this user may make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603 - ours
        pytest.skip("only root can make a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 - likewise


def _record_on(store: SqliteStore, known: list[int]) -> None:
    """Record numbered reports with raw bytes, and note each that was acknowledged."""
    for number in range(1000):
        reading = report(f"r{number}", Said("Tide Front"), Said("North Guard"))
        fill(store, [(_with_raw(reading, sha256_of(bytes([number % 256])).encode() * 40), number)])
        known.append(number)


def test_a_disk_that_runs_full(small: Path) -> None:
    """Whichever file had no room: what was acknowledged is there with its keys and raw bytes, and nothing is half."""
    known: list[int] = []
    with closing(SqliteStore(small / "t.db")) as store:
        with pytest.raises(LedgerAccessError, match=r"disk is full|No space left|disk reports an error"):
            _record_on(store, known)
        assert len(known) > 3
        assert store.view().counts().documents == len(known)
    with closing(SqliteStore(small / "t.db", create=False)) as store:
        view, books = store.view(), store.books
        assert {d.id for d in view.documents()} == {f"r{number}" for number in known}
        assert all(len(view.reading(d.reading).claims) == 2 for d in view.documents())
        changes = [load.asserted(books, d.reading) for d in view.documents()]
        assert all(c is not None and c.raw is not None and books.raw.get(c.raw) for c in changes)
    assert not list(small.rglob("*.new"))


def test_a_file_where_the_raw_folder_should_be(path: Path) -> None:
    """The message names it, and nothing is entered."""
    other = path.with_name("o.db")
    Path(f"{other}.raw").write_text("no folder", encoding="utf-8")
    with closing(SqliteStore(other)) as store:
        with pytest.raises(LedgerAccessError, match=r"o\.db\.raw' cannot be written"):
            fill(store, [(RAID, 1)])
        assert store.view().documents() == ()

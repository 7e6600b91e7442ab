"""One door to every ledger: paths, addresses, and where keys lie."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.ledger.samples import Said, at, report

from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.keys import FileKeys
from tacitus.ledger.opening import keys_beside, open_store
from tacitus.ledger.postgres import PostgresStore
from tacitus.ledger.sqlite import SqliteStore

RAID = report("raid", Said("Tide Front", "Dura"))


@pytest.mark.parametrize("is_on_a_server", [False, True])
def test_a_ledger_is_opened_wherever_it_is(postgres_url: str, tmp_path: Path, *, is_on_a_server: bool) -> None:
    """And its keys go into the file that is named, whose folder is made."""
    where = postgres_url if is_on_a_server else str(tmp_path / "t.db")
    keys = tmp_path / "safe" / "t.keys"
    with closing(open_store(where, keys=keys)) as store:
        assert isinstance(store, PostgresStore if is_on_a_server else SqliteStore)
        assert not keys.exists()
        with store.writer() as writer:
            writer.record(RAID, at(0))
    assert keys.stat().st_mode & 0o077 == 0
    with closing(open_store(where, keys=keys, create=False)) as again:
        assert again.view().reading(RAID.id) == RAID
    assert not Path(f"{where}.keys").exists()


@pytest.mark.parametrize("is_on_a_server", [False, True])
def test_a_missing_ledger_is_not_made_by_one_who_only_reads(
    postgres_url: str, tmp_path: Path, *, is_on_a_server: bool
) -> None:
    """Wherever it would be."""
    where = postgres_url if is_on_a_server else str(tmp_path / "t.db")
    with pytest.raises(LedgerAccessError, match="does not exist"):
        open_store(where, keys=tmp_path / "t.keys", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_bad_address_is_told_before_anything_is_tried(tmp_path: Path) -> None:
    """Without repeating it."""
    for call in (lambda w: open_store(w, keys=tmp_path), lambda w: keys_beside(w, tmp_path)):
        with pytest.raises(InvalidValueError, match="is no address of a PostgreSQL ledger"):
            call("postgresql://ada:se@cret@h/r")


@pytest.mark.parametrize(
    ("where", "path"),
    [
        ("tacitus.db", "tacitus.db.keys"),
        ("a/b.db", "a/b.db.keys"),
        ("postgresql://ada@h/reports", "keys/reports-tacitus.keys"),
        ("postgresql://ada@h/reports?schema=idlib", "keys/reports-idlib.keys"),
        ("postgresql://ada@h", "keys/ada-tacitus.keys"),
        ("postgresql://", "keys/database-tacitus.keys"),
        ("postgresql://h/a%2Fb", "keys/a_b-tacitus.keys"),
    ],
)
def test_where_keys_lie(where: str, path: str) -> None:
    """Beside the file; those of a server's ledger in the user's own folder, never on the server."""
    assert keys_beside(where, Path("keys")).as_posix() == path


def test_two_ledgers_may_share_a_file_of_keys(postgres_url: str, tmp_path: Path) -> None:
    """Ids of keys are random: each finds its own."""
    keys = tmp_path / "t.keys"
    for where in (postgres_url, str(tmp_path / "t.db")):
        with closing(open_store(where, keys=keys)) as store, store.writer() as writer:
            writer.record(RAID, at(0))
    for where in (postgres_url, str(tmp_path / "t.db")):
        with closing(open_store(where, keys=keys, create=False)) as store:
            assert store.view().reading(RAID.id) == RAID


def test_without_the_extra_files_still_work(tmp_path: Path) -> None:
    """An address is answered with what to install."""
    code = """if True:
        import sys
        class Missing:
            def find_spec(self, name, path=None, target=None):
                if name.split(".")[0] in ("sqlalchemy", "psycopg"): raise ModuleNotFoundError(name)
        sys.meta_path.insert(0, Missing())
        from pathlib import Path
        from tacitus.errors import TacitusError
        from tacitus.ledger.opening import keys_beside, open_store
        open_store(sys.argv[1], keys=Path("k")).close()
        for call in (lambda: keys_beside("postgresql://a:secret@h/r", Path()),
                     lambda: open_store("postgresql://a:secret@h/r", keys=Path("k"))):
            try: call()
            except TacitusError as error: print(error)
    """
    command = [sys.executable, "-c", code, str(tmp_path / "t.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    told = "libraries for PostgreSQL are not installed. Install them: pip install 'tacitus-ledger[postgres]'."
    assert done.stdout.count(told) == 2
    assert "secret" not in done.stdout
    assert (tmp_path / "t.db").exists()


def test_keys_of_another_ledger_open_nothing(postgres_url: str, tmp_path: Path) -> None:
    """Views show what they show; a whole reading needs its key."""
    with closing(open_store(postgres_url, keys=tmp_path / "own.keys")) as store, store.writer() as writer:
        writer.record(RAID, at(0))
    with closing(PostgresStore(postgres_url, FileKeys(tmp_path / "none.keys"), create=False)) as store:
        assert [row.id for row in store.view().documents()] == ["raid"]
        assert store.books.keys.get("0" * 32) is None

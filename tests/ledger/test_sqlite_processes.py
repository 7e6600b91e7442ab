"""The SQLite store among other processes: killed in the middle, written by several, only readable."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from tests.ledger.samples import Said, everything, fill, report, rich_reading

from tacitus.ledger.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]


def _child(deed: str, path: Path, word: str = "-") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ledger.child", deed, str(path), word]
    paths = os.pathsep.join([str(ROOT), *sys.path])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves


@pytest.mark.parametrize("table", ["reading", "party", "log", "recording"])
def test_a_process_that_dies_in_the_middle_leaves_nothing_half(tmp_path: Path, table: str) -> None:
    """Whatever row it had come to; and the next one can write."""
    path = tmp_path / "t.db"
    first = report("first", Said("Tide Front"))
    with closing(SqliteStore(path)) as store:
        fill(store, [(first, 0)])
        before = everything(store.view())
    with _child("die_at", path, table) as child:
        assert child.wait(60) == 9
    with closing(SqliteStore(path)) as store:
        assert everything(store.view()) == before
        assert fill(store, [(rich_reading(), 1)]) == ["new"]
        assert store.view().reading(rich_reading().id) == rich_reading()


@pytest.mark.parametrize("after", [1, 5, 9])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, after: int) -> None:
    """Every reading that `record` returned for is there, whole, after `kill -9`."""
    path = tmp_path / "t.db"
    with _child("record_on", path, "endless") as child:
        assert child.stdout
        acknowledged = [child.stdout.readline().strip() for _ in range(after)]
        child.kill()
        acknowledged += child.stdout.read().split()
    with closing(SqliteStore(path, create=False)) as store:
        view = store.view()
        assert all(len(view.reading(id_).claims) == 2 for id_ in acknowledged if len(id_) == 17)
        assert view.counts().claims == 2 * view.counts().documents
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    """They make the ledger together, wait for one another, and lose nothing."""
    path = tmp_path / "t.db"
    children = [_child("record_on", path, name) for name in ("north", "south", "west")]
    outputs = [child.communicate(timeout=120)[0].split() for child in children]
    assert [child.returncode for child in children] == [0, 0, 0]
    with closing(SqliteStore(path, create=False)) as store:
        counts = store.view().counts()
        assert (counts.documents, counts.claims) == (120, 240)
        assert all(store.view().reading(id_) for output in outputs for id_ in output)


def _look(file_mode: int, folder_mode: int) -> str:
    """Return what a user without special rights sees of a ledger with one document."""
    folder = Path(tempfile.mkdtemp())  # not tmp_path, whose parents other users may not enter
    try:
        path = folder / "t.db"
        with closing(SqliteStore(path)) as store:
            fill(store, [(report("first", Said("Tide Front")), 0)])
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        with _child("look", path) as child:
            output, _ = child.communicate(timeout=60)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    return output.replace(str(path), "PATH")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files work otherwise there")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def test_a_ledger_that_may_only_be_read(file_mode: int, folder_mode: int) -> None:
    """It is read, even in a folder that cannot be written; writing says what is in the way."""
    documents, error = _look(file_mode, folder_mode).splitlines()
    assert documents == "1"
    assert error.startswith("LedgerAccessError: The ledger 'PATH' can be read but not written.")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files work otherwise there")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o000, 0o777), (0o666, 0o000)])
def test_a_ledger_that_may_not_be_read(file_mode: int, folder_mode: int) -> None:
    """The message says where to look."""
    assert _look(file_mode, folder_mode).startswith("LedgerAccessError: The ledger 'PATH' cannot be opened. Look at")

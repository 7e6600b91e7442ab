"""The PostgreSQL store among other processes: killed in the middle, written and read by several."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, everything, fill, report, rich_reading

from tacitus.ledger.opening import keys_beside, open_store
from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.ledger.store import SqlStore

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ledger(postgres_url: str, tmp_path: Path) -> Callable[[], SqlStore]:
    """Return what opens the ledger."""
    return lambda: open_store(postgres_url, keys=keys_beside(postgres_url, tmp_path))


@pytest.fixture
def child(postgres_url: str, tmp_path: Path) -> Callable[[str, str], subprocess.Popen[str]]:
    """Return what does something to the ledger in a process of its own; see tests/ledger/child.py."""
    paths = os.pathsep.join([str(ROOT), *sys.path])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "TEST_KEYS": str(tmp_path)}

    def start(deed: str, word: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.ledger.child", deed, postgres_url, word]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves

    return start


@pytest.mark.parametrize("table", ["reading", "party", "log", "piece_words"])
def test_a_process_that_dies_in_the_middle_leaves_nothing_half(
    ledger: Callable[[], SqlStore], child: Callable[[str, str], subprocess.Popen[str]], table: str
) -> None:
    """Whatever row it had come to; and the next one can write at once."""
    first = report("first", Said("Tide Front"))
    with closing(ledger()) as store:
        fill(store, [(first, 0)])
        before = everything(store.view())
    with child("die_at", table) as dying:
        assert dying.wait(60) == 9
    with closing(ledger()) as store:
        assert everything(store.view()) == before
        assert fill(store, [(rich_reading(), 1)]) == ["new"]
        assert store.view().reading(rich_reading().id) == rich_reading()
        assert verify(store.books).is_sound


@pytest.mark.parametrize("after", [1, 5, 9])
def test_what_was_acknowledged_survives_a_kill(
    ledger: Callable[[], SqlStore], child: Callable[[str, str], subprocess.Popen[str]], after: int
) -> None:
    """Every reading that `record` returned for is there, whole, after `kill -9`."""
    with child("record_on", "endless") as writing:
        assert writing.stdout
        acknowledged = [writing.stdout.readline().strip() for _ in range(after)]
        writing.kill()
        acknowledged += writing.stdout.read().split()
    with closing(ledger()) as store:
        view = store.view()
        assert all(len(view.reading(id_).claims) == 2 for id_ in acknowledged if len(id_) == 17)
        assert view.counts().claims == 2 * view.counts().documents >= 2 * after
        assert verify(store.books).is_sound


def test_several_processes_write_and_read_at_once(
    ledger: Callable[[], SqlStore], child: Callable[[str, str], subprocess.Popen[str]], tmp_path: Path
) -> None:
    """Writers wait for one another and lose nothing; readers see whole documents only, and one state in each call."""
    ledger().close()
    done = tmp_path / "done"
    readers = [child("look_on", str(done)) for _ in range(2)]
    writers = [child("record_on", name) for name in ("north", "south", "west")]
    outputs = [writer.communicate(timeout=120)[0].split() for writer in writers]
    time.sleep(0.1)
    done.touch()
    assert [reader.communicate(timeout=60)[0] for reader in readers] == ["looked True\n"] * 2
    assert [process.returncode for process in (*writers, *readers)] == [0] * 5
    with closing(ledger()) as store:
        counts = store.view().counts()
        assert (counts.documents, counts.claims) == (120, 240)
        assert all(store.view().reading(id_) for output in outputs for id_ in output)
        assert verify(store.books).is_sound

"""The log: what an entry's hash is over, and that nothing in it can be changed unseen."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.samples import Said, fill, report, rich_reading

from tacitus.ledger.log import GENESIS, Entry, chained, fits, hash_of
from tacitus.ledger.sqlite import SqliteStore

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"
HEAD = ("2026-03-01T12:00:00.000000Z", "Ă. Reader", "review", "0f" * 16)
FIRST = chained(GENESIS, 1, HEAD, b"sealed")
SECOND = chained(FIRST.hash, 2, HEAD, b"")


def test_the_hash_of_an_entry_never_changes() -> None:
    """Ledgers that are signed today are checked in ten years."""
    assert FIRST.hash == "37b40b0016a314a26bf21bbccc2d5a3e2e11cf2efe419f19e16c25b11090947c"
    assert SECOND.previous == FIRST.hash


def test_the_hash_is_over_one_line_of_json() -> None:
    """As the docstring says it."""
    digest = hashlib.sha256(b"sealed").hexdigest()
    line = f'["{GENESIS}",1,"{HEAD[0]}","\\u0102. Reader","review","{HEAD[3]}","{digest}"]'
    assert hash_of(GENESIS, 1, HEAD, b"sealed") == hashlib.sha256(line.encode("ascii")).hexdigest()


def test_entries_follow_one_another() -> None:
    """An entry holds what it was given, and fits."""
    assert Entry(1, *HEAD, b"sealed", GENESIS, FIRST.hash) == FIRST
    assert fits(FIRST)
    assert fits(SECOND)


@pytest.mark.parametrize(
    "changed",
    [
        replace(FIRST, seq=2),
        replace(FIRST, recorded="2026-03-01T12:00:00.000001Z"),
        replace(FIRST, author="A. Reader"),
        replace(FIRST, kind="assert"),
        replace(FIRST, key="1f" * 16),
        replace(FIRST, payload=b"sealec"),
        replace(FIRST, previous=FIRST.hash),
        replace(FIRST, hash=GENESIS),
        replace(FIRST, author=FIRST.author + FIRST.kind[0], kind=FIRST.kind[1:]),
        replace(FIRST, author='Ă. Reader","review', kind=""),
    ],
)
def test_no_part_can_be_changed_unseen(changed: Entry) -> None:
    """Nor moved from one field to the next."""
    assert not fits(changed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a ledger named `tacitus.db`."""
    with closing(SqliteStore(tmp_path / "tacitus.db")) as store:
        fill(store, [(report("raid", Said("Tide Front", "Dura")), 0), (rich_reading(), 1)])
    return tmp_path


def _reckoned(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the lines of `docs/ledger.md` that reckon the hashes again."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (code,) = (block for block in blocks if "SELECT * FROM log" in block)
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)  # noqa: S603 - our own page


def test_the_lines_of_the_docs_reckon_it_again(folder: Path) -> None:
    """They need nothing of this program, and print what the head is."""
    with closing(SqliteStore(folder / "tacitus.db")) as store:
        head = store.view().head()
    done = _reckoned(folder)
    assert (done.returncode, done.stdout.split()) == (0, [str(head.seq), head.hash])


@pytest.mark.parametrize("change", ["payload = x'00'", "author = 'N. Oake'", "recorded = '2020'"])
def test_the_lines_of_the_docs_find_a_change(folder: Path, change: str) -> None:
    """Made by one who took the guards away first."""
    with closing(sqlite3.connect(folder / "tacitus.db")) as raw, raw:
        raw.execute("DROP TRIGGER log_no_update")
        raw.execute(f"UPDATE log SET {change} WHERE seq = 1")  # noqa: S608 - our own words
    done = _reckoned(folder)
    assert done.returncode == 1
    assert "AssertionError: entry 1" in done.stderr


def test_an_entry_is_one_line_of_json_for_every_author() -> None:
    """Quotation marks and line breaks in a name do not lead out of its place."""
    line = json.dumps([GENESIS, 1, "t", 'a","b\n', "k", "i", hashlib.sha256(b"").hexdigest()], separators=(",", ":"))
    assert hash_of(GENESIS, 1, ("t", 'a","b\n', "k", "i"), b"") == hashlib.sha256(line.encode()).hexdigest()

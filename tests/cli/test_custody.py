"""`tacitus verify`, `head`, `rebuild`, `retract`, `redact`, `export`, `import`: what they say, and their exit codes."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import FRONT, Done

from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.document import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Done]

BECAUSE = ("--because", "It was asked for.", "--author", "N. Oake")
REPORT = "Meridian, 3 March 2023. Shells hit Mirzakh on Sunday. The Highland Front killed Ilka Varren in Mirzakh.\n"


@pytest.fixture
def read(tmp_path: Path, tacitus: Run) -> Path:
    """Return the path of a ledger that the command read one report into, with its raw bytes."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    path = tmp_path / "read.db"
    assert tacitus("read", tmp_path / "report.txt", "--published", "2023-03-05", "--ledger", path).code == 0
    return path


def _head(tacitus: Run, ledger: Path) -> str:
    done = tacitus("head", "--ledger", ledger)
    assert done.code == 0
    return done.out.strip()


def _tampered(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(sql)


def test_a_sound_ledger_verifies(tacitus: Run, read: Path) -> None:
    """With how much was looked at, and its head."""
    done = tacitus("verify", "--ledger", read)
    assert (done.code, done.err) == (0, "")
    assert "and 1 raw documents are sound; head " in done.out
    assert _head(tacitus, read) in done.out
    assert tacitus("verify", "--head", _head(tacitus, read), "--ledger", read).code == 0
    assert tacitus("verify", "--deep", "--ledger", read).code == 0


def test_verifying_gives_json(tacitus: Run, read: Path) -> None:
    """For programs that look after a ledger."""
    told = json.loads(tacitus("verify", "--format", "json", "--ledger", read).out)
    assert told["sound"] is True
    assert told["head"] == json.loads(tacitus("head", "--format", "json", "--ledger", read).out)
    assert (told["entries"], told["flaws"], told["raws"]) == (told["head"]["seq"], [], 1)


def test_a_changed_entry_is_told(tacitus: Run, ledger: Path) -> None:
    """The exit code is 1, and the entry is named."""
    _tampered(ledger, "UPDATE log SET author = 'Somebody Else' WHERE seq = 2")
    done = tacitus("verify", "--ledger", ledger)
    assert done.code == 1
    assert done.out.startswith("Entry 2: it was changed")
    assert "1 entry of the log" in done.out
    told = json.loads(tacitus("verify", "--format", "json", "--ledger", ledger).out)
    assert (told["sound"], told["flaws"][0]["entry"]) == (False, 2)


def test_a_log_that_was_cut_off_is_told_by_its_head(tacitus: Run, ledger: Path) -> None:
    """Without the head it seems sound."""
    head = _head(tacitus, ledger)
    _tampered(ledger, "DELETE FROM log WHERE seq = 3")
    assert tacitus("verify", "--ledger", ledger).code == 0
    done = tacitus("verify", "--head", head, "--ledger", ledger)
    assert done.code == 1
    assert f"no entry has the hash {head}" in done.out


def test_changed_raw_bytes_are_told(tacitus: Run, read: Path) -> None:
    """With the document and the address."""
    (kept,) = [path for path in read.with_name("read.db.raw").rglob("*") if path.is_file()]
    kept.write_bytes(kept.read_bytes()[:-1])
    done = tacitus("verify", "--ledger", read)
    assert done.code == 1
    assert kept.parent.name + kept.name in done.out
    assert "were changed" in done.out


@pytest.mark.parametrize("deed", ["bombing", "no deed", '"', "\\"])
def test_a_tampered_table_is_told_and_mended(tacitus: Run, ledger: Path, deed: str) -> None:
    """--deep compares what is shown with the log; rebuild works it out again."""
    before = tacitus("claims", "--format", "json", "--ledger", ledger).out
    _tampered(ledger, f"UPDATE claim SET data = replace(data, 'shelling', '{deed}')")  # noqa: S608
    assert tacitus("verify", "--ledger", ledger).code == 0
    done = tacitus("verify", "--deep", "--ledger", ledger)
    assert done.code == 1
    assert "Run tacitus rebuild" in done.out
    done = tacitus("rebuild", "--ledger", ledger)
    assert (done.code, done.out) == (0, "")
    assert "3 entries worked out again." in done.err
    assert tacitus("verify", "--deep", "--ledger", ledger).code == 0
    assert tacitus("claims", "--format", "json", "--ledger", ledger).out == before


def test_keys_that_are_elsewhere_are_told(tacitus: Run, ledger: Path) -> None:
    """The chain is verified all the same."""
    ledger.with_name("held.db.keys").unlink()
    done = tacitus("verify", "--ledger", ledger)
    assert done.code == 0
    assert "3 entries not looked into: their keys are not here." in done.out


@pytest.mark.parametrize("command", ["verify", "head", "rebuild"])
def test_there_must_be_a_ledger(tacitus: Run, tmp_path: Path, command: str) -> None:
    """Nothing is made where there is none."""
    done = tacitus(command, "--ledger", tmp_path / "none.db")
    assert done.code == 2
    assert "does not exist" in done.err
    assert not list(tmp_path.iterdir())


def test_a_retracted_document_is_shown_no_longer(tacitus: Run, ledger: Path) -> None:
    """What was known before stays; reading it again brings it back."""
    done = tacitus("retract", "front-1", *BECAUSE, "--ledger", ledger)
    assert (done.code, done.out) == (0, "")
    assert "front-1 is shown no longer." in done.err
    assert "front-1" not in tacitus("claims", "--format", "jsonl", "--ledger", ledger).out
    assert "front-1" in tacitus("claims", "--format", "jsonl", "--known-by", "2023-05-21", "--ledger", ledger).out
    again = tacitus("retract", "front-1", *BECAUSE, "--ledger", ledger)
    assert again.code == 2
    assert "no document 'front-1'" in again.err


def test_a_redacted_document_is_gone(tacitus: Run, ledger: Path) -> None:
    """From what is shown at every moment and from the files; the chain verifies and tells that it was."""
    head = _head(tacitus, ledger)
    done = tacitus("redact", "document", "front-1", *BECAUSE, "--ledger", ledger)
    assert (done.code, done.out) == (0, "")
    assert "Destroyed: 1 entry of the log on 1 document" in done.err
    for moment in ((), ("--known-by", "2023-05-21")):
        assert "front-1" not in tacitus("claims", "--format", "jsonl", *moment, "--ledger", ledger).out
    assert FRONT.encode() not in ledger.read_bytes()
    verified = tacitus("verify", "--head", head, "--deep", "--ledger", ledger)
    assert verified.code == 0
    assert "1 entry redacted: nobody can read them, and they verify." in verified.out
    assert "1 are redacted" in tacitus("rebuild", "--ledger", ledger).err
    assert tacitus("redact", "document", "front-1", *BECAUSE, "--ledger", ledger).code == 2


def test_a_redacted_person_is_blacked_out(tacitus: Run, read: Path, tmp_path: Path) -> None:
    """A dry run destroys nothing; then the name is in nothing that is shown, and in no file of the ledger."""
    ask = ("redact", "person", "Ilka Varren", *BECAUSE, "--ledger", read)
    before = _head(tacitus, read)
    planned = tacitus(*ask, "--dry-run")
    assert planned.code == 0
    assert "Names: Ilka Varren" in planned.err
    assert "Would destroy:" in planned.err
    assert _head(tacitus, read) == before
    done = tacitus(*ask)
    assert done.code == 0, done.err
    assert "Destroyed:" in done.err
    shown = tacitus("claims", "--format", "jsonl", "--ledger", read).out
    assert "██" in shown
    files = [path for path in tmp_path.rglob("read.db*") if path.is_file()]
    assert not [path for path in files if b"varren" in path.read_bytes().lower()]
    assert "Varren" not in shown + tacitus("entities", "--ledger", read).out
    assert tacitus("verify", "--head", before, "--deep", "--ledger", read).code == 0
    assert tacitus(*ask).code == 2


def test_what_was_redacted_is_not_read_again(tacitus: Run, read: Path, tmp_path: Path) -> None:
    """The command goes on, and nothing of it is recorded."""
    document = json.loads(tacitus("claims", "--format", "jsonl", "--ledger", read).out.splitlines()[0])["document"]
    assert tacitus("redact", "document", document, *BECAUSE, "--ledger", read).code == 0
    tacitus("read", tmp_path / "report.txt", "--published", "2023-03-05", "--ledger", read)
    with closing(SqliteStore(read)) as store:
        assert not store.view().documents()
        assert not list(store.books.raw.addresses())


@pytest.mark.parametrize("name", ["ledger.jsonl", "ledger.jsonl.gz"])
def test_a_ledger_is_exported_and_imported(tacitus: Run, read: Path, tmp_path: Path, name: str) -> None:
    """With the keys beside it, the copy shows the same and has the same head; again, nothing is new."""
    out, copy = tmp_path / name, tmp_path / "copy.db"
    done = tacitus("export", "ledger", "-o", out, "--ledger", read)
    assert (done.code, done.out) == (0, "")
    assert _head(tacitus, read) in done.err
    shutil.copy(f"{read}.keys", f"{copy}.keys")
    taken = tacitus("import", "ledger", out, "--ledger", copy)
    assert taken.code == 0, taken.err
    assert "0 known, 1 raw documents; head" in taken.err
    assert _head(tacitus, copy) == _head(tacitus, read)
    claims = tacitus("claims", "--format", "json", "--ledger", read).out
    assert tacitus("claims", "--format", "json", "--ledger", copy).out == claims
    assert "0 new entries" in tacitus("import", "ledger", out, "--ledger", copy).err
    assert tacitus("verify", "--head", _head(tacitus, read), "--deep", "--ledger", copy).code == 0


def test_a_ledger_without_its_keys_is_imported_closed(tacitus: Run, read: Path, tmp_path: Path) -> None:
    """It says how much cannot be read; with the keys, rebuild shows it."""
    out, copy = tmp_path / "ledger.jsonl", tmp_path / "copy.db"
    tacitus("export", "ledger", "-o", out, "--ledger", read)
    taken = tacitus("import", "ledger", out, "--ledger", copy)
    assert taken.code == 0
    assert "cannot be read without their keys" in taken.err
    shutil.copy(f"{read}.keys", f"{copy}.keys")
    assert tacitus("rebuild", "--ledger", copy).code == 0
    claims = tacitus("claims", "--format", "json", "--ledger", read).out
    assert tacitus("claims", "--format", "json", "--ledger", copy).out == claims


def test_what_cannot_be_imported_is_told(tacitus: Run, read: Path, ledger: Path, tmp_path: Path) -> None:
    """A changed line, a file of something else, a missing file, another ledger: nothing is entered."""
    out = tmp_path / "ledger.jsonl"
    tacitus("export", "ledger", "-o", out, "--ledger", read)
    head = _head(tacitus, ledger)
    other = tacitus("import", "ledger", out, "--ledger", ledger)
    assert other.code == 2
    assert "not the beginning of it" in other.err
    lines = out.read_text(encoding="ascii").splitlines()
    out.write_text("\n".join([lines[0], lines[1].replace('"kind":"run"', '"kind":"ran"'), *lines[2:]]), "ascii")
    changed = tacitus("import", "ledger", out, "--ledger", tmp_path / "new.db")
    assert changed.code == 2
    assert "Line 2 of the exported ledger is not sound" in changed.err
    for file in (tmp_path / "report.txt", tmp_path / "missing.jsonl"):
        assert tacitus("import", "ledger", file, "--ledger", ledger).code == 2
    assert _head(tacitus, ledger) == head


@pytest.mark.parametrize("what", [("ledger",), ("raw", "wire-1")])
def test_where_nothing_can_be_written_is_told(tacitus: Run, read: Path, tmp_path: Path, what: tuple[str, ...]) -> None:
    """No traceback, and no piece of a file."""
    document = json.loads(tacitus("claims", "--format", "jsonl", "--ledger", read).out.splitlines()[0])["document"]
    words = [word.replace("wire-1", document) for word in what]
    for out in (tmp_path / "no folder" / "out", tmp_path):
        done = tacitus("export", *words, "-o", out, "--ledger", read)
        assert done.code == 2
        assert "Cannot write" in done.err
    assert not list(tmp_path.glob("*.new"))
    assert not (tmp_path / "no folder").exists()


def test_raw_bytes_come_back_as_they_came(tacitus: Run, read: Path, tmp_path: Path) -> None:
    """With the record of their capture."""
    document = json.loads(tacitus("claims", "--format", "jsonl", "--ledger", read).out.splitlines()[0])["document"]
    done = tacitus("export", "raw", document, "-o", tmp_path / "out.txt", "--ledger", read)
    assert done.code == 0, done.err
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == REPORT
    told = json.loads(done.out)
    assert (told["sha256"], told["bytes"]) == (sha256_of(REPORT.encode()), len(REPORT.encode()))
    assert str(tmp_path / "report.txt") in json.dumps(told["capture"])


def test_raw_bytes_that_nobody_gave_are_told(tacitus: Run, ledger: Path, tmp_path: Path) -> None:
    """Nothing is written."""
    done = tacitus("export", "raw", "wire-1", "-o", tmp_path / "out.txt", "--ledger", ledger)
    assert done.code == 2
    assert "raw bytes of the document" in done.err
    assert not (tmp_path / "out.txt").exists()

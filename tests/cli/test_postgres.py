"""The whole command with a ledger on a PostgreSQL server."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

FIRST = (
    "MIRZAKH, March 3 (Meridian Wire) - Fighters of the Highland Front shelled Mirzakh on Sunday, killing 31 people."
)
SECOND = "The Coast Guard captured the port of Dura on 5 March 2023, its spokesman Adan Rask said."


@pytest.fixture
def address(postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of a ledger that is not there yet, whose keys lie in a folder of the test."""
    monkeypatch.setenv("TACITUS_KEYS", str(tmp_path / "server.keys"))
    return postgres_url


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


def test_from_reading_to_verifying(tacitus: Callable[..., Done], address: str, reports: Path) -> None:
    """Every command takes the address where a file would stand, and none shows the password."""
    told = [tacitus("read", reports, "--published", "2023-03-06", "--ledger", address)]
    password = re.findall(r":(\w+)@", address)[0]
    assert "2 documents read" in told[0].err
    assert "Ledger: postgresql://tacitus@" in told[0].err
    for command in (
        ["claims"],
        ["show", "Highland Front"],
        ["show", "Mirzakh", "--as-of", "2023-03-06"],
        ["entities"],
        ["incidents"],
        ["problems"],
        ["resolve"],
        ["head"],
        ["rebuild"],
        ["verify"],
    ):
        told.append(tacitus(*command, "--ledger", address))
        assert told[-1].code == 0, (command, told[-1].err)
    assert "Highland Front" in told[1].out
    assert "Highland Front · group" in told[2].out
    assert password not in "".join(done.out + done.err for done in told)
    again = tacitus("read", reports, "--published", "2023-03-06", "--ledger", address)
    assert "2 already recorded" in again.err


def test_the_same_claims_come_from_both(
    tacitus: Callable[..., Done], address: str, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file and a server answer alike."""
    monkeypatch.delenv("TACITUS_KEYS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    answers = []
    for where in (str(tmp_path / "t.db"), address):
        assert tacitus("read", reports, "--published", "2023-03-06", "--ledger", where).code == 0
        found = json.loads(tacitus("claims", "--format", "json", "--ledger", where).out)
        answers.append(re.sub(r'"recorded": "[^"]*"', "", json.dumps(found)))
    assert answers[0] == answers[1] != "[]"
    assert (tmp_path / "t.db.keys").exists()
    assert list((tmp_path / "data" / "tacitus" / "keys").glob("tacitus-t*.keys"))


def test_a_ledger_moves_there_and_back(
    tacitus: Callable[..., Done], address: str, reports: Path, tmp_path: Path
) -> None:
    """From a file to a server and into another file: the head stays, all is sound, the claims are the same."""
    places = [str(tmp_path / "one.db"), address, str(tmp_path / "two.db")]
    assert tacitus("read", reports, "--published", "2023-03-06", "--ledger", places[0]).code == 0
    for number, (source, target) in enumerate(pairwise(places)):
        moved = tmp_path / f"{number}.jsonl.gz"
        assert tacitus("export", "ledger", "-o", moved, "--ledger", source).code == 0
        taken = tacitus("import", "ledger", moved, "--ledger", target)
        assert taken.code == 0, taken.err
    heads = [json.loads(tacitus("head", "--format", "json", "--ledger", where).out) for where in places]
    assert heads[0] == heads[1] == heads[2]
    claims = [tacitus("claims", "--format", "json", "--ledger", where).out for where in places]
    assert claims[0] == claims[1] == claims[2] != "[]\n"
    for where in places:
        assert tacitus("verify", "--ledger", where).code == 0


def test_a_document_is_redacted_on_a_server(tacitus: Callable[..., Done], address: str, reports: Path) -> None:
    """Its words are in no table and no raw bytes; the chain still verifies."""
    assert tacitus("read", reports, "--published", "2023-03-06", "--ledger", address).code == 0
    document = json.loads(tacitus("claims", "--format", "jsonl", "--ledger", address).out.splitlines()[0])["document"]
    done = tacitus("redact", "document", document, "--because", "asked to", "--ledger", address)
    assert done.code == 0, done.err
    assert document not in tacitus("claims", "--format", "jsonl", "--ledger", address).out
    assert tacitus("verify", "--ledger", address).code == 0


def test_what_stands_in_the_way_is_told(tacitus: Callable[..., Done], address: str) -> None:
    """In one line, without the password."""
    missing = tacitus("claims", "--ledger", address)
    assert missing.code == 2
    assert "does not exist. Read some reports into it first" in " ".join(missing.err.split())
    refused = tacitus("claims", "--ledger", re.sub(r":\w+@", ":wrong-word@", address))
    assert refused.code == 2
    assert "refuses the password" in " ".join(refused.err.split())
    assert "wrong-word" not in refused.err
    assert "Traceback" not in refused.err

"""`tacitus aliases`: lists of names are added, listed, used and taken back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

FIRST = "The Highland Front shelled Mirzakh on 14 May 2023."
SECOND = "The Orvand Mountain Army attacked Mirzakh on 15 May 2023."
MINE = "name,alias,type\nHighland Front,Orvand Mountain Army,group\n"


@pytest.fixture
def held(tmp_path: Path, tacitus: Command) -> Path:
    """Return a ledger with two reports on one group under two names."""
    path = tmp_path / "t.db"
    for i, text in enumerate((FIRST, SECOND)):
        (tmp_path / f"{i}.txt").write_text(text, "utf-8")
        assert tacitus("read", tmp_path / f"{i}.txt", "--ledger", path).code == 0
    return path


def _names(tacitus: Command, path: Path) -> set[str]:
    return {entity["name"] for entity in json.loads(tacitus("entities", "--ledger", path, "--format", "json").out)}


def test_a_list_joins_what_was_read_before(held: Path, tmp_path: Path, tacitus: Command) -> None:
    """And taking it back parts it again, with what rested on it."""
    (tmp_path / "mine.csv").write_text(MINE, "utf-8")
    assert _names(tacitus, held) >= {"Highland Front", "Orvand Mountain Army"}
    done = tacitus("aliases", "add", tmp_path / "mine.csv", "--ledger", held, "--author", "Ada")
    found = re.match(r"(l[0-9a-f]{16}): mine: 1 entry with 2 names\n1 entity joined to others\.", done.out)
    assert done.code == 0
    assert found is not None
    assert len(_names(tacitus, held) & {"Highland Front", "Orvand Mountain Army"}) == 1
    assert f"{found[1]} · mine · 1 entry · Ada" in tacitus("aliases", "list", "--ledger", held).out
    assert (
        tacitus("aliases", "add", tmp_path / "mine.csv", "--ledger", held, "--author", "Ada").out.count("before") == 1
    )
    done = tacitus("undo", found[1], "--ledger", held)
    assert "taken back: the list of aliases mine\nWith it 1 judgements that rested on it alone." in done.out
    assert _names(tacitus, held) >= {"Highland Front", "Orvand Mountain Army"}
    assert tacitus("aliases", "list", "--ledger", held).out == "No lists of aliases.\n"


def test_a_list_that_is_there_first_serves_what_is_read_later(tmp_path: Path, tacitus: Command) -> None:
    """It may be brought to an empty ledger."""
    (tmp_path / "mine.csv").write_text(MINE, "utf-8")
    path = tmp_path / "new.db"
    assert tacitus("aliases", "add", tmp_path / "mine.csv", "--ledger", path).code == 0
    (tmp_path / "both.txt").write_text(FIRST, "utf-8")
    (tmp_path / "second.txt").write_text(SECOND, "utf-8")
    tacitus("read", tmp_path / "both.txt", tmp_path / "second.txt", "--ledger", path)
    assert len(_names(tacitus, path) & {"Highland Front", "Orvand Mountain Army"}) == 1


def test_bad_rows_and_bad_files(held: Path, tmp_path: Path, tacitus: Command) -> None:
    """A row without a name is told with its line and the rest goes in; what is no list is refused."""
    (tmp_path / "bad.csv").write_text("name,alias\nTide Front,TF\n,nobody\n", "utf-8")
    done = tacitus("aliases", "add", tmp_path / "bad.csv", "--ledger", held, "--name", "tides")
    assert done.code == 1
    assert "bad.csv:3" in done.err
    assert ": tides: 1 entry with 2 names" in done.out
    (tmp_path / "none.csv").write_text("colour,size\nred,2\n", "utf-8")
    done = tacitus("aliases", "add", tmp_path / "none.csv", "--ledger", held)
    assert done.code == 2
    assert "none.csv" in done.err

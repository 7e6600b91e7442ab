"""`tacitus search` on a real ledger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import FRONT, WIRE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done


def test_words_with_their_reports(tacitus: Callable[..., Done], ledger: Path) -> None:
    """The report, the claim if it is one, the words; what was entered last first."""
    done = tacitus("search", "mirzakh", "--ledger", ledger)
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0] == "front-1 · Front channel · 2023-05-17"
    assert lines[1] == f"“{FRONT}”"
    assert "shelling: Highland Front, at Mirzakh · Highland Front" in lines[3]
    assert lines[-3] == "Market shelled · Meridian · 2023-05-15"


def test_json(tacitus: Callable[..., Done], ledger: Path) -> None:
    """One list; a paragraph has no claim."""
    found = json.loads(tacitus("search", '"highland front"', "-f", "json", "--ledger", ledger).out)
    assert [hit["type"] for hit in found] == [None, "shelling", "alias"]
    assert [hit["claim"] is None for hit in found] == [True, False, False]
    assert found[0]["quote"] == FRONT
    assert found[0]["recorded"] == "2023-05-20T09:00:00+00:00"


@pytest.mark.parametrize(
    ("options", "documents"),
    [
        ((), ["front-1", "front-1", "wire-1", "wire-1"]),
        (("--as-of", "2023-05-16"), ["wire-1", "wire-1"]),
        (("--as-of", "2023-05-14"), []),
        (("--known-by", "2023-05-18"), ["wire-1", "wire-1"]),
        (("--known-by", "2023-05-17"), []),
        (("--limit", "3"), ["front-1", "front-1", "wire-1"]),
        (("--limit", "3", "--page", "2"), ["wire-1"]),
    ],
)
def test_clocks_and_pages(
    tacitus: Callable[..., Done], ledger: Path, options: tuple[str, ...], documents: list[str]
) -> None:
    """By both clocks, page by page."""
    done = tacitus("search", "Mirzakh", *options, "-f", "json", "--ledger", ledger)
    assert [hit["document"] for hit in json.loads(done.out)] == documents


def test_further_pages_are_told(tacitus: Callable[..., Done], ledger: Path) -> None:
    """A note says how to see them, while there are any."""
    notes = [tacitus("search", "Mirzakh", "--limit", "2", "--page", k, "--ledger", ledger).err for k in ("1", "2")]
    assert notes == ["More follow: --page 2.\n", ""]


def test_nothing_found_and_nothing_asked(tacitus: Callable[..., Done], ledger: Path) -> None:
    """An empty answer is an answer; a query without a word is a wrong call."""
    assert tacitus("search", "Salem", "--ledger", ledger).out == "Nothing found.\n"
    done = tacitus("search", "…", "--ledger", ledger)
    assert (done.code, done.out) == (2, "")
    assert "at least one word" in done.err


def test_words_apart_stand_anywhere(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Arguments are put together; only quotes inside of them make a phrase."""
    assert WIRE in tacitus("search", "hospital", "market", "--ledger", ledger).out
    assert tacitus("search", '"hospital market"', "--ledger", ledger).out == "Nothing found.\n"

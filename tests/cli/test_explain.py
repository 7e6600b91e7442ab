"""`tacitus explain` on the example reports, end to end."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.trace import trace_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

MIRZAKH = Path(__file__).parent.parent.parent / "examples" / "mirzakh"


@pytest.fixture(scope="module")
def mirzakh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path that the ledger of this module has."""
    return tmp_path_factory.mktemp("explain") / "t.db"


@pytest.fixture
def listed(tacitus: Callable[..., Done], mirzakh: Path) -> list[dict[str, Any]]:
    """Return the claims of the ledger, which is filled once."""
    if not mirzakh.exists():
        assert tacitus("read", MIRZAKH, "--ledger", mirzakh).code == 0
    done = tacitus("claims", "--format", "jsonl", "--ledger", mirzakh)
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_denial_is_explained(tacitus: Callable[..., Done], mirzakh: Path, listed: list[dict[str, Any]]) -> None:
    """Line by line: type, arguments, time, source, certainty, status, evidence, confidence."""
    denial = next(c for c in listed if c["certainty"] == "denied" and c["type"] == "shelling")
    done = tacitus("explain", denial["claim"][:10], "--ledger", mirzakh)
    assert done.code == 0
    title, what, who, quote, review, empty, *parts = done.out.splitlines()
    assert title.startswith(denial["claim"])
    assert what.startswith("shelling: ")
    assert who.endswith(": denied")
    assert quote == f"“{denial['quotes'][0]}”"
    assert (review, empty) == ("unreviewed", "")
    starts = [line.split()[0] for line in parts]
    assert starts[0] == "type"
    for name in ("time", "source", "certainty", "status", "evidence:", "confidence"):
        assert name in starts
    assert any(line.startswith("certainty denied: the word of speech “denied”") for line in parts)


def test_every_claim_can_be_explained(
    tacitus: Callable[..., Done], mirzakh: Path, listed: list[dict[str, Any]]
) -> None:
    """As JSON, with spans that are its words."""
    texts = {}
    for one in listed[:12]:
        done = tacitus("explain", one["claim"], "--format", "json", "--ledger", mirzakh)
        found = json.loads(done.out)
        assert found["claim"] == one
        assert "note" not in found
        texts[one["claim"]] = found["parts"]
        assert {"type", "confidence"} <= {part["part"] for part in found["parts"]}
        assert all(len(part["words"]) == len(part["spans"]) for part in found["parts"])
    assert len(texts) == 12


def test_a_claim_read_before_traces_were_kept(
    tacitus: Callable[..., Done], ledger: Path, mirzakh: Path, listed: list[dict[str, Any]]
) -> None:
    """It says so, and what to do."""
    assert listed
    assert mirzakh.exists()
    held = json.loads(tacitus("claims", "--format", "jsonl", "--ledger", ledger).out.splitlines()[0])
    done = tacitus("explain", held["claim"], "--ledger", ledger)
    assert "Read the report again with this version" in done.out
    found = json.loads(tacitus("explain", held["claim"], "--format", "json", "--ledger", ledger).out)
    assert (found["parts"], "tacitus read INPUT" in found["note"]) == ([], True)


@pytest.mark.parametrize(
    ("given", "message"), [("cffff", "holds no claim"), ("Mirzakh", "is no claim id"), ("c1", "at least 3")]
)
def test_wrong_ids(tacitus: Callable[..., Done], ledger: Path, given: str, message: str) -> None:
    """Exit code 2 and a message that says what is allowed."""
    done = tacitus("explain", given, "--ledger", ledger)
    assert (done.code, message in done.err) == (2, True)


def test_the_trace_stays_small(mirzakh: Path, listed: list[dict[str, Any]]) -> None:
    """Under 450 bytes a claim, as the log keeps it."""
    with closing(SqliteStore(mirzakh, create=False)) as store:
        view = store.view()
        claims = [claim for row in view.documents() for claim in view.reading(row.reading).claims]
    sizes = [len(json.dumps(trace_out(claim.trace), separators=(",", ":"))) for claim in claims if claim.trace]
    assert len(sizes) == len(listed)
    assert sum(sizes) / len(sizes) < 450

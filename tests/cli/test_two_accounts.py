"""A later account never ends somebody else's claim; only a new reading of its own document takes its place."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import reading_of

from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    from tacitus.model.reading import Reading


def _leads(id_: str, text: str, when: str, published: date) -> Reading:
    """Return a reading of one sentence, "NAME leads the Tide Front …"."""
    name = text.partition(" leads")[0]
    at = text.index("Tide Front")
    entities = (
        Entity("e1", EntityType.PERSON, (name,), (Span(0, len(name)),)),
        Entity("e2", EntityType.GROUP, ("Tide Front",), (Span(at, at + 10),)),
    )
    args = (Argument("subject", "e1"), Argument("object", "e2"))
    claim = Claim("", "leads", args, (Span(0, len(text)),), When(when))
    return reading_of(Document(id_, text, sha256_of(text.encode()), published=published), entities, (claim,))


#: A says since 2018; B, a year later, names another; then A's own document is corrected.
A = _leads("a", "Adan Rask leads the Tide Front since 2018.", "2018/..", date(2019, 5, 1))
B = _leads("b", "Mira Oake leads the Tide Front.", "2020-05-01", date(2020, 5, 1))
A_CORRECTED = _leads("a", "Jon Vell leads the Tide Front since 2018.", "2018/..", date(2019, 5, 1))
#: That both speak of one group.
_KEYS = tuple(sorted(key_of(document, "Tide Front") for document in ("a", "b")))
ONE = Judgement(_KEYS, Verdict.SAME, "Both name its harbour.", "ada", datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger with all three, entered on three days."""
    path = tmp_path / "two.db"
    with closing(SqliteStore(path)) as store, store.writer() as writer:
        for day, reading in ((1, A), (2, B), (3, A_CORRECTED)):
            writer.record(reading, datetime(2026, 3, day, tzinfo=UTC))
        writer.judge(ONE)
    return path


def _leaders(tacitus: Callable[..., Done], ledger: Path, *more: str) -> set[str]:
    """Return who leads the Tide Front by `show` and by `claims`, which must agree."""
    lists = [
        tacitus(*call, *more, "--format", "jsonl", "--ledger", ledger).out.splitlines()
        for call in (("show", "Tide Front"), ("claims", "--type", "leads", "--about", "Tide Front"))
    ]
    assert lists[0] == lists[1]
    return {json.loads(line)["quotes"][0].partition(" leads")[0] for line in lists[0]}


@pytest.mark.parametrize("as_of", ["2020-05-01", "2021-01-01", "2026-12-31"])
def test_both_accounts_stand(tacitus: Callable[..., Done], ledger: Path, as_of: str) -> None:
    """At any day after both were published, both are told."""
    assert _leaders(tacitus, ledger, "--as-of", as_of, "--known-by", "2026-03-02") == {"Adan Rask", "Mira Oake"}


def test_the_later_account_is_not_there_before(tacitus: Callable[..., Done], ledger: Path) -> None:
    """By neither clock."""
    assert _leaders(tacitus, ledger, "--as-of", "2020-04-30", "--known-by", "2026-03-02") == {"Adan Rask"}
    assert _leaders(tacitus, ledger, "--known-by", "2026-03-01") == {"Adan Rask"}


def test_the_first_claim_still_holds_in_its_own_time(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Its open time is not closed by the other one's: it may touch days long after."""
    found = tacitus("claims", "--since", "2024-01-01", "--known-by", "2026-03-02", "-f", "jsonl", "--ledger", ledger)
    assert [json.loads(line)["time"] for line in found.out.splitlines()] == ["2018/.."]


def test_only_its_own_document_replaces_it(tacitus: Callable[..., Done], ledger: Path) -> None:
    """A corrected document shows what it says now; what it said stays known by the days before."""
    assert _leaders(tacitus, ledger) == {"Jon Vell", "Mira Oake"}
    assert tacitus("show", A.claims[0].id, "--ledger", ledger).code == 0


def test_the_order_of_entry_does_not_matter(tacitus: Callable[..., Done], tmp_path: Path) -> None:
    """B entered before A gives the same answers."""
    path = tmp_path / "other.db"
    with closing(SqliteStore(path)) as store, store.writer() as writer:
        for day, reading in ((1, B), (2, A)):
            writer.record(reading, datetime(2026, 3, day, tzinfo=UTC))
        writer.judge(ONE)
    assert _leaders(tacitus, path, "--as-of", "2021-01-01") == {"Adan Rask", "Mira Oake"}

"""Which claims are most worth a look."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.judging import Reason
from tacitus.ask.reviewing import judged
from tacitus.ask.worth import worth_a_look
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

_DRAFT = report(
    "wire", *(Said(f"Tide Front {letter}", "Dura", time=f"2020-01-0{day}") for day, letter in enumerate("ABCDE", 1))
)
SURE = (0.9, 0.2, None, 0.2, 0.5)
CLAIMS = tuple(replace(claim, confidence=sure) for claim, sure in zip(_DRAFT.claims, SURE, strict=True))
REPORT = replace(_DRAFT, claims=CLAIMS)
IDS = [claim.id for claim in CLAIMS]


@pytest.fixture
def store() -> Iterator[Store]:
    """Yield a ledger with one report of five claims."""
    with closing(MemoryStore()) as opened:
        fill(opened, [(REPORT, 0)])
        yield opened


def _say(store: Store, number: int, verdict: Verdict, author: str) -> None:
    made = judged(store.view().claim(IDS[number]), verdict, (), Reason("why", author, at(number + 5)))
    with store.writer() as writer:
        writer.judge(made)


def _order(store: Store, limit: int = 9, about: str | None = None, as_of: date | None = None) -> list[int]:
    return [IDS.index(one.row.claim.id) for one in worth_a_look(store.view(), limit, about, as_of)]


def test_the_least_sure_first(store: Store) -> None:
    """One whose reader says nothing counts as least sure; of equals the first in time comes first."""
    assert _order(store) == [2, 1, 3, 4, 0]
    assert _order(store, limit=2) == [2, 1]


def test_reviewed_claims_wait_no_more(store: Store) -> None:
    """Accepted, rejected: done."""
    _say(store, 2, Verdict.ACCEPT, "Ada")
    _say(store, 1, Verdict.REJECT, "Ada")
    assert _order(store) == [3, 4, 0]


def test_disagreement_goes_first(store: Store) -> None:
    """However sure the reader was; a third reviewer settles it."""
    _say(store, 0, Verdict.ACCEPT, "Ada")
    _say(store, 0, Verdict.REJECT, "Ben")
    assert _order(store) == [0, 2, 1, 3, 4]
    _say(store, 0, Verdict.REJECT, "Cleo")
    assert _order(store) == [2, 1, 3, 4]


def test_of_one_name(store: Store) -> None:
    """Only what speaks of it, and what was published by then."""
    assert _order(store, about="Tide Front B") == [1]
    assert _order(store, as_of=date(2020, 1, 3)) == []
    with pytest.raises(NotRecordedError):
        _order(store, about="Nobody")

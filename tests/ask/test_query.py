"""Questions for claims: names as people type them, sources, days, both clocks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import START, at

from tacitus.ask.query import ClaimQuery, find
from tacitus.errors import InvalidValueError, UnknownNameError
from tacitus.ledger.clock import end_of_day

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store


def _types(store: Store, query: ClaimQuery) -> list[str]:
    return [f"{row.document.id}:{row.claim.type}" for row in find(store.view(), query).claims]


#: What is about the group of three names.
TIDE = ["wire:capture", "note:withdrawal", "later:clash", "wire:appointment", "note:alias", "undated:shelling"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (ClaimQuery(type="capture"), ["wire:capture"]),
        (ClaimQuery(certainty="denied"), ["note:withdrawal"]),
        (ClaimQuery(about="tide front"), TIDE),
        (ClaimQuery(about="SONS OF THE TIDE"), TIDE),
        (ClaimQuery(about="guard", type="clash"), ["later:clash"]),
        (ClaimQuery(about="coast guard"), ["wire:capture"]),
        (ClaimQuery(about="Tide", type="protest"), ["note:protest"]),
        (ClaimQuery(source="Coast Guard"), ["wire:capture"]),
        (ClaimQuery(source="harbour wire"), ["later:clash", "wire:appointment", "later:talks", "later:protest"]),
        (ClaimQuery(source="gazette"), ["note:withdrawal", "note:alias", "note:attack", "note:protest"]),
        (ClaimQuery(source="Tide Front"), []),
        (ClaimQuery(since=date(2020, 1, 7)), ["later:clash", "later:talks", "later:protest"]),
        (ClaimQuery(since=date(2020, 1, 3), until=date(2020, 1, 5)), ["note:withdrawal", "wire:appointment"]),
        (ClaimQuery(about="Dura", limit=1), ["wire:capture"]),
        (ClaimQuery(type="capture", min_confidence=0.5), ["wire:capture"]),
        (ClaimQuery(type="capture", min_confidence=0.51), []),
    ],
)
def test_queries(store: Store, query: ClaimQuery, found: list[str]) -> None:
    """All that is asked for holds, and nothing else is left out."""
    assert _types(store, query) == found


def test_as_of_a_day(store: Store) -> None:
    """What was published by then; what may have been is counted, whatever the limit."""
    answer = find(store.view(), ClaimQuery(about="Dura", as_of=date(2020, 1, 6), limit=1))
    assert [row.claim.type for row in answer.claims] == ["capture"]
    assert answer.undated == 1


def test_known_by_a_day(store: Store) -> None:
    """What the ledger held when the day ended."""
    assert find(store.view(at(1)), ClaimQuery(type="clash")).claims == ()
    assert len(find(store.view(end_of_day(START.date())), ClaimQuery(type="clash")).claims) == 1


def test_an_unknown_name_is_told_with_near_ones(store: Store) -> None:
    """A typing mistake does not look like an empty answer."""
    with pytest.raises(UnknownNameError, match=r"no entity 'Tide Frnot'. Nearest: Tide Front"):
        find(store.view(), ClaimQuery(about="Tide Frnot"))
    with pytest.raises(UnknownNameError, match=r"no source 'Harbor Wire'. Nearest: Harbour Wire"):
        find(store.view(), ClaimQuery(source="Harbor Wire"))
    with pytest.raises(UnknownNameError, match="Try another spelling"):
        find(store.view(), ClaimQuery(about="zzzz"))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"type": "airstirke"}, "'airstirke' is no claim type. Allowed: airstrike"),
        ({"certainty": "sure"}, "no certainty. Allowed: stated, probable"),
        ({"limit": 0}, "no limit"),
        ({"since": date(2020, 1, 2), "until": date(2020, 1, 1)}, "2020-01-02/2020-01-01"),
    ],
)
def test_what_no_claim_can_match_is_refused(wrong: dict[str, str | int | date], message: str) -> None:
    """Before the ledger is asked."""
    with pytest.raises(InvalidValueError, match=message):
        ClaimQuery(**wrong)  # type: ignore[arg-type] # the mistakes under test

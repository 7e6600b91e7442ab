"""A claim explained from the ledger alone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, fill, report, rich_reading

from tacitus.ask.explain import explained
from tacitus.errors import InvalidValueError, UnknownNameError
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.trace import Part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.ledger.contract import Store


@pytest.fixture(params=["memory", "sqlite"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Yield a store with a reading whose first claim has a trace."""
    store: Store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "t.db")
    with closing(store):
        fill(store, [(rich_reading(), 0), (report("raid", Said("Tide Front", "Dura")), 1)])
        yield store


def test_a_claim_with_its_words(kept: Store) -> None:
    """By the whole id: the trace and the words of the text."""
    found = explained(kept.view(), "c00000000000000a1")
    assert found.is_traced
    origin = found.claim.trace[0]
    assert (origin.part, found.words(origin)) == (Part.TYPE, ("quit",))
    assert found.row.document.id == "harbour/row 1"


def test_lists_do_not_carry_the_trace(kept: Store) -> None:
    """It would make them heavy, and nobody reads it there."""
    assert all(row.claim.trace == () for row in kept.view().claims())


def test_a_claim_without_a_trace(kept: Store) -> None:
    """It is shown all the same."""
    assert not explained(kept.view(), "c00000000000000a2").is_traced


def test_the_beginning_of_an_id(kept: Store) -> None:
    """One claim is enough; of several the ids are listed."""
    whole = next(row.claim.id for row in kept.view().claims() if row.document.id == "raid")
    assert explained(kept.view(), whole[:9]).claim.id == whole
    with pytest.raises(UnknownNameError, match=r"c00000000000000a1, c00000000000000a2\. Several ids begin so"):
        explained(kept.view(), "c0000")


@pytest.mark.parametrize("wrong", ["", "c", "c12", "d00000000000000a1", "c00000000000000a11", "c000%"])
def test_what_is_no_id(kept: Store, wrong: str) -> None:
    """It is refused before anything is looked up."""
    with pytest.raises(InvalidValueError, match="at least 3 of its 16 hexadecimal digits"):
        explained(kept.view(), wrong)


def test_an_id_that_nobody_has(kept: Store) -> None:
    """The message says where ids stand."""
    with pytest.raises(UnknownNameError, match="holds no claim 'cffff'"):
        explained(kept.view(), "cffff")

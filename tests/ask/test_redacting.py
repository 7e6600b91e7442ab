"""Names of a person who is to be redacted: all that are the person's own, none that others bear."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, fill, report

from tacitus.ask.groups import found
from tacitus.ask.redacting import members_of, names_of
from tacitus.ledger.memory import MemoryStore
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import View


@pytest.fixture
def view() -> Iterator[View]:
    """Yield a ledger that has a person under names of every kind."""
    with closing(MemoryStore()) as store:
        one = report("one", Said("Colonel Adan Rask = Rask = Adan al-Rask = Abu Vey = Colonel", "Dura", "talks"))
        other = report("other", Said("Mira Rask = Rask", "Dura", "talks"))
        fill(store, [(one, 0), (other, 1)])
        yield store.view()


def test_own_names(view: View) -> None:
    """Those that many bear are left out."""
    assert names_of(view, "Adan al-Rask") == {"Colonel Adan Rask", "Adan al-Rask"}


def test_what_was_asked_for(view: View) -> None:
    """Is always one of them, though many may bear it; by key nothing is added."""
    assert "Abu Vey" in names_of(view, "Abu Vey")
    assert names_of(view, key_of("one", "Adan al-Rask")) == {"Colonel Adan Rask", "Adan al-Rask"}


def test_a_stranger(view: View) -> None:
    """Stands for the name alone: a report may have it where nobody read it."""
    assert found(view, "Odran Hale") == ()
    assert names_of(view, "Odran Hale") == {"Odran Hale"}


def test_whom_reports_mean(view: View) -> None:
    """The entity of the one report, and nobody of the other, who shares a name."""
    reading = view.document("one").reading
    assert members_of(view, "Adan al-Rask") == {reading: {"e1"}}
    assert members_of(view, "Odran Hale") == {}

"""One ledger for the questions: four reports on an invented harbour."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, fill, report

from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

WIRE = report(
    "wire",
    Said("Tide Front = TF", "Dura", "capture", time="2020-01-02", source=("coast guard",)),
    Said("Colonel Adan Rask = Rask", "Tide Front = TF", "appointment"),
    published=date(2020, 1, 3),
    outlet="Harbour Wire",
)
NOTE = report(
    "note",
    Said("TF = Sons of the Tide", "Dura", "withdrawal", time="2020-01-05", certainty=Certainty.DENIED),
    Said("North Guard", "Port Salem", killed=4),
    Said("fishermen", "Tide fishermen", "protest"),
    published=date(2020, 1, 6),
    outlet="The Tide Gazette",
)
LATER = report(
    "later",
    Said("Sons of the Tide", "North Guard", "clash", time="2020-01-07"),
    Said("Mira Rask = Rask", "Port Salem", "talks"),
    Said("fishermen", "Dura", "protest"),
    published=date(2020, 1, 8),
    outlet="Harbour Wire",
)
UNDATED = report("undated", Said("Tide Front", "Dura", "shelling"), published=None)


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield a ledger with the four reports, recorded a minute apart."""
    with closing(SqliteStore(tmp_path_factory.mktemp("ask") / "t.db")) as opened:
        fill(opened, [(WIRE, 0), (NOTE, 1), (LATER, 2), (UNDATED, 3)])
        yield opened

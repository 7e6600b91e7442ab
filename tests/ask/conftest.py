"""One ledger for the questions: four reports on an invented harbour."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, fill, report

from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.claim import Argument, Claim
from tacitus.model.ontology import Certainty
from tacitus.model.span import Span

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
_NOTE = report(
    "note",
    Said("Tide Front = Sons of the Tide", "Dura", "withdrawal", time="2020-01-05", certainty=Certainty.DENIED),
    Said("North Guard", "Port Salem", killed=4),
    Said("fishermen", "Tide fishermen", "protest"),
    published=date(2020, 1, 6),
    outlet="The Tide Gazette",
)
_ALIAS = Claim("c0", "alias", (Argument("subject", "e1"), Argument("object", "e1")), (Span(0, 29),))
#: It says that both names are of one group.
NOTE = replace(_NOTE, claims=(_ALIAS, *_NOTE.claims))
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

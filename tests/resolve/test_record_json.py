"""Records as JSON and back."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tacitus.model.entity import EntityType
from tacitus.resolve.record_json import record_in, record_out
from tacitus.resolve.records import Record, Tie

FULL = Record(
    "d1",
    "e2",
    EntityType.FORCE,
    ("Harbour Guard", "HG"),
    date(2020, 1, 4),
    (Tie("leads", "object", frozenset({"adan rask", "rask"})),),
    frozenset({"dura", "tide front"}),
    "geonames:1",
)


@pytest.mark.parametrize("record", [FULL, Record("d1", "e1", EntityType.GROUP, ("Фронт",))])
def test_there_and_back(record: Record) -> None:
    """Every field survives, through JSON text too."""
    assert record_in(json.loads(json.dumps(record_out(record)))) == record


def test_what_is_empty_takes_no_room() -> None:
    """Fields without a value are left out."""
    assert set(record_out(Record("d1", "e1", EntityType.GROUP, ("TF",)))) == {"document", "entity", "type", "names"}

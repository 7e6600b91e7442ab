"""The reports that this project wrote and annotated keep to the claim contract."""

from __future__ import annotations

import json
from typing import Any

import pytest
from training.prepare import OWN

from tacitus.model.edtf import bounds
from tacitus.model.entity import EntityType
from tacitus.model.ontology import ROLES, TEXT_ROLES, Certainty, Status

RECORDS: list[dict[str, Any]] = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]


def _id(record: dict[str, Any]) -> str:
    return str(record["document"]["id"])


def test_each_report_stands_once() -> None:
    """Ids tell the reports apart."""
    assert len({_id(record) for record in RECORDS}) == len(RECORDS) > 100


@pytest.mark.parametrize("record", RECORDS, ids=_id)
def test_claims_keep_to_the_contract(record: dict[str, Any]) -> None:
    """Types, roles, certainty and status are those of the contract; spans and ids lead somewhere; times are EDTF."""
    names = {one["id"]: one["names"] for one in record["entities"]}
    assert all(EntityType(one["type"]) for one in record["entities"])
    assert all(name.lower() in record["text"].lower() for found in names.values() for name in found)
    for claim in record["claims"]:
        assert Certainty(claim["certainty"])
        assert Status(claim["status"])
        assert all(0 <= start < end <= len(record["text"]) for start, end in claim["evidence"])
        assert claim["evidence"]
        assert set(claim["source"]) <= set(names)
        assert set(_entities(claim)) <= set(names)
        assert set(claim["args"]) <= {*ROLES[claim["type"]], "ended"}
        if claim["time"]:
            assert bounds(claim["time"])


def _entities(claim: dict[str, Any]) -> list[str]:
    values = [v for role, value in claim["args"].items() if role not in TEXT_ROLES for v in _listed(value)]
    return [v for v in values if isinstance(v, str)]


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]

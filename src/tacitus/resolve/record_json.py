"""Records as JSON and back, as ledgers keep them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tacitus.model.entity import EntityType
from tacitus.resolve.records import Record, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping


def record_out(record: Record) -> dict[str, Any]:
    """Return a record as JSON values; the same record gives the same ones, sets sorted."""
    out: dict[str, Any] = {
        "document": record.document,
        "entity": record.entity,
        "type": record.type,
        "names": list(record.names),
        "published": record.published.isoformat() if record.published else None,
        "ties": [[tie.type, tie.role, sorted(tie.other)] for tie in record.ties],
        "company": sorted(record.company),
        "place": record.place,
    }
    return {name: value for name, value in out.items() if value}


def record_in(data: Mapping[str, Any]) -> Record:
    """Return the record that `record_out` gave."""
    return Record(
        document=data["document"],
        entity=data["entity"],
        type=EntityType(data["type"]),
        names=tuple(data["names"]),
        published=date.fromisoformat(data["published"]) if "published" in data else None,
        ties=tuple(Tie(type_, role, frozenset(other)) for type_, role, other in data.get("ties", ())),
        company=frozenset(data.get("company", ())),
        place=data.get("place"),
    )

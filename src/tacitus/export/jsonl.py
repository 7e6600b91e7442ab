"""Claims as JSON Lines: one claim a line, with names in place of ids, for tools that read line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tacitus.export.opinions import grades_out, review_out
from tacitus.model.count import Count
from tacitus.model.where_json import where_out

if TYPE_CHECKING:
    from tacitus.export.lines import ClaimLine
    from tacitus.model.claim import Value


def to_object(line: ClaimLine) -> dict[str, object]:
    """Return one claim as a JSON object that stands alone: its document, its names, its exact words."""
    claim, document = line.claim, line.document
    args: dict[str, list[object]] = {}
    for arg in line.args:
        args.setdefault(arg.role, []).append(_value(arg.value))
    return {
        "claim": claim.id,
        "document": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "outlet": document.outlet,
        "url": document.url,
        "kind": str(claim.kind),
        "type": claim.type,
        "args": args,
        "where": [where_out(where) for where in line.where],
        "time": claim.time.edtf if claim.time else None,
        "anchor": claim.anchor or None,
        "source": list(line.speakers),
        "certainty": str(claim.certainty),
        "status": str(claim.status),
        "quotes": list(line.quotes),
        "evidence": [[span.start, span.end] for span in claim.evidence],
        "confidence": claim.confidence,
        "recorded": line.recorded.isoformat() if line.recorded else None,
        "review": review_out(line.review),
        **({"grades": grades_out(line.grades)} if line.grades is not None else {}),
    }


def dumps(line: ClaimLine) -> str:
    """Return one claim as one line of JSON, without the line end."""
    return json.dumps(to_object(line), ensure_ascii=False, separators=(",", ":"))


def _value(value: Value) -> object:
    if not isinstance(value, Count):
        return value
    parts = {"min": value.min, "max": value.max, "who": value.who, "words": value.words}
    return {key: part for key, part in parts.items() if part or key in ("min", "max")}

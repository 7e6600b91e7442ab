"""What `tacitus incidents` prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tacitus.config import Rows
from tacitus.resolve.happening import happening_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ask.incidents import IncidentFile
    from tacitus.model.count import Count
    from tacitus.terminal.screen import Screen

#: How many names of a role are told.
_NAMED = 3
#: The roles of those who act and of those who are struck, in events and in relations.
_TOLLS = ("killed", "injured")
_ACTORS, _TARGETS = ("actor", "subject"), ("target", "victim", "object")


def show(found: Sequence[IncidentFile], form: Rows, screen: Screen) -> None:
    """Write incidents: some lines each for people, one JSON object a line, or one JSON list."""
    if form is Rows.JSON:
        screen.json([to_object(one) for one in found])
    elif form is Rows.JSONL:
        for one in found:
            screen.data(json.dumps(to_object(one), ensure_ascii=False) + "\n")
    else:
        for one in found:
            title, *rest = told(one)
            screen.heading(title)
            for line in rest:
                screen.line(line)
        if not found:
            screen.line("No incidents.")


def told(found: IncidentFile) -> Iterator[str]:
    """Yield the lines on one incident: when, what and where; who and whom; how many; who tells of it."""
    days = found.days
    when = "undated" if days is None else str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"
    trend = "many actions" if found.incident.is_trend else ""
    parts = (when, found.types[0], _some(found.names("place")), trend, found.incident.id)
    yield " · ".join(part for part in parts if part)
    actors, targets = _some(found.names(*_ACTORS)), _some(found.names(*_TARGETS))
    tolls = [f"{role} {', '.join(map(_number, counts))}" for role in _TOLLS if (counts := found.counts(role))]
    if actors or targets or tolls:
        yield "; ".join(part for part in (f"{actors or '?'} → {targets or '?'}", *tolls) if part)
    yield f"{counted(len(found.incident.documents), found.origin_count)}: {_tellers(found)}"


def counted(articles: int, origins: int) -> str:
    """Return how many articles there are and from how many independent origins.

    Examples:
        >>> counted(4, 2), counted(1, 1)
        ('4 articles, 2 origins', '1 article, 1 origin')
    """
    return f"{articles} article{'s' if articles != 1 else ''}, {origins} origin{'s' if origins != 1 else ''}"


def to_object(found: IncidentFile) -> dict[str, Any]:
    """Return an incident as JSON values; documents by the ids given at reading."""
    days = found.days
    return {
        "incident": found.incident.id,
        "documents": list(found.incident.documents),
        "lead_documents": list(found.incident.lead_documents),
        "articles": len(found.incident.documents),
        "origins": found.origin_count,
        "is_trend": found.incident.is_trend,
        "types": list(found.types),
        "first_day": days[0].isoformat() if days else None,
        "last_day": days[1].isoformat() if days else None,
        "places": list(found.names("place")),
        "actors": list(found.names(*_ACTORS)),
        "targets": list(found.names(*_TARGETS)),
        "killed": [{"min": c.min, "max": c.max, "words": c.words} for c in found.counts("killed")],
        "injured": [{"min": c.min, "max": c.max, "words": c.words} for c in found.counts("injured")],
        "claims": [row.claim.id for row in found.rows],
        "tellings": [
            {"id": happening_id(t.document, t.claims), "document": t.document, "is_lead": t.is_lead}
            for t in found.incident.tellings
        ],
    }


def _number(count: Count) -> str:
    """Return a range as the words of the field have it: "9", "at least 12", "up to 30", "24 to 30"."""
    if count.min == count.max:
        return str(count.min)
    if count.max is None:
        return f"at least {count.min}"
    return f"up to {count.max}" if not count.min else f"{count.min} to {count.max}"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _tellers(found: IncidentFile) -> str:
    return "; ".join(dict.fromkeys(d.outlet or d.title or d.id for d in found.documents))

"""Places as JSON and back: the `where` of an entity, in claims JSON and in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.model.where import Candidate, Point, Where

if TYPE_CHECKING:
    from collections.abc import Mapping


def where_out(where: Where) -> dict[str, Any]:
    """Return a place as a JSON object; positions in degrees (WGS 84), radii in metres."""
    return {
        "name": where.name,
        "relation": where.relation,
        "within": list(where.within),
        "candidates": [candidate_out(candidate) for candidate in where.candidates],
        "inside": candidate_out(where.inside) if where.inside else None,
    }


def candidate_out(candidate: Candidate) -> dict[str, Any]:
    """Return one reading of a place name as a JSON object."""
    return {
        "id": candidate.id,
        "name": candidate.name,
        "kind": candidate.kind,
        "country": candidate.country,
        "share": candidate.share,
        "lat": round(candidate.point.latitude, 5),
        "lon": round(candidate.point.longitude, 5),
        "radius_m": round(candidate.point.radius),
    }


def where_in(data: Mapping[str, Any]) -> Where:
    """Return the place that such an object holds.

    Raises:
        KeyError: If a part is missing.
        InvalidValueError: If a position is off the globe.
    """
    inside = data.get("inside")
    return Where(
        name=data["name"],
        within=tuple(data.get("within", ())),
        relation=data.get("relation", ""),
        candidates=tuple(_candidate_in(one) for one in data.get("candidates", ())),
        inside=_candidate_in(inside) if inside else None,
    )


def _candidate_in(data: Mapping[str, Any]) -> Candidate:
    point = Point(data["lat"], data["lon"], data["radius_m"])
    return Candidate(data["id"], data["name"], data["kind"], data["country"], data["share"], point)

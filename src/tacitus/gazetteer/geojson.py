"""Places from GeoJSON (RFC 7946): points, and areas as the circle around their box."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tacitus.gazetteer.problems import Trouble
from tacitus.gazetteer.records import Shape, entry_of, fold, place_at
from tacitus.model.where import Point, distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.gazetteer.entries import Entry
    from tacitus.gazetteer.hints import Hints

_SHAPES = "Point, Polygon or MultiPolygon"


def features(text: str) -> list[Any] | Trouble:
    """Return the features of a collection, or what is wrong with it."""
    advice = "Give GeoJSON: a FeatureCollection of points or polygons."
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Trouble(f"It is no JSON: {error}.", advice)
    found = data.get("features") if isinstance(data, dict) else None
    return found if isinstance(found, list) else Trouble("It is JSON without a list of features.", advice)


def read_features(found: list[Any], hints: Hints) -> Iterator[tuple[int, Entry | Trouble]]:
    """Yield the number of each feature, from 1, and its entry or what is wrong with it."""
    for number, feature in enumerate(found, 1):
        yield number, _entry(feature, hints)


def _entry(feature: object, hints: Hints) -> Entry | Trouble:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return Trouble("It is no feature with properties.", "Give it a name among its properties.")
    geometry = feature.get("geometry")
    shape = _shape(geometry if isinstance(geometry, dict) else {})
    if isinstance(shape, Trouble):
        return shape
    record = {fold(key): text for key, value in feature["properties"].items() if (text := _text(value))}
    if "id" in feature:
        record.setdefault("id", _text(feature["id"]))
    return entry_of(record, hints, shape)


def _text(value: object) -> str:
    """Return a value of a property as text; lists of texts with ";" between."""
    if isinstance(value, list):
        return ";".join(_text(item) for item in value if not isinstance(item, list | dict))
    return "" if value is None or isinstance(value, dict | bool) else " ".join(str(value).split())


def _shape(geometry: Mapping[str, Any]) -> Shape | Trouble:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Point", "Polygon", "MultiPolygon"):
        return Trouble(f"Its shape is {kind or 'none'}.", f"Allowed: {_SHAPES}.")
    spots = list(_spots(coordinates, {"Point": 0, "Polygon": 2, "MultiPolygon": 3}[kind]))
    wrong = next((spot for spot in spots if isinstance(spot, Trouble)), None)
    if wrong is not None or not spots:
        return wrong or Trouble("Its shape has no positions.", "Give its coordinates as longitude, latitude.")
    shapes = [spot for spot in spots if isinstance(spot, Shape)]
    return shapes[0] if kind == "Point" else _around(shapes)


def _spots(coordinates: object, depth: int) -> Iterator[Shape | Trouble]:
    """Yield the positions of nested lists; GeoJSON writes the longitude first."""
    if not isinstance(coordinates, list):
        yield Trouble("Its coordinates are no list.", "Give them as longitude, latitude.")
    elif depth:
        for part in coordinates:
            yield from _spots(part, depth - 1)
    elif len(coordinates) < 2:
        yield Trouble("It has a position of less than two numbers.", "Give longitude, latitude.")
    else:
        yield place_at(str(coordinates[1]), str(coordinates[0]))


def _around(shapes: list[Shape]) -> Shape:
    """Return the middle of the box around positions, with the radius that reaches its corners.

    A box wider than half the earth is taken to cross the meridian of 180 degrees.
    """
    south, north = min(s.latitude for s in shapes), max(s.latitude for s in shapes)
    easts = [s.longitude for s in shapes]
    if max(easts) - min(easts) > 180:
        easts = [east + 360 if east < 0 else east for east in easts]
    west, east = min(easts), max(easts)
    middle = Point((south + north) / 2, ((west + east) / 2 + 180) % 360 - 180, 0)
    corners = [Point(latitude, (west + 180) % 360 - 180, 0) for latitude in (south, north)]
    return Shape(middle.latitude, middle.longitude, max(distance(middle, corner) for corner in corners))

"""One claim a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tacitus.export.jsonl import dumps, to_object
from tacitus.export.lines import lines

if TYPE_CHECKING:
    from tacitus.model.reading import Reading


def test_stands_alone(reading: Reading) -> None:
    """Names and words are there; no id needs another file."""
    assert to_object(next(lines(reading))) == {
        "claim": "c01",
        "document": "report-7",
        "title": "Guns at Mirzakh",
        "published": "2023-05-15",
        "outlet": "Meridian Wire",
        "url": None,
        "kind": "event",
        "type": "shelling",
        "args": {
            "actor": ["army"],
            "target": ["depot in Mirzakh"],
            "place": ["Mirzakh"],
            "killed": [{"min": 12, "max": None, "who": "traders", "words": "at least 12"}],
        },
        "where": [
            {
                "name": "Mirzakh",
                "relation": "",
                "within": [],
                "candidates": [
                    {
                        "id": "own:7",
                        "name": "Mirzakh",
                        "kind": "town",
                        "country": "XX",
                        "share": 0.875,
                        "lat": 41.25,
                        "lon": -70.5,
                        "radius_m": 2500,
                    },
                    {
                        "id": "own:8",
                        "name": "Mirzakh",
                        "kind": "town",
                        "country": "XX",
                        "share": 0.125,
                        "lat": 40.0,
                        "lon": -71.0,
                        "radius_m": 2000,
                    },
                ],
                "inside": None,
            }
        ],
        "time": "2023-05-14",
        "anchor": None,
        "source": ["army"],
        "certainty": "stated",
        "status": "actual",
        "quotes": ["its guns hit the depot in Mirzakh", "killing at least 12 traders"],
        "evidence": [[14, 47], [49, 76]],
        "confidence": 0.75,
        "recorded": None,
    }


def test_is_one_line(reading: Reading) -> None:
    """Line ends inside words are escaped."""
    for line in lines(reading):
        text = dumps(line)
        assert "\n" not in text
        assert json.loads(text) == to_object(line)

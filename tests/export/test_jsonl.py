"""One claim a line."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tacitus.export.jsonl import dumps, to_object
from tacitus.export.lines import lines
from tacitus.model.grade import Grades
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import Past, Review

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
        "review": None,
    }


def test_what_people_said_stands_beside(reading: Reading) -> None:
    """The review always where the ledger was asked; grades only when they were asked for."""
    line = next(lines(reading))
    judgement = Judgement(("c01",), Verdict.EDIT, "why", "Ada", datetime(2026, 3, 1, tzinfo=UTC), data={"time": None})
    found = to_object(replace(line, review=Review((Past(judgement),))))
    assert isinstance(found["review"], dict)
    assert (found["review"]["state"], found["review"]["correction"]) == ("edited", {"time": None})
    assert "grades" not in found
    assert {key: found[key] for key in to_object(line)} | {"review": None} == to_object(line)
    assert to_object(replace(line, grades=Grades()))["grades"] == {"sources": [], "credibility": None}


def test_is_one_line(reading: Reading) -> None:
    """Line ends inside words are escaped."""
    for line in lines(reading):
        text = dumps(line)
        assert "\n" not in text
        assert json.loads(text) == to_object(line)

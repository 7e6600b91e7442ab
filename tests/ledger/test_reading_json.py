"""Readings, problems and capture records as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tests.ledger.drawn import captures, problems, readings
from tests.ledger.samples import report, rich_reading

from tacitus.ledger.claim_json import claim_out, dumps, entity_out
from tacitus.ledger.reading_json import (
    capture_in,
    capture_out,
    encoded,
    problem_in,
    problem_out,
    reading_in,
)
from tacitus.model.capture import Capture

if TYPE_CHECKING:
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading


@settings(max_examples=100, deadline=None)
@given(reading=readings)
def test_readings_come_back(reading: Reading) -> None:
    """Text, blocks, links, mentions, traces, problems and all; and its id is the same."""
    whole = encoded(reading).whole
    assert whole.isascii()
    back = reading_in(json.loads(whole))
    assert back == reading
    assert back.id == reading.id


@given(problem=problems)
def test_problems_come_back(problem: Problem) -> None:
    """Four strings."""
    assert problem_in(json.loads(json.dumps(problem_out(problem)))) == problem


@given(capture=captures)
def test_capture_records_come_back(capture: Capture) -> None:
    """Headers in their order."""
    assert capture_in(json.loads(json.dumps(capture_out(capture)))) == capture


def test_a_moment_of_capture_is_the_same_moment() -> None:
    """Whatever the zone in which it was written."""
    there = datetime(2026, 3, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    back = capture_in(capture_out(Capture("u", "h", "t", there)))
    assert back.retrieved == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_parts_are_what_rows_hold() -> None:
    """Each claim and entity is written once, and stands so in the whole."""
    reading = rich_reading()
    written = encoded(reading)
    assert written.claims == tuple(dumps(claim_out(c)) for c in reading.claims)
    assert written.entities == {e.id: dumps(entity_out(e)) for e in reading.entities}
    assert all(part in written.whole for part in (*written.claims, *written.entities.values()))


def test_a_report_without_anything() -> None:
    """The JSON is whole without entities and claims."""
    reading = report("silent")
    data = json.loads(encoded(reading).whole)
    assert (data["entities"], data["claims"], data["mentions"], data["traces"]) == ([], [], [], [])
    assert reading_in(data) == reading


def test_raw_bytes_stay_out() -> None:
    """They are kept elsewhere, sealed by themselves."""
    reading = rich_reading()
    given_raw = replace(reading, document=replace(reading.document, raw=b"<html>", place="harbour.html"))
    assert encoded(given_raw) == encoded(reading)


@pytest.mark.parametrize("field", ["text", "blocks", "claims", "traces", "reader"])
def test_a_field_that_is_missing(field: str) -> None:
    """It is told, not made up."""
    data = json.loads(encoded(rich_reading()).whole)
    del data[field]
    with pytest.raises(KeyError, match=field):
        reading_in(data)


@pytest.mark.parametrize("field", ["traces", "mentions"])
def test_lists_of_different_lengths(field: str) -> None:
    """No trace goes to another claim."""
    data = json.loads(encoded(rich_reading()).whole)
    data[field].pop()
    with pytest.raises(ValueError, match="zip"):
        reading_in(data)

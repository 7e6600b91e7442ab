"""Capture records: of files that are read here, and of rows that bring the record of an earlier capture with them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tacitus.model.capture import Capture
from tacitus.read.decode import mend
from tacitus.read.parsed import Remark

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The address of standard input in capture records.
STDIN_URI = "stdin:"
_SHAPE = (
    "Write null, or an object: uri, final_uri, retrieved (ISO 8601 with a zone), tool, headers (names, or pairs);"
    " all but uri may be null."
)
_TEXTS = ("uri", "final_uri", "retrieved", "tool")


def line_uri(uri: str, number: int) -> str:
    """Return the address of a line of a file, counted from 1.

    Examples:
        >>> line_uri("reports/feed.jsonl", 12)
        'reports/feed.jsonl#line=12'
    """
    return f"{uri}#line={number}"


def told_capture(told: object, sha256: str) -> Capture | Remark:
    """Return the capture record that a row brings, or what is wrong with it.

    Args:
        told: Its JSON value.
        sha256: Hash of the row's raw bytes, as we take it: what the row says of other bytes cannot be checked here.

    Examples:
        >>> told_capture({"uri": "https://herald.example/1", "retrieved": "2021-06-09T10:00:00+02:00"}, "").retrieved
        datetime.datetime(2021, 6, 9, 8, 0, tzinfo=datetime.timezone.utc)
        >>> told_capture("yesterday", "").message
        'Its capture is no object.'
    """
    if not isinstance(told, dict):
        return Remark("Its capture is no object.", _SHAPE)
    texts = {name: told.get(name) for name in _TEXTS}
    wrong = [name for name, value in texts.items() if not isinstance(value, str | None)]
    if wrong or not texts["uri"]:
        return Remark(f"The {wrong[0] if wrong else 'uri'} of its capture is no text.", _SHAPE)
    headers = _headers(told.get("headers"))
    if headers is None:
        return Remark("The headers of its capture are no texts by name.", _SHAPE)
    retrieved = _moment(texts["retrieved"]) if texts["retrieved"] else None
    if texts["retrieved"] and retrieved is None:
        return Remark(f"The capture says {texts['retrieved']!r}, which is no moment with a zone.", _SHAPE)
    return _capture(texts, sha256, retrieved, headers)


def _capture(
    texts: Mapping[str, str | None], sha256: str, retrieved: datetime | None, headers: tuple[tuple[str, str], ...]
) -> Capture:
    clean = {name: mend(value) for name, value in texts.items() if value}
    return Capture(clean["uri"], sha256, clean.get("tool", ""), retrieved, clean.get("final_uri"), headers)


def _moment(text: str) -> datetime | None:
    """Return a moment as UTC; None for a day alone, a time without a zone, or no time at all."""
    try:
        found = datetime.fromisoformat(text)
        return None if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):  # overflow: the zone leads out of the calendar
        return None


def _headers(told: object) -> tuple[tuple[str, str], ...] | None:
    """Return header lines in order, or None when they are none. A name that has several texts has a line for each."""
    if told is None:
        return ()
    if isinstance(told, dict):
        told = [
            [name, text] for name, texts in told.items() for text in (texts if isinstance(texts, list) else [texts])
        ]
    if not isinstance(told, list):
        return None
    lines = [line for line in told if isinstance(line, list) and [type(part) for part in line] == [str, str]]
    return tuple((mend(name), mend(text)) for name, text in lines) if len(lines) == len(told) else None

"""The names of the formats, apart from what writes them: the help needs no more."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How claims are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"

"""What resolution gives to a ledger, and what it gets back from it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tacitus.resolve.records import Record


@dataclass(frozen=True, slots=True)
class Findings:
    """What one version of resolution made of one reading.

    Attributes:
        reading: Id of the reading, which the ledger holds.
        version: Names and versions of the steps: "entities@1 happenings@1".
        records: Its named entities.
        happenings: What it tells of each happening, as JSON values (`tacitus.resolve.happenings`).
    """

    reading: str
    version: str
    records: tuple[Record, ...] = ()
    happenings: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class AliasListRow:
    """A list of aliases that somebody brought.

    Attributes:
        name: What it is called.
        origin: The file that it came from.
        author: Who brought it.
        recorded: When, UTC.
        entries: Its entries as JSON values (`tacitus.resolve.lists`).
    """

    name: str
    origin: str
    author: str
    recorded: datetime
    entries: tuple[Mapping[str, Any], ...]

    @property
    def id(self) -> str:
        """Content hash over name, author and entries: "l" and 16 hexadecimal digits; brought again, it is the same."""
        parts = [self.name, self.author, [dict(sorted(entry.items())) for entry in self.entries]]
        canonical = json.dumps(parts, sort_keys=True, ensure_ascii=True)
        return "l" + hashlib.sha256(canonical.encode("ascii")).hexdigest()[:16]


def as_json(value: Mapping[str, Any]) -> str:
    """Return JSON values as one column keeps them."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))

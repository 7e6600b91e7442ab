"""How the raw bytes of a document came to us: the capture record of the Berkeley Protocol (2020), chapter VI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """Where raw bytes came from, when, and with what.

    Attributes:
        uri: What was asked for: an address, or the path of a file as it was given.
        sha256: Hash of the raw bytes, 64 hexadecimal digits.
        tool: Name and version of what took them: "tacitus/0.7.0".
        retrieved: When they were taken, UTC; for a file, when it was read. None where nobody knows.
        final_uri: Where redirections ended, or None when there were none or nobody knows.
        headers: Header lines of the response, in order; empty for files.
    """

    uri: str
    sha256: str
    tool: str
    retrieved: datetime | None = None
    final_uri: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

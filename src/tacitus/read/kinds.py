"""Which format an input has: by the suffix of its name, else by its first words."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from tacitus.read.parsed import Remark
from tacitus.read.tables import rows

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"---[ \t]*\r?\n[\w-]+:|# \S|\[[^\]\n]+\]\(https?://", re.ASCII)
#: As many bytes are looked at to tell the format.
_SAMPLE = 4096


class Kind(StrEnum):
    """A format that is read; the value is its media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    JSON_LINES = "application/jsonl"


def kind_by_name(name: str) -> Kind | Remark | None:
    """Return the format of a file by its name, what to do with a format that is not read yet, or None.

    Examples:
        >>> kind_by_name("Report.HTM").value
        'text/html'
        >>> kind_by_name("crawl.warc.gz").message
        'WARC files are not read yet.'
        >>> kind_by_name("photo.jpeg") is None
        True
    """
    lower = name.lower()
    known = next((kind for suffix, kind in rows("suffixes.tsv") if lower.endswith(suffix)), None)
    if known is not None:
        return Kind(known)
    unread = next((label for suffix, label in rows("unread.tsv") if lower.endswith(suffix)), None)
    return Remark(f"{unread} files are not read yet.", "Save it as text or HTML.") if unread else None


def kind_by_words(raw: bytes) -> Kind:
    """Return the format that the first bytes look like; plain text when like none.

    Examples:
        >>> kind_by_words(b"<!DOCTYPE html><title>Truce</title>").value
        'text/html'
        >>> kind_by_words(b'{"text": "Shells fell on the port."}').value
        'application/jsonl'
    """
    if _is_json_line(raw):
        return Kind.JSON_LINES
    sample = raw[:_SAMPLE].decode("utf-8-sig", "replace")
    if _HTML.match(sample):
        return Kind.HTML
    return Kind.MARKDOWN if _MARKDOWN.match(sample) else Kind.TEXT


def _is_json_line(raw: bytes) -> bool:
    """Tell whether the first line is a JSON object with a text."""
    line = raw.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return False
    return isinstance(value, dict) and "text" in value

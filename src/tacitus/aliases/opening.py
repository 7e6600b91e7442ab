"""The lines of a file of aliases: unpacked, decoded, and no more of it than is allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from tacitus.gazetteer.problems import Trouble
from tacitus.read.unpacked import UnreadableFileError, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Line = tuple[int, str | Trouble]
"""Its number, from 1, and its text with the line break, or what is wrong with it."""

_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson")
_ONE_TABLE = "Unpack it and give one of its files."
_CUT = "Cut it into parts."
_PIECE = 1 << 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read.

    Attributes:
        total: Bytes of a file, unpacked; more stop the reading.
        line: Bytes of one line; a longer one is passed over.
        whole: Bytes of a JSON document that does not have a record a line, which is held in memory.
    """

    total: int = 4_000_000_000
    line: int = 50_000_000
    whole: int = 200_000_000


LIMITS = Limits()


def lines(path: Path, limits: Limits = LIMITS) -> Iterator[Line]:
    """Yield the numbered lines of a file, UTF-8 or Windows-1252.

    Raises:
        UnreadableFileError: If it cannot be read, is UTF-16, or has more bytes than allowed.
    """
    with unpacked(path, _ENDINGS, _ONE_TABLE) as stream:
        size = number = 0
        while raw := stream.readline(limits.line):
            number += 1
            size += len(raw)
            if number == 1 and raw.startswith(_UTF16):
                raise UnreadableFileError(path, "It is UTF-16.", "Save it as UTF-8 (in Excel: CSV UTF-8).")
            is_long = len(raw) >= limits.line and not raw.endswith(b"\n")
            if is_long:
                size += _passed(stream, limits.total - size)
            if size > limits.total:
                raise UnreadableFileError(path, f"It has more than {limits.total:,} bytes.", _CUT)
            yield number, Trouble(f"The line is longer than {limits.line:,} bytes.", _CUT) if is_long else decoded(raw)


def _passed(stream: BinaryIO, most: int) -> int:
    """Read on to the end of a line, or until there are more bytes than allowed; return how many there were."""
    size = 0
    while size <= most and (piece := stream.readline(_PIECE)):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def decoded(raw: bytes) -> str | Trouble:
    """Return the text of a line: UTF-8, else Windows-1252 where that gives words.

    A text of another alphabet in a one-byte code gives words of accented letters in Windows-1252; such names would be
    entered in silence, and be found by nobody.

    Examples:
        >>> decoded("Séléka".encode("cp1252"))
        'Séléka'
        >>> isinstance(decoded("Красная".encode("cp1251")), Trouble)
        True
    """
    try:
        return raw.decode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    words = _WORD.findall(text)
    if "\ufffd" in text or any(sum(c > "\x7f" for c in word) > len(word) / 2 for word in words):
        return Trouble("The line is neither UTF-8 nor Windows-1252.", "Save the file as UTF-8.")
    return text

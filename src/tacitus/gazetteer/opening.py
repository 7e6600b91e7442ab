"""A file of places opened: which format it is, and no more of it in memory than is allowed."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from tacitus.gazetteer.errors import PlacesFileError
from tacitus.read.unpacked import UnreadableFileError, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The largest table that is read, unzipped, in bytes: that of the United States has some 320 million.
LARGEST = 500_000_000
#: The largest CSV or GeoJSON, which is held in memory, in bytes.
LARGEST_TEXT = 100_000_000
#: The longest line of GeoNames, in bytes: other names have 10,000 characters at most.
_LONGEST_LINE = 200_000
_PIECE = 1 << 20
_CUT = "Cut it into parts, or take the files of single countries."


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, or the one table in a packed one.

    Raises:
        PlacesFileError: If it cannot be opened, or the archive has no table or is damaged.
    """
    advice = "Give an archive of GeoNames such as SY.zip, or unzip it and give its file."
    try:
        with unpacked(path, (".txt",), advice) as stream:
            yield stream
    except UnreadableFileError as error:
        raise PlacesFileError(path, error.found, error.advice) from error


def lines(path: Path, stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a stream; broken UTF-8 is replaced by U+FFFD.

    Raises:
        PlacesFileError: If there are more bytes than allowed, or a line without end.
    """
    size = number = 0
    while line := stream.readline(_LONGEST_LINE):
        size, number = size + len(line), number + 1
        if size > LARGEST:
            raise PlacesFileError(path, f"It has more than {LARGEST:,} bytes.", _CUT)
        if len(line) >= _LONGEST_LINE:  # a zipped stream may give somewhat more than it was asked for
            raise PlacesFileError(path, f"Line {number} is longer than {_LONGEST_LINE:,} bytes.", _CUT)
        text = line.decode("utf-8", "replace")
        yield number, text.removeprefix("\ufeff") if number == 1 else text


def begin(path: Path) -> str:
    """Return the first line of a file that is not blank, as far as it stands at the beginning; "" when there is none.

    Raises:
        PlacesFileError: If it cannot be read.
    """
    with opened(path) as stream:
        head = stream.read(_LONGEST_LINE).decode("utf-8-sig", "replace")
    return next((line for line in head.split("\n") if line.strip()), "")


def content(path: Path) -> bytes:
    """Return all bytes of a file that is held in memory.

    Raises:
        PlacesFileError: If there are more than allowed.
    """
    with opened(path) as stream:
        raw = stream.read(LARGEST_TEXT + 1)
    if len(raw) > LARGEST_TEXT:
        raise PlacesFileError(path, f"It has more than {LARGEST_TEXT:,} bytes.", _CUT)
    return raw


def edition(path: Path) -> str:
    """Return the first 12 digits of the file's SHA-256, by which editions are told apart.

    Raises:
        PlacesFileError: If it cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise PlacesFileError(path, f"{error.strerror or error}.", "Check its name and its rights.") from error
    return digest.hexdigest()[:12]

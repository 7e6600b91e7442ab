"""The files that inputs name: files themselves, and those in folders, in sorted order."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The step that problems of this floor name.
STEP = "read"


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file.

    Attributes:
        path: Where it is.
        size: Bytes.
        is_named: Whether the user named it, rather than a folder above it.
    """

    path: Path
    size: int
    is_named: bool


def find_files(name: str) -> Iterator[Found | Problem]:
    """Yield the file that `name` is, or all files of the folder that it is, those in its folders too.

    Hidden files and folders (first letter ".") are left out, links are followed, and a folder that is reached again by
    links is a Problem.
    """
    waiting = [Path(name)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        path = waiting.pop()
        is_named = path == Path(name)
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in seen:
                    yield problem(path, "The folder was read already; a link leads back to it.", "Remove the link.")
                    continue
                seen.add((status.st_dev, status.st_ino))
                waiting.extend(sorted(_entries(path), reverse=True))
            elif stat.S_ISREG(status.st_mode):
                yield Found(path, status.st_size, is_named)
            elif is_named:
                yield problem(
                    path, "It is neither a file nor a folder.", "Name a file, a folder, or - for standard input."
                )
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield problem(path, f"{_reason(error)}.", "Check the name and the rights.")


def place_of(path: Path | str) -> str:
    """Return a path as text that can be printed and stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def problem(path: Path | str, message: str, advice: str) -> Problem:
    """Return a Problem of reading a file."""
    return Problem(place_of(path), STEP, message, advice)


def _entries(folder: Path) -> list[Path]:
    """Return what stands in a folder and is not hidden."""
    return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]


def _reason(error: Exception) -> str:
    """Return why the system refused, in its own words."""
    return str(getattr(error, "strerror", None) or error).rstrip(".")

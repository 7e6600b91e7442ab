"""A file opened, unpacked where it is a zip archive or gzipped."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from tacitus.errors import TacitusError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TROUBLES = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class UnreadableFileError(TacitusError, ValueError):
    """A file of data cannot be read at all."""

    def __init__(self, path: Path, found: str, advice: str) -> None:
        """Say which file, what is wrong, and what to do."""
        self.found, self.advice = found, advice
        super().__init__(f"{path}: {found} {advice}")


@contextmanager
def unpacked(path: Path, endings: tuple[str, ...], advice: str) -> Iterator[BinaryIO]:
    """Open a file, what is gzipped in it, or the one table in a zip archive. Its size is the reader's to watch.

    Args:
        path: The file; its first bytes say how it is packed, not its name.
        endings: How names of tables in an archive end, in lower case: (".txt",).
        advice: What to do when an archive does not have one table.

    Raises:
        UnreadableFileError: If it cannot be opened, or the archive does not have one table or is damaged; also while
            it is read.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(4)
            file.seek(0)
            if magic.startswith(b"\x1f\x8b"):
                with gzip.open(file) as plain:
                    yield cast("BinaryIO", plain)
            elif magic == b"PK\x03\x04":
                with zipfile.ZipFile(file) as archive, archive.open(_member(path, archive, endings, advice)) as member:
                    yield cast("BinaryIO", member)
            else:
                yield file
    except _TROUBLES as error:
        raise UnreadableFileError(path, f"The archive cannot be read: {error}.", "Download it anew.") from error
    except OSError as error:
        raise UnreadableFileError(path, f"{error.strerror or error}.", "Check its name and its rights.") from error


def _member(path: Path, archive: zipfile.ZipFile, endings: tuple[str, ...], advice: str) -> str:
    """Return the name of the table in an archive: that of the archive's own name, else the only one."""
    tables = [name for name in archive.namelist() if name.lower().endswith(endings) and not _is_note(name)]
    own = {f"{path.stem}{ending}".lower() for ending in ("", *endings)}
    named = [name for name in tables if name.lower() in own] or tables
    if len(named) != 1:
        found = f"The archive holds {len(tables)} tables ({', '.join(endings)}) where one is needed."
        raise UnreadableFileError(path, found, advice)
    return named[0]


def _is_note(name: str) -> bool:
    """Tell whether a member is a note to the reader, or what macOS adds to archives."""
    return name.lower().endswith("readme.txt") or name.startswith("__MACOSX/")

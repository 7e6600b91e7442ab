"""A whole ledger to a file of JSON Lines, and the lines of such a file."""

from __future__ import annotations

import gzip
import io
import zlib
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, cast

from tacitus.errors import TacitusError
from tacitus.export.files import CannotWriteError
from tacitus.ledger.errors import NotImportedError
from tacitus.ledger.moving import lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.ledger.books import Books


def save(books: Books, path: Path) -> None:
    """Write a ledger to a file, compressed if its name ends in .gz; the file is there whole or not at all.

    Raises:
        CannotWriteError: If the folder is missing or cannot be written, or the disk is full.
    """
    beside = path.with_name(f"{path.name}.new")
    try:
        with _opened(beside, is_packed=path.suffix == ".gz") as file:
            for line in lines(books):
                file.write(f"{line}\n")
        beside.replace(path)
    except TacitusError:
        raise  # of the ledger, not of the file
    except OSError as error:
        raise CannotWriteError(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # nothing was made in a folder that is none
            beside.unlink(missing_ok=True)


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a file, unpacked if it is gzipped, whatever its name.

    Raises:
        NotImportedError: If it cannot be read.
    """
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path, "rt", encoding="ascii") if is_packed else path.open(encoding="ascii") as file:
            yield from cast("IO[str]", file)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise NotImportedError(None, f"{path} cannot be read ({error})") from error


@contextmanager
def _opened(path: Path, *, is_packed: bool) -> Iterator[IO[str]]:
    if not is_packed:
        with path.open("w", encoding="ascii", newline="\n") as plain:
            yield plain
        return
    # No name and no moment in the header: the same ledger gives the same bytes.
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="ascii", newline="\n") as text,
    ):
        yield text

"""Files opened whichever way they are packed."""

from __future__ import annotations

import gzip
import zipfile
from typing import TYPE_CHECKING

import pytest

from tacitus.read.unpacked import UnreadableFileError, unpacked

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> bytes:
    """Return what is in a file of text."""
    with unpacked(path, (".txt",), "Unpack it.") as stream:
        return stream.read()


def test_the_same_bytes_however_packed(tmp_path: Path) -> None:
    """Plain, gzipped in one part or two, zipped with others; the first bytes count, not the name."""
    plain, packed, archive = tmp_path / "a.zip", tmp_path / "b.txt", tmp_path / "SY.zip"
    plain.write_bytes(b"Zenda\n")
    packed.write_bytes(gzip.compress(b"Zen") + gzip.compress(b"da\n"))
    with zipfile.ZipFile(archive, "w") as made:
        for name, content in (
            ("readme.txt", b"?"),
            ("__MACOSX/SY.txt", b"?"),
            ("other.txt", b"?"),
            ("SY.txt", b"Zenda\n"),
        ):
            made.writestr(name, content)
    assert read(plain) == read(packed) == read(archive) == b"Zenda\n"


@pytest.mark.parametrize("content", [gzip.compress(b"Zenda" * 99)[:20], b"\x1f\x8b", b"PK\x03\x04"])
def test_what_is_damaged(tmp_path: Path, content: bytes) -> None:
    """It says so, with the file; also what breaks off while it is read."""
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match="archive cannot be read") as raised:
        read(path)
    assert str(path) in str(raised.value)


def test_a_folder(tmp_path: Path) -> None:
    """It is no file."""
    with pytest.raises(UnreadableFileError, match="directory"):
        read(tmp_path)

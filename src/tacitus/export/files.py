"""Files named after documents: whatever an id holds, it stays one file in the given folder."""

from __future__ import annotations

import hashlib
import string
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.errors import TacitusError

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = frozenset(string.ascii_letters + string.digits + "._-")
#: Longest stem in bytes. File systems allow 255 for a whole name; the rest is left for suffixes.
_LONGEST = 200


class CannotWriteError(TacitusError, OSError):
    """A file or folder that was to be written cannot be."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the path and say what stands in the way."""
        super().__init__(f"Cannot write {str(path)!r}: {why}. Choose a folder that you may write to.")


def safe_name(document: str) -> str:
    """Return a file name without suffix for a document id: never empty, hidden or a path.

    Letters, digits, `.`, `_` and `-` stay; every other character becomes `%` and two digits for each UTF-8 byte, so
    that different ids give different names. A name over 200 bytes is cut and ends in `~` and a hash.

    Examples:
        >>> safe_name("A0080"), safe_name("../etc/passwd"), safe_name("")
        ('A0080', '%2E.%2Fetc%2Fpasswd', '%')
    """
    name = "".join(c if c in _KEPT else _encoded(c) for c in document) or "%"
    if name.startswith("."):
        name = "%2E" + name[1:]
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 17]}~{_hash(document)}"


def save_bytes(path: Path, value: bytes) -> None:
    """Write bytes to a file, in the place of one that is there.

    Raises:
        CannotWriteError: If it cannot be written.
    """
    try:
        path.write_bytes(value)
    except OSError as error:
        raise CannotWriteError(path, error.strerror or str(error)) from error


@dataclass(slots=True)
class Folder:
    """A folder that takes one file a document.

    Attributes:
        path: Where; made when missing.
    """

    path: Path
    _taken: dict[str, str] = field(default_factory=dict)

    def write(self, document: str, suffix: str, text: str) -> Path:
        """Write `text` in UTF-8 and return the file's path. A file of the same name from before is replaced whole.

        Two ids that differ in case alone get different names too, for file systems that do not tell case apart.

        Raises:
            CannotWriteError: If the folder cannot be made or the file cannot be written.
        """
        stem = safe_name(document)
        if self._taken.setdefault(stem.casefold(), document) != document:
            stem = f"{stem}~{_hash(document)}"
        target = self.path / (stem + suffix)
        draft = self.path / f"{stem}{suffix}.part"
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            draft.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
            draft.replace(target)
        except OSError as error:
            raise CannotWriteError(target, error.strerror or str(error)) from error
        return target


def _encoded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _hash(document: str) -> str:
    return hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()[:16]

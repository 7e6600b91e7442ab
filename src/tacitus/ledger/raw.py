"""Raw bytes of documents, sealed, each under the hash of what is stored: the address proves the content."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from tacitus.ledger.errors import LedgerAccessError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_ADDRESS = re.compile(r"[0-9a-f]{64}")


class Raw(Protocol):
    """A place that keeps bytes by the SHA-256 of what it keeps."""

    def put(self, value: bytes) -> str:
        """Keep bytes and return their address; they are safe when this returns."""
        ...

    def get(self, address: str) -> bytes | None:
        """Return the bytes at an address, or None when nothing is there. They may have been changed: see `fits`."""
        ...

    def delete(self, addresses: Iterable[str]) -> None:
        """Delete bytes; what is not there is passed over."""
        ...

    def addresses(self) -> Iterator[str]:
        """Yield all addresses, in order."""
        ...


def address_of(value: bytes) -> str:
    """Return the address of stored bytes: their SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(value).hexdigest()


class MemoryRaw:
    """Raw bytes that are gone with the process."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: dict[str, bytes] = {}

    def put(self, value: bytes) -> str:
        """Keep bytes."""
        address = address_of(value)
        self._kept[address] = value
        return address

    def get(self, address: str) -> bytes | None:
        """Return bytes."""
        return self._kept.get(address)

    def delete(self, addresses: Iterable[str]) -> None:
        """Delete bytes."""
        for address in addresses:
            self._kept.pop(address, None)

    def addresses(self) -> Iterator[str]:
        """Yield all addresses."""
        yield from sorted(self._kept)


class RawFolder:
    """Raw bytes as files in a folder: `ab/cdef…` for the address `abcdef…`."""

    def __init__(self, path: Path) -> None:
        """Use a folder, which is made when the first bytes come."""
        self.path = path

    def put(self, value: bytes) -> str:
        """Keep bytes: written beside, synced, then renamed, so that a file that is there is whole.

        Raises:
            LedgerAccessError: If the disk is full or the folder cannot be written.
        """
        address = address_of(value)
        place = self._place(address)
        if place.exists():
            return address
        beside = place.with_name(f"{place.name}.{secrets.token_hex(4)}.new")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("xb") as file:
                file.write(value)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(place)
            _sync(place.parent)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            trouble = f"cannot be written: {error.strerror or error}"
            raise LedgerAccessError(self.path, trouble, "Free some space or look at its rights.") from error
        return address

    def get(self, address: str) -> bytes | None:
        """Return bytes; None for what is no address, so that somebody else's log does not lead out of the folder."""
        if not _ADDRESS.fullmatch(address):
            return None
        try:
            return self._place(address).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            trouble = f"cannot be read: {error.strerror or error}"
            raise LedgerAccessError(self._place(address), trouble, "Look at its rights.") from error

    def delete(self, addresses: Iterable[str]) -> None:
        """Delete files; what they held is overwritten first, for disks that write in place."""
        for address in filter(_ADDRESS.fullmatch, addresses):
            place = self._place(address)
            if place.exists():
                with place.open("r+b") as file:
                    file.write(bytes(place.stat().st_size))
                    file.flush()
                    os.fsync(file.fileno())
                place.unlink()

    def addresses(self) -> Iterator[str]:
        """Yield all addresses."""
        for place in sorted(self.path.glob("[0-9a-f][0-9a-f]/*")):
            if len(place.name) == 62:  # the rest of 64 digits: no file that was left half-written
                yield place.parent.name + place.name

    def _place(self, address: str) -> Path:
        return self.path / address[:2] / address[2:]


def _sync(folder: Path) -> None:
    """Write the names of a folder to the disk, so that a power cut does not lose one; Windows has no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

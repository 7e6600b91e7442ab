"""Raw bytes: each under the hash of what is stored, whole or not there; in memory and in a folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.raw import MemoryRaw, Raw, RawFolder, address_of

if TYPE_CHECKING:
    from pathlib import Path

VALUES = [b"", b"\0" * 5000, b"Tide Front", *(bytes([n]) for n in range(60))]


@pytest.fixture(params=["memory", "folder"])
def raw(request: pytest.FixtureRequest, tmp_path: Path) -> Raw:
    """Return an empty place for raw bytes, of each kind."""
    return MemoryRaw() if request.param == "memory" else RawFolder(tmp_path / "raw")


def test_the_address_is_the_hash() -> None:
    """SHA-256, as anybody can reckon it."""
    assert address_of(b"Tide Front") == hashlib.sha256(b"Tide Front").hexdigest()


def test_bytes_come_back_by_their_addresses(raw: Raw) -> None:
    """Whatever they are; put twice they are there once."""
    addresses = [raw.put(value) for value in VALUES]
    assert addresses == [address_of(value) for value in VALUES]
    assert [raw.put(value) for value in VALUES] == addresses
    assert [raw.get(address) for address in addresses] == VALUES
    assert list(raw.addresses()) == sorted(addresses)


def test_deleted_bytes_are_gone(raw: Raw) -> None:
    """What is not there is passed over; what is put again is there again."""
    gone, kept = raw.put(b"gone"), raw.put(b"kept")
    raw.delete([gone, address_of(b"never there"), gone])
    assert raw.get(gone) is None
    assert list(raw.addresses()) == [kept]
    assert raw.put(b"gone") == gone
    assert raw.get(gone) == b"gone"


def test_an_empty_place(raw: Raw) -> None:
    """Nothing is there, and nothing fails."""
    assert raw.get(address_of(b"")) is None
    assert list(raw.addresses()) == []
    raw.delete([address_of(b"")])


def test_files_lie_by_the_first_two_digits(tmp_path: Path) -> None:
    """So that no folder has too many; others can find them without this program."""
    address = RawFolder(tmp_path / "raw").put(b"Tide Front")
    assert (tmp_path / "raw" / address[:2] / address[2:]).read_bytes() == b"Tide Front"


def test_a_file_that_was_left_half_written_does_not_count(tmp_path: Path) -> None:
    """It has another name until it is whole, and does not keep the whole one from coming."""
    folder = RawFolder(tmp_path / "raw")
    address = address_of(b"Tide Front")
    half = tmp_path / "raw" / address[:2] / f"{address[2:]}.0a1b2c3d.new"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"Tide")
    assert (folder.get(address), list(folder.addresses())) == (None, [])
    assert folder.put(b"Tide Front") == address
    assert folder.get(address) == b"Tide Front"


def test_bytes_that_were_changed_do_not_fit_their_address(tmp_path: Path) -> None:
    """They are handed out as they are: who asks can tell by the address."""
    folder = RawFolder(tmp_path / "raw")
    address = folder.put(b"Tide Front")
    (tmp_path / "raw" / address[:2] / address[2:]).write_bytes(b"North Guard")
    found = folder.get(address)
    assert found == b"North Guard"
    assert address_of(found) != address


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """The message names it."""
    address = address_of(b"")
    (tmp_path / address[:2] / address[2:]).mkdir(parents=True)
    with pytest.raises(LedgerAccessError, match=rf"{address[2:]}' cannot be read"):
        RawFolder(tmp_path).get(address)


def test_an_address_leads_nowhere_else(tmp_path: Path) -> None:
    """What a log says of raw bytes may come from somebody else: no other file is read, and none is deleted."""
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    folder = RawFolder(tmp_path / "raw")
    folder.put(b"Tide Front")
    addresses = [f"ab{outside}", "../../outside", "..//outside"]
    found = [folder.get(address) for address in addresses]
    folder.delete(addresses)
    assert found == [None] * 3
    assert outside.read_bytes() == b"mine"

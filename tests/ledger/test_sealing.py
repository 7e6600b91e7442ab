"""Sealed bytes: they come back with their key, and with nothing else."""

from __future__ import annotations

import zlib

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from tacitus.ledger import sealing
from tacitus.ledger.errors import SealError
from tacitus.ledger.keys import new_key
from tacitus.ledger.sealing import KEY_BYTES, NONCE_BYTES, sealed, unsealed

ID, SECRET = "0f" * 16, bytes(range(KEY_BYTES))


@given(data=st.binary(max_size=3000))
def test_what_is_sealed_comes_back(data: bytes) -> None:
    """Whatever the bytes."""
    id_, secret = new_key()
    assert unsealed(secret, id_, sealed(secret, id_, data)) == data


def test_a_value_of_today_is_read_for_ever() -> None:
    """Its form: 12 bytes, then AES-256-GCM over zlib, with the id of the key as what is authenticated besides."""
    value = bytes.fromhex(
        "000102030405060708090a0b3f03ddd289ac976ba68b58a0b0e96b0480664f226efed9eb08629b76a5f2f1f3af39"
    )
    assert unsealed(SECRET, ID, value) == b"Tide Front"


def test_the_same_bytes_are_never_sealed_alike() -> None:
    """So that nobody can tell that two reports are the same."""
    first, second = (sealed(SECRET, ID, b"Tide Front") for _ in range(2))
    assert first != second
    assert first[:NONCE_BYTES] != second[:NONCE_BYTES]
    assert b"Tide" not in first


def test_payloads_are_packed() -> None:
    """Ledgers are of text."""
    assert len(sealed(SECRET, ID, b"Tide Front took Dura. " * 1000)) < 1000


def test_another_key_or_id_opens_nothing() -> None:
    """A value cannot be passed off as another's; the message says what to do."""
    value = sealed(SECRET, ID, b"Tide Front")
    with pytest.raises(SealError, match=rf"key {ID} seals was changed.*tacitus verify"):
        unsealed(bytes(KEY_BYTES), ID, value)
    with pytest.raises(SealError):
        unsealed(SECRET, "0e" * 16, value)


def test_every_changed_bit_is_seen() -> None:
    """Wherever it lies, and whatever is cut off or put behind."""
    value = sealed(SECRET, ID, b"Tide Front")
    for place in range(len(value)):
        changed = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
        with pytest.raises(SealError):
            unsealed(SECRET, ID, changed)
        with pytest.raises(SealError):
            unsealed(SECRET, ID, value[:place])
    with pytest.raises(SealError):
        unsealed(SECRET, ID, value + b"\0")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small value that unpacks to more than any payload; one byte less is let through."""
    monkeypatch.setattr(sealing, "_GREATEST", 1_000_000)
    assert len(unsealed(SECRET, ID, sealed(SECRET, ID, bytes(1_000_000)))) == 1_000_000
    with pytest.raises(SealError):
        unsealed(SECRET, ID, sealed(SECRET, ID, bytes(1_000_001)))


@pytest.mark.parametrize("packed", [b"not packed", zlib.compress(b"Tide Front" * 9)[:-9]])
def test_what_is_sealed_but_not_packed_is_refused(packed: bytes) -> None:
    """As one who has the key may make it: no part of it is handed out."""
    nonce = bytes(NONCE_BYTES)
    value = nonce + AESGCM(SECRET).encrypt(nonce, packed, ID.encode("ascii"))
    with pytest.raises(SealError):
        unsealed(SECRET, ID, value)

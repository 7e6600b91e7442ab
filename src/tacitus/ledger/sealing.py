"""Sealed bytes: compressed, then encrypted with a key of their own, so that destroying the key destroys them.

AES-256 in Galois/Counter Mode (NIST SP 800-38D) by the library `cryptography`. A sealed value is 12 random bytes, then
ciphertext and tag. The id of the key is bound to it, so that a value cannot be passed off as another's.
"""

from __future__ import annotations

import os
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tacitus.ledger.errors import SealError

#: Length of a key in bytes, and of what stands before the ciphertext.
KEY_BYTES, NONCE_BYTES = 32, 12
#: zlib's quickest level: payloads are JSON and shrink to a third with it already.
_LEVEL = 1
#: Most that a payload may hold, in bytes: a bomb made to unpack to more is refused.
_GREATEST = 1 << 30


def sealed(secret: bytes, key: str, data: bytes) -> bytes:
    """Return data sealed with a secret of `KEY_BYTES`, bound to the id of the key."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(secret).encrypt(nonce, zlib.compress(data, _LEVEL), key.encode("ascii"))


def unsealed(secret: bytes, key: str, value: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        SealError: If the value was not sealed with this key, or was changed.
    """
    try:
        packed = AESGCM(secret).decrypt(value[:NONCE_BYTES], value[NONCE_BYTES:], key.encode("ascii"))
    except (InvalidTag, ValueError) as error:
        raise SealError(key) from error
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, _GREATEST)
    except zlib.error as error:
        raise SealError(key) from error
    if not unpacker.eof:
        raise SealError(key)
    return data

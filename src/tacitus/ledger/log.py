"""The log: every change to a ledger is one entry, and each entry carries the hash of the one before it.

Everything else that a ledger shows is worked out from the log (`tacitus.ledger.rebuild`). Payloads are sealed
(`tacitus.ledger.sealing`), and hashes are over what is stored: a payload whose key was destroyed still verifies.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

#: What the first entry follows.
GENESIS = "0" * 64


class EntryKind(StrEnum):
    """What an entry does."""

    RUN = "run"
    RUN_END = "run_end"
    #: A reading of a document is entered, or an earlier one is shown again.
    ASSERT = "assert"
    PROBLEM = "problem"
    #: What resolution made of a reading.
    RESOLVE = "resolve"
    #: Two entities are the same, or not; or a judgement is taken back.
    JUDGEMENT = "judgement"
    #: What a person thinks of a claim or a source.
    REVIEW = "review"
    ALIASES = "aliases"
    #: A document is shown no longer; what was said of it before stays.
    RETRACT = "retract"
    #: Keys are destroyed: what they sealed can never be read again.
    REDACT = "redact"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log.

    Attributes:
        seq: Its number, from 1, without gaps.
        recorded: When it was entered: 27 characters, UTC (`tacitus.ledger.clock`).
        author: Who entered it: a person, or rule and version.
        kind: What it does.
        key: Id of the key that seals the payload; not the key.
        payload: The sealed payload.
        previous: Hash of the entry before it; `GENESIS` for the first.
        hash: Of this entry, see `hash_of`.
    """

    seq: int
    recorded: str
    author: str
    kind: str
    key: str
    payload: bytes
    previous: str
    hash: str


def hash_of(previous: str, seq: int, head: tuple[str, str, str, str], payload: bytes) -> str:
    """Return the hash of an entry, 64 hexadecimal digits: SHA-256 (FIPS 180-4) over all that it holds.

    What is hashed is one line of JSON in ASCII: the list of the previous hash, number, moment, author, kind, id of the
    key, and SHA-256 of the payload, without spaces. Anybody can reckon it again with two lines of any language.

    Args:
        previous: Hash of the entry before.
        seq: Number.
        head: Moment, author, kind, id of the key.
        payload: As it is stored.
    """
    parts = [previous, seq, *head, hashlib.sha256(payload).hexdigest()]
    line = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(line.encode("ascii")).hexdigest()


def chained(previous: str, seq: int, head: tuple[str, str, str, str], payload: bytes) -> Entry:
    """Return the entry that follows one with the hash `previous`."""
    return Entry(seq, *head, payload, previous, hash_of(previous, seq, head, payload))


def fits(entry: Entry) -> bool:
    """Tell whether an entry's hash is that of what it holds."""
    head = (entry.recorded, entry.author, entry.kind, entry.key)
    return entry.hash == hash_of(entry.previous, entry.seq, head, entry.payload)

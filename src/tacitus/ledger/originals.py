"""Raw bytes of a document as they came, with the record of their capture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ledger.changes import Asserted
from tacitus.ledger.errors import MissingKeyError, NotRecordedError, SealError
from tacitus.ledger.nearest import missing
from tacitus.ledger.raw import address_of
from tacitus.ledger.rebuild import change_of
from tacitus.ledger.sealing import unsealed
from tacitus.model.document import sha256_of

if TYPE_CHECKING:
    from tacitus.ledger.books import Books
    from tacitus.model.capture import Capture


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it came.

    Attributes:
        raw: Its raw bytes.
        sha256: Their hash, which was checked.
        capture: How they came, or None when nobody knows.
        entry: Number of the entry of the log that tells of them.
    """

    raw: bytes
    sha256: str
    capture: Capture | None
    entry: int


def original(books: Books, document: str) -> Original:
    """Return a document as it came last.

    Raises:
        NotRecordedError: If there is no such document, or nobody gave its raw bytes.
        MissingKeyError: If the key that seals them is not there.
        SealError: If they were changed.
    """
    kept = books.sealings(document)
    if not kept:
        raise missing("document", document)
    last = kept[-1]
    value = books.raw.get(last.raw) if last.raw is not None else None
    if value is None or last.raw is None:
        advice = "They were not given when it was recorded, or are missing: tacitus verify tells."
        raise NotRecordedError("raw bytes of the document", document, (), advice)
    secret = books.keys.get(last.key)
    if secret is None:
        raise MissingKeyError(last.key)
    raw = unsealed(secret, last.key, value) if address_of(value) == last.raw else b""
    if sha256_of(raw) != last.sha256:
        raise SealError(last.key)
    opened = change_of(books, next(books.entries(last.entry - 1)))
    capture = opened[1].capture if opened is not None and isinstance(opened[1], Asserted) else None
    return Original(raw, last.sha256, capture, last.entry)

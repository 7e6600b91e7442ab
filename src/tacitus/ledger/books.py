"""What a store gives to the code that all stores share: a log, a projection, keys and raw bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from tacitus.ledger.changes import Change
    from tacitus.ledger.keys import Keys
    from tacitus.ledger.log import Entry
    from tacitus.ledger.raw import Raw
    from tacitus.ledger.rows import LogHead


@dataclass(frozen=True, slots=True)
class Sealing:
    """How a reading is kept.

    Attributes:
        reading: Its id.
        key: Id of the key that seals it.
        sha256: Hash of its raw bytes, as they were.
        raw: Address of its sealed raw bytes, or None.
        entry: Number of the entry of the log that holds it.
    """

    reading: str
    key: str
    sha256: str
    raw: str | None
    entry: int


class Books(Protocol):
    """The books of one ledger. What is said of a transaction holds between stores and processes too."""

    @property
    def keys(self) -> Keys:
        """Where keys are."""
        ...

    @property
    def raw(self) -> Raw:
        """Where raw bytes are."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Make all that is added inside one change, and keep all other writers out until it ends."""
        ...

    def head(self) -> LogHead:
        """Return the last entry's number, hash and moment."""
        ...

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries to the log, inside a transaction."""
        ...

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries behind a number, in order."""
        ...

    def apply(self, entry: Entry, change: Change) -> None:
        """Bring the projection up to date with an entry, inside a transaction."""
        ...

    def clear(self) -> None:
        """Empty the projection, inside a transaction."""
        ...

    def scrub(self) -> None:
        """Take what was deleted out of the files too, after a redaction and outside of transactions."""
        ...

    def latest(self, document: str, by: str | None) -> str | None:
        """Return the id of the reading that a document shows, not after a moment (None: at last); "" if retracted."""
        ...

    def was_recorded(self, reading: str, at: str) -> bool:
        """Tell whether a reading was entered at exactly this moment."""
        ...

    def sealed(self, reading: str) -> str | None:
        """Return the id of the key that seals a reading, or None when there is no such reading."""
        ...

    def sealings(self, document: str) -> tuple[Sealing, ...]:
        """Return how every reading of a document is kept, superseded ones too."""
        ...

    def knows_document(self, document: str) -> bool:
        """Tell whether a document was ever entered."""
        ...

    def is_barred(self, sha256: str) -> bool:
        """Tell whether raw bytes with this hash were redacted."""
        ...

    def is_open(self, run: int) -> bool:
        """Tell whether a run has begun and not ended."""
        ...

    def runs(self) -> int:
        """Return the number of the last run, 0 when there was none."""
        ...

    def has_findings(self, reading: str, version: str) -> bool:
        """Tell whether this version of resolution has made something of a reading."""
        ...

    def has_judgement(self, id_: str) -> bool:
        """Tell whether a judgement is there."""
        ...

    def has_aliases(self, id_: str) -> bool:
        """Tell whether a list of aliases is there."""
        ...

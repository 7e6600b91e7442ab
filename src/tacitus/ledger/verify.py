"""Verifying a ledger: that no entry of its log was changed, dropped or moved, and that raw bytes are what they were."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.errors import TacitusError
from tacitus.ledger.clock import moment
from tacitus.ledger.errors import SealError
from tacitus.ledger.log import GENESIS, fits
from tacitus.ledger.raw import address_of
from tacitus.ledger.rows import LogHead
from tacitus.ledger.sealing import unsealed
from tacitus.model.document import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.books import Books
    from tacitus.ledger.log import Entry


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was recorded.

    Attributes:
        entry: Number of the entry of the log, or None where it is none's.
        what: What is wrong with it, in one sentence.
    """

    entry: int | None
    what: str

    def __str__(self) -> str:
        """Return one line for people."""
        return self.what if self.entry is None else f"Entry {self.entry}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying found.

    Attributes:
        head: The last entry of the log that is sound.
        entries: How many entries are sound.
        flaws: What is wrong: where the chain breaks or ends too early, then what single entries hold, in their order;
            empty for a sound ledger.
        redacted: How many entries can be read no longer because their keys were destroyed.
        closed: How many entries could not be looked into because their keys are not there.
        raws: How many raw bytes were compared with their hashes.
    """

    head: LogHead
    entries: int
    flaws: tuple[Flaw, ...]
    redacted: int = 0
    closed: int = 0
    raws: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.flaws


def verify(books: Books, head: str | None = None) -> Verified:
    """Return whether a ledger is what was recorded; linear in the log, which is read once.

    The chain shows what was changed, dropped or put in another order. What it cannot show by itself, entries cut off at
    the end or a log that was written anew from the start, a hash shows that was kept elsewhere.

    Args:
        books: The ledger's. Without its keys the chain alone is verified.
        head: Hash of an entry that the chain must hold, as `tacitus head` gave it some day; None asks for none.
    """
    check = _Check(books, head)
    try:
        for entry in books.entries():
            if not check.entry(entry):
                break
    except TacitusError as error:
        check.breaks(Flaw(check.head.seq + 1, f"it cannot be read: {error}"))
    return check.verified()


class _Check:
    """The state of one verification."""

    def __init__(self, books: Books, wanted: str | None) -> None:
        self._books, self._wanted = books, wanted
        self.head = LogHead(0, GENESIS)
        self._flaws: list[Flaw] = []
        self._lost: list[int] = []
        #: Ids of keys that were destroyed, with the first entry that each sealed; and of those that redactions name.
        self._destroyed: dict[str, int] = {}
        self._named: set[str] = set()
        #: Raw bytes that are not there, with the key that sealed them: a redaction may have deleted them.
        self._missing: list[tuple[str, Flaw]] = []
        self._redacted = self._opened = self._raws = 0
        self._is_met = wanted in (None, GENESIS)
        self._break: Flaw | None = None

    def entry(self, entry: Entry) -> bool:
        """Look at the next entry; False when the chain is broken there."""
        broken = _broken(entry, self.head)
        if broken is not None:
            self.breaks(broken)
            return False
        self.head = LogHead(entry.seq, entry.hash, _moment(entry))
        self._is_met = self._is_met or entry.hash == self._wanted
        try:
            self._flaws.extend(self._content(entry))
        except TacitusError as error:  # keys or raw bytes that cannot be reached; the chain goes on
            self._flaws.append(Flaw(entry.seq, f"what it holds cannot be looked into: {error}"))
        return True

    def breaks(self, flaw: Flaw) -> None:
        """Keep the flaw behind which nothing can be looked at."""
        self._break = flaw

    def verified(self) -> Verified:
        """Return what was found."""
        flaws = [*self._flaws, *(flaw for key, flaw in self._missing if key not in self._named)]
        if self._lost and self._opened:
            flaws.append(Flaw(self._lost[0], "the key that seals it is not in the file of keys."))
        unsaid = [seq for key, seq in self._destroyed.items() if key not in self._named]
        if unsaid and self._break is None:  # behind a break there may be the entry that says so
            flaws.append(
                Flaw(min(unsaid), "the key that seals it was destroyed, and no entry says that it was redacted.")
            )
        flaws.sort(key=lambda flaw: flaw.entry or 0)
        if self._break is None and not self._is_met:
            what = f"no entry has the hash {self._wanted}: entries after it were cut off, or the log was written anew"
            self.breaks(Flaw(self.head.seq, f"the log ends here, and {what}."))
        broken = () if self._break is None else (self._break,)
        return Verified(self.head, self.head.seq, (*broken, *flaws), self._redacted, len(self._lost), self._raws)

    def _content(self, entry: Entry) -> Iterator[Flaw]:
        keys = self._books.keys
        secret = keys.get(entry.key)
        if secret is None:
            if keys.is_destroyed(entry.key):
                self._redacted += 1
                self._destroyed.setdefault(entry.key, entry.seq)
            else:
                self._lost.append(entry.seq)
            return
        self._opened += 1
        try:
            data = json.loads(unsealed(secret, entry.key, entry.payload))
            if data["change"] == "asserted" and data["raw"]:
                yield from self._raw(entry, secret, data)
            elif data["change"] == "redacted":
                self._named.update(data["keys"])
                yield from self._unfinished(entry, data)
        except (SealError, ValueError, LookupError, TypeError):  # not sealed with this key, or sealed nonsense
            yield Flaw(entry.seq, "what it holds does not fit its key.")

    def _raw(self, entry: Entry, secret: bytes, data: dict[str, Any]) -> Iterator[Flaw]:
        self._raws += 1
        address, document = data["raw"], data["reading"]["id"]
        what = f"the raw bytes of the document {document!r} ({address})"
        value = self._books.raw.get(address)
        if value is None:
            self._missing.append((entry.key, Flaw(entry.seq, f"{what} are missing.")))
        elif address_of(value) != address:
            yield Flaw(entry.seq, f"{what} were changed.")
        elif not _is_of(value, secret, entry.key, data["reading"]["sha256"]):
            yield Flaw(entry.seq, f"{what} are another document's.")

    def _unfinished(self, entry: Entry, data: dict[str, Any]) -> Iterator[Flaw]:
        books = self._books
        left = [key for key in data["keys"] if books.keys.get(key) is not None]
        left += [address for address in data["raws"] if books.raw.get(address) is not None]
        if left:
            yield Flaw(entry.seq, "its redaction was cut off before the keys were destroyed: run tacitus rebuild.")


def _is_of(value: bytes, secret: bytes, key: str, sha256: str) -> bool:
    """Tell whether sealed raw bytes are those of a document."""
    try:
        return sha256_of(unsealed(secret, key, value)) == sha256
    except SealError:
        return False


def _broken(entry: Entry, last: LogHead) -> Flaw | None:
    if entry.seq != last.seq + 1:
        return Flaw(last.seq + 1, f"it is missing; what follows is entry {entry.seq}.")
    try:
        is_changed = not fits(entry)
    except TypeError:  # somebody has put a value of another type in its place
        is_changed = True
    if is_changed:
        return Flaw(entry.seq, "it was changed: its hash is not that of what it holds.")
    if entry.previous != last.hash:
        return Flaw(entry.seq, "it does not follow the entry before it: one of the two was changed or put elsewhere.")
    return None


def _moment(entry: Entry) -> Any:  # noqa: ANN401 - a datetime, or None where somebody wrote nonsense and hashed it
    try:
        return moment(entry.recorded)
    except ValueError:
        return None

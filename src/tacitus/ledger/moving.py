"""A ledger as JSON Lines: its log as it is, sealed, and its raw bytes. Keys stay where they are.

The first line says what it is, then one line an entry, one line for raw bytes, and a last line with the counts, so that
a file that was cut off is known. Entries keep numbers and hashes: the head is the same wherever the ledger goes.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from tacitus.ledger.clock import moment, stamp
from tacitus.ledger.errors import NotImportedError
from tacitus.ledger.log import GENESIS, Entry, EntryKind, fits
from tacitus.ledger.raw import address_of
from tacitus.ledger.rebuild import apply_all, rebuild

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tacitus.ledger.books import Books
    from tacitus.ledger.rows import LogHead

#: Name and version of the format.
FORMAT, VERSION = "tacitus-ledger", 1
#: Entries that are taken in at a time.
_MANY = 500


@dataclass(frozen=True, slots=True)
class Moved:
    """What taking in a ledger did.

    Attributes:
        head: The last entry afterwards.
        entries: How many entries are new.
        known: How many were there before.
        raws: How many raw bytes came with them.
        closed: How many of the new ones cannot be read because their keys are not here.
    """

    head: LogHead
    entries: int
    known: int
    raws: int
    closed: int


def lines(books: Books) -> Iterator[str]:
    """Yield a ledger as lines of JSON, without line ends."""
    head = books.head()
    yield _line({"format": FORMAT, "version": VERSION, "entries": head.seq, "head": head.hash})
    for entry in books.entries():
        if entry.seq > head.seq:
            break  # entered while we write
        yield _line({**asdict(entry), "payload": base64.b64encode(entry.payload).decode("ascii")})
    raws = 0
    for address in books.raw.addresses():
        value = books.raw.get(address)
        if value is not None:
            raws += 1
            yield _line({"raw": address, "bytes": base64.b64encode(value).decode("ascii")})
    yield _line({"end": FORMAT, "entries": head.seq, "raws": raws, "head": head.hash})


def take_in(books: Books, read: Callable[[], Iterable[str]]) -> Moved:
    """Take a ledger into another that is empty or holds the beginning of the same log.

    The lines are read twice: first all of it is verified, then it is entered. Cut off in the middle, the ledger holds a
    sound beginning, and taking in again goes on from there.

    Args:
        books: Of the ledger that takes in. Its keys open what it can show.
        read: Gives the lines anew each time it is called.

    Raises:
        NotImportedError: If a line is not what it should be, or the two ledgers have different logs.
    """
    verified(read())
    known, new, raws, closed, is_redacted = books.head(), 0, 0, 0, False
    _compare(read(), known)
    for line in read():
        data = json.loads(line)
        if "raw" in data:
            books.raw.put(base64.b64decode(data["bytes"]))
            raws += 1
    fresh = (entry for entry in _entries(read()) if entry.seq > known.seq)
    while some := tuple(islice(fresh, _MANY)):
        with books.transaction():
            if books.head().hash != some[0].previous:
                raise NotImportedError(None, "somebody else wrote to this ledger meanwhile")
            books.append(some)  # first: a redaction looks its words up in the log
            closed += apply_all(books, some).closed
        new += len(some)
        is_redacted = is_redacted or any(entry.kind == EntryKind.REDACT for entry in some)
    if is_redacted:  # words that a redaction takes away can be looked up no longer when their keys are gone already
        rebuild(books)
    return Moved(books.head(), new, known.seq, raws, closed)


def verified(given: Iterable[str]) -> str:
    """Return the hash of the head of a ledger in lines of JSON.

    Raises:
        NotImportedError: If a line is not what it should be; the message names the first one.
    """
    last, previous, raws, end = 0, GENESIS, 0, None
    for number, line in enumerate(given, 1):
        data = _parsed(number, line)
        if number == 1:
            if data.get("format") != FORMAT or data.get("version") != VERSION:
                raise NotImportedError(number, f"it is no ledger of format {FORMAT} {VERSION}")
        elif end is not None:
            raise NotImportedError(number, "it stands behind the end")
        elif "seq" in data:
            entry = _entry(number, data)
            if entry.seq != last + 1 or entry.previous != previous or not fits(entry):
                raise NotImportedError(number, f"entry {last + 1} of the log was changed, dropped or moved")
            last, previous = entry.seq, entry.hash
        elif "raw" in data:
            raws += 1
            if address_of(_bytes(number, data.get("bytes"))) != data["raw"]:
                raise NotImportedError(number, f"the raw bytes {data['raw']} were changed")
        else:
            end = data
    if end is None or (end.get("entries"), end.get("raws"), end.get("head")) != (last, raws, previous):
        raise NotImportedError(None, f"it is cut off after entry {last}")
    return previous


def _is_moment(recorded: object) -> bool:
    try:
        return isinstance(recorded, str) and stamp(moment(recorded)) == recorded
    except ValueError:  # no moment at all, or one without a time zone
        return False


def _compare(given: Iterable[str], known: LogHead) -> None:
    """Refuse a log that does not begin as the one that is there."""
    if known.seq:
        same = next((entry for entry in _entries(given) if entry.seq == known.seq), None)
        if same is None or same.hash != known.hash:
            raise NotImportedError(None, f"this ledger holds {known.seq} entries that are not the beginning of it")


def _entries(given: Iterable[str]) -> Iterator[Entry]:
    for number, line in enumerate(given, 1):
        data = json.loads(line)
        if "seq" in data:
            yield _entry(number, data)


def _entry(number: int, data: dict[str, Any]) -> Entry:
    try:
        entry = Entry(**{**data, "payload": _bytes(number, data.get("payload"))})
    except TypeError as error:
        raise NotImportedError(number, f"it is no entry of a log ({error})") from error
    if not _is_moment(entry.recorded):  # every view would stumble over it
        raise NotImportedError(number, f"{entry.recorded!r} is no moment of the record clock")
    return entry


def _bytes(number: int, value: object) -> bytes:
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise NotImportedError(number, f"its bytes cannot be read ({error})") from error


def _parsed(number: int, line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise NotImportedError(number, f"it is no JSON ({error})") from error
    if not isinstance(data, dict):
        raise NotImportedError(number, "it is no JSON object")
    return data


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))

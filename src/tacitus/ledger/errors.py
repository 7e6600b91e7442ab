"""What stops a call to the ledger: a file that cannot be used, or an id or name that it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.errors import TacitusError, UnknownNameError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path


class LedgerAccessError(TacitusError, OSError):
    """The ledger's file cannot be reached, read or written right now."""

    def __init__(self, path: Path | str, trouble: str, advice: str) -> None:
        """Say which file, what is in the way, and what to do."""
        super().__init__(f"The ledger {str(path)!r} {trouble}. {advice}")


class NotALedgerError(TacitusError, ValueError):
    """The file is no ledger, or is damaged."""

    def __init__(self, path: Path | str, found: str, advice: str) -> None:
        """Say which file, and what it is instead."""
        super().__init__(f"The file {str(path)!r} is no ledger: {found}. {advice}")


class LedgerVersionError(TacitusError, ValueError):
    """The ledger was made by a version of Tacitus that this one cannot serve."""

    def __init__(self, path: Path | str, found: int, known: int, advice: str) -> None:
        """Say both versions of the schema."""
        super().__init__(f"The ledger {str(path)!r} has schema version {found}; this program writes {known}. {advice}")


class NotRecordedError(UnknownNameError):
    """The ledger, as far as the view reaches, holds nothing of this id or name."""

    def __init__(self, what: str, name: str, near: Sequence[str], advice: str) -> None:
        """Say what was looked for and which recorded names are nearest, best first."""
        hint = f" Nearest: {', '.join(near)}." if near else ""
        super(UnknownNameError, self).__init__(f"The ledger holds no {what} {name!r}.{hint} {advice}")


#: SQLite's result codes (https://sqlite.org/rescode.html), by how their names begin: what is wrong, what to do.
_TROUBLES = {
    "SQLITE_BUSY": (
        "is locked by another program",
        "Wait until that program is done or close it, then try again: nothing was changed.",
    ),
    "SQLITE_READONLY": (
        "can be read but not written",
        "Make the file and its folder writable, or copy the ledger elsewhere.",
    ),
    "SQLITE_FULL": ("cannot grow: the disk is full", "Free some space and read again: what was recorded is safe."),
    "SQLITE_CANTOPEN": ("cannot be opened", "Look at the rights of the file and its folder."),
    "SQLITE_PERM": ("cannot be opened", "Look at the rights of the file and its folder."),
    "SQLITE_IOERR": ("cannot be read or written: the disk reports an error", "Copy the file to a sound disk."),
}
#: What is said of a file that SQLite did not write.
NO_DATABASE = ("it is not an SQLite database", "Give another file with --ledger.")
_DAMAGES = {
    "SQLITE_NOTADB": NO_DATABASE,
    "SQLITE_CORRUPT": ("its pages are damaged", "Bring it back from a backup."),
}

_UNREADABLE = ("a text in it is no UTF-8", "Run tacitus verify, which names the entry; bring it back from a backup.")


def explained(path: Path, error: sqlite3.Error) -> Exception:
    """Return what to raise instead of an SQLite error; the error itself where nothing better is known."""
    code: str = getattr(error, "sqlite_errorname", "")
    if not code and str(error).startswith("Could not decode to UTF-8"):  # Python's own, without a code
        return NotALedgerError(path, *_UNREADABLE)
    for begin, (trouble, advice) in _TROUBLES.items():
        if code.startswith(begin):
            return LedgerAccessError(path, trouble, advice)
    for begin, (found, advice) in _DAMAGES.items():
        if code.startswith(begin):
            return NotALedgerError(path, found, advice)
    return error


class SealError(TacitusError, ValueError):
    """A sealed value does not fit its key: one of the two was changed."""

    def __init__(self, key: str) -> None:
        """Say which key."""
        advice = "Run tacitus verify, which names the first bad entry; bring the ledger back from a backup."
        super().__init__(f"What the key {key} seals was changed, or the key is another. {advice}")


class MissingKeyError(TacitusError, LookupError):
    """A key is neither there nor known to be destroyed: the file of keys is another ledger's, or was lost."""

    def __init__(self, key: str) -> None:
        """Say which key."""
        advice = "Name the ledger's own file of keys in TACITUS_KEYS, or bring it back from where you keep it safe."
        super().__init__(f"The key {key} that seals an entry of the ledger is not in the file of keys. {advice}")


class NotMaskedError(TacitusError, ValueError):
    """A name is left in what was to hold it no more: nothing was redacted."""

    def __init__(self, entry: int) -> None:
        """Say in which entry of the log."""
        advice = "Redact its document as a whole instead: tacitus redact document ID."
        super().__init__(f"The name cannot be blacked out everywhere in entry {entry}; nothing was changed. {advice}")


class NotImportedError(TacitusError, ValueError):
    """Lines of JSON are no ledger, or not one that fits the ledger that takes it in."""

    def __init__(self, line: int | None, found: str) -> None:
        """Say which line (None: the file as a whole), and what is wrong."""
        where = "The exported ledger cannot be taken in" if line is None else f"Line {line} of the exported ledger"
        colon = ": " if line is None else " is not sound: "
        super().__init__(f"{where}{colon}{found}. Export it anew, or take it into an empty ledger.")

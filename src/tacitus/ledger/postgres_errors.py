"""What PostgreSQL and the way to it answer when something is wrong, and what to do then."""

from __future__ import annotations

import psycopg
from sqlalchemy.exc import DBAPIError, PendingRollbackError

from tacitus.ledger.errors import LedgerAccessError, NotALedgerError

#: By SQLSTATE, or how it begins (PostgreSQL 15 documentation, Appendix A): what is wrong, what to do.
_BY_CODE = {
    "53100": (
        "cannot grow: the server's disk is full",
        "Free some space there and go on: what was recorded is safe.",
    ),
    "53200": ("cannot be used: the server is out of memory", "Try again later, or give the server more."),
    "53300": ("has too many connections", "Close other programs, or raise max_connections on the server."),
    "25006": (
        "can be read but not written",
        "Use the address of the primary server, or a role that may write; reading goes on as it is.",
    ),
    "55P03": (
        "is locked by another program",
        "Wait until that program is done or close it, then try again: nothing was changed.",
    ),
    "40P01": ("is locked by another program", "Try again: nothing was changed."),
    "42501": (
        "does not let this user do that",
        "Ask its owner for the rights that docs/ledger.md lists for readers and writers, or use another user.",
    ),
    "28P01": ("refuses the password", "Give the right one: in the address, PGPASSWORD or ~/.pgpass."),
    "28": ("does not let this user in", "Look at the user's name, and at pg_hba.conf on the server."),
    "3D000": ("cannot be opened: there is no such database", "Make it first: createdb NAME."),
    "57014": ("was told to stop this query", "Try again: nothing was changed."),
    "57P": ("cannot be reached: the server is stopping or starting", "Try again: what was recorded is safe."),
    "25P03": ("gave this program up: it held the ledger too long", "Try again: nothing was changed."),
    "08": ("cannot be reached: the connection was lost", "Try again: what was recorded is safe."),
    "58": ("cannot be read or written: the server's disk reports an error", "Look at the server's log."),
}
#: What is damage, likewise.
_DAMAGES = {"XX001": "its pages are damaged", "XX002": "its indexes are damaged"}

#: Before a connection stands there is no SQLSTATE, only words of libpq and the server; the first that fits counts.
_BY_WORDS = {
    "password authentication failed": "28P01",
    "no password supplied": "28P01",
    "does not exist": "3D000",
    "pg_hba.conf": "28",
    "authentication failed": "28",
    "too many clients": "53300",
    "remaining connection slots": "53300",
    "is starting up": "57P",
    "is shutting down": "57P",
    "server closed the connection": "08",
    "terminating connection": "08",
}
_NO_SERVER = (
    "cannot be reached: no server answers there",
    "Look at the host and port, and whether the server runs: pg_isready -h HOST -p PORT.",
)
_NO_HOST = ("cannot be reached: the host is not known", "Look at the host's name, and at the network.")
_UNREACHED = {
    "connection refused": _NO_SERVER,
    "no such file or directory": _NO_SERVER,
    "timeout": _NO_SERVER,
    "no route to host": _NO_SERVER,
    "network is unreachable": _NO_SERVER,
    "could not translate host name": _NO_HOST,
    "failed to resolve host": _NO_HOST,
    "name or service not known": _NO_HOST,
}


def explained(shown: str, error: Exception) -> Exception:
    """Return what to raise instead of an error of SQLAlchemy or psycopg; the error itself if nothing better is known.

    Args:
        shown: The address without its password.
        error: What was raised. Its own message may hold values of rows, so it is not repeated.
    """
    if isinstance(error, PendingRollbackError):
        return LedgerAccessError(shown, *_BY_CODE["08"])
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return error
    if cause.sqlstate is not None:
        return _by_code(shown, cause.sqlstate) or error
    if not isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
        return error
    said = str(cause).casefold()
    unreached = next((told for words, told in _UNREACHED.items() if words in said), None)
    if unreached:
        return LedgerAccessError(shown, *unreached)
    code = next((code for words, code in _BY_WORDS.items() if words in said), "08")
    if code == "3D000" and "role" in said:
        code = "28"
    return LedgerAccessError(shown, *_BY_CODE[code])


def _by_code(shown: str, code: str) -> Exception | None:
    if code in _DAMAGES:
        return NotALedgerError(shown, _DAMAGES[code], "Bring it back from a backup.")
    begins = (code, code[:3], code[:2])
    return next((LedgerAccessError(shown, *_BY_CODE[b]) for b in begins if b in _BY_CODE), None)

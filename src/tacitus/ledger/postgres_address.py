"""The address of a PostgreSQL ledger: `postgresql://user@host/database?schema=name`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

#: How an address of a PostgreSQL ledger begins (PostgreSQL 15 documentation, 34.1.1.2, "Connection URIs").
BEGINS = ("postgresql://", "postgres://")

#: The PostgreSQL schema that keeps a ledger when the address names none.
SCHEMA = "tacitus"

#: What can be the name of a schema here: one that needs no quotes, so that it is the same in every tool. PostgreSQL
#: cuts names at 63 bytes (15 documentation, 4.1.1).
_NAME = re.compile("[a-z_][a-z0-9_]{0,62}")

_HIDDEN = "postgresql://..."  # what was given may hold a password
_FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME"
_ADVICE = "Write / @ : # % in a password as %2F %40 %3A %23 %25, or leave it out and set PGPASSWORD or ~/.pgpass."


@dataclass(frozen=True, slots=True)
class Address:
    """Where a ledger is on a server.

    Attributes:
        url: What SQLAlchemy connects to, with the password if it was given.
        schema: The PostgreSQL schema that the ledger's tables stand in.
        shown: The address for messages: without any password.
    """

    url: URL
    schema: str
    shown: str

    @property
    def lock(self) -> int:
        """The key of the ledger's advisory lock, a number of 64 bits: other ledgers of the database have others."""
        digest = hashlib.sha256(f"tacitus ledger {self.schema}".encode()).digest()
        return int.from_bytes(digest[:8], "big", signed=True)


def is_address(where: str) -> bool:
    """Tell whether a ledger is named by the address of a PostgreSQL server, and not by a path.

    Examples:
        >>> is_address("postgresql:///tacitus"), is_address("tacitus.db")
        (True, False)
    """
    return where.startswith(BEGINS)


def address(where: str) -> Address:
    """Return what an address says. No message ever repeats the address, since it may hold a password.

    What libpq takes as a parameter (`sslmode`, `host` for a socket, `connect_timeout` ...) may stand behind the `?`.

    Raises:
        InvalidValueError: If it is no address, or the schema's name needs quotes.

    Examples:
        >>> address("postgresql://ada:secret@db.example/reports?sslmode=require").shown
        'postgresql://ada@db.example/reports?schema=tacitus'
    """
    # Paths are told from addresses here too, where the libraries of the extra may be missing.
    from sqlalchemy.engine import make_url  # noqa: PLC0415
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    try:
        url = make_url(where)
        port = 1 if url.port is None else url.port
    except (ArgumentError, ValueError):
        raise InvalidValueError("address of a PostgreSQL ledger", _HIDDEN, _FORM, _ADVICE) from None
    host = url.host or ""
    if not is_address(where) or "@" in host or not 0 < port < 65536:  # an "@" of the password went into the host
        raise InvalidValueError("address of a PostgreSQL ledger", _HIDDEN, _FORM, _ADVICE)
    schema = url.query.get("schema", SCHEMA)
    if not isinstance(schema, str) or not _NAME.fullmatch(schema) or schema.startswith("pg_") or schema == "public":
        allowed = "at most 63 of a to z, 0 to 9 and _, no digit first, not public or pg_..."
        raise InvalidValueError("name of a ledger's schema", schema, allowed)
    url = url.difference_update_query(["schema"]).set(drivername="postgresql+psycopg")
    return Address(url, schema, _shown(url, schema))


def _shown(url: URL, schema: str) -> str:
    user = f"{url.username}@" if url.username else ""
    query_host = url.query.get("host", "")
    host = url.host or (query_host if isinstance(query_host, str) else ",".join(query_host))
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{user}{host}{port}/{url.database or ''}?schema={schema}"


def shown(where: str) -> str:
    """Return a path or address as messages may show it: without a password.

    Examples:
        >>> shown("postgresql://ada:secret@db.example/reports"), shown("tacitus.db")
        ('postgresql://ada@db.example/reports?schema=tacitus', 'tacitus.db')
    """
    return address(where).shown if is_address(where) else where

"""A ledger by its path or address, whichever was given."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.keys import FileKeys
from tacitus.ledger.postgres_address import address, is_address
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.sqlite_database import PATIENCE

if TYPE_CHECKING:
    from tacitus.ledger.store import SqlStore


def open_store(where: str, *, keys: Path, create: bool = True, patience: float = PATIENCE) -> SqlStore:
    """Open a ledger.

    Args:
        where: Path of a file, or address of a PostgreSQL server (`tacitus.ledger.postgres_address.address`).
        keys: The file of keys; made with the first key.
        create: Whether to make a missing ledger; turn it off for commands that only read.
        patience: Seconds to wait for another program that writes.

    Raises:
        InvalidValueError: If an address cannot be read.
        LedgerAccessError: If the ledger is missing, locked, or cannot be reached or opened.
        NotALedgerError: If something else is there, or it is damaged.
        LedgerVersionError: If a newer Tacitus made it, or it is older and cannot be written.
    """
    if not is_address(where):
        return SqliteStore(where, create=create, patience=patience, keys=FileKeys(keys))
    _check_libraries()
    from tacitus.ledger.postgres import PostgresStore  # noqa: PLC0415 - large libraries of an extra

    return PostgresStore(where, FileKeys(keys), create=create, patience=patience)


def keys_beside(where: str, folder: Path) -> Path:
    """Return where the keys of a ledger are when nobody names a file: beside its file, or in a folder.

    Args:
        where: Path or address of the ledger.
        folder: For ledgers on servers. Two of the same name may share a file: ids of keys are random.

    Examples:
        >>> keys_beside("tacitus.db", Path("keys")).as_posix()
        'tacitus.db.keys'
    """
    if not is_address(where):
        return Path(f"{where}.keys")
    _check_libraries()
    place = address(where)
    name = re.sub(r"[^\w.-]", "_", place.url.database or place.url.username or "database")
    return folder / f"{name}-{place.schema}.keys"


def _check_libraries() -> None:
    if not all(map(_is_installed, ("sqlalchemy", "psycopg"))):
        trouble = "cannot be reached: the libraries for PostgreSQL are not installed"
        advice = "Install them: pip install 'tacitus-ledger[postgres]'."
        raise LedgerAccessError("postgresql://...", trouble, advice)  # the rest may hold a password


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False

"""Raw bytes of documents in the database of the ledger, sealed, each under the hash of what is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tacitus.ledger.raw import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.ledger.postgres_database import PostgresDatabase

#: Addresses that are taken from the database at a time.
_PAGE = 1000


class PostgresRaw:
    """Raw bytes in a table beside the log; see `tacitus.ledger.raw.Raw`.

    What is put or deleted inside of a transaction stands or falls with it: no bytes are left over from what failed.
    """

    def __init__(self, db: PostgresDatabase) -> None:
        """Use the table of an open ledger."""
        self._db = db

    def put(self, value: bytes) -> str:
        """Keep bytes and return their address."""
        address = address_of(value)
        self._db.run(
            "INSERT INTO raw (address, value) VALUES (:address, :value) ON CONFLICT DO NOTHING",
            {"address": address, "value": value},
        )
        return address

    def get(self, address: str) -> bytes | None:
        """Return the bytes at an address, or None when nothing is there."""
        found = self._db.value("SELECT value FROM raw WHERE address = :address", {"address": address})
        return None if found is None else bytes(found)

    def delete(self, addresses: Iterable[str]) -> None:
        """Delete bytes; `PostgresDatabase.scrub` takes them out of the files."""
        self._db.run("DELETE FROM raw WHERE address IN (TEXTS(:addresses))", {"addresses": json.dumps(list(addresses))})

    def addresses(self) -> Iterator[str]:
        """Yield all addresses, in order."""
        after = ""
        sql = "SELECT address FROM raw WHERE address > :after ORDER BY address LIMIT :page"
        while page := self._db.rows(sql, {"after": after, "page": _PAGE}):
            yield from (row[0] for row in page)
            after = page[-1][0]

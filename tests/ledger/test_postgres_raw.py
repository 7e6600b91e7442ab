"""Raw bytes in a PostgreSQL ledger."""

from __future__ import annotations

import hashlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tacitus.ledger.postgres_database import open_postgres
from tacitus.ledger.postgres_raw import PostgresRaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.postgres_database import PostgresDatabase


@pytest.fixture
def db(postgres_url: str) -> Iterator[PostgresDatabase]:
    """Yield a new ledger."""
    with closing(open_postgres(postgres_url, create=True)) as opened:
        yield opened


def test_bytes_come_out_as_they_went_in(db: PostgresDatabase) -> None:
    """Each under its hash, each once; what is not there is None."""
    raw = PostgresRaw(db)
    given = [b"", bytes(range(256)) * 3000, b"a page"]
    addresses = [raw.put(value) for value in (*given, b"a page")]
    assert addresses[:3] == [hashlib.sha256(value).hexdigest() for value in given]
    assert addresses[3] == addresses[2]
    assert [raw.get(address) for address in addresses[:3]] == given
    assert raw.get("0" * 64) is None
    assert list(raw.addresses()) == sorted(set(addresses))


def test_all_addresses_come_page_by_page(db: PostgresDatabase) -> None:
    """However many there are."""
    raw = PostgresRaw(db)
    with db.transaction():
        addresses = {raw.put(str(number).encode()) for number in range(2_100)}
    assert list(raw.addresses()) == sorted(addresses)


def test_bytes_are_deleted(db: PostgresDatabase) -> None:
    """What is not there is passed over."""
    raw = PostgresRaw(db)
    address, kept = raw.put(b"one"), raw.put(b"two")
    raw.delete([address, "0" * 64])
    assert list(raw.addresses()) == [kept]


def test_bytes_of_what_failed_are_not_left_over(db: PostgresDatabase) -> None:
    """They stand or fall with their transaction."""
    raw = PostgresRaw(db)
    with pytest.raises(ZeroDivisionError), db.transaction():
        assert raw.put(b"one")[: 1 // 0]
    assert list(raw.addresses()) == []

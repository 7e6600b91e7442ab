"""Each call of a view sees one state of a ledger in a database, whatever others write while it asks."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, report

from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.postgres import PostgresStore
from tacitus.ledger.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tacitus.ledger.store import SqlStore


@pytest.fixture(params=["sqlite", "postgres"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[SqlStore, SqlStore]]:
    """Yield one ledger, open twice, with a document."""
    keys = MemoryKeys()

    def opened() -> SqlStore:
        if request.param == "sqlite":
            return SqliteStore(tmp_path / "t.db", keys=keys)
        return PostgresStore(request.getfixturevalue("postgres_url"), keys)

    with closing(opened()) as reader, closing(opened()) as writer:
        _record(writer, "first")
        yield reader, writer


def _record(store: SqlStore, name: str) -> None:
    with store.writer() as writer:
        writer.record(report(name, Said("Tide Front", "Dura")), at(0))


def _between_queries(reader: SqlStore, deed: Callable[[], None]) -> None:
    """Let something happen once, behind the first query that a store asks from now on."""
    database = reader.books.db
    rows = database.rows

    def first(sql: str, params: dict[str, object]) -> object:
        database.rows = rows  # type: ignore[method-assign]
        found = rows(sql, params)
        deed()
        return found

    database.rows = first  # type: ignore[method-assign,assignment]


def test_numbers_fit_one_another(stores: tuple[SqlStore, SqlStore]) -> None:
    """They are counted by several queries; what comes in between is in none of them, and in the next answer."""
    reader, writer = stores
    _between_queries(reader, lambda: _record(writer, "second"))
    counts = reader.view().counts()
    assert (counts.documents, counts.readings) == (1, 1)
    assert (reader.view().counts().documents, reader.view().counts().readings) == (2, 2)


def test_claims_keep_their_documents(stores: tuple[SqlStore, SqlStore]) -> None:
    """Also when these are deleted, as redaction does, before the second query."""
    reader, writer = stores

    def delete() -> None:
        with writer.books.db.transaction():
            for table in ("claim", "reading"):
                writer.books.db.run(f"DELETE FROM {table}")  # noqa: S608 - our own names

    _between_queries(reader, delete)
    assert [row.document.id for row in reader.view().claims()] == ["first"]
    assert reader.view().claims() == ()


def test_an_error_does_not_hold_the_state(stores: tuple[SqlStore, SqlStore]) -> None:
    """The next call sees what is new."""
    reader, writer = stores
    with pytest.raises(LookupError):
        reader.view().document("second")
    _record(writer, "second")
    assert reader.view().document("second").id == "second"
    _record(reader, "third")
    assert writer.view().counts().documents == 3

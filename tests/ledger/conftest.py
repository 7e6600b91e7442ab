"""Every store that exists: a test that takes `fresh` or `store` runs once on each."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.ledger.named import fill_named
from tests.postgres_server import Emptied

from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.postgres import PostgresStore
from tacitus.ledger.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tacitus.ledger.contract import Store


@pytest.fixture(scope="session")
def _emptied(postgres_server: str) -> Iterator[Emptied]:
    ledgers = Emptied(postgres_server, lambda where: PostgresStore(where, MemoryKeys()).close())
    yield ledgers
    ledgers.close()


@pytest.fixture(scope="session", params=["memory", "sqlite", "postgres"])
def fresh(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], AbstractContextManager[Store]]:
    """Return what opens a new empty store of one kind."""

    @contextmanager
    def in_memory() -> Iterator[Store]:
        with closing(MemoryStore()) as store:
            yield store

    @contextmanager
    def in_a_file() -> Iterator[Store]:
        with closing(SqliteStore(tmp_path_factory.mktemp("ledger") / "t.db")) as store:
            yield store

    @contextmanager
    def on_a_server() -> Iterator[Store]:
        emptied: Emptied = request.getfixturevalue("_emptied")
        with emptied.one() as where, closing(PostgresStore(where, MemoryKeys())) as store:
            yield store

    if request.param == "postgres":
        request.getfixturevalue("_emptied")
    return {"memory": in_memory, "sqlite": in_a_file, "postgres": on_a_server}[request.param]


@pytest.fixture
def store(fresh: Callable[[], AbstractContextManager[Store]]) -> Iterator[Store]:
    """Yield a new empty store."""
    with fresh() as opened:
        yield opened


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return the path of a ledger in a file, in which many things name one private person."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill_named(store)
    return tmp_path / "t.db"

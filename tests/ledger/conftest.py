"""Every store that exists: a test that takes `fresh` or `store` runs once on each."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tacitus.ledger.contract import Store


@pytest.fixture(scope="session", params=["memory", "sqlite"])
def fresh(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], AbstractContextManager[Store]]:
    """Return what opens a new empty store of one kind."""

    @contextmanager
    def opened() -> Iterator[Store]:
        is_sqlite = request.param == "sqlite"
        store: Store = SqliteStore(tmp_path_factory.mktemp("ledger") / "t.db") if is_sqlite else MemoryStore()
        with closing(store):
            yield store

    return opened


@pytest.fixture
def store(fresh: Callable[[], AbstractContextManager[Store]]) -> Iterator[Store]:
    """Yield a new empty store."""
    with fresh() as opened:
        yield opened

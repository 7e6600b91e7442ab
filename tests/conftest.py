"""The reader and the gazetteer, made once for all tests; property tests without a deadline, since machines differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.postgres_server import drop, new_schema, served

from tacitus.gazetteer import packages
from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.files import build
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.store import make
from tacitus.model.place import PlaceKind
from tacitus.pipeline import default_reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.pipeline import Reader

settings.register_profile("tests", deadline=None)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the reader with the engine of the package and the default steps."""
    return default_reader()


#: A few true places, for tests that need some gazetteer: two towns of one name, and a country.
FEW = (
    Entry("163843", "Syria", PlaceKind.COUNTRY, 35, 38, "SY", population=20_000_000, radius=300_000.0),
    Entry("169389", "Idlib", PlaceKind.TOWN, 35.9306, 36.6339, "SY", "Idlib", population=128_840),
    Entry("2210247", "Tripoli", PlaceKind.TOWN, 32.8874, 13.1873, "LY", "Tripoli", population=1_302_947),
    Entry("266826", "Tripoli", PlaceKind.TOWN, 34.4335, 35.8441, "LB", "Liban-Nord", population=229_398),
)


@pytest.fixture(scope="session", autouse=True)
def _small_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let every command of the test run use a gazetteer of few places, and none touch that of the user."""
    path = tmp_path_factory.mktemp("gazetteer") / "small.db"
    make(path, "geonames", "few", FEW, (("SY", "LB"), ("LB", "SY")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TACITUS_GAZETTEER", str(path))
        yield


@pytest.fixture(scope="session")
def gazetteer_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the whole gazetteer, compiled once a session in some 20 s. Do not write to it."""
    if not packages.is_installed():
        pytest.skip("the [geo] extra is not installed")
    path = tmp_path_factory.mktemp("gazetteer") / "whole.db"
    build(path)
    return path


@pytest.fixture(scope="session")
def gazetteer(gazetteer_file: Path) -> Iterator[Index]:
    """Return the whole gazetteer, open."""
    index = Index(gazetteer_file)
    yield index
    index.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Yield the address of a database on a PostgreSQL server; see tests/postgres_server.py."""
    with served() as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Yield the address of a ledger that is not there yet, in a schema of its own."""
    schema = new_schema()
    yield f"{postgres_server}&schema={schema}"
    drop(postgres_server, schema)

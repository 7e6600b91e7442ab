"""The reader, loaded once for all tests; property tests without a deadline, since machines differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tacitus.pipeline import default_reader

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

settings.register_profile("tests", deadline=None)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the reader with the engine of the package and the default steps."""
    return default_reader()

"""The reader, loaded once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tacitus.pipeline import default_reader

if TYPE_CHECKING:
    from tacitus.pipeline import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the reader with the engine of the package and the default steps."""
    return default_reader()

"""The engine, loaded once for all tests of this folder."""

from __future__ import annotations

import pytest

from tacitus.language.engine import BundledEngine


@pytest.fixture(scope="session")
def engine() -> BundledEngine:
    """Return the engine of the package."""
    return BundledEngine()

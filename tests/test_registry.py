"""Parts by name, through entry points of real installed packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tacitus.errors import UnknownNameError
from tacitus.registry import Registry

if TYPE_CHECKING:
    from pathlib import Path


def test_parts_that_were_added_are_made_anew() -> None:
    """Each call makes a new part, and names come in order."""
    registry: Registry[list[int]] = Registry("tacitus.test-parts", "part")
    registry.add("two", lambda: [2])
    registry.add("one", lambda: [1])
    assert registry.names() == ("one", "two")
    assert registry.make("two") == [2]
    assert registry.make("two") is not registry.make("two")


def test_a_name_that_nobody_declares_is_refused() -> None:
    """The message lists the known names and says how to add one."""
    registry: Registry[str] = Registry("tacitus.test-parts", "part")
    registry.add("one", lambda: "1")
    with pytest.raises(UnknownNameError, match=r"No part named 'three'. Known: one. Install a package .*test-parts"):
        registry.make("three")


def test_packages_declare_parts_by_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of another package is imported on first use; one added in the process hides it."""
    (tmp_path / "ruritania.py").write_text("import fractions\ndef make():\n    return fractions.Fraction(1, 3)\n")
    info = tmp_path / "ruritania-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ruritania\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[tacitus.test-parts]\nthird = ruritania:make\n")
    monkeypatch.syspath_prepend(tmp_path)
    registry: Registry[object] = Registry("tacitus.test-parts", "part")
    assert registry.names() == ("third",)
    assert str(registry.make("third")) == "1/3"
    registry.add("third", lambda: "mine")
    assert registry.names() == ("third",)
    assert registry.make("third") == "mine"


def test_the_bundled_engine_comes_through_the_same_door() -> None:
    """The package declares its own engine as any other package does."""
    assert "bundled" in Registry[object]("tacitus.engines", "engine").names()

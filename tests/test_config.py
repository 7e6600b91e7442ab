"""Settings from options and environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.config import DEFAULT_LEDGER, Settings, settings


def test_defaults() -> None:
    """The ledger lies in the current folder; nothing is switched off."""
    assert settings({}) == Settings(Path("tacitus.db"))
    assert not DEFAULT_LEDGER.is_absolute()


@pytest.mark.parametrize(("environ", "is_plain"), [({"NO_COLOR": "1"}, True), ({"NO_COLOR": ""}, False), ({}, False)])
def test_no_color(environ: dict[str, str], *, is_plain: bool) -> None:
    """Any content turns colour off; an empty variable counts as unset (no-color.org)."""
    assert settings(environ).is_plain is is_plain
    assert settings(environ, no_color=True).is_plain


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("0", None), ("wide", None), ("", None), ("-5", None)])
def test_width(columns: str, width: int | None) -> None:
    """Only a number of columns is a width."""
    assert settings({"COLUMNS": columns}).width == width

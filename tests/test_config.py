"""Settings from options and environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.config import DEFAULT_LEDGER, data_folder, settings


def test_defaults() -> None:
    """The ledger lies in the current folder; nothing is switched off."""
    found = settings({})
    assert (found.ledger, found.is_plain, found.is_quiet, found.width) == ("tacitus.db", False, False, None)
    assert not found.is_gazetteer_named
    assert not Path(DEFAULT_LEDGER).is_absolute()


@pytest.mark.parametrize(("environ", "is_plain"), [({"NO_COLOR": "1"}, True), ({"NO_COLOR": ""}, False), ({}, False)])
def test_no_color(environ: dict[str, str], *, is_plain: bool) -> None:
    """Any content turns colour off; an empty variable counts as unset (no-color.org)."""
    assert settings(environ).is_plain is is_plain
    assert settings(environ, no_color=True).is_plain


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("0", None), ("wide", None), ("", None), ("-5", None)])
def test_width(columns: str, width: int | None) -> None:
    """Only a number of columns is a width."""
    assert settings({"COLUMNS": columns}).width == width


def test_the_gazetteer_that_is_used() -> None:
    """By option, else by environment, else in the user's data folder; an empty variable counts as unset."""
    environ = {"TACITUS_GAZETTEER": "mine.db", "XDG_DATA_HOME": "/data"}
    named = settings(environ, gazetteer=Path("that.db"))
    assert (named.gazetteer, named.is_gazetteer_named) == (Path("that.db"), True)
    by_environment = settings(environ)
    assert (by_environment.gazetteer, by_environment.is_gazetteer_named) == (Path("mine.db"), False)
    assert settings({"TACITUS_GAZETTEER": "", "HOME": "/h"}).gazetteer == settings({"HOME": "/h"}).gazetteer
    assert settings({"HOME": "/h"}).gazetteer.parts[-2:] == ("tacitus", "gazetteer.db")


def test_the_keys_that_are_used() -> None:
    """By environment, else None: beside the ledger, or in the user's data folder when the ledger is no file."""
    assert settings({"TACITUS_KEYS": "safe/mine.keys"}).keys == Path("safe/mine.keys")
    assert settings({"TACITUS_KEYS": ""}).keys is None
    assert settings({"HOME": "/h"}).keys_folder.parts[-2:] == ("tacitus", "keys")


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"HOME": "/h"}, "linux", "/h/.local/share/tacitus"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "linux", "/d/tacitus"),
        ({"HOME": "/h", "XDG_DATA_HOME": "d"}, "linux", "/h/.local/share/tacitus"),
        ({"HOME": "/h", "XDG_DATA_HOME": ""}, "freebsd14", "/h/.local/share/tacitus"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "darwin", "/h/Library/Application Support/tacitus"),
        ({"LOCALAPPDATA": "/a/Local", "USERPROFILE": "/h"}, "win32", "/a/Local/tacitus"),
        ({"USERPROFILE": "/h"}, "win32", "/h/AppData/Local/tacitus"),
    ],
)
def test_the_data_folder_of_each_platform(environ: dict[str, str], platform: str, folder: str) -> None:
    """A relative `XDG_DATA_HOME` does not count, as its specification demands."""
    assert data_folder(environ, platform) == Path(folder)

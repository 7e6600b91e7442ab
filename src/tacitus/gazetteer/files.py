"""Where the gazetteer of this machine lies, and how it comes to be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tacitus.gazetteer import packages
from tacitus.gazetteer.index import Index, is_current
from tacitus.gazetteer.store import make

if TYPE_CHECKING:
    from pathlib import Path

#: Name of the source that the packages of the `[geo]` extra are.
GEONAMES = "geonames"


def is_ready(path: Path) -> bool:
    """Tell whether a file is a gazetteer that this version of Tacitus can read."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            return is_current(db)
    except sqlite3.DatabaseError:
        return False


def build(path: Path) -> int:
    """Compile the gazetteer of the `[geo]` extra into a file and return how many places it has. Takes some 20 s.

    What the user added to an older file is not in the new one.
    """
    version = packages.package_version()
    return make(path, GEONAMES, version, packages.package_entries(), packages.neighbours())


def open_gazetteer(path: Path) -> Index | None:
    """Return the gazetteer in a file, compiled now when it is not there yet and the `[geo]` extra is; None without.

    A file of an older layout is made anew.
    """
    if not is_ready(path):
        if not packages.is_installed():
            return None
        build(path)
    return Index(path)

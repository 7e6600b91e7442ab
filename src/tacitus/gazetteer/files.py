"""Where the gazetteer of this machine lies, and how it comes to be."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tacitus.gazetteer import packages
from tacitus.gazetteer.errors import GazetteerAccessError, NameTakenError, NoPackageError, NotAGazetteerError
from tacitus.gazetteer.hints import Hints
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.sources import GEONAMES, Places, read_places
from tacitus.gazetteer.store import LAYOUT, Added, add, layout, make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_COMPILING = "Compiling the gazetteer once, some 20 s …"


def is_ready(path: Path) -> bool:
    """Tell whether a file is a gazetteer that this version of Tacitus can read; False when there is none.

    Raises:
        NotAGazetteerError: If the file is something else, which must not be written over.
        GazetteerAccessError: If it cannot be read.
    """
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            found = layout(db)
            is_empty = not db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        raise GazetteerAccessError(path, f"cannot be read: {error}") from error
    except sqlite3.DatabaseError as error:
        raise NotAGazetteerError(path, str(error), "Give another file with --gazetteer.") from error
    if found is None and not is_empty:
        raise NotAGazetteerError(path, "it is another kind of database", "Give another file with --gazetteer.")
    return found == LAYOUT


def build(path: Path) -> int:
    """Compile the gazetteer of the `[geo]` extra into a file and return how many places it has. Takes some 20 s.

    What the user added to an older file is not in the new one.

    Raises:
        NoPackageError: If the extra is not installed.
        NotAGazetteerError: If the file is there and is none.
        GazetteerAccessError: If it cannot be written.
    """
    if not packages.is_installed():
        raise NoPackageError
    is_ready(path)  # raises for a file that is something else
    with _uncollected():
        return make(path, GEONAMES, packages.package_version(), packages.package_entries(), packages.neighbours())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away from millions of new objects without a cycle: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def open_gazetteer(path: Path, tell: Callable[[str], None] = lambda _: None) -> Index | None:
    """Return the gazetteer in a file, compiled now when it is not there yet and the `[geo]` extra is; None without.

    A file of an older layout is made anew.

    Args:
        path: The file.
        tell: Takes a line for people before the compiling begins.

    Raises:
        NotAGazetteerError: If the file is something else.
        GazetteerAccessError: If it cannot be read or written.
    """
    if not is_ready(path):
        if not packages.is_installed():
            return None
        tell(f"{_COMPILING} ({path})")
        build(path)
    return Index(path)


def add_file(path: Path, file: Path, country: str = "", name: str = "") -> tuple[Places, Added]:
    """Add a file of places to a gazetteer that is there.

    Args:
        path: The gazetteer.
        file: A table of GeoNames, CSV, TSV or GeoJSON.
        country: Of rows that name none.
        name: What to call the source; one of that name is replaced. By default the file's name without its ending,
            which replaces what came from that file before and nothing else.

    Raises:
        PlacesFileError: If the file cannot be read, or another file of its name was added before.
        InvalidValueError: If nobody knows the country.
        NotAGazetteerError: If the gazetteer is none.
        GazetteerAccessError: If it cannot be written.
    """
    found = read_places(file, Hints(country, path), name)
    with closing(Index(path)) as index:
        clash = next((source for source in index.sources() if source.name == found.source.name), None)
    if clash is not None and not name and clash.origin != found.source.origin:
        raise NameTakenError(file, found.source.name, clash.origin)
    return found, add(path, found.source, found.entries)


def prepare(path: Path, tell: Callable[[str], None]) -> None:
    """Make the gazetteer that files are added to, when it is not there: from the packages, else an empty one.

    Raises:
        NotAGazetteerError: If the file is something else.
        GazetteerAccessError: If it cannot be written.
    """
    if is_ready(path):
        return
    if packages.is_installed():
        tell(f"{_COMPILING} ({path})")
        build(path)
    else:
        make(path, "", "", (), ())

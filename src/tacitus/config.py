"""Settings of one run of the command line: read once at the top, handed down as plain values."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_LEDGER = "tacitus.db"
"""The ledger that is used when none is named: in the current folder."""


class Part(StrEnum):
    """A part of the reader that can be asked for by itself."""

    ALIKE = "alike"
    COUNTS = "counts"
    MENTIONS = "mentions"
    PLACES = "places"
    RELATIONS = "relations"
    SPEECH = "speech"
    TIMES = "times"


class AliasFormat(StrEnum):
    """What a file of aliases is."""

    OWN = "own"
    UCDP_ACTORS = "ucdp-actors"
    UCDP_NAMES = "ucdp-names"
    OPENSANCTIONS = "opensanctions"
    FTM = "ftm"
    WIKIDATA = "wikidata"
    WIKIBASE = "wikibase"


class Listing(StrEnum):
    """How a list that is no list of claims is written."""

    TABLE = "table"
    JSON = "json"


class Rows(StrEnum):
    """How a list is written that can be long."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run was asked for.

    Attributes:
        ledger: Path of the ledger file, or address of a ledger on a PostgreSQL server.
        keys: Path of the file of keys, or None for the usual place.
        keys_folder: Where files of keys lie whose ledger is no file.
        gazetteer: Path of the gazetteer file.
        is_gazetteer_named: Whether an option names it: it is that one or none.
        is_plain: Never use colour, whatever the terminal can do.
        is_quiet: No progress and no notes; problems and errors are still told.
        width: Columns of the terminal, or None to ask the terminal itself.
    """

    ledger: str = DEFAULT_LEDGER
    keys: Path | None = None
    keys_folder: Path = Path()
    gazetteer: Path = Path("gazetteer.db")
    is_gazetteer_named: bool = False
    is_plain: bool = False
    is_quiet: bool = False
    width: int | None = None


def settings(
    environ: Mapping[str, str],
    *,
    ledger: str | None = None,
    gazetteer: Path | None = None,
    no_color: bool = False,
    quiet: bool = False,
) -> Settings:
    """Return the settings from options and environment; an option that is None was not given.

    `NO_COLOR` with any content turns colour off (no-color.org); `COLUMNS` sets the width; `TACITUS_GAZETTEER` is the
    path of the gazetteer, `TACITUS_KEYS` that of the file of keys.

    Examples:
        >>> settings({"NO_COLOR": "1", "COLUMNS": "100"}).is_plain
        True
    """
    columns = environ.get("COLUMNS", "")
    named = gazetteer or (Path(environ["TACITUS_GAZETTEER"]) if environ.get("TACITUS_GAZETTEER") else None)
    return Settings(
        ledger=ledger or DEFAULT_LEDGER,
        keys=Path(environ["TACITUS_KEYS"]) if environ.get("TACITUS_KEYS") else None,
        keys_folder=data_folder(environ, sys.platform) / "keys",
        gazetteer=named or data_folder(environ, sys.platform) / "gazetteer.db",
        is_gazetteer_named=gazetteer is not None,
        is_plain=no_color or bool(environ.get("NO_COLOR")),
        is_quiet=quiet,
        width=int(columns) if columns.isdecimal() and int(columns) > 0 else None,
    )


def data_folder(environ: Mapping[str, str], platform: str) -> Path:
    """Return the folder for this user's data of Tacitus, as the platform wants it.

    Sources: XDG Base Directory Specification; Apple's File System Programming Guide; Windows' Known Folders.

    Args:
        environ: The environment.
        platform: As `sys.platform` names it.

    Examples:
        >>> data_folder({"XDG_DATA_HOME": "/data"}, "linux").as_posix()
        '/data/tacitus'
        >>> data_folder({"HOME": "/Users/ada"}, "darwin").as_posix()
        '/Users/ada/Library/Application Support/tacitus'
    """
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "tacitus"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "tacitus"
    shared = Path(environ.get("XDG_DATA_HOME") or "")
    return (shared if shared.is_absolute() else home / ".local" / "share") / "tacitus"

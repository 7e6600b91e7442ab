"""Settings of one run of the command line: read once at the top, handed down as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_LEDGER = Path("tacitus.db")
"""The ledger that is used when none is named: in the current folder."""


class Part(StrEnum):
    """A part of the reader that can be asked for by itself."""

    MENTIONS = "mentions"
    SPEECH = "speech"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run was asked for.

    Attributes:
        ledger: Path of the ledger file.
        is_plain: Never use colour, whatever the terminal can do.
        is_quiet: No progress and no notes; problems and errors are still told.
        width: Columns of the terminal, or None to ask the terminal itself.
    """

    ledger: Path = DEFAULT_LEDGER
    is_plain: bool = False
    is_quiet: bool = False
    width: int | None = None


def settings(
    environ: Mapping[str, str], *, ledger: Path = DEFAULT_LEDGER, no_color: bool = False, quiet: bool = False
) -> Settings:
    """Return the settings from options and environment.

    `NO_COLOR` with any content turns colour off (no-color.org); `COLUMNS` sets the width.

    Examples:
        >>> settings({"NO_COLOR": "1", "COLUMNS": "100"}).is_plain
        True
    """
    columns = environ.get("COLUMNS", "")
    return Settings(
        ledger=ledger,
        is_plain=no_color or bool(environ.get("NO_COLOR")),
        is_quiet=quiet,
        width=int(columns) if columns.isdecimal() and int(columns) > 0 else None,
    )

"""What a run needs of its streams before, and without, any screen: quick to load."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from tacitus.terminal.printable import printable


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says, so that the same run gives the same bytes everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def fail(message: str) -> None:
    """Tell an error on standard error, without styles: it may come before any setting is known."""
    sys.stderr.write(f"Error: {printable(message)}\n")

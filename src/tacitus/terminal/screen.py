"""Standard output for data, standard error for progress, notes and problems."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from tacitus.terminal import claims
from tacitus.terminal.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.status import Status

    from tacitus.config import Settings
    from tacitus.export.lines import ClaimLine
    from tacitus.model.problem import Problem


class Screen:
    """What one run says, and where."""

    def __init__(self, settings: Settings) -> None:
        """Open both streams as the settings and the terminal allow."""
        self._is_quiet = settings.is_quiet
        self._out = _console(settings, is_error=False)
        self._err = _console(settings, is_error=True)
        self._is_framed = self._out.is_terminal or settings.width is not None
        self._status: Status | None = None

    def data(self, text: str) -> None:
        """Write data to standard output as it is."""
        with self._paused():
            sys.stdout.write(text)

    def json(self, value: object) -> None:
        """Write a value as JSON for people and programs, with a line feed behind it."""
        self.data(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def heading(self, text: str) -> None:
        """Write a line over a table."""
        with self._paused():
            self._out.print(Text(one_line(text), "bold"), soft_wrap=True)

    def line(self, text: str) -> None:
        """Write a line of a report for people."""
        with self._paused():
            self._out.print(Text(one_line(text)), soft_wrap=True)

    def claims(self, found: Sequence[ClaimLine], *, is_cited: bool = False) -> None:
        """Write claims as a table and an empty line, or say that there are none.

        Args:
            found: In order.
            is_cited: Whether the report is told beside the speaker: for lists over many reports.
        """
        with self._paused():
            if not found:
                self._out.print("No claims.\n")
            elif self._is_framed:
                self._out.print(claims.framed(found, is_cited=is_cited), "")
            else:
                sys.stdout.write(claims.plain(found, is_cited=is_cited) + "\n")

    def note(self, text: str) -> None:
        """Say something on standard error, unless quiet."""
        if not self._is_quiet:
            self._err.print(Text(printable(text)), soft_wrap=True)

    def problem(self, problem: Problem) -> None:
        """Tell a problem on standard error, quiet or not."""
        text = Text.assemble(("Problem: ", "bold yellow"), one_line(str(problem)))
        self._err.print(text, soft_wrap=True)

    @contextmanager
    def progress(self, text: str) -> Iterator[None]:
        """Show that something goes on, on a terminal only and unless quiet, until the block ends."""
        if self._is_quiet or not self._err.is_terminal:
            yield
            return
        with self._err.status(Text(one_line(text))) as self._status:
            yield
        self._status = None

    def step(self, text: str) -> None:
        """Change what the progress line says."""
        if self._status is not None:
            self._status.update(Text(one_line(text)))

    @contextmanager
    def _paused(self) -> Iterator[None]:
        """Take the progress line away while a table is written to the same terminal."""
        if self._status is None:
            yield
            return
        self._status.stop()
        yield
        self._status.start()


def _console(settings: Settings, *, is_error: bool) -> Console:
    return Console(
        stderr=is_error,
        color_system=None if settings.is_plain else "auto",
        no_color=settings.is_plain or None,
        width=settings.width,
        highlight=False,
        markup=False,
        emoji=False,
    )

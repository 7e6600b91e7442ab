"""What is said of a condition that cannot be read."""

from __future__ import annotations

import re

from tacitus.errors import TacitusError

#: How many characters before and behind the spot are shown.
_AROUND = 60
_SPACE = re.compile(r"\s")


class WhereError(TacitusError, ValueError):
    """A condition on claims cannot be read.

    Attributes:
        text: The condition as it was given.
        start: First code point of what cannot be read, counted from 0; its length at the end of it.
        end: One past the last one; greater than `start`.
    """

    def __init__(self, text: str, spot: tuple[int, int], said: str, allowed: str) -> None:
        """Say where it cannot be read, why, and what is allowed there; a line of carets points at the spot."""
        self.text = text
        self.start, self.end = spot
        place = f"at character {self.start + 1}" if self.start < len(text) else "at its end"
        shown = "\n".join(_pointed(text, self.start, self.end))
        super().__init__(f"The condition cannot be read {place}: {said}. Allowed: {allowed}.\n{shown}")


def _pointed(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text around a spot on one line, and a line with carets under the spot."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, behind = "…" if first else "", "…" if last < len(text) else ""
    line = _SPACE.sub(" ", text[first:last])
    return f"  {before}{line}{behind}", "  " + " " * (len(before) + start - first) + "^" * max(1, end - start)

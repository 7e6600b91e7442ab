"""Errors for calls that cannot mean anything; bad documents are `Problem` values instead.

Each error builds its own message: what was given, what is allowed, what to do next. Each also inherits from the
builtin that a caller would expect, so `except ValueError` and `except LookupError` keep working.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class TacitusError(Exception):
    """Base of every error that Tacitus raises on purpose."""


class InvalidValueError(TacitusError, ValueError):
    """A value breaks the rules of what it should be."""

    def __init__(self, what: str, given: object, allowed: str, advice: str = "") -> None:
        """Say that `given` is no `what`, and what is allowed instead."""
        tail = f" {advice}" if advice else ""
        super().__init__(f"{given!r} is no {what}. Allowed: {allowed}.{tail}")


class UnknownNameError(TacitusError, LookupError):
    """A name was asked for that nobody has registered or recorded."""

    def __init__(self, what: str, name: str, known: Iterable[str], advice: str = "") -> None:
        """Say that no `what` is called `name`, and list the known ones in order."""
        listed = ", ".join(sorted(known)) or "none"
        tail = f" {advice}" if advice else ""
        super().__init__(f"No {what} named {name!r}. Known: {listed}.{tail}")


class PipelineOrderError(TacitusError, ValueError):
    """A step of the reader needs what no earlier step gives."""

    def __init__(self, step: str, missing: Iterable[str]) -> None:
        """Name the step and the layers that it lacks."""
        layers = ", ".join(sorted(missing))
        super().__init__(
            f"The step {step!r} needs {layers}, which no earlier step gives. Put a step that gives it first."
        )

"""A Problem: something bad in the data, kept as a value while the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What could not be read, where, and what to do about it.

    Attributes:
        place: File, URL, or document id; with a line or member when known ("feed.jsonl:12").
        step: The step that met it: "read", "claims", "record" …
        message: What is wrong, in one sentence.
        advice: What the user can do next, in one sentence.
    """

    place: str
    step: str
    message: str
    advice: str

    def __str__(self) -> str:
        """Return one line for people."""
        return f"{self.place}: {self.message} {self.advice}".rstrip()

"""What is wrong with a row of a file of places."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a row, in one sentence, and what to do about it."""

    message: str
    advice: str

    def at(self, place: str) -> Problem:
        """Return it as a Problem of a file or of a row in it ("villages.csv:12")."""
        return Problem(place, "gazetteer", self.message, self.advice)

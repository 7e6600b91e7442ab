"""What people made of a claim: whether it was looked at, by whom, and why; the claim itself never changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tacitus.model.judgement import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tacitus.model.judgement import Judgement


class State(StrEnum):
    """Where a claim stands in review."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"


#: Verdict of a review → state in which it leaves the claim.
STATES = {Verdict.ACCEPT: State.ACCEPTED, Verdict.REJECT: State.REJECTED, Verdict.EDIT: State.EDITED}


@dataclass(frozen=True, slots=True)
class Past:
    """A judgement as a history lists it.

    Attributes:
        judgement: What was said.
        taken_back: The standing judgement that took it back, or None when it holds.
    """

    judgement: Judgement
    taken_back: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What people said of one claim, as a view of the ledger has it.

    Attributes:
        history: Every review in order of recording, those that were taken back too; empty when there was none.
    """

    history: tuple[Past, ...] = ()

    @property
    def standing(self) -> tuple[Judgement, ...]:
        """The reviews that nobody took back, in order of recording."""
        return tuple(past.judgement for past in self.history if past.taken_back is None)

    @property
    def judgement(self) -> Judgement | None:
        """The review that stands: the last one that nobody took back, whoever made it; None when there is none."""
        return max(self.standing, key=lambda one: (one.recorded, one.id), default=None)

    @property
    def state(self) -> State:
        """Where the claim stands."""
        return STATES[self.judgement.verdict] if self.judgement else State.UNREVIEWED

    @property
    def author(self) -> str | None:
        """Who made the review that stands, or None."""
        return self.judgement.author if self.judgement else None

    @property
    def recorded(self) -> datetime | None:
        """When the review that stands was entered, UTC, or None."""
        return self.judgement.recorded if self.judgement else None

    @property
    def because(self) -> str | None:
        """Why, in the reviewer's words, or None."""
        return self.judgement.because if self.judgement else None

    @property
    def correction(self) -> Mapping[str, Any] | None:
        """What the review that stands corrects, as `tacitus.ask.correcting` makes it; None when it corrects nothing."""
        return self.judgement.data if self.judgement and self.judgement.verdict is Verdict.EDIT else None

    @property
    def is_disputed(self) -> bool:
        """Whether reviewers disagree: no answer has more than half of them behind it.

        Of each reviewer the last standing review counts; two corrections are one answer only when they are equal.
        """
        last = {one.author: (one.verdict, one.data) for one in self.standing}
        answers = list(last.values())
        return len(answers) > 1 and max(map(answers.count, answers)) * 2 <= len(answers)


#: Of a claim that nobody looked at.
UNREVIEWED = Review()

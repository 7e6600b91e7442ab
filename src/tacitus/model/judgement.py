"""What we, not the sources, think: recorded apart from the claim, with author and time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Verdict(StrEnum):
    """What a judgement says about its subject."""

    ACCEPT = "accept"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    #: Takes another judgement back; its subject is the id of that judgement.
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, appended and never edited; a later one on the same subject takes its place in views.

    Attributes:
        subject: Ids judged: one claim, one judgement, or two entities (`tacitus.resolve.records.key_of`), the smaller
            key first.
        verdict: The decision.
        because: The reason, in words.
        author: A person's name, or rule and version ("names@1").
        recorded: When it was entered, UTC.
        score: How likely the two are the same, [0, 1], as a rule reckoned it; None for a person's judgement.
    """

    subject: tuple[str, ...]
    verdict: Verdict
    because: str
    author: str
    recorded: datetime
    score: float | None = None

    @property
    def id(self) -> str:
        """Content hash over everything but the score: "j" and 16 hexadecimal digits."""
        parts = (*self.subject, self.verdict, self.because, self.author, self.recorded.isoformat())
        return "j" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def is_by_rule(self) -> bool:
        """Whether a rule made it, and no person: the author carries a version."""
        return "@" in self.author

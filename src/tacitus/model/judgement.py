"""What we, not the sources, think: recorded apart from the claim, with author and time."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, appended and never edited; a later one on the same subject takes its place in views.

    Attributes:
        subject: Ids judged: one claim, or two entities.
        verdict: The decision.
        because: The reason, in words.
        author: A person's name, or rule and version ("names@1").
        recorded: When it was entered, UTC.
    """

    subject: tuple[str, ...]
    verdict: Verdict
    because: str
    author: str
    recorded: datetime

"""What we, not the sources, think: recorded apart from the claim, with author and time."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class Verdict(StrEnum):
    """What a judgement says about its subject."""

    #: Of a claim: it is read right, or is not; EDIT: it is right as `data` corrects it.
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    #: The user's own grade of a source or a claim, in `data`.
    GRADE = "grade"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    #: Takes another judgement back; its subject is the id of that judgement.
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, appended and never edited; a later one on the same subject takes its place in views.

    Attributes:
        subject: Ids judged: one claim, one source (`source:` and its folded name), one judgement, or two entities
            (`tacitus.resolve.records.key_of`), the smaller key first.
        verdict: The decision.
        because: The reason, in words.
        author: A person's name, or rule and version ("names@1").
        recorded: When it was entered, UTC.
        score: How likely the two are the same, [0, 1], as a rule reckoned it; None for a person's judgement.
        data: What an EDIT corrects, or what a GRADE is, as JSON values; None for all other verdicts.
    """

    subject: tuple[str, ...]
    verdict: Verdict
    because: str
    author: str
    recorded: datetime
    score: float | None = None
    data: Mapping[str, Any] | None = field(default=None, hash=False)

    @property
    def id(self) -> str:
        """Content hash over everything but the score: "j" and 16 hexadecimal digits."""
        detail = () if self.data is None else (json.dumps(self.data, sort_keys=True),)
        parts = (*self.subject, self.verdict, self.because, self.author, self.recorded.isoformat(), *detail)
        return "j" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def is_by_rule(self) -> bool:
        """Whether a rule made it, and no person: the author carries a version."""
        return "@" in self.author

"""The user's own grades of sources and claims: kept beside the claim, never in it, and never reckoned with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.model.judgement import Judgement

#: What a grade is of: the keys of `Judgement.data`.
RELIABILITY, CREDIBILITY = "reliability", "credibility"
#: Key of the first day for which a reliability holds.
SINCE = "since"
#: What stands before the folded name of a source, as the subject of a judgement.
SOURCE = "source:"


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade that somebody gave, with who, when and why.

    Attributes:
        judgement: The judgement that gives it; its verdict is `GRADE`.
    """

    judgement: Judgement

    @property
    def value(self) -> str:
        """A to F for a source, 1 to 6 for a claim, as entered."""
        data = self.judgement.data or {}
        return str(data.get(RELIABILITY, data.get(CREDIBILITY, "")))

    @property
    def since(self) -> date | None:
        """The first day of publication for which it holds; None for every day."""
        given = (self.judgement.data or {}).get(SINCE)
        return date.fromisoformat(given) if given else None

    def holds(self, published: date | None) -> bool:
        """Tell whether it holds for what was published on a day; on an unknown day only a grade of every day does."""
        return self.since is None or (published is not None and self.since <= published)


@dataclass(frozen=True, slots=True)
class SourceGrade:
    """A link of the chain of those who say so.

    Attributes:
        name: As written.
        is_outlet: Whether it is the outlet that published the report, and no speaker in it.
        grade: The one that held on the day of publication; None when it is not graded.
    """

    name: str
    is_outlet: bool
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades beside one claim; nothing is made of them together.

    Attributes:
        sources: The speakers, innermost first, then the outlet if there is one. The first is the source of the claim.
        claim: Of the claim itself; None when it is not graded.
    """

    sources: tuple[SourceGrade, ...] = ()
    claim: Grade | None = None

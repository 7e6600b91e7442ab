"""The pattern of a question: what the claims that answer it look like, and which of their parts is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.model.ontology import ROLES

if TYPE_CHECKING:
    from tacitus.ask.question.spelling import Book
    from tacitus.model.entity import EntityType
    from tacitus.model.when import When


class Hole(StrEnum):
    """Which part of a claim is asked for."""

    #: The one who acts, or the subject of a relation: "Who leads X?"
    WHO = "who"
    #: Who acts together with somebody.
    WITH = "with whom"
    #: The one acted on, or the object of a relation: "Whom did X attack?"
    WHOM = "whom"
    WHERE = "where"
    #: The place from which something was fired or came.
    FROM = "from where"
    #: The province or country in which a place lies.
    WITHIN = "in what place"
    WHEN = "when"
    KILLED = "killed"
    INJURED = "injured"
    #: How many were taken, freed or displaced.
    NUMBER = "number"
    #: How many fighters or members a group has.
    STRENGTH = "strength"
    WEAPON = "weapon"
    #: Who says so, and who denies it.
    SPEAKER = "who says so"
    NAME = "name"
    #: Whether it is so at all.
    WHETHER = "whether"
    #: What happens or holds: the claims themselves.
    WHAT = "what"


class Polarity(StrEnum):
    """Which claims are asked for: those that say it, those that deny it, or both."""

    ANY = "any"
    ASSERTED = "asserted"
    DENIED = "denied"


#: The roles of a pattern: who acts or is the subject; whom or what it is done to, or the object; where; with what;
#: anybody or anything that the claim speaks of; words for a post ("spokesman"), or of a claim that has no post
#: some that stand in the quote; words that all stand in the quote ("south-west").
PARTS = ("actor", "target", "place", "weapon", "about", "post", "words")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A claim with a hole.

    Attributes:
        hole: The part that is asked for.
        types: Types of claims that may answer; () for all.
        roles: Parts that are given, as pairs of one of `PARTS` and a name or a description as people write it. All
            must fit; a part may be given several times.
        kinds: What the value of the hole may be ("Which groups …"); empty for anything.
        people: Words for those who are counted ("soldiers"); "" for anybody.
        time: When: a claim fits whose time may touch it, or that has no time and was published then. None for ever.
        source: Who says so: a speaker or an outlet. None for anybody.
        polarity: Whether only claims that deny it, or only those that say it, are asked for.
        is_present: Whether it is asked what holds by the day of the question; what ended before is told apart.
        is_claimed: Whether only those count who say themselves that they did it.
        is_planned: Whether it is asked for what somebody intends, and not for what happened.
        is_offered: Whether it is asked for what somebody offered, be it intended or real.
        is_full: Whether only names count of which the one that is asked about can be an acronym.
        harm: "killed" or "injured", where it is asked who was; "" for either.
        number: A number that is given: the role of the count, and its bounds; None for none.

    Raises:
        InvalidValueError: If a type or a part is unknown, or nothing at all is given.

    Examples:
        >>> Pattern(Hole.WHO, ("leads",), (("target", "Tide Front"),)).given("target")
        ('Tide Front',)
    """

    hole: Hole
    types: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    kinds: frozenset[EntityType] = frozenset()
    people: str = ""
    time: When | None = None
    source: str | None = None
    polarity: Polarity = Polarity.ANY
    is_present: bool = False
    is_claimed: bool = False
    is_planned: bool = False
    is_offered: bool = False
    is_full: bool = False
    harm: str = ""
    number: tuple[str, int | None, int | None] | None = None

    def __post_init__(self) -> None:
        """Refuse what no claim can fit."""
        for kind in self.types:
            if kind not in ROLES:
                raise InvalidValueError("claim type", kind, ", ".join(ROLES))
        for part, _ in self.roles:
            if part not in PARTS:
                raise InvalidValueError("part of a pattern", part, ", ".join(PARTS))
        if not (self.roles or self.time or self.source or self.people or self.number):
            raise InvalidValueError("pattern", str(self.hole), "one that names somebody, something, a time or a source")

    def given(self, part: str) -> tuple[str, ...]:
        """Return the names given for a part, in order."""
        return tuple(name for known, name in self.roles if known == part)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question means.

    Attributes:
        question: As it was asked.
        pattern: The claim with a hole; None when it could not be read.
        told: What was understood, in words, part by part.
        unclear: Words that nobody could place.
        book: The names that it was read with, for the answer; None when it was put together without any.
    """

    question: str
    pattern: Pattern | None
    told: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    book: Book | None = field(default=None, compare=False, repr=False)

"""The questions that are put to every account of an incident."""

from __future__ import annotations

from enum import StrEnum


class Question(StrEnum):
    """What people ask of an incident, in the order in which it is told."""

    #: Asked only when somebody denies that it happened at all, or leaves that open.
    WHETHER = "whether"
    WHO = "who"
    WHOM = "whom"
    WHEN = "when"
    WHERE = "where"
    KILLED = "killed"
    INJURED = "injured"
    #: How many persons were taken, freed or displaced.
    NUMBER = "number"
    WEAPON = "weapon"

    @property
    def words(self) -> str:
        """The question as people put it."""
        return _WORDS[self]

    @property
    def is_count(self) -> bool:
        """Whether the answer is a number of persons."""
        return self in COUNTED


_WORDS = {
    Question.WHETHER: "Did it happen?",
    Question.WHO: "Who did it?",
    Question.WHOM: "To whom?",
    Question.WHEN: "When?",
    Question.WHERE: "Where?",
    Question.KILLED: "How many were killed?",
    Question.INJURED: "How many were injured?",
    Question.NUMBER: "How many persons?",
    Question.WEAPON: "With what?",
}
#: Question → role of a claim that counts persons.
COUNTED = {Question.KILLED: "killed", Question.INJURED: "injured", Question.NUMBER: "count"}

"""People whom a question knows by what was done to them: "the men who were arrested near Dura"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tacitus import tables
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.count import Count
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow

#: What ends such words: the verb of the question, or what the people are asked to be.
_END = (
    r"(?=\s+(?:belong(?:s|ed)?|are|were|is|was|have|had|has|do|did|really|also|all|to|say|said|members?|fighters?|"
    r"soldiers?|supporters?|militants?|civilians?|part|affiliated|allied|linked|tied|from|who)\b|[?.,]|$)"
)
#: What stands before people of whom the question itself says what was done to them: "When were the men arrested?"
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been)\s*$", re.IGNORECASE)


class Done(NamedTuple):
    """What was done to people: types of claims, and the name of the place; "" for anywhere."""

    types: tuple[str, ...]
    place: str


@cache
def _pattern() -> re.Pattern[str]:
    done = "|".join(
        word for _, words in tables.rows("tacitus.ask.data", "question_people.tsv") for word in words.split()
    )
    return re.compile(
        r"\b(?:the|those|these) (?:\w+ ){0,2}?(?:\w+ )?(?:(?:who|that) (?:were|was|had been|have been) )?"
        rf"(?P<done>{done})(?: (?:in|at|near|on|around|outside|inside|close to) (?:the (?:town|village|city) of )?"
        rf"(?P<place>.+?))?{_END}",
        re.IGNORECASE,
    )


def words_for(question: str) -> str:
    """Return the words of a question that tell people by what was done to them; "" for none.

    Examples:
        >>> words_for("Are the men arrested near Port Salem members of the Tide Front?")
        'the men arrested near Port Salem'
        >>> words_for("Who arrested the men?")
        ''
    """
    found = _pattern().search(question)
    if found is None or (not question[found.end() :].strip(" ?.") and _PASSIVE.search(question[: found.start()])):
        return ""
    return found[0]


def done_to(words: str) -> Done | None:
    """Return what such words tell; None for other words.

    Examples:
        >>> done_to("the people who were detained near Dura")
        Done(types=('arrest',), place='Dura')
    """
    found = _pattern().fullmatch(words)
    if found is None:
        return None
    types = next(
        t for t, known in tables.rows("tacitus.ask.data", "question_people.tsv") if found["done"] in known.split()
    )
    return Done(tuple(types.split()), found["place"] or "")


def rows_of(view: View, done: Done, places: frozenset[tuple[str, str]], as_of: date | None) -> tuple[ClaimRow, ...]:
    """Return the claims that tell of it, at one of these entities if a place is named."""
    every = (r for t in done.types for r in view.claims(ClaimFilter(type=t, as_of=as_of)))
    return tuple(
        r for r in every if r.claim.certainty is not Certainty.DENIED and (not done.place or _is_at(r, places))
    )


def _is_at(row: ClaimRow, places: frozenset[tuple[str, str]]) -> bool:
    return any((row.document.id, str(v)) in places for v in row.claim.values("place"))


def whom(row: ClaimRow) -> frozenset[tuple[str, str]]:
    """Return the people to whom a claim says that it was done, as documents with local ids."""
    counted = (v.who for v in row.claim.values("count") if isinstance(v, Count) and v.who)
    return frozenset((row.document.id, str(who)) for who in (*row.claim.values("target"), *counted))

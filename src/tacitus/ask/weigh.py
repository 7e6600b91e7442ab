"""How two accounts of one incident stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tacitus.ask import tolls
from tacitus.ask.actors import acted_together
from tacitus.ask.happening import is_one_happening
from tacitus.ask.parties import Stand
from tacitus.ask.questions import Question
from tacitus.ask.tolls import Toll
from tacitus.ask.values import compare
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from tacitus.ask.accounts import Account
    from tacitus.ask.parties import Known
    from tacitus.ask.values import Value

_COMPATIBLE = (Stand.NARROWER, Stand.WIDER, Stand.ALIKE)


class Relation(StrEnum):
    """What one account says of another one's answer, the gravest first."""

    #: Both cannot be true of the same time, and neither took anything back.
    CONTRADICT = "contradict"
    #: The first says that the second's answer is not so.
    DENY = "deny"
    #: The first is later: the same speaker says otherwise now, or a toll has grown.
    UPDATE = "update"
    #: The first is more exact, and the second's answer holds it.
    REFINE = "refine"
    #: The first says that it is not known.
    UNKNOWN = "unknown"
    #: Both say the same, or what fits together.
    AGREE = "agree"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A relation between two accounts.

    Attributes:
        relation: What it is.
        is_turned: Whether it goes from the second account to the first one; never of `agree` and `contradict`.
    """

    relation: Relation
    is_turned: bool = False

    @property
    def turned(self) -> Weighed:
        """The same for the two accounts in the other order."""
        if self.relation in (Relation.AGREE, Relation.CONTRADICT):
            return self
        return Weighed(self.relation, not self.is_turned)


def is_withdrawn(one: Account, by: Account, known: Known) -> bool:
    """Tell whether the voice of an account says otherwise later, in another one."""
    found = weigh(one, by, known) if one.voice == by.voice else None
    return found == Weighed(Relation.UPDATE, is_turned=True)


def weigh(one: Account, other: Account, known: Known) -> Weighed | None:
    """Return how two answers to the same question stand, or None when nothing can be said.

    What is only told in other words is no contradiction; nor is a suspicion ("may have been"), which leaves room for
    other answers; nor what is said of another day or place.
    """
    found = _weighed(one, other, known)
    is_mild = found is None or found.relation in (Relation.AGREE, Relation.REFINE)
    return found if is_mild or is_one_happening(one, other, known) else None


def _weighed(one: Account, other: Account, known: Known) -> Weighed | None:
    if Certainty.UNKNOWN in (one.certainty, other.certainty):
        return _of_unknown(one, other)
    if not one.is_asserted and not other.is_asserted:
        is_same = compare(one.question, one.value, other.value, known) is Stand.SAME
        return Weighed(Relation.AGREE) if is_same else None
    if not one.is_asserted:
        return _of_denial(one, other, known)
    if not other.is_asserted:
        found = _of_denial(other, one, known)
        return found.turned if found else None
    return _of_assertions(one, other, known)


def _of_unknown(one: Account, other: Account) -> Weighed | None:
    if one.certainty is other.certainty:
        return Weighed(Relation.AGREE)
    unknown, rest, is_turned = (one, other, False) if one.certainty is Certainty.UNKNOWN else (other, one, True)
    if unknown.voice == rest.voice and _is_later(rest, unknown):
        return Weighed(Relation.UPDATE, not is_turned)
    return Weighed(Relation.UNKNOWN, is_turned) if rest.is_asserted else None


def _of_denial(denial: Account, asserted: Account, known: Known) -> Weighed | None:
    if not _hits(denial, asserted, known):
        return None
    if denial.voice == asserted.voice and _is_later(asserted, denial):
        return Weighed(Relation.UPDATE, is_turned=True)
    if denial.voice == asserted.voice and _is_later(denial, asserted):
        return Weighed(Relation.UPDATE)
    return Weighed(Relation.DENY)


def _hits(denial: Account, asserted: Account, known: Known) -> bool:
    """Tell whether what is denied is what another one asserts: the same, or a part of it.

    Of those who did it the whole counts too: the army denies for its brigade, and a brigade for the army; rebels
    who are not named can be any. A number is hit by any other one that it can be.
    """
    way = compare(denial.question, denial.value, asserted.value, known)
    if way is Stand.SAME:
        return True
    if denial.question.is_count:
        return way in _COMPATIBLE
    if denial.question is not Question.WHO:
        return way is Stand.WIDER
    return way in _COMPATIBLE and _is_pinned(denial.value) and _is_pinned(asserted.value)


def _is_pinned(value: Value) -> bool:
    return isinstance(value, tuple) and any(p.is_named or p.owner or p.side == "state" for p in value)


def _of_assertions(one: Account, other: Account, known: Known) -> Weighed | None:
    way = compare(one.question, one.value, other.value, known)
    if way is Stand.SAME:
        return Weighed(Relation.AGREE)
    if way is Stand.OPEN:
        return None
    grown = _growth(one, other, way)
    if grown is not None:
        return grown
    if way is Stand.OTHER:
        return _apart(one, other, known)
    return {
        Stand.NARROWER: Weighed(Relation.REFINE),
        Stand.WIDER: Weighed(Relation.REFINE, is_turned=True),
        Stand.ALIKE: Weighed(Relation.AGREE),
    }[way]


def _growth(one: Account, other: Account, way: Stand) -> Weighed | None:
    """Return an update when the later of two numbers is the greater one.

    Of two speakers the one with the lower number must have fallen silent by then: who still repeats it contradicts.
    """
    if not (isinstance(one.value, Toll) and isinstance(other.value, Toll)):
        return None
    later, earlier, is_turned = (one, other, False) if tolls.is_more(one.value, other.value) else (other, one, True)
    if not (isinstance(later.value, Toll) and isinstance(earlier.value, Toll)) or not _is_later(later, earlier):
        return None
    if not tolls.counts_alike(later.value, earlier.value) or not tolls.is_more(later.value, earlier.value):
        return None
    is_over = earlier.last is not None and later.first is not None and earlier.last < later.first
    if way is Stand.OTHER and later.voice != earlier.voice and not is_over:
        return None
    return Weighed(Relation.UPDATE, is_turned)


def _apart(one: Account, other: Account, known: Known) -> Weighed | None:
    """Return what it means that two answers exclude each other."""
    if one.voice == other.voice:
        if _is_later(one, other):
            return Weighed(Relation.UPDATE)
        return Weighed(Relation.UPDATE, is_turned=True) if _is_later(other, one) else None
    if Certainty.POSSIBLE in (one.certainty, other.certainty):
        return None
    if _may_both(one, other, known):
        return None
    return Weighed(Relation.CONTRADICT)


def _may_both(one: Account, other: Account, known: Known) -> bool:
    """Tell whether both may hold: both did it, as somebody tells, or each side of a fight acted and suffered."""
    if isinstance(one.value, Toll) and isinstance(other.value, Toll):
        return known.is_clash and not tolls.counts_alike(one.value, other.value)
    if not (isinstance(one.value, tuple) and isinstance(other.value, tuple)):
        return False
    if one.question is Question.WHO:
        return acted_together(one.value, other.value, known)
    return one.question is Question.WHOM and known.is_clash


def _is_later(one: Account, other: Account) -> bool:
    """Tell whether the first was said first on a later day."""
    return one.first is not None and other.first is not None and one.first > other.first

"""What a condition can ask of a claim: the fields, what each may be compared with, and how."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from tacitus.errors import TacitusError
from tacitus.ledger.search_words import phrases
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, ROLES, TEXT_ROLES, Certainty, Kind, Status
from tacitus.model.when import Precision, When
from tacitus.resolve.families import families

if TYPE_CHECKING:
    from collections.abc import Mapping


class Op(StrEnum):
    """How a field is compared."""

    EQUAL = "="
    UNEQUAL = "!="
    IN = "in"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    #: All words, and "phrases in quotes", stand in it.
    HAS = "~"
    KNOWN = "is known"
    UNKNOWN = "is unknown"


class Mode(StrEnum):
    """Whether a vague time or number may be so, or must."""

    MAY = "may"
    MUST = "must"


class Sort(StrEnum):
    """What a field holds; it decides how it is compared."""

    CHOICE = "one of some words"
    NAME = "names"
    TEXT = "words"
    ID = "an exact text"
    TIME = "a vague time"
    DAY = "a day"
    COUNT = "a vague number"
    NUMBER = "a number"


_EQUAL = (Op.EQUAL, Op.UNEQUAL, Op.IN)
_KNOWN = (Op.KNOWN, Op.UNKNOWN)
_ORDER = (Op.LESS, Op.AT_MOST, Op.MORE, Op.AT_LEAST)
_OPS: Mapping[Sort, tuple[Op, ...]] = {
    Sort.CHOICE: _EQUAL,
    Sort.NAME: (*_EQUAL, Op.HAS, *_KNOWN),
    Sort.TEXT: (*_EQUAL, Op.HAS, *_KNOWN),
    Sort.ID: (*_EQUAL, Op.HAS, *_KNOWN),
    Sort.TIME: (*_EQUAL, *_ORDER, *_KNOWN),
    Sort.DAY: (*_EQUAL, *_ORDER, *_KNOWN),
    Sort.COUNT: (*_EQUAL, *_ORDER, *_KNOWN),
    Sort.NUMBER: (*_EQUAL, *_ORDER, *_KNOWN),
}
#: So many digits a number may have.
_LONGEST = 18
#: States of review.
STATES = ("unreviewed", "accepted", "rejected", "edited")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be asked of a claim.

    Attributes:
        name: As it is written.
        sort: What it holds.
        choices: The words that it can be; () for all other sorts.
    """

    name: str
    sort: Sort
    choices: tuple[str, ...] = ()

    @property
    def ops(self) -> tuple[Op, ...]:
        """How it can be compared."""
        return _OPS[self.sort]

    def takes_mode(self, op: Op) -> bool:
        """Tell whether "may" and "must" make a difference: for vague values that are compared by size."""
        is_equal = op in (Op.EQUAL, Op.UNEQUAL)
        return op not in _KNOWN and (self.sort is Sort.COUNT or (self.sort is Sort.TIME and not is_equal))

    def trouble(self, op: Op, value: str) -> str:
        """Return what is allowed instead of a value; "" if it can be compared with this one."""
        if op is Op.HAS:
            return "" if phrases(value) else "at least one word"
        if self.sort is Sort.CHOICE:
            return "" if value in self.choices else ", ".join(self.choices)
        if self.sort is Sort.COUNT:
            return "" if len(value) <= _LONGEST and value.isascii() and value.isdecimal() else "a whole number: 20"
        if self.sort is Sort.NUMBER:
            return "" if _is_number(value) else "a number: 0.8"
        if self.sort in (Sort.TIME, Sort.DAY):
            return "" if _is_date(value) else "EDTF with a year: 2019-08-31, 2019-08, 2019-06-24/.., 2018-01/2018-04"
        return "" if value.strip() else "some text"


@cache
def fields() -> Mapping[str, Field]:
    """Return name → field, in the order in which the documentation tells them."""
    out = {name: Field(name, Sort.CHOICE, choices) for name, choices in _choices().items()}
    out |= {name: Field(name, Sort.NAME) for name in ("about", "source", "speaker", "outlet")}
    for role in dict.fromkeys(role for roles in ROLES.values() for role in roles):
        if role not in FLAG_ROLES:
            sort = Sort.COUNT if role in COUNT_ROLES else Sort.TEXT if role in TEXT_ROLES else Sort.NAME
            out[role] = Field(role, sort)
    out |= {name: Field(name, Sort.TEXT) for name in ("quote", "title", "author")}
    out |= {name: Field(name, Sort.ID) for name in ("id", "document", "url", "language", "made_by", "reader")}
    out |= {"time": Field("time", Sort.TIME), "published": Field("published", Sort.DAY)}
    return out | {"recorded": Field("recorded", Sort.DAY), "confidence": Field("confidence", Sort.NUMBER)}


def _choices() -> Mapping[str, tuple[str, ...]]:
    return {
        "type": tuple(ROLES),
        "family": tuple(families()),
        "kind": tuple(Kind),
        "certainty": tuple(Certainty),
        "status": tuple(Status),
        "review": STATES,
        **dict.fromkeys(FLAG_ROLES, ("yes", "no")),
    }


def _is_number(value: str) -> bool:
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False


def _is_date(value: str) -> bool:
    """Tell whether a text is EDTF that allows some days and not all; a day without a year may be any."""
    try:
        when = When(value)
    except TacitusError:
        return False
    return when.precision is not Precision.YEARLESS and (when.earliest, when.latest) != (None, None)

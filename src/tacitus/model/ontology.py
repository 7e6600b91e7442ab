"""The kinds of claims and their roles: sections 2 to 5 of the claim contract, as data."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Whether something happens or holds for a while."""

    EVENT = "event"
    RELATION = "relation"


class Certainty(StrEnum):
    """How the innermost speaker, or the writer by hedging, puts it."""

    STATED = "stated"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether it is told as real, intended or conditional."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


_BASE = ("actor", "target", "place")
_HARM = (*_BASE, "instrument", "killed", "injured", "victim")

#: Event types and the roles that each may have, in the order in which people read them.
EVENT_ROLES: dict[str, tuple[str, ...]] = {
    "airstrike": _HARM,
    "shelling": _HARM,
    "bombing": _HARM,
    "attack": _HARM,
    "clash": _HARM,
    "offensive": _HARM,
    "killing": _HARM,
    "abduction": (*_BASE, "count"),
    "arrest": (*_BASE, "count"),
    "release": (*_BASE, "count"),
    "capture": (*_BASE, "from"),
    "withdrawal": _BASE,
    "deployment": (*_BASE, "instrument"),
    "displacement": (*_BASE, "count"),
    "destruction": (*_BASE, "instrument"),
    "formation": _BASE,
    "merger": _BASE,
    "split": _BASE,
    "dissolution": _BASE,
    "pledge": _BASE,
    "renunciation": _BASE,
    "appointment": (*_BASE, "org", "role"),
    "removal": (*_BASE, "org", "role"),
    "designation": _BASE,
    "agreement": (*_BASE, "topic"),
    "talks": (*_BASE, "topic"),
    "publication": (*_BASE, "media", "topic"),
    "threat": _BASE,
    "trial": _BASE,
    "protest": _BASE,
    "aid": (*_BASE, "instrument"),
    "other": (*_BASE, "topic"),
}

#: Relation types and their roles.
RELATION_ROLES: dict[str, tuple[str, ...]] = dict.fromkeys(
    (
        "alias",
        "leads",
        "member",
        "affiliate",
        "successor",
        "ally",
        "rival",
        "sponsor",
        "located",
        "controls",
        "owns",
        "origin",
        "kin",
        "associate",
    ),
    ("subject", "object", "role", "ended"),
)

#: Roles whose values are words, not entities.
TEXT_ROLES = frozenset({"role", "topic"})
#: Roles whose values are counts.
COUNT_ROLES = frozenset({"killed", "injured", "count"})
#: Roles that are true or absent.
FLAG_ROLES = frozenset({"ended"})

ROLES: dict[str, tuple[str, ...]] = EVENT_ROLES | RELATION_ROLES


def kind_of(claim_type: str) -> Kind:
    """Return whether a claim type is an event or a relation.

    Raises:
        KeyError: If the contract has no such type.
    """
    if claim_type in EVENT_ROLES:
        return Kind.EVENT
    if claim_type in RELATION_ROLES:
        return Kind.RELATION
    raise KeyError(claim_type)

"""The head tables: what the model predicts for each word and for pairs of words.

A new head is one entry here, and its labels in the prepared data.
A *tag* head gives every word one label of a closed list, or one number. A *pair* head gives every ordered pair of words
one label or none. The *tree* pair (arcs, relations) is written out in the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.ontology import EVENT_ROLES, RELATION_ROLES, ROLES, TEXT_ROLES

if TYPE_CHECKING:
    from collections.abc import Container

NAME_TYPES = ("PER", "ORG", "LOC")
MENTION_TYPES = ("person", "group", "force", "state", "org", "media", "people", "place", "facility", "thing")


@dataclass(frozen=True, slots=True)
class TagHead:
    """One label or number for each word.

    Attributes:
        name: Key of the labels in the prepared data, and name of the model's output.
        weight: Factor of its loss in the sum.
        types: Types that make up the label list, beside `O`; empty when the labels are read off the data.
        is_stretch: Whether each type has a B- and an I- label, for its first and its other words.
        is_number: Whether the label is a number, written in decimal, and the head has one output: `VALUE`.
    """

    name: str
    weight: float
    types: tuple[str, ...] = ()
    is_stretch: bool = False
    is_number: bool = False

    def closed_labels(self) -> tuple[str, ...]:
        """Return `O` and the label or labels of every type, in order."""
        if self.is_stretch:
            return ("O", *(f"{mark}-{kind}" for kind in self.types for mark in "BI"))
        return ("O", *self.types)


TAG_HEADS: tuple[TagHead, ...] = (
    TagHead("names", 1.0, NAME_TYPES, is_stretch=True),
    TagHead("mentions", 1.0, MENTION_TYPES, is_stretch=True),
    TagHead("upos", 0.5),
    TagHead("xpos", 0.5),
    TagHead("triggers", 2.0, tuple(ROLES)),
    TagHead("factuality", 0.5, is_number=True),
    TagHead("cues", 0.5, ("cue",)),
    TagHead("sources", 0.5, ("source",), is_stretch=True),
    TagHead("contents", 0.5, ("content",)),
)

VALUE = "value"
"""The one label in the list of a head of numbers."""

NOTHING = ""
"""First label of every pair head: the pair has no label."""


@dataclass(frozen=True, slots=True)
class PairHead:
    """One label, or none, for each ordered pair of words: what the second is to the first.

    Attributes:
        name: Key of the labels in the prepared data, and name of the model's output.
        weight: Factor of its loss in the sum.
        types: Labels beside `NOTHING`.
        width: Width of the biaffine scorer.
    """

    name: str
    weight: float
    types: tuple[str, ...]
    width: int = 96

    def closed_labels(self) -> tuple[str, ...]:
        """Return `NOTHING` and the labels, in order."""
        return (NOTHING, *self.types)


_WORDLESS = TEXT_ROLES | {"count", "ended", "subject", "object"}
CLAIM_ROLES = (
    *dict.fromkeys(role for roles in EVENT_ROLES.values() for role in roles if role not in _WORDLESS),
    "subject",
    "object",
    "source",
)
"""Roles of a claim that a mention fills: its arguments with an entity, the dead and wounded, and who says so."""

PAIR_HEADS: tuple[PairHead, ...] = (
    PairHead("roles", 0.5, ("agent", "patient", "place", "time", "speaker", "content")),
    PairHead("arguments", 0.3, CLAIM_ROLES),
    PairHead("links", 0.3, ("same", *(name for name in RELATION_ROLES if name != "alias")), width=64),
)
"""PropBank's roles of a predicate; the arguments of a claim by its trigger; what one mention is to another."""


def taught(names: Container[str]) -> tuple[TagHead, ...]:
    """Return the tag heads that `names` holds (the label lists of some prepared data), in the table's order."""
    return tuple(head for head in TAG_HEADS if head.name in names)


def taught_pairs(names: Container[str]) -> tuple[PairHead, ...]:
    """Return the pair heads that `names` holds, in the table's order."""
    return tuple(head for head in PAIR_HEADS if head.name in names)


ARC_WIDTH = 256
RELATION_WIDTH = 96
"""Widths of the biaffine scorers (design note `small-model.md`, section 6)."""

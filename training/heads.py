"""The head table: what the model predicts for each word.

A new head is one entry here, and its labels in the prepared data.
A *tag* head gives every word one label of a closed list, or one number. The *tree* pair (arcs, relations) is written
out in the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.ontology import ROLES

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
)

VALUE = "value"
"""The one label in the list of a head of numbers."""


def taught(names: Container[str]) -> tuple[TagHead, ...]:
    """Return the heads of the table that `names` holds (the label lists of some prepared data), in its order."""
    return tuple(head for head in TAG_HEADS if head.name in names)


ARC_WIDTH = 256
RELATION_WIDTH = 96
"""Widths of the biaffine scorers (design note `small-model.md`, section 6)."""

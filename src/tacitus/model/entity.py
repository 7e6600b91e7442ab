"""Who and what a document speaks of: one entity per thing, with all its names and mentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.model.span import Span
    from tacitus.model.where import Where


class EntityType(StrEnum):
    """The ten kinds of entity of the claim contract, section 4."""

    PERSON = "person"
    GROUP = "group"
    FORCE = "force"
    STATE = "state"
    ORG = "org"
    MEDIA = "media"
    PEOPLE = "people"
    PLACE = "place"
    FACILITY = "facility"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in one document.

    Attributes:
        id: Local to the document: "e1", "e2" … in order of first mention.
        type: What kind of thing it is.
        names: Proper names first, as written; an unnamed thing has its fullest description. Never empty.
        mentions: Every place in the text that speaks of it, in order.
        where: Where it lies, for a place or facility that was looked up in a gazetteer; else None.
    """

    id: str
    type: EntityType
    names: tuple[str, ...]
    mentions: tuple[Span, ...] = ()
    where: Where | None = None

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]

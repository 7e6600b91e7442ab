"""Where the places and facilities that a document speaks of lie: its place names brought to its entities."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.place_words import is_beside, is_inside
from tacitus.extract.toponyms import PlaceForm
from tacitus.model.entity import Entity, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.extract.place_mentions import PlaceMention
    from tacitus.model.span import Span
    from tacitus.model.where import Where

#: Code points between a thing and the name of the place where it lies.
_GAP = 50
_PLACED = frozenset({EntityType.PLACE, EntityType.FACILITY})


def located(text: str, entities: Iterable[Entity], places: Sequence[PlaceMention]) -> tuple[Entity, ...]:
    """Return the entities, places and facilities with where they lie when the text tells it.

    Args:
        text: The text of the document.
        entities: The entities.
        places: Its place names in text order.
    """
    named = [place for place in places if place.toponym.form is PlaceForm.NAME]
    starts = [place.toponym.span.start for place in named]
    return tuple(
        replace(entity, where=_where(text, entity, named, starts)) if entity.type in _PLACED else entity
        for entity in entities
    )


def _where(text: str, entity: Entity, places: Sequence[PlaceMention], starts: Sequence[int]) -> Where | None:
    """Return where an entity lies by its first mention with a place name, rather one that could be placed."""
    found: list[Where] = []
    for mention in entity.mentions:
        at = bisect_left(starts, mention.start)
        if at < len(places) and mention.contains(places[at].toponym.span):
            found.append(_told(text, mention, places[at]))
        elif at < len(places) and _leads(text[mention.end : places[at].toponym.span.start]):
            found.append(places[at].where())
    return next((where for where in found if where.candidates), found[0] if found else None)


def _leads(gap: str) -> bool:
    """Tell whether the words behind a mention lead from it to a place name: " 20 km north of "."""
    return 0 < len(gap) < _GAP and gap != ", " and (is_inside(gap) or is_beside(gap))


def _told(text: str, mention: Span, place: PlaceMention) -> Where:
    """Return where a mention lies: at the place, or, when its own words tell a way from it, at the end of the way."""
    way = place.toponym.relation
    before = text[mention.start : place.toponym.span.start].lower()
    return (
        place.where() if way and way in before else replace(place, toponym=replace(place.toponym, relation="")).where()
    )

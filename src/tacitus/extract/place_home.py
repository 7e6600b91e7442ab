"""What contains a place by the text; for one that could not be placed, the smallest area that the text puts it in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.place_scores import SLACK, contains
from tacitus.extract.place_words import is_beside
from tacitus.extract.toponyms import PlaceForm
from tacitus.model.place import SMALL, Place, PlaceKind
from tacitus.model.where import distance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.extract.place_mentions import PlaceMention

#: Share of all that a text says of countries that makes one the country of the text.
_MAIN_COUNTRY = 0.6
_GAP = 80


def enclosed(
    text: str,
    mentions: Sequence[PlaceMention],
    inside: Mapping[int, int],
    votes: Mapping[str, float],
) -> tuple[PlaceMention, ...]:
    """Return the mentions with what contains them.

    Args:
        text: The text.
        mentions: All of it, in order.
        inside: Index of a mention to that of what the text says contains it.
        votes: ISO code to how much the text speaks of the country.
    """
    chained = [_chained(mentions, at, inside) for at in range(len(mentions))]
    nation, around = _nation(chained, votes), _areas(chained)
    return tuple(
        mention if mention.readings else _housed(text, chained, at, around.get(mention.toponym.sentence, nation))
        for at, mention in enumerate(chained)
    )


def _chained(mentions: Sequence[PlaceMention], at: int, inside: Mapping[int, int]) -> PlaceMention:
    """Return the mention with the areas that it lies in; a small place elsewhere is not the one that is meant."""
    chain: list[Place] = []
    outer = inside.get(at)
    while outer is not None:
        place = mentions[outer].place
        if place is not None and place not in chain:
            chain.append(place)
        outer = inside.get(outer)
    mention = mentions[at]
    if mention.place is not None and mention.place.kind in SMALL and chain and not _fits(mention.place, chain[0]):
        mention = replace(mention, readings=(), shares=())
    return replace(mention, within=tuple(chain))


def _fits(place: Place, area: Place) -> bool:
    """Tell whether a place may lie in an area, as far as circles can tell."""
    if contains(area, place) or place.id == area.id:
        return True
    if area.kind is PlaceKind.COUNTRY:
        return False
    return distance(area.point, place.point) <= area.point.radius + SLACK


def _nation(mentions: Sequence[PlaceMention], votes: Mapping[str, float]) -> Place | None:
    """Return the country that a text speaks of most, when it names the country and a place in it.

    A country alone may be but an actor: what "the United States designated" does not lie there.
    """
    total = sum(votes.values())
    placed = [m.place for m in mentions if m.place is not None]
    inner = {place.country for place in placed if place.kind is not PlaceKind.COUNTRY}
    named = (place for place in placed if place.kind is PlaceKind.COUNTRY and place.country in inner)
    return next((p for p in named if votes.get(p.country, 0.0) >= _MAIN_COUNTRY * total), None)


def _areas(mentions: Sequence[PlaceMention]) -> dict[int, Place]:
    """Return sentence → the smallest area that it names."""
    smallest: dict[int, Place] = {}
    for mention in mentions:
        place, sentence = mention.place, mention.toponym.sentence
        if place is not None and place.is_area and mention.toponym.form is PlaceForm.NAME:
            known = smallest.get(sentence, place)
            smallest[sentence] = min(known, place, key=lambda one: one.point.radius)
    return smallest


def _housed(text: str, mentions: Sequence[PlaceMention], at: int, around: Place | None) -> PlaceMention:
    """Return a mention that could not be placed with the smallest area that the text puts it in.

    In this order: what it is said to be in, what it is said to be near, what is `around`: the smallest area that its
    sentence names, else the country of the text.
    """
    mention = mentions[at]
    if mention.within:
        return replace(mention, home=mention.within[0])
    near = _neighbour(text, mentions, at)
    if near is not None:
        return replace(mention, home=near, home_relation="near")
    return replace(mention, home=around)


def _neighbour(text: str, mentions: Sequence[PlaceMention], at: int) -> Place | None:
    if at + 1 >= len(mentions):
        return None
    this, following = mentions[at], mentions[at + 1]
    gap = text[this.toponym.span.end : following.toponym.span.start]
    same = this.toponym.sentence == following.toponym.sentence
    return following.place if same and len(gap) < _GAP and is_beside(gap) else None

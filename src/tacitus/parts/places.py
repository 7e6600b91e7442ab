"""Where: the place names of a text, with what they mean on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.extract.places import find_places
from tacitus.model.where_json import candidate_out

if TYPE_CHECKING:
    from tacitus.extract.toponyms import PlaceForm
    from tacitus.language.analysis import Engine
    from tacitus.model.place import Gazetteer, Place
    from tacitus.model.span import Span
    from tacitus.model.where import Where


@dataclass(frozen=True, slots=True)
class PlacePart:
    """A place name in a text.

    Attributes:
        span: The words of the name.
        form: As a name, as an adjective ("Syrian"), or in the name of a body ("Kabul police").
        place: The likeliest of what it may mean, or None when it could not be placed.
        where: All of it: candidates with their shares, what contains it, and the position that the words around it
            ("15 km east of") lead to.
    """

    span: Span
    form: PlaceForm
    place: Place | None
    where: Where


def places_of(text: str, engine: Engine, gazetteer: Gazetteer) -> tuple[PlacePart, ...]:
    """Return the place names of a text in order.

    Args:
        text: The text.
        engine: Finds sentences and names.
        gazetteer: Where names are looked up: `tacitus.gazetteer.files.open_gazetteer`.
    """
    found = find_places(text, engine.analyse(text), gazetteer)
    return tuple(PlacePart(one.toponym.span, one.toponym.form, one.place, one.where()) for one in found)


def place_row(part: PlacePart) -> dict[str, Any]:
    """Return a place name as it is written to JSON.

    `lat` and `lon` are those of the named place in degrees (WGS 84), null when it could not be placed; `point` is where
    the words lead, with the radius in metres; `within` names what contains it by the text; `inside` is the smallest
    known area of a name that could not be placed; `candidates` are the other readings too, likeliest first.
    """
    where, place = part.where, part.place
    return {
        "start": part.span.start,
        "end": part.span.end,
        "name": where.name,
        "form": str(part.form),
        "lat": place.point.latitude if place else None,
        "lon": place.point.longitude if place else None,
        "relation": where.relation,
        "within": list(where.within),
        "inside": candidate_out(where.inside) if where.inside else None,
        "candidates": [candidate_out(candidate) for candidate in where.candidates],
    }

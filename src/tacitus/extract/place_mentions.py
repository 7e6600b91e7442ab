"""A place name with what it means: what the resolution of places gives, and the position that it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.place_words import moved
from tacitus.model.where import Candidate, Where

if TYPE_CHECKING:
    from tacitus.extract.toponyms import Toponym
    from tacitus.model.place import Place

#: Readings that are kept with a place, and the least share of one beside the likeliest.
_KEPT = 5
_LEAST = 0.01
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name with what it may mean.

    Attributes:
        toponym: The name and what stands around it.
        readings: What it may mean, likeliest first; empty when it could not be placed.
        shares: How likely each reading is; they sum to 1, to less when it may be none of them.
        within: What contains it by the text, smallest first.
        home: The smallest known area that the text puts a name in which could not be placed; None otherwise.
        home_relation: How the text stands to that: "" (in it), "near".
    """

    toponym: Toponym
    readings: tuple[Place, ...] = ()
    shares: tuple[float, ...] = ()
    within: tuple[Place, ...] = ()
    home: Place | None = None
    home_relation: str = ""

    @property
    def place(self) -> Place | None:
        """The likeliest reading, or None when it could not be placed."""
        return self.readings[0] if self.readings else None

    def where(self) -> Where:
        """Return the place as the words give it, moved by the words around it."""
        relation = self.toponym.relation
        ranked = list(zip(self.readings, self.shares, strict=True))[:_KEPT]
        kept = [pair for at, pair in enumerate(ranked) if at == 0 or pair[1] >= _LEAST]
        return Where(
            name=self.toponym.words,
            within=tuple(place.name for place in self.within),
            relation=relation,
            candidates=tuple(_candidate(place, share, relation) for place, share in kept),
            inside=_candidate(self.home, 1.0, self.home_relation) if self.home is not None else None,
        )


def _candidate(place: Place, share: float, relation: str) -> Candidate:
    point = moved(place.point, relation)
    return Candidate(place.id, place.name, str(place.kind), place.country, round(share, _DIGITS), point)

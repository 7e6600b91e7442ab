"""Where: the places that a text names, with what each may mean on the map.

A name is looked up in a gazetteer; what else the text speaks of, and what it says contains the place, decides between
namesakes. A name that the gazetteer does not have, or has only far from all that the text speaks of, stays without a
position: it then lies inside the smallest area that the text puts it in.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import place_scores, toponyms
from tacitus.extract.lexicon import countries
from tacitus.extract.place_home import enclosed
from tacitus.extract.place_mentions import PlaceMention
from tacitus.extract.place_scores import Reading, contains
from tacitus.extract.place_words import amounts, is_inside, place_words
from tacitus.extract.toponyms import PlaceForm, Toponym
from tacitus.model.place import DIVISIONS, SMALL, Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.extract.contract import Draft
    from tacitus.language.analysis import Sentence
    from tacitus.model.place import Gazetteer

#: Readings of a name that are weighed: those of the most people.
_MOST = 40
#: How much an adjective or the name of a body counts beside a name, when the names of a text vote.
_WEIGHTS = {PlaceForm.NAME: 1.0, PlaceForm.ADJECTIVE: 0.5, PlaceForm.PART: 0.5}
#: A town of fewer people in a country that the text does not speak of, while it speaks of others, is a chance namesake.
_CHANCE = 30_000
#: A smaller town that has the name only among others, in whatever language, is in doubt when nothing else in the text
#: speaks for it: its share is halved, so that it does not count as located.
_RENOWNED, _DOUBT = 100_000, 0.5
#: Votes of other names with which a text speaks of a country.
_HEARD = 0.3
#: Code points between a name and what contains it.
_GAP = 60

Ranked = tuple[tuple[Place, float], ...]
"""Readings with their shares, likeliest first."""


def find_places(text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the place names of a text in order, with what they mean. Linear in the number of names.

    Args:
        text: The text.
        sentences: Its sentences.
        gazetteer: Where names are looked up.
    """
    found = [t for i, s in enumerate(sentences) for t in toponyms.in_sentence(text, s, i, gazetteer)]
    return resolved(text, found, gazetteer)


def resolved(text: str, found: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return place names with what they mean; see `find_places`."""
    keys = [_key(toponym) for toponym in found]
    looked_up = {key: _candidates(toponym, gazetteer) for key, toponym in zip(keys, found, strict=True)}
    areas = [t.is_division or any(p.is_area for p in looked_up[key]) for t, key in zip(found, keys, strict=True)]
    inside = {at: outer for at, outer in _containment(text, found) if areas[outer]}
    containers: dict[str, set[str]] = defaultdict(set)
    for at, outer in inside.items():
        containers[keys[at]].add(keys[outer])
    names = {key: _weighed(key, places, [looked_up[o] for o in containers[key]]) for key, places in looked_up.items()}
    weights: dict[str, float] = {}
    for key, toponym in zip(keys, found, strict=True):
        weights[key] = max(weights.get(key, 0.0), _WEIGHTS[toponym.form])
    shares = place_scores.shares(names, weights)
    ranked = {key: _ranked(names[key], shares[key]) for key in names}
    votes = _countries(ranked, weights)
    kept = {key: p if containers[key] else _without_chance(key, p, votes) for key, p in ranked.items()}
    mentions = [
        PlaceMention(toponym, tuple(p for p, _ in kept[key]), tuple(s for _, s in kept[key]))
        for toponym, key in zip(found, keys, strict=True)
    ]
    return enclosed(text, mentions, inside, votes)


def _key(toponym: Toponym) -> str:
    """Return what is decided once for the whole text: the name, and whether it is said to be a division or a town."""
    kind = "division" if toponym.is_division else "town" if toponym.is_town else ""
    return f"{toponym.words.casefold()}|{kind}"


def _candidates(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return what a name may mean: a country by its adjective, else what the gazetteer has for it."""
    words = toponym.words.lower()
    if words in amounts("direction") and not toponym.is_division:  # "the West" is no place of that name
        return ()
    country = countries().get(words)
    nation = tuple(p for p in gazetteer.named(country.name) if p.kind is PlaceKind.COUNTRY) if country else ()
    if country is not None and words in country.adjectives:
        return nation
    places = gazetteer.named(toponym.words) or _without_kind(toponym, gazetteer)
    if toponym.is_division:
        regions = _regions_of(places, gazetteer) if toponym.is_wide else ()
        places = tuple(p for p in places if p.is_area) or regions or places
    elif toponym.is_town:
        places = tuple(p for p in places if p.kind in SMALL) or places
    more = () if any(p.kind is PlaceKind.COUNTRY for p in places) else nation
    return (*more, *places)[:_MOST]


def _without_kind(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Look a name up without the word that says what it is: "Idlib Province", "Mount Zenda"."""
    words = toponym.words.split()
    if len(words) > 1 and words[-1].lower() in place_words("division") | place_words("town"):
        return gazetteer.named(" ".join(words[:-1]))
    return ()


def _regions_of(places: Sequence[Place], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the regions that the towns of that name are in: "Zenda province", where only the town is known."""
    found = (gazetteer.place(p.within[-1]) for p in places[:3] if p.within)
    return tuple(dict.fromkeys(p for p in found if p is not None))


def _weighed(key: str, places: Iterable[Place], containers: Sequence[Sequence[Place]]) -> tuple[Reading, ...]:
    words, _, kind = key.partition("|")
    towns = [place for place in places if place.kind is PlaceKind.TOWN]
    readings = []
    for place in places:
        score = place_scores.prior(place, is_main=place.kind is not PlaceKind.TOWN or place.name.casefold() == words)
        if kind != "division" and place.kind in DIVISIONS and any(place_scores.is_around(place, t) for t in towns):
            score -= place_scores.UNSAID
        if any(contains(outer, place) for outers in containers for outer in outers):
            score += place_scores.SAID
        readings.append(Reading(place, score))
    return tuple(readings)


def _ranked(readings: Sequence[Reading], shares: Sequence[float]) -> Ranked:
    paired = ((reading.place, share) for reading, share in zip(readings, shares, strict=True))
    return tuple(sorted(paired, key=lambda pair: -pair[1]))


def _countries(ranked: Mapping[str, Ranked], weights: Mapping[str, float]) -> dict[str, float]:
    """Return how much the text speaks of each country: the shares of all names together."""
    votes: dict[str, float] = defaultdict(float)
    for key, places in ranked.items():
        for place, share in places[:5]:
            if place.country:
                votes[place.country] += share * weights[key]
    return votes


def _without_chance(key: str, places: Ranked, votes: Mapping[str, float]) -> Ranked:
    """Return the readings; none when the best is a small town far from all that the text speaks of.

    A town in doubt keeps half of its share: nobody knows of what else the name may be.
    """
    if not places:
        return places
    best, share = places[0]
    is_main = best.name.casefold() == key.partition("|")[0]
    if best.kind not in SMALL or (is_main and best.population >= _CHANCE):
        return places
    own = votes[best.country] - share
    others = sum(votes.values()) - votes[best.country]
    if own >= _HEARD:
        return places
    if others >= 1.0:
        return ()
    is_doubtful = not is_main and best.population < _RENOWNED
    return tuple((place, part * _DOUBT) for place, part in places) if is_doubtful else places


def _containment(text: str, found: Sequence[Toponym]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices: a name, and the one behind it that the text says contains it."""
    listed = _listed(text, found)
    names = [at for at, toponym in enumerate(found) if toponym.form is not PlaceForm.ADJECTIVE]
    for at, behind in itertools.pairwise(names):
        inner, outer = found[at], found[behind]
        gap = text[inner.span.end : outer.span.start]
        is_list = gap == ", " and listed[behind]
        if inner.sentence == outer.sentence and len(gap) < _GAP and is_inside(gap) and not is_list:
            yield at, behind


def _listed(text: str, found: Sequence[Toponym]) -> list[bool]:
    """Tell of each name whether a row goes on behind it: "Hama, Homs and Idlib" is no chain of areas."""
    listed = [False] * len(found)
    for at in range(len(found) - 2, -1, -1):
        gap = text[found[at].span.end : found[at + 1].span.start]
        listed[at] = listed[at + 1] if gap == ", " else gap in (" and ", ", and ", " or ", ", or ")
    return listed


@dataclass(frozen=True, slots=True)
class Places:
    """The step that finds the place names of a document and what they mean.

    Attributes:
        gazetteer: Where names are looked up.
    """

    gazetteer: Gazetteer
    name: str = "places"
    needs: frozenset[str] = frozenset({"document", "sentences"})
    gives: frozenset[str] = frozenset({"places"})

    @property
    def version(self) -> str:
        """The version of the step, and what the gazetteer was made from."""
        return "1+" + self.gazetteer.version.replace(" ", "-")

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with its places."""
        return replace(draft, places=find_places(draft.document.text, draft.sentences, self.gazetteer))

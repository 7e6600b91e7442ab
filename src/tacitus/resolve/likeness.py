"""What speaks for and against two accounts telling one happening: named numbers, each by the two accounts alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from tacitus.model.where import Point, distance
from tacitus.resolve.families import kinship
from tacitus.resolve.rare_words import cosine, rarity, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tacitus.resolve.happening import Happening, Range

#: Kinds of places that are too wide to tell where a single event was.
_TOWNS = frozenset({"town", "site", ""})
_REGIONS = frozenset({"region", "district"})
#: Metres beyond the edges of two places within which accounts may mean one place.
_NEAR = 20_000.0
#: Days between two accounts' times that slips of the calendar explain.
_SLIP = 1
#: Days between publications after which two reports seldom tell the same news.
_FRESH, _STALE = 2, 21


@dataclass(frozen=True, slots=True)
class Sketch:
    """A happening made ready to be compared many times.

    Attributes:
        one: The happening.
        words: What its sentences are about, by word.
        story: What its document is about, by word; empty for background.
        names: The words of its proper names, with their rarity.
        actors: Likewise of who did it.
        targets: Likewise of whom it struck.
        towns: Skeletons of its towns, sites and places that could not be placed, with where they lie if it is known.
        regions: Ids of its provinces and districts.
        countries: Codes of the countries that it happened in.
    """

    one: Happening
    words: Mapping[str, float]
    lead: Mapping[str, float]
    story: Mapping[str, float]
    names: Mapping[str, float]
    actors: Mapping[str, float]
    targets: Mapping[str, float]
    towns: Mapping[str, Point | None]
    regions: frozenset[str]
    countries: frozenset[str]


def sketch(one: Happening) -> Sketch:
    """Return a happening made ready to be compared."""
    return Sketch(
        one,
        dict(one.words),
        dict(one.lead),
        dict(one.story),
        _rare(one.names),
        _rare(one.actors),
        _rare(one.targets),
        {" ".join(stems(s.name.title())): s.point for s in one.spots if s.kind in _TOWNS},
        frozenset(s.id for s in one.spots if s.kind in _REGIONS),
        frozenset(s.country for s in one.spots if s.country),
    )


def measured(one: Sketch, other: Sketch) -> dict[str, float]:
    """Return feature → value for two happenings; the same whichever comes first."""
    a, b = one.one, other.one
    story = cosine(one.story, other.story)
    kind = kinship(a.types, b.types)
    return {
        "lead": sqrt(cosine(one.lead, other.lead)),
        "story": sqrt(story),
        "much of the story": story,
        "words": sqrt(cosine(one.words, other.words)),
        "names": _overlap(one.names, other.names),
        "actors": _overlap(one.actors, other.actors),
        "targets": _overlap(one.targets, other.targets),
        "type": kind,
        "other kind": float(kind == 0),
        "one sums up": float(a.is_trend != b.is_trend),
        **_place_features(one, other),
        **_time_features(a, b),
        **_count_features(a, b),
    }


def _time_features(a: Happening, b: Happening) -> dict[str, float]:
    """Return what the times say: of the event, of the reports, and the dates that stand in the texts."""
    days = _gap(a.first, a.last, b.first, b.last)
    printed = abs((a.published - b.published).days) if a.published and b.published else None
    here, there = _days(a), _days(b)
    years = (_year(a), _year(b))
    return {
        "same day": float(days is not None and days <= _SLIP and _is_short(a) and _is_short(b)),
        "days apart": min(3.0, days / 10) if days is not None and days > _SLIP else 0.0,
        "same news day": float(printed is not None and printed <= _FRESH),
        "news apart": min(3.0, max(0, printed - _FRESH) / _STALE) if printed is not None else 0.0,
        "same date named": float(bool(here & there)),
        "other dates named": float(bool(here and there) and not here & there),
        "same latest year": float(None not in years and years[0] == years[1]),
        "other latest year": float(None not in years and years[0] != years[1]),
    }


def _count_features(a: Happening, b: Happening) -> dict[str, float]:
    """Return what the numbers say: tolls, and other counts."""
    shared = bool(set(a.counts) & set(b.counts))
    return {
        "same count": float(shared),
        "other counts": float(bool(a.counts and b.counts) and not shared),
        "same toll": float(_same(a.killed, b.killed)),
        "other toll": float(_disjoint(a.killed, b.killed)),
        "toll ratio": _ratio(a.killed, b.killed),
    }


def _rare(names: Iterable[str]) -> dict[str, float]:
    """Return the words of folded names with their rarity; a name's words are compared by their consonants."""
    return {stem: rarity(stem) for name in names for stem in stems(name.title())}


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the share of the rarity of the words that both have, in the poorer of the two; 0 when one is empty."""
    least = min(sum(sorted(one.values())), sum(sorted(other.values())))
    return sum(one[w] for w in sorted(one.keys() & other.keys())) / least if least else 0.0


def _place_features(one: Sketch, other: Sketch) -> dict[str, float]:
    """Return what the places say: towns and sites by name or distance, then the wider areas."""
    towns = bool(one.towns and other.towns)
    same = bool(one.towns.keys() & other.towns.keys())
    pairs = [(a, b) for a in one.towns.values() if a for b in other.towns.values() if b]
    close = any(distance(a, b) <= _NEAR for a, b in pairs)
    far = bool(pairs) and not same and all(distance(a, b) > 2 * _NEAR for a, b in pairs)
    wide = one.regions & other.regions
    return {
        "same town": float(same or close),
        "towns apart": float(far),
        "other towns": float(towns and not same and not close and not far),
        "same region": float(bool(wide)),
        "other regions": float(bool(one.regions and other.regions) and not wide),
        "other country": float(bool(one.countries and other.countries) and not one.countries & other.countries),
    }


def _gap(first: date | None, last: date | None, start: date | None, end: date | None) -> int | None:
    """Return the days between two times, 0 when they overlap; None when either is unknown or open."""
    if first is None or last is None or start is None or end is None:
        return None
    return max(0, (start - last).days, (first - end).days)


def _is_short(one: Happening) -> bool:
    return one.first is not None and one.last is not None and (one.last - one.first).days <= 3


def _same(one: Range | None, other: Range | None) -> bool:
    """Tell whether both give a number greater than two, the same: small tolls are the same by chance."""
    return one is not None and one == other and (one[0] or 0) > 2


def _disjoint(one: Range | None, other: Range | None) -> bool:
    if one is None or other is None:
        return False
    return _below(one, other) or _below(other, one)


def _below(one: Range, other: Range) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def _days(one: Happening) -> set[str]:
    return {d for d in one.calendar if "-" in d}


def _year(one: Happening) -> int | None:
    """Return the latest year that the text names: a report seldom names the year after."""
    return max((int(d) for d in one.calendar if "-" not in d), default=None)


def _ratio(one: Range | None, other: Range | None) -> float:
    """Return how many times the greater toll is the smaller one, as a logarithm of at most 2; 0 when one is unknown."""
    if one is None or other is None:
        return 0.0
    low, high = sorted((r[0] or r[1] or 0) + 1 for r in (one, other))
    return min(2.0, log(high / low))

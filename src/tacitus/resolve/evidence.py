"""Evidence: what speaks for and against one record being of a cluster, as named features whose weights add up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.model.entity import EntityType
from tacitus.resolve.names import alike
from tacitus.resolve.naming import SHORT, TELLING, Nature
from tacitus.resolve.setting import shared
from tacitus.resolve.usual_words import countries_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tacitus.resolve.naming import Naming
    from tacitus.resolve.setting import Gathering, Rarity, View

#: So much company in common counts, no more: long documents share much by chance.
_MOST_COMPANY = 2.0
#: From so many documents on a cluster is well known.
_WELL_KNOWN = 4
#: Log-odds of the matcher below which one name is a part of the other, and how much its place then counts.
_HALF, _LENT = 1.4, 0.2
#: So many full names are compared behind an acronym, and so alike are those of one body at least.
_FULL_NAMES, _LIKE = 4, 0.5
#: How much more company means to a name that leads to nobody in particular.
_WEAKER = 1.3
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Link:
    """The names through which a record and a cluster met.

    Attributes:
        mine: The record's name.
        theirs: The cluster's name, folded.
        feature: How they fit: a feature of `entity_weights.tsv`.
        value: What its weight is multiplied by.
    """

    mine: Naming
    theirs: str
    feature: str
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: it adds `value * weight` to the log-odds.

    Attributes:
        name: As in `entity_weights.tsv`.
        value: How strongly it holds.
        weight: What it counts.
        what: The names it is about, or "".
    """

    name: str
    value: float
    weight: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for and against; the score is the logistic function of the sum.

    Attributes:
        link: The names through which they met.
        features: In the order of weighing; the name first.
    """

    link: Link
    features: tuple[Feature, ...]

    @property
    def odds(self) -> float:
        """Natural logarithm of the odds that they are one."""
        return sum(f.value * f.weight for f in self.features)

    @property
    def score(self) -> float:
        """How likely they are one, [0, 1]."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.odds))))

    def has(self, *names: str) -> bool:
        """Tell whether one of some features is among them."""
        return any(f.name in names for f in self.features)


def logit(likeness: float) -> float:
    """Return the log-odds of a probability, held below the bar: another spelling alone joins nothing."""
    held = min(max(likeness, 0.01), 0.92)
    return log(held / (1 - held))


def weigh(view: View, gathering: Gathering, link: Link, rarity: Rarity) -> Evidence:
    """Return the evidence that a record is of a cluster, given the names through which they met."""
    reasons = [
        (link.feature, link.value, ""),
        *_context(view, gathering, link, rarity),
        *_places(view, gathering, link),
        *_against(view, gathering, link),
    ]
    weights = _weights()
    return Evidence(link, tuple(Feature(name, value, weights[name], what) for name, value, what in reasons))


def _context(view: View, gathering: Gathering, link: Link, rarity: Rarity) -> Iterable[tuple[str, float, str]]:
    """Yield features of the company they keep; a country needs none."""
    if view.namings[0].nature is Nature.COUNTRY:
        return
    setting = view.setting
    common = shared(setting.company, gathering.company, rarity)
    if common:
        yield "company in common", min(_MOST_COMPANY, sum(common.values())), ", ".join(list(common)[:3])
    elif setting.company and gathering.company:
        yield "nothing in common", _need(view, gathering) * (_WEAKER if link.mine.is_weak else 1.0), ""
    elif setting.company or gathering.company:
        yield "no company", _need(view, gathering), ""
    if setting.homes and gathering.homes:
        yield from _homes(setting.homes, gathering.homes, link.mine.countries | countries_in(link.theirs))
    if setting.groups and gathering.groups:
        groups = setting.groups & gathering.groups
        yield (
            ("group in common", 1.0, min(groups))
            if groups
            else ("groups apart", 1.0, _both(setting.groups, gathering.groups))
        )
    if setting.qualifiers and gathering.qualifiers and not setting.qualifiers & gathering.qualifiers:
        yield "qualifiers apart", 1.0, _both(setting.qualifiers, gathering.qualifiers)
    if view.record.type not in gathering.types:
        yield "kinds apart", 1.0, ""


def _places(view: View, gathering: Gathering, link: Link) -> Iterable[tuple[str, float, str]]:
    """Yield features of the gazetteer: a town lends its place to its bases, so half a name weighs little."""
    if view.record.place is not None and gathering.places and view.record.type in gathering.types:
        is_half = link.feature == "alike" and link.value < _HALF
        yield ("same place" if view.record.place in gathering.places else "places apart"), _LENT if is_half else 1.0, ""


def _need(view: View, gathering: Gathering) -> float:
    """Return how much it speaks against a record that it shares no company with a cluster, [0, 1]."""
    if view.record.type is EntityType.MEDIA or gathering.size >= _WELL_KNOWN:
        return 0.15  # an outlet reports from everywhere, and what many documents speak of is known in more places
    if view.record.type is EntityType.PLACE:
        return 0.5  # one place sees many parties
    return 1.0


def _homes(mine: frozenset[str], theirs: set[str], named: frozenset[str]) -> Iterable[tuple[str, float, str]]:
    """Yield whether the countries agree; those that stand in the names have counted with the names."""
    common = mine & theirs
    if not common:
        yield "homes apart", 1.0, _both(mine, theirs)
    elif common - named:
        yield "home in common", 1.0, ", ".join(sorted(common - named))


def _against(view: View, gathering: Gathering, link: Link) -> Iterable[tuple[str, float, str]]:
    """Yield features that speak against: other numbers, a dated relation, one document that tells them apart."""
    mine = {n.folded for n in view.namings}
    if sorted(_NUMBER.findall(link.mine.folded)) != sorted(_NUMBER.findall(link.theirs)):
        yield "numbers apart", 1.0, f"{link.mine.folded}; {link.theirs}"
    if link.mine.folded in view.loose or not gathering.holds(link.theirs):
        yield "loose name", 1.0, ""
    if link.mine.nature in SHORT and _are_unlike(view, gathering):
        yield "full names apart", 1.0, ""
    dated = _dated(view, gathering, link)
    if dated:
        yield "dated relation", 1.0, min(dated)
    elif link.theirs not in mine and (link.theirs in view.setting.company or not mine.isdisjoint(gathering.company)):
        yield "told apart", 1.0, ""


def _dated(view: View, gathering: Gathering, link: Link) -> set[str]:
    """Return the names between which a document tells a change: one of the record's and one of the cluster's.

    Where both have one name, another one that the cluster has more seldom does not count: some text set it beside.
    """
    mine, own = (
        {n.folded for n in view.namings},
        gathering.share(link.theirs) if link.theirs == link.mine.folded else 0.0,
    )
    theirs = {name for name in view.setting.dated if name in gathering.bearers and gathering.share(name) >= own}
    return (theirs | (mine & gathering.dated)) - (mine & gathering.bearers.keys())


def _are_unlike(view: View, gathering: Gathering) -> bool:
    """Tell whether both sides have full names, and no two of them are alike."""
    mine = [n for n in view.namings if n.nature in TELLING and n.folded not in view.loose]
    theirs = [gathering.bearers[name].text for name in sorted(gathering.full_names())[:_FULL_NAMES]]
    return bool(mine and theirs) and all(alike(n.text, text) < _LIKE for n in mine[:_FULL_NAMES] for text in theirs)


def _both(one: Iterable[str], other: Iterable[str]) -> str:
    return f"{', '.join(sorted(one)[:2])}; {', '.join(sorted(other)[:2])}"


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(weight) for name, weight, *_ in tables.rows("tacitus.resolve.data", "entity_weights.tsv")}

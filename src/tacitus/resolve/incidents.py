"""Incidents: the accounts of many documents grouped into happenings, the same groups in whatever order they came."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from tacitus.model.incident import Incident, Telling
from tacitus.resolve.blocks import blocks, sought
from tacitus.resolve.likeness import Sketch, sketch
from tacitus.resolve.linkage import WHOLE, linked
from tacitus.resolve.links import explained

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from tacitus.resolve.happening import Happening

#: Least mean likeness of two groups of accounts that are one incident; chosen on training texts, see benchmarks.
LEAST = 0.25
#: The same where background is among them: a sentence or two say less than a report.
ASIDE = 0.5
#: A likeness below this is as good as none, and is not kept.
_FAINT = 0.02


def grouped(
    happenings: Iterable[Happening],
    same: AbstractSet[tuple[str, str]] = frozenset(),
    different: AbstractSet[tuple[str, str]] = frozenset(),
) -> tuple[Incident, ...]:
    """Return the incidents that some happenings tell, in order of their ids; see `Incidents`."""
    incidents = Incidents(same, different)
    incidents.add(happenings)
    return incidents.incidents()


class Incidents:
    """The incidents of a growing collection of documents.

    Accounts that share rare words are compared, and grouped by average linkage: first the main news of documents, then
    background joins them or stands together. What is added or removed regroups only what it is like; the incidents
    are always those that a fresh start with the same happenings finds.
    """

    def __init__(
        self, same: AbstractSet[tuple[str, str]] = frozenset(), different: AbstractSet[tuple[str, str]] = frozenset()
    ) -> None:
        """Begin with no happenings.

        Args:
            same: Pairs of ids of happenings that a person has judged one; they are grouped whatever their likeness.
            different: Pairs that a person has judged two; no likeness brings them together, unless by `same`.
        """
        self._same = frozenset((min(pair), max(pair)) for pair in same)
        self._apart = frozenset((min(pair), max(pair)) for pair in different) - self._same
        self._judged: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in self._same:
            self._judged[one].add(other)
            self._judged[other].add(one)
        self._known: dict[str, Sketch] = {}
        self._told: defaultdict[str, set[str]] = defaultdict(set)
        self._filed: defaultdict[str, set[str]] = defaultdict(set)
        self._near: dict[str, dict[str, int]] = {}
        self._part: dict[str, str] = {}
        self._parts: dict[str, frozenset[str]] = {}
        self._found: dict[str, tuple[Incident, ...]] = {}
        self._stale: set[str] = set()

    def add(self, happenings: Iterable[Happening]) -> None:
        """Add happenings; one that is there already changes nothing."""
        for one in sorted(happenings, key=lambda each: each.id):
            if one.id not in self._known:
                self._compare(one)

    def remove(self, document: str) -> None:
        """Take out all happenings of a document; a document that is not there changes nothing."""
        for name in sorted(self._told.pop(document, ())):
            for key in blocks(self._known.pop(name).one):
                self._filed[key].discard(name)
                if not self._filed[key]:
                    del self._filed[key]
            for other in self._near.pop(name):
                del self._near[other][name]
            self._stale |= self._dissolve(name) - {name}
            self._stale.discard(name)

    def incidents(self) -> tuple[Incident, ...]:
        """Return the incidents, in order of their ids; only parts that changed since the last call are regrouped."""
        for name in sorted(self._stale):
            if name in self._stale:
                self._regroup(name)
        return tuple(sorted((i for part in self._found.values() for i in part), key=lambda i: i.id))

    def _compare(self, one: Happening) -> None:
        """File a happening, with its likeness to those that it is worth comparing with."""
        mine = sketch(one)
        others = {name for key in sought(one) for name in self._filed.get(key, ())}
        others |= {name for name in self._judged.get(one.id, ()) if name in self._known}
        near: dict[str, int] = {}
        for name in others:
            score = explained(mine, self._known[name]).score
            if (min(one.id, name), max(one.id, name)) in self._same:
                score = 1.0
            if score >= _FAINT:
                near[name] = round(score * WHOLE)
                self._near[name][one.id] = near[name]
        self._known[one.id], self._near[one.id] = mine, near
        self._told[one.document].add(one.id)
        for key in blocks(one):
            self._filed[key].add(one.id)
        self._stale.add(one.id)
        for name in self._strong(one.id):
            self._stale |= self._dissolve(name)

    def _strong(self, name: str) -> list[str]:
        """Return those whose likeness is enough by itself: only they can come into one group."""
        return [other for other, score in self._near[name].items() if score >= LEAST * WHOLE]

    def _dissolve(self, name: str) -> frozenset[str]:
        """Forget the part of which a happening is, and return who was in it."""
        root = self._part.get(name)
        if root is None:
            return frozenset()
        members = self._parts.pop(root)
        del self._found[root]
        for member in members:
            del self._part[member]
        return members

    def _regroup(self, name: str) -> None:
        """Find the part of a happening anew, all that strong likenesses lead to, and the incidents in it."""
        members, open_ = {name}, [name]
        while open_:
            for other in self._strong(open_.pop()):
                if other not in members:
                    members.add(other)
                    open_.append(other)
        root = min(members)
        self._parts[root] = frozenset(members)
        self._part.update(dict.fromkeys(members, root))
        self._found[root] = tuple(self._incident(group) for group in self._groups(members))
        self._stale -= members

    def _groups(self, members: AbstractSet[str]) -> list[frozenset[str]]:
        """Return the happenings of a part, grouped: judged ones first, then main news, then background."""
        judged = _united(members, self._same)
        leads = {name for name in members if self._known[name].one.is_lead}
        main = linked([g for g in judged if g & leads], self._near, LEAST, self._apart)
        rest = [g for g in judged if not g & leads]
        heads = [min(group) for group in main]
        apart = {(min(a, b), max(a, b)) for a in heads for b in heads if a < b}
        return linked([*main, *rest], self._near, ASIDE, self._apart | apart)

    def _incident(self, group: frozenset[str]) -> Incident:
        told = [self._known[name].one for name in sorted(group)]
        documents: defaultdict[str, list[Happening]] = defaultdict(list)
        for one in told:
            documents[one.document].append(one)
        tellings = tuple(
            Telling(name, tuple(c for h in sorted(ones, key=lambda h: not h.is_lead) for c in h.claims), is_lead)
            for name, ones in sorted(documents.items())
            for is_lead in [any(h.is_lead for h in ones)]
        )
        return Incident(incident_id(told), tellings, is_trend=2 * sum(h.is_trend for h in told) > len(told))


def incident_id(happenings: Iterable[Happening]) -> str:
    """Return the id of what some happenings tell together: "i" and 16 digits, from the smallest id of their claims."""
    smallest = min(claim for one in happenings for claim in one.claims)
    return "i" + hashlib.sha256(smallest.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _united(members: AbstractSet[str], pairs: AbstractSet[tuple[str, str]]) -> list[set[str]]:
    """Return the members in groups, those of each pair together."""
    home = {name: {name} for name in members}
    for one, other in pairs:
        if one in home and other in home and home[one] is not home[other]:
            home[one] |= home[other]
            for name in home[other]:
                home[name] = home[one]
    return list({id(group): group for group in home.values()}.values())

"""Candidates: the clusters that have a name like one of a record's, found without comparing all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType
from tacitus.resolve.evidence import Link, logit
from tacitus.resolve.naming import Nature, are_turned, is_part, is_single
from tacitus.resolve.spellings import Spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.resolve.lists import AliasLists
    from tacitus.resolve.naming import Naming
    from tacitus.resolve.setting import Gathering, View

#: Of a name that many clusters bear, so many are looked at: those that share a country or company first.
_MOST = 24
_SPACES = {
    EntityType.PERSON: "person",
    EntityType.PLACE: "site",
    EntityType.FACILITY: "site",
    EntityType.STATE: "site",
}
#: A likeness to a name that many have counts so much less.
_WEAK = 1.5
#: Log-odds at most of a name that has all words of the other and more.
_PART = 0.5
#: How much the initials of so many words are worth beside those of four and more.
_BY_LETTERS = {2: 0.2, 3: 0.6}
#: Words of a person's name that are no surname by themselves.
_SHORT = 2


class Candidates:
    """Names of all clusters, to be searched by equal name, by spelling, by surname and by list."""

    def __init__(self, known: AliasLists | None) -> None:
        """Begin without names; `known` are alias lists or None."""
        self._known = known
        self._bearers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._spellings: defaultdict[str, Spellings] = defaultdict(Spellings)
        self._surnames: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._listed: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def add(self, view: View, key: str) -> None:
        """File the names of a record under the key of its cluster."""
        for one in view.namings:
            self._bearers[one.folded].setdefault(key)
            if one.nature is not Nature.COUNTRY:
                self._spelled(view).file(one.folded, one.text)
            for group in self._groups(view, one):
                self._listed[group].setdefault(one.folded)
            if one.nature is Nature.FULL:
                for word in _surnames(one.folded):
                    self._surnames[word].setdefault(one.folded)

    def move(self, gathering: Gathering, key: str) -> None:
        """File the names of a cluster under another key: it became part of that one."""
        for name in gathering.bearers:
            bearers = self._bearers[name]
            bearers.pop(gathering.key, None)
            bearers.setdefault(key)

    def of(self, view: View, gatherings: Mapping[str, Gathering]) -> Iterator[tuple[str, Link]]:
        """Yield the keys of clusters that a record may be of, each once with its strongest link."""
        best: dict[str, Link] = {}
        for one in view.namings:
            if view.record.type is EntityType.PERSON and one.nature is Nature.BARE:
                continue  # "the president" is another one every few years
            for link in self._links(view, one):
                for key in self._some(link.theirs, view, gatherings):
                    if key not in best or _strength(link) > _strength(best[key]):
                        best[key] = link
        yield from best.items()

    def _links(self, view: View, one: Naming) -> Iterator[Link]:
        """Yield the names that one name may be another spelling, the acronym or a part of."""
        yield Link(one, one.folded, one.nature)
        for group in self._groups(view, one):
            for name in self._listed[group]:
                if name != one.folded:
                    yield Link(one, name, "listed")
        if one.nature is Nature.COUNTRY:
            return
        spellings = self._spelled(view)
        spellings.add(one.folded, one.text)
        for name, near in spellings.near(one.folded).items():
            if near.letters:
                yield Link(one, name, "acronym fits", _BY_LETTERS.get(near.letters, 1.0))
            elif view.record.type is not EntityType.PERSON or is_single(name) == is_single(one.folded):
                worth = _worth(view, one, name, near.likeness)
                if worth >= 0 and not are_turned(one.folded, name):
                    yield Link(one, name, "alike", worth)
        if view.record.type is EntityType.PERSON:
            yield from self._by_part(one)

    def _spelled(self, view: View) -> Spellings:
        return self._spellings[_SPACES.get(view.record.type, "body")]

    def _by_part(self, one: Naming) -> Iterator[Link]:
        """Yield the full names of a person of whom one word is known, or the one word of a full name."""
        if one.nature is Nature.SINGLE:
            bearers = {name for word in _surnames(one.folded) for name in self._surnames[word]}
            feature = self._bearing(bearers)
            for name in sorted(bearers)[:_MOST]:
                yield Link(one, name, feature)
        elif one.nature is Nature.FULL:
            for word in _surnames(one.folded):
                if word in self._bearers:
                    yield Link(one, word, self._bearing(set(self._surnames[word]) | {one.folded}))

    def _bearing(self, bearers: set[str]) -> str:
        clusters = {key for name in bearers for key in self._bearers.get(name, (name,))}
        return "one bearer" if len(clusters) == 1 else "several bearers"

    def _some(self, name: str, view: View, gatherings: Mapping[str, Gathering]) -> list[str]:
        """Return the clusters that bear a name; of many those with which the record has most in common."""
        bearers = list(self._bearers.get(name, ()))
        if len(bearers) <= _MOST:
            return bearers
        company = view.setting.company
        return sorted(bearers, key=lambda key: (-len(company & gatherings[key].company), key))[:_MOST]

    def _groups(self, view: View, one: Naming) -> tuple[str, ...]:
        if self._known is None:
            return ()
        day = view.record.published
        entries = self._known.groups(one.text)
        return tuple(f"{entry.list}\x1f{entry.id}" for entry in entries if entry.holds(day))


def _worth(view: View, one: Naming, name: str, likeness: float) -> float:
    """Return the log-odds that a likeness is worth: a body with one more word in its name is often another one."""
    if view.record.type is not EntityType.PERSON and is_part(one.folded, name):
        return min(_PART, logit(likeness))
    return logit(likeness) - (_WEAK if one.is_weak else 0.0)


def _surnames(folded: str) -> list[str]:
    return [word for word in folded.split() if len(word) > _SHORT]


def _strength(link: Link) -> float:
    """Return which of several links to one cluster counts: equal names, then lists, spellings, parts."""
    order = {"listed": 90.0, "alike": 10.0, "acronym fits": 5.0, "one bearer": 2.0, "several bearers": 1.0}
    return order.get(link.feature, 100.0) + link.value

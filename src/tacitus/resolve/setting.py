"""Settings: the company, countries and groups among which a record or a whole cluster is met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold
from tacitus.resolve.names import alike
from tacitus.resolve.naming import ACRONYMS, TELLING, Nature, naming, namings
from tacitus.resolve.records import BRACKETS
from tacitus.resolve.usual_words import countries_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.resolve.naming import Naming
    from tacitus.resolve.records import Record

#: Claims that tell how one body follows another in time. They are dated relations, never sameness.
DATED = frozenset({"successor", "split", "merger", "dissolution", "formation"})
#: Relations whose other side says where somebody belongs.
_HOME = frozenset({"origin", "located", "affiliate", "leads", "member"})
#: Names of one record less alike than this are no spellings, acronyms or parts of each other.
_ALIKE = 0.3
_POSTS = frozenset({"leads", "member", "appointment", "removal"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where one record is met.

    Attributes:
        homes: Countries that it belongs to by its names, qualifiers and relations; folded usual names.
        company: Folded names of the other records of its document, outlets left out.
        groups: Folded names of what it leads or belongs to, or who leads it or belongs to it.
        dated: Folded names that it follows, leaves or becomes, by the document.
        qualifiers: What stands in brackets behind its names.
    """

    homes: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class View:
    """A record with what was worked out of it.

    Attributes:
        record: The record.
        keys: Its keys, see `Record.keys`.
        namings: Its names that say who or what it is, the one to show first.
        setting: Where it is met.
        loose: Folded names unlike the first one that no sentence of the document ties to it ("also known as"): the
            reader may have taken two things for one.
    """

    record: Record
    keys: tuple[str, ...]
    namings: tuple[Naming, ...]
    setting: Setting
    loose: frozenset[str] = frozenset()


def views(records: Sequence[Record]) -> tuple[View, ...]:
    """Return the records of one document with their settings, in order."""
    named = [namings(r) for r in records]
    company = {n[0].folded for r, n in zip(records, named, strict=True) if r.type is not EntityType.MEDIA}
    out = []
    for record, names in zip(records, named, strict=True):
        own = {n.folded for n in names} | {naming(n, record.type).folded for n in record.names}
        setting = _setting(record, names, frozenset(company | record.company) - own)
        out.append(View(record, record.keys, names, setting, _loose(record, names)))
    return tuple(out)


def _loose(record: Record, names: Sequence[Naming]) -> frozenset[str]:
    told = {fold(name) for tie in record.ties if tie.type == "alias" for name in tie.other}
    first, *others = names
    return frozenset(n.folded for n in others if n.folded not in told and not _fits(first, n))


def _fits(one: Naming, other: Naming) -> bool:
    """Tell whether two names of one record go together: they are alike, or an acronym stands beside a full name."""
    if (one.nature in ACRONYMS) != (other.nature in ACRONYMS):
        return True  # letters seldom fit a translated name
    return alike(one.text, other.text) >= _ALIKE


def _setting(record: Record, names: Iterable[Naming], company: frozenset[str]) -> Setting:
    qualifiers = frozenset(n.qualifier for n in names if n.qualifier)
    qualifiers |= {name for tie in record.ties if tie.type == BRACKETS for name in tie.other}
    homes = {c for q in qualifiers for c in countries_in(q)}
    if record.type is not EntityType.PERSON:
        homes.update(c for n in names for c in n.countries)
    groups: set[str] = set()
    dated: set[str] = set()
    for tie in record.ties:
        if tie.type in _HOME:
            homes.update(c for other in tie.other for c in countries_in(other))
        if tie.type in _POSTS and tie.role not in ("actor", "place"):
            groups |= tie.other
        if tie.type in DATED:
            dated |= tie.other
    own = {fold(name) for name in record.names}
    return Setting(frozenset(homes), company, frozenset(groups - own), frozenset(dated - own), qualifiers)


class Rarity:
    """How much it means to have company in common: much for a village, little for a great power."""

    def __init__(self) -> None:
        """Begin without documents."""
        self._documents = 0
        self._counts: Counter[str] = Counter()

    def add(self, document: Iterable[View]) -> None:
        """Count the company of one more document."""
        self._documents += 1
        self._counts.update({v.namings[0].folded for v in document})

    def of(self, name: str) -> float:
        """Return the weight of a name in the company, (0, 1]: inverse document frequency, as if there were 50 more."""
        return min(1.0, log((self._documents + 50) / (self._counts[name] + 0.5)) / log(self._documents + 50))


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who has a name in a cluster: the key of a record and its spelling."""

    key: str
    text: str


@dataclass(slots=True)
class Gathering:
    """What is known of a cluster while it grows: all names and settings of its records.

    Attributes:
        key: Key of its first record.
        bearers: Folded name → the first record with that name.
        counts: Folded name → number of records with it.
        natures: Folded name → what kind of name it is.
        firm: Folded names that some document gives it first, in so many words or in a like spelling.
        loose: Folded name → number of documents that have it loosely, see `View`.
    """

    key: str
    bearers: dict[str, Bearer] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    natures: dict[str, Nature] = field(default_factory=dict)
    firm: set[str] = field(default_factory=set)
    loose: Counter[str] = field(default_factory=Counter)
    types: set[EntityType] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    dated: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)

    def add(self, view: View, key: str) -> None:
        """Take in one more record, which is judged by a key."""
        for one in view.namings:
            self.bearers.setdefault(one.folded, Bearer(key, one.text))
            self.natures.setdefault(one.folded, one.nature)
            self.counts[one.folded] += 1
            if one.folded in view.loose:
                self.loose[one.folded] += 1
            else:
                self.firm.add(one.folded)
        self.types.add(view.record.type)
        self.documents.add(view.record.document)
        if view.record.place is not None:
            self.places.add(view.record.place)
        for name in _SETS:
            getattr(self, name).update(getattr(view.setting, name))

    def absorb(self, other: Gathering) -> None:
        """Take in another cluster whole."""
        self.bearers = {**other.bearers, **self.bearers}
        self.natures = {**other.natures, **self.natures}
        self.counts.update(other.counts)
        self.loose.update(other.loose)
        for name in ("firm", "types", "documents", "places", *_SETS):
            getattr(self, name).update(getattr(other, name))

    def holds(self, name: str) -> bool:
        """Tell whether a name is surely one of its names: firmly in one document, or loosely in two."""
        return name in self.firm or self.loose[name] > 1

    def share(self, name: str) -> float:
        """Return the share of its documents that have a name, about [0, 1]."""
        return self.counts[name] / max(self.size, 1)

    def follows(self, other: Gathering) -> bool:
        """Tell whether a document tells that one of two clusters came out of the other: a rename, a split, a merger."""
        return self._came_from(other) or other._came_from(self)

    def _came_from(self, other: Gathering) -> bool:
        return bool(self.dated) and any(n in other.bearers and n not in self.bearers for n in self.dated)

    def is_rival(self, other: Gathering) -> bool:
        """Tell whether two clusters are known by full names and share none: they are two things, as far as is known."""
        mine, theirs = self.full_names(), other.full_names()
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def full_names(self) -> set[str]:
        """Return the folded names that tell alone what it is, and that it surely has."""
        return {name for name, nature in self.natures.items() if nature in TELLING and name in self.firm}

    @property
    def size(self) -> int:
        """How many documents speak of it."""
        return len(self.documents)


_SETS = ("homes", "company", "groups", "dated", "qualifiers")


def shared(one: Iterable[str], other: set[str], rarity: Rarity) -> Mapping[str, float]:
    """Return what two companies have in common, with its weight, the weightiest first."""
    common = {name: rarity.of(name) for name in one if name in other}
    return dict(sorted(common.items(), key=lambda of: (-of[1], of[0])))

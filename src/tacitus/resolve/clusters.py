"""Clusters: which records are one thing, as the judgements in effect have it. The definition of the view."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.fold import fold
from tacitus.resolve.kinds import may_be_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.model.entity import EntityType
    from tacitus.resolve.records import Record

#: What can be said of a pair of entities.
PAIRED = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})


@dataclass(frozen=True, slots=True)
class Cluster:
    """One thing in the world, as far as is known: records of several documents.

    Attributes:
        id: The smallest key of its records: "n" and 16 hexadecimal digits; it stays when
            records with greater keys join.
        records: In order of document and entity; never empty.
    """

    id: str
    records: tuple[Record, ...]

    @property
    def name(self) -> str:
        """The name that most documents put first; of several the longest, so that it says most."""
        counted = Counter(r.names[0] for r in self.records)
        return min(counted, key=lambda name: (-counted[name], -len(name), name))

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, in the spelling that most records have; those of most documents first."""
        spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for record in self.records:
            for name in record.names:
                spelled[fold(name)][name] += 1
        usual = [(sum(s.values()), min(s.items(), key=lambda one: (-one[1], one[0]))[0]) for s in spelled.values()]
        return tuple(name for _, name in sorted(usual, key=lambda one: (-one[0], one[1])))

    @property
    def types(self) -> tuple[EntityType, ...]:
        """What its documents take it for, the most usual first."""
        counted = Counter(r.type for r in self.records)
        return tuple(sorted(counted, key=lambda kind: (-counted[kind], kind)))


def in_effect(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold, in order of recording: none that was undone, and one a subject.

    An undoing is a judgement too and can be undone. Of two judgements on the same subject a person's holds before a
    rule's, then the later one, then the one with the greater id.
    """
    best: dict[tuple[str, ...], Judgement] = {}
    for one in standing(judgements):
        if one.verdict is not Verdict.UNDO:
            subject = tuple(sorted(one.subject))
            if subject not in best or rank(one) > rank(best[subject]):
                best[subject] = one
    return tuple(sorted(best.values(), key=lambda one: (one.recorded, one.id)))


def rank(judgement: Judgement) -> tuple[bool, str, str]:
    """Return what decides between judgements on the same pair: the greater one holds."""
    return (not judgement.is_by_rule, judgement.recorded.isoformat(), judgement.id)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that no standing judgement undoes, each once. An id holds its subject's: no circles."""
    known = {j.id: j for j in judgements}
    undoing: defaultdict[str, list[str]] = defaultdict(list)
    for one in known.values():
        if one.verdict is Verdict.UNDO:
            for subject in one.subject:
                undoing[subject].append(one.id)
    stands: dict[str, bool] = {}
    for start in known:
        path = [start]
        while path:
            open_ = [u for u in undoing[path[-1]] if u not in stands]
            if open_:
                path.extend(open_)
            else:
                last = path.pop()
                stands[last] = not any(stands[u] for u in undoing[last])
    return tuple(one for key, one in known.items() if stands[key])


def clusters(records: Iterable[Record], judgements: Iterable[Judgement]) -> tuple[Cluster, ...]:
    """Return which records are one thing, in order of id: pure, and whatever the order of the input.

    Records are joined by the verdict "same": people's first, then those of rules by falling score, then by keys. A
    union that would bring two records together that were judged different is left out. A record that no judgement
    names is a cluster of its own; two records of one document with the same first name and kinds that may be one are
    one.
    """
    ordered = sorted(set(records), key=lambda r: (r.document, r.entity, r.type, r.names))
    handles, owners = _handles(ordered)
    union = Union(handles.values())
    held = [(pair, one) for one in in_effect(judgements) for pair in _pairs(one, owners, handles)]
    verdicts: dict[tuple[str, str], Judgement] = {}
    for pair, one in held:
        if pair not in verdicts or rank(one) > rank(verdicts[pair]):
            verdicts[pair] = one
    for (a, b), one in sorted(verdicts.items()):
        if one.verdict is Verdict.DIFFERENT:
            union.part(a, b)
    joining = [(pair, one) for pair, one in verdicts.items() if one.verdict is Verdict.SAME]
    for (a, b), _ in sorted(joining, key=lambda of: (of[1].is_by_rule, -(of[1].score or 0.0), of[0])):
        union.join(a, b)
    gathered: defaultdict[str, list[Record]] = defaultdict(list)
    for record in ordered:
        gathered[union.root(handles[record])].append(record)
    return tuple(sorted((Cluster(min(handles[r] for r in g), tuple(g)) for g in gathered.values()), key=_id))


def _id(cluster: Cluster) -> str:
    return cluster.id


def _handles(ordered: Sequence[Record]) -> tuple[dict[Record, str], dict[str, list[Record]]]:
    """Return the key under which each record stands, and key → the records that it means.

    A key means the records that have it for their first name; only if there are none, those with another name of it.
    """
    first: defaultdict[str, list[Record]] = defaultdict(list)
    later: defaultdict[str, list[Record]] = defaultdict(list)
    handles: dict[Record, str] = {}
    for record in ordered:
        key, *others = record.keys
        own = [key, *(f"{key}.{number}" for number in range(2, len(first[key]) + 2))]
        taken = {handles[r]: r for r in first[key]}
        handles[record] = next(k for k in own if k not in taken or may_be_same(record, taken[k]))
        first[key].append(record)
        for other in others:
            later[other].append(record)
    return handles, {**later, **first}


def _pairs(
    judgement: Judgement, owners: Mapping[str, Sequence[Record]], handles: Mapping[Record, str]
) -> set[tuple[str, str]]:
    """Return the pairs of handles that a judgement speaks of, the smaller one first."""
    if judgement.verdict not in PAIRED or len(judgement.subject) != 2:
        return set()
    ones, others = (owners.get(key, ()) for key in judgement.subject)
    met = [(a, b) for a in ones for b in others]
    fitting = [(a, b) for a, b in met if may_be_same(a, b)] or met
    pairs = {(min(handles[a], handles[b]), max(handles[a], handles[b])) for a, b in fitting}
    return {(a, b) for a, b in pairs if a != b}


class Union:
    """Sets that are joined one by one, where some must stay apart (union by size, path halving)."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        """Begin with every key alone."""
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            self.add(key)

    def add(self, key: str) -> None:
        """Add a key that stands alone; one that is there stays where it is."""
        self._parent.setdefault(key, key)
        self._size.setdefault(key, 1)

    def __contains__(self, key: str) -> bool:
        """Tell whether a key was added."""
        return key in self._parent

    def root(self, key: str) -> str:
        """Return the key that stands for the whole set."""
        parent = self._parent
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def part(self, one: str, other: str) -> None:
        """Keep two sets apart from now on; nothing happens when they are one already."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def are_apart(self, one: str, other: str) -> bool:
        """Tell whether two sets must stay apart."""
        return self.root(other) in self._apart.get(self.root(one), ())

    def join(self, one: str, other: str) -> bool:
        """Make two sets one, unless they must stay apart; tell whether they are one now."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        if self.are_apart(a, b):
            return False
        if (self._size[a], b) < (self._size[b], a):
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size[b]
        for enemy in self._apart.pop(b, ()):
            self._apart[enemy].discard(b)
            self._apart[enemy].add(a)
            self._apart[a].add(enemy)
        return True

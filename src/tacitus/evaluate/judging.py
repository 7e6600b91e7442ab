"""The claims of a document judged: which ones were found, and which of those are right in full."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.evaluate.names import matched
from tacitus.evaluate.times import same_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.evaluate.papers import Paper, Told
    from tacitus.model.span import Span

#: Least F1 of evidence (in code points) and of arguments with which a claim is found.
_EVIDENCE, _ARGUMENTS = 0.3, 0.3
#: Least F1 of the central arguments of a claim that is right in full.
_CENTRAL_ARGUMENTS = 0.75
_CENTRAL = frozenset(
    {"actor", "target", "subject", "object", "side", "place", "from", "killed", "injured", "count", "org"}
)
#: Types whose sides may stand in either role.
_SYMMETRIC = frozenset({"alias", "ally", "rival", "kin", "clash", "talks", "agreement"})
_SIDES = frozenset({"actor", "target", "subject", "object"})

#: Filled roles, each with how often it stands.
Bag = Counter[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the reader that was found to be one of the gold.

    Attributes:
        read: Its index among the claims that were read.
        gold: Index of the gold claim.
        right: Which of "args", "source", "certainty", "status" and "time" are right.
    """

    read: int
    gold: int
    right: frozenset[str]

    @property
    def is_full(self) -> bool:
        """Whether everything is right."""
        return len(self.right) == len(PARTS)


#: What is asked of a claim that was found.
PARTS = ("args", "source", "certainty", "status", "time")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One document judged.

    Attributes:
        read: What the reader gave.
        gold: What is right.
        ids: Entity of the reader → gold entity.
        pairs: Claims that were found, best first.
        read_bags: Filled roles of each claim that was read, with gold ids.
        gold_bags: Filled roles of each gold claim.
    """

    read: Paper
    gold: Paper
    ids: Mapping[str, str]
    pairs: tuple[Pair, ...]
    read_bags: tuple[Bag, ...]
    gold_bags: tuple[Bag, ...]

    @property
    def found(self) -> frozenset[int]:
        """Indexes of the gold claims that were found."""
        return frozenset(pair.gold for pair in self.pairs)


def judge(read: Paper, gold: Paper, ids: Mapping[str, str] | None = None) -> Verdict:
    """Return how the claims of a reading stand to the gold.

    A claim is found when kind and type are the same, and evidence and arguments overlap with an F1 of 0.3 each. Pairs
    are chosen by the F1 of their arguments, each claim used once.

    Args:
        read: What the reader gave, of the same text.
        gold: What is right.
        ids: Entity of the reader → gold entity, where it is known already.
    """
    ids = matched(read.things, gold.things) if ids is None else ids
    own = {thing.id: thing.id for thing in gold.things}
    read_bags = tuple(_bag(c, ids) for c in read.claims)
    gold_bags = tuple(_bag(c, own) for c in gold.claims)
    alike = []
    for i, one in enumerate(read.claims):
        for j, other in enumerate(gold.claims):
            if (one.kind, one.type) == (other.kind, other.type) and _shared(one.evidence, other.evidence) >= _EVIDENCE:
                score = overlap(read_bags[i], gold_bags[j])
                if score >= _ARGUMENTS:
                    alike.append((-score, i, j))
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for _, i, j in sorted(alike):
        if i not in pairs and j not in taken:
            taken.add(j)
            pairs[i] = Pair(i, j, _right(read.claims[i], gold.claims[j], ids, own))
    return Verdict(read, gold, ids, tuple(pairs.values()), read_bags, gold_bags)


def f1(same: float, read: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall; 1 where nothing was to be found and nothing was."""
    return 2 * same / (read + gold) if read + gold else 1.0


def overlap(one: Bag, other: Bag) -> float:
    """Return the F1 of two bags."""
    return f1((one & other).total(), one.total(), other.total())


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    same = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return f1(same, sum(map(len, one)), sum(map(len, other)))


def _bag(claim: Told, ids: Mapping[str, str]) -> Bag:
    """Return the filled roles with gold ids; an entity that stands for none has an id that no gold entity has."""
    found: Bag = Counter()
    for role, value in claim.args:
        name = "side" if claim.type in _SYMMETRIC and role in _SIDES else role
        found[name, value if isinstance(value, tuple) else ids.get(value, f"?{value}")] += 1
    return found


def only(bag: Bag, roles: frozenset[str]) -> Bag:
    """Return the part of a bag that fills some roles."""
    return Counter({key: count for key, count in bag.items() if key[0] in roles})


def _right(read: Told, gold: Told, ids: Mapping[str, str], own: Mapping[str, str]) -> frozenset[str]:
    central = overlap(only(_bag(read, ids), _CENTRAL), only(_bag(gold, own), _CENTRAL))
    said = tuple(ids.get(speaker, "?") for speaker in read.source[:1])
    checks = (
        central >= _CENTRAL_ARGUMENTS,
        said == gold.source[:1],
        read.certainty == gold.certainty,
        read.status == gold.status,
        same_time(read.time, gold.time),
    )
    return frozenset(part for part, is_right in zip(PARTS, checks, strict=True) if is_right)

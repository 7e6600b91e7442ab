"""Further names of entities: how many the reader gave them as the gold does, and how many it gave to the wrong one."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tacitus.evaluate.names import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.evaluate.papers import Thing

_NAMED = frozenset({"person", "group", "force", "org", "media", "state"})


def aliases(read: Sequence[Thing], gold: Sequence[Thing], ids: Mapping[str, str]) -> Counter[str]:
    """Return `alias_gold`, `alias_hit` and `alias_wrong` of one document.

    All names of a gold entity but the first are asked for; of several entities that stand for it the one with most of
    its names counts. A name is wrong when it belongs to another gold entity alone.

    Args:
        read: Entities of the reader.
        gold: Entities of the gold.
        ids: As `tacitus.evaluate.names.matched` gives it.
    """
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for thing in gold:
        for name in thing.names:
            owners[tokens(name)].add(thing.id)
    carried: defaultdict[str, list[set[tuple[str, ...]]]] = defaultdict(list)
    out: Counter[str] = Counter()
    for thing in read:
        stands_for = ids.get(thing.id)
        if stands_for is not None:
            names = {tokens(n) for n in thing.names}
            carried[stands_for].append(names)
            out["alias_wrong"] += sum(n in owners and stands_for not in owners[n] for n in names)
    for thing in gold:
        names = {tokens(n) for n in thing.names}
        if thing.type in _NAMED and len(names) > 1:
            best = max((len(names & held) for held in carried[thing.id]), default=0)
            out["alias_gold"] += len(names) - 1
            out["alias_hit"] += max(0, best - 1)
    return out

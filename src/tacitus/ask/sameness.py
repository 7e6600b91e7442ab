"""Which entities of several documents are one, as a view of the ledger has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from tacitus.model.judgement import Verdict
from tacitus.resolve import entities
from tacitus.resolve.clusters import Cluster, clusters, in_effect, standing
from tacitus.resolve.entities import Resolver
from tacitus.resolve.happening import STEP
from tacitus.resolve.lists import AliasLists, entry_in
from tacitus.resolve.records import records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.model.judgement import Judgement
    from tacitus.resolve.records import Record

#: What makes findings: names and versions of the steps.
VERSION = f"{entities.AUTHOR} {STEP}"
#: The moment of judgements that are made for one answer alone and not kept.
_UNKEPT = datetime(1, 1, 1, tzinfo=UTC)
#: So many readings at most are resolved for one answer about a name: some seconds.
_MOST = 500


@dataclass(frozen=True)
class Sameness:
    """The entities of a view, grouped by what rules and people judged.

    Readings that nobody has resolved yet are resolved here, for this answer alone: an old ledger, or one that may only
    be read, gives the same answers as one that is up to date. Where very many wait (`is_behind`) that would take
    minutes: then `around` tells of what was resolved only.

    Attributes:
        view: Of now, or of an earlier moment of the record clock: judgements of later are not seen.
        as_of: Only what was published on this day or before; rules judge by that alone, people as they did.
    """

    view: View
    as_of: date | None = None

    def around(self, keys: Collection[str]) -> tuple[Cluster, ...]:
        """Return the clusters of the records with these keys, whole; () if there is none."""
        wanted = frozenset(keys)
        is_whole = not self.is_behind and bool(self.pending)
        found = clusters(*(self._every_by_then if is_whole else self._by_then(*self._reached(wanted))))
        return tuple(c for c in found if any(not wanted.isdisjoint(r.keys) for r in c.records))

    def every(self) -> tuple[Cluster, ...]:
        """Return all clusters."""
        return clusters(*self._every_by_then)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements on entities that are in effect, those included that were made for this answer.

        With `as_of`, those of people, and what rules make of what was published by then.
        """
        return in_effect(self._every_by_then[1])

    @cached_property
    def known(self) -> AliasLists:
        """The lists of aliases that were brought and not taken back."""
        rows = self.view.alias_lists()
        undone = _undone(self.view, {row.id for row in rows})
        return AliasLists(entry_in(data) for row in rows if row.id not in undone for data in row.entries)

    @cached_property
    def pending(self) -> tuple[str, ...]:
        """Ids of the readings that nobody has resolved with this version."""
        return self.view.unresolved(VERSION)

    @cached_property
    def is_behind(self) -> bool:
        """Whether more readings wait than can be resolved for one answer."""
        return len(self.view.unresolved(VERSION, _MOST + 1)) > _MOST

    @cached_property
    def _every_by_then(self) -> tuple[tuple[Record, ...], tuple[Judgement, ...]]:
        return self._by_then(*self._everything)

    @cached_property
    def _everything(self) -> tuple[tuple[Record, ...], tuple[Judgement, ...]]:
        kept, judged = self.view.records(), self.view.judgements()
        if not self.pending:
            return kept, judged
        fresh = [record for reading in self.pending for record in records(self.view.reading(reading))]
        stale = {(r.document, r.entity) for r in fresh}  # what an older version of resolution made of the same reading
        kept = tuple(r for r in kept if (r.document, r.entity) not in stale)
        resolver = Resolver(judged, self.known)
        resolver.add(kept)
        return (*kept, *fresh), (*judged, *resolver.decide(fresh, _UNKEPT))

    def _reached(self, keys: frozenset[str]) -> tuple[tuple[Record, ...], tuple[Judgement, ...]]:
        """Return the records that judgements lead to from some keys, and those judgements with what undoes them."""
        while True:
            found = self.view.records(keys)
            more = keys.union(key for record in found for key in record.keys)
            judged = self.view.judgements(more)
            more = more.union(key for j in judged if j.verdict is Verdict.SAME for key in j.subject)
            if more == keys:
                return found, (*judged, *taking_back(self.view, judged))
            keys = more

    def _by_then(
        self, found: tuple[Record, ...], judged: tuple[Judgement, ...]
    ) -> tuple[tuple[Record, ...], tuple[Judgement, ...]]:
        """Return what takes part as of the day, and what is judged of it."""
        if self.as_of is None:
            return found, judged
        by_then = tuple(r for r in found if r.published is not None and r.published <= self.as_of)
        people = tuple(j for j in in_effect(judged) if not j.is_by_rule)
        return by_then, (*people, *Resolver(people, self.known).decide(by_then, _UNKEPT))


def taking_back(view: View, judged: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that undo some of these, that undo those, and so on."""
    out: dict[str, Judgement] = {}
    ids = {j.id for j in judged}
    while ids:
        found = {j.id: j for j in view.judgements(ids) if j.verdict is Verdict.UNDO and j.id not in out}
        out |= found
        ids = set(found)
    return tuple(out.values())


def _undone(view: View, ids: set[str]) -> frozenset[str]:
    """Return those of these ids that a judgement in effect takes back."""
    undoing = [j for j in view.judgements(ids) if j.verdict is Verdict.UNDO]
    gone = standing((*undoing, *taking_back(view, undoing)))
    return frozenset(j.subject[0] for j in gone if j.verdict is Verdict.UNDO)

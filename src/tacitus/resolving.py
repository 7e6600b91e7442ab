"""What happens once reports are read: their entities are judged, their happenings kept, document by document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.sameness import VERSION, Sameness
from tacitus.ledger.findings import Findings
from tacitus.model.judgement import Verdict
from tacitus.resolve.entities import Resolver
from tacitus.resolve.fold import fold
from tacitus.resolve.happening import happening_out
from tacitus.resolve.happenings import happenings
from tacitus.resolve.records import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from tacitus.ledger.contract import Store
    from tacitus.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Resolved:
    """What resolution made of one reading.

    Attributes:
        reading: Its id.
        records: Number of its named entities.
        judgements: What rules judged of them: the same as an earlier one, or to be decided by people.
    """

    reading: str
    records: int
    judgements: tuple[Judgement, ...]

    @property
    def joined(self) -> int:
        """How many of its entities were joined to others."""
        return sum(j.verdict is Verdict.SAME for j in self.judgements)

    @property
    def unsure(self) -> int:
        """How many pairs wait for somebody's decision."""
        return sum(j.verdict is Verdict.UNSURE for j in self.judgements)


def resolve(store: Store, clock: Callable[[], datetime]) -> Iterator[Resolved]:
    """Resolve what the ledger holds and this version has not resolved yet, and yield it reading by reading.

    What was yielded is recorded, each reading with its judgements in one transaction. Readings are taken by day of
    publication, so that a ledger that is read in one go and one that grew day by day are judged alike.

    Args:
        store: The ledger.
        clock: Gives the present moment with its time zone.
    """
    view = store.view()
    waiting = view.unresolved(VERSION)
    if not waiting:
        return
    resolver = Resolver(view.judgements(), Sameness(view).known)
    fresh = {reading: records(view.reading(reading)) for reading in waiting}
    stale = {(record.document, record.entity) for found in fresh.values() for record in found}
    resolver.add(r for r in view.records() if (r.document, r.entity) not in stale)
    with store.writer() as writer:
        for reading in waiting:
            now = clock()
            judged = tuple(resolver.decide(fresh[reading], now))
            told = tuple(happening_out(h) for h in happenings(view.reading(reading)))
            writer.resolve(Findings(reading, VERSION, fresh[reading], told), judged, now)
            yield Resolved(reading, len(fresh[reading]), judged)


def reconsider(store: Store, names: Iterable[str], now: datetime) -> tuple[Judgement, ...]:
    """Judge anew the entities with some names, after a list of aliases was brought, and record what is new.

    What people judged stands, and so does what rules joined; what rules left open may be joined now.
    """
    view, wanted = store.view(), frozenset(map(fold, names))
    judged = [j for j in view.judgements() if not (j.is_by_rule and j.verdict is Verdict.UNSURE)]
    resolver = Resolver(judged, Sameness(view).known)
    every = view.records()
    listed = [r for r in every if not wanted.isdisjoint(map(fold, r.names))]
    keys = {r.key for r in listed}
    resolver.add(r for r in every if r.key not in keys)
    open_ = {tuple(j.subject) for j in view.judgements() if j.verdict is Verdict.UNSURE}
    made = tuple(j for j in resolver.decide(listed, now) if j.verdict is Verdict.SAME or j.subject not in open_)
    with store.writer() as writer:
        for judgement in made:
            writer.judge(judgement)
    return made

"""Lists of what resolution made: entities, pairs to be decided, judgements in effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask import groups
from tacitus.ask.incidents import told
from tacitus.ask.names import no_such_name
from tacitus.ask.sameness import Sameness
from tacitus.resolve.queue import queue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.model.judgement import Judgement
    from tacitus.resolve.clusters import Cluster
    from tacitus.resolve.queue import Question


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement in effect and the names of those that it is about."""

    judgement: Judgement
    names: tuple[str, ...]


def entities(view: View, about: str | None = None, as_of: date | None = None) -> tuple[Cluster, ...]:
    """Return the named entities of a view, those of most documents first, then by name.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        about: Only those that this name may mean.
        as_of: Only documents published on this day or before take part: rules judge by these alone.

    Raises:
        NotRecordedError: If nothing has the name `about`.
    """
    wanted = _wanted(view, about, as_of)
    found = (c for c in Sameness(view, as_of).every() if wanted is None or c.id in wanted)
    return tuple(sorted(found, key=lambda c: (-len({r.document for r in c.records}), c.name, c.id)))


def undated(view: View, about: str | None = None) -> int:
    """Return how many documents without a day name such entities: `as_of` leaves them out."""
    dateless = groups.undated(view)
    return len({r.document for c in entities(view, about) for r in c.records} & dateless) if dateless else 0


def undecided(view: View, about: str | None = None, as_of: date | None = None) -> tuple[Question, ...]:
    """Return the pairs that somebody should decide on, the most valuable decision first; `as_of` as in `entities`.

    Raises:
        NotRecordedError: If nothing has the name `about`.
    """
    sameness, wanted = Sameness(view, as_of), _wanted(view, about, as_of)
    pairs = queue(sameness.every(), sameness.judgements)
    return tuple(p for p in pairs if wanted is None or p.one.id in wanted or p.other.id in wanted)


def judged(view: View, about: str | None = None, as_of: date | None = None) -> tuple[Ruling, ...]:
    """Return the judgements on entities and incidents that are in effect, the latest first.

    When one was made is a matter of the record clock alone. `as_of` leaves out those on entities and happenings of
    documents that were not published by then.

    Raises:
        NotRecordedError: If nothing has the name `about`.
    """
    wanted, sameness = _wanted(view, about, as_of), Sameness(view)
    clusters = (sameness if as_of is None else Sameness(view, as_of)).every()
    names = _names(clusters)
    keys = {key for c in clusters if wanted is None or c.id in wanted for r in c.records for key in r.keys}
    known = names.keys() | {h.id for h in told(view, as_of)} if as_of else None
    found = (
        j
        for j in sameness.judgements
        if (any(key in keys for key in j.subject) or (wanted is None and j.subject[0].startswith("h")))
        and (known is None or known.issuperset(j.subject))
    )
    rulings = [Ruling(j, tuple(names.get(key, key) for key in j.subject)) for j in found]
    return tuple(sorted(rulings, key=lambda r: (r.judgement.recorded, r.judgement.id), reverse=True))


def _names(clusters: tuple[Cluster, ...]) -> Mapping[str, str]:
    """Return key to the name that its document writes."""
    return {key: name for c in clusters for r in c.records for key, name in zip(r.keys, r.names, strict=False)}


def _wanted(view: View, about: str | None, as_of: date | None) -> frozenset[str] | None:
    if about is None:
        return None
    found = groups.meant(view, about, as_of)
    if not found and (as_of is None or not groups.meant(view, about)):
        raise no_such_name("entity", about, view.names())
    return frozenset(group.id for group in found)

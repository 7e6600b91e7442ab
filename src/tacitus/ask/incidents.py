"""Incidents of the ledger: which reports tell of one happening, from how many independent origins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask import groups
from tacitus.ask.disagree import compare
from tacitus.ask.names import no_such_name
from tacitus.ask.sameness import Sameness
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.nearest import nearest
from tacitus.model.count import Count
from tacitus.model.judgement import Verdict
from tacitus.model.ontology import Certainty
from tacitus.resolve.clusters import in_effect
from tacitus.resolve.happening import happening_in
from tacitus.resolve.happenings import happenings
from tacitus.resolve.incidents import grouped
from tacitus.resolve.origins import Account, account, origin_count, origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tacitus.ask.disagree import Comparison
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow, DocumentRow
    from tacitus.model.incident import Incident
    from tacitus.resolve.happening import Happening
    from tacitus.resolve.origins import Origin

#: An incident id, or at least its first four digits.
_BEGUN = re.compile(r"i[0-9a-f]{3,16}")


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """One incident with its claims and the origins of its documents.

    Attributes:
        incident: Which claims of which documents tell it.
        rows: Its claims, in time order.
        origins: Document id to where its news comes from.
    """

    incident: Incident
    rows: tuple[ClaimRow, ...]
    origins: Mapping[str, Origin]

    @property
    def documents(self) -> tuple[DocumentRow, ...]:
        """Its documents, each once, in the order of their claims."""
        return tuple({row.document.id: row.document for row in self.rows}.values())

    @property
    def origin_count(self) -> int:
        """How many independent origins its documents have."""
        return origin_count(self.incident.documents, self.origins)

    @property
    def types(self) -> tuple[str, ...]:
        """Types of its claims, the commonest first."""
        return _commonest(row.claim.type for row in self.rows)

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the time that most of its claims give; None where no claim has one that is closed."""
        times = [row.claim.time for row in self.rows if row.claim.time]
        closed = [(t.earliest, t.latest) for t in times if t.earliest and t.latest]
        found = Counter((first, last) for first, last in closed if first is not None and last is not None)
        return min(found, key=lambda d: (-found[d], d[1] - d[0], d)) if found else None

    @property
    def _asserted(self) -> tuple[ClaimRow, ...]:
        return tuple(row for row in self.rows if row.claim.certainty not in (Certainty.DENIED, Certainty.UNKNOWN))

    def names(self, *roles: str) -> tuple[str, ...]:
        """Return the names that fill some roles, the commonest first; of what nobody asserts only where all deny."""
        return _commonest(
            row.name(a.value)
            for row in self._asserted or self.rows
            for a in row.claim.args
            if a.role in roles and isinstance(a.value, str)
        )

    def counts(self, role: str) -> tuple[Count, ...]:
        """Return the different numbers that are asserted for a role, the least first; "not known" is none."""
        every = (a.value for row in self._asserted for a in row.claim.args if a.role == role)
        told = (count for count in every if isinstance(count, Count) and (count.min, count.max) != (None, None))
        found = {(count.min, count.max): count for count in told}
        return tuple(found[key] for key in sorted(found, key=lambda k: (k[0] or 0, k[1] is None, k[1] or 0)))


def incidents(
    view: View,
    about: str | None = None,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> tuple[IncidentFile, ...]:
    """Return the incidents of which some claim fits, in time order.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        about: Whom, what or where: a name, as `tacitus.ask.query.ClaimQuery` takes it.
        since: A claim of it may touch this day or a later one.
        until: A claim of it may touch this day or an earlier one.
        as_of: Only documents published on this day or before take part; those without a day do not, see `undated`.

    Raises:
        NotRecordedError: If nothing has the name.
        InvalidValueError: If `since` is after `until`.
    """
    if since and until and since > until:
        raise InvalidValueError("stretch of days", f"{since}/{until}", "a first day that is not after the last")
    rows = {row.claim.id: row for row in view.claims(ClaimFilter(as_of=as_of))}
    fitting = _fitting(view, (about, since, until), as_of)
    accounts = _Accounts(view)
    found = (_file(one, rows, accounts) for one in every(view, as_of) if _fits(one, fitting))
    return tuple(sorted(found, key=_order))


def undated(view: View, about: str | None = None, since: date | None = None, until: date | None = None) -> int:
    """Return how many documents without a day tell of incidents that fit: `as_of` leaves them out."""
    dateless = groups.undated(view)
    return _undated(view, dateless, _fitting(view, (about, since, until), None)) if dateless else 0


def undated_of(view: View, incident: Incident) -> int:
    """Return how many documents without a day tell of an incident, or of one that it belongs to by now."""
    dateless = groups.undated(view)
    return _undated(view, dateless, frozenset(incident.claims)) if dateless else 0


def incident(view: View, id_: str, as_of: date | None = None) -> IncidentFile:
    """Return the incident of an id, or of how an id begins.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        id_: As it is by `as_of`, or as it is by now: its id changes when a document with a smaller claim id joins.
        as_of: Only documents published on this day or before take part.

    Raises:
        NotRecordedError: If there is none, or several begin so, or nobody had told of it.
    """
    known = every(view, as_of)
    found = _begun(known, id_)
    later = [claim for one in _begun(every(view), id_) for claim in one.claims] if as_of and not found else []
    found = found or [one for one in known if _fits(one, frozenset(later))]
    if len(found) == 1:
        rows = {row.claim.id: row for d in found[0].documents for row in view.claims(ClaimFilter(document=d))}
        return _file(found[0], rows, _Accounts(view))
    if later and not found:
        advice = f"Not as of {as_of}: what tells of it was published later or undated."
        raise NotRecordedError("incident", id_, (), advice)
    ids = tuple(one.id for one in found or known)
    advice = "tacitus incidents lists them." if not found else "Give more digits, or one of these."
    raise NotRecordedError("single incident" if found else "incident", id_, ids if found else nearest(id_, ids), advice)


def compared(view: View, id_: str, as_of: date | None = None) -> Comparison:
    """Return the accounts of an incident side by side, those of documents published by a day or all.

    Raises:
        NotRecordedError: If there is no such incident, or several begin so, or nobody had told of it.
    """
    found = incident(view, id_, as_of)
    homes = {(r.document, r.entity): c.id for c in Sameness(view, as_of).every() for r in c.records}
    rows = [row for d in found.incident.documents for row in view.claims(ClaimFilter(document=d))]

    def same(one: tuple[str, str], other: tuple[str, str]) -> bool:
        return one == other or (one in homes and homes[one] == homes.get(other))

    return compare(found.incident, rows, same, {d: o.id for d, o in found.origins.items()})


def every(view: View, as_of: date | None = None) -> tuple[Incident, ...]:
    """Return all incidents, as rules find them and people judged, of documents published by a day or of all."""
    judged = [j for j in in_effect(view.judgements()) if j.subject[0].startswith("h")]
    same = frozenset((j.subject[0], j.subject[1]) for j in judged if j.verdict is Verdict.SAME)
    different = frozenset((j.subject[0], j.subject[1]) for j in judged if j.verdict is Verdict.DIFFERENT)
    return grouped(told(view, as_of), same, different)


def told(view: View, as_of: date | None = None) -> tuple[Happening, ...]:
    """Return what documents tell of happenings, those published by a day or all; what waits is resolved for this."""
    kept = map(happening_in, view.happenings())
    waiting = [view.reading(reading) for reading in Sameness(view).pending]
    anew = {reading.document.id for reading in waiting}
    fresh = (h for reading in waiting for h in happenings(reading))
    found = (*(h for h in kept if h.document not in anew), *fresh)
    return tuple(h for h in found if as_of is None or (h.published is not None and h.published <= as_of))


def _begun(known: Iterable[Incident], id_: str) -> list[Incident]:
    return [one for one in known if one.id.startswith(id_)] if _BEGUN.fullmatch(id_) else []


def _fits(incident: Incident, claims: frozenset[str] | None) -> bool:
    return claims is None or not claims.isdisjoint(incident.claims)


def _undated(view: View, dateless: frozenset[str], claims: frozenset[str] | None) -> int:
    """Return how many of some documents tell of incidents with some of these claims, or of any."""
    return len({document for one in every(view) if _fits(one, claims) for document in one.documents} & dateless)


def _fitting(
    view: View, wanted: tuple[str | None, date | None, date | None], as_of: date | None
) -> frozenset[str] | None:
    """Return the claims that are about a name and touch a stretch of days; None where nothing is asked for."""
    about, since, until = wanted
    if about is None and since is None and until is None:
        return None
    who = None
    if about is not None:
        found = groups.meant(view, about, as_of)
        if not found and (as_of is None or not groups.meant(view, about)):
            raise no_such_name("entity", about, view.names())
        who = frozenset[tuple[str, str]]().union(*(group.members for group in found))
    rows = view.claims(ClaimFilter(who=who, since=since, until=until, as_of=as_of))
    return frozenset(row.claim.id for row in rows)


class _Accounts:
    """The documents of incidents as their origins are found; each is taken from the ledger once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, Account] = {}

    def of(self, documents: Iterable[str]) -> Iterator[Account]:
        for document in documents:
            if document not in self._known:
                self._known[document] = account(self._view.reading(self._view.document(document).reading))
            yield self._known[document]


def _file(incident: Incident, rows: Mapping[str, ClaimRow], accounts: _Accounts) -> IncidentFile:
    order = {claim: i for i, claim in enumerate(rows)}
    known = sorted((claim for claim in incident.claims if claim in rows), key=order.__getitem__)
    return IncidentFile(incident, tuple(rows[claim] for claim in known), origins(accounts.of(incident.documents)))


def _order(found: IncidentFile) -> tuple[bool, str, str, str]:
    days, published = found.days, [d.published.isoformat() for d in found.documents if d.published]
    first = days[0].isoformat() if days else min(published, default="")
    return not first, first, min(published, default=""), found.incident.id


def _commonest(values: Iterable[str]) -> tuple[str, ...]:
    found = Counter(values)
    return tuple(sorted(found, key=lambda value: (-found[value], value)))

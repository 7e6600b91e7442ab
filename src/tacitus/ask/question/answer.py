"""The answer to a question: values, each with the claims that give it, and those that deny it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ask.kinds import PEOPLE, without_number
from tacitus.ask.kinds import kind_of as kind_of_people
from tacitus.ask.question import names, told_times, worded
from tacitus.ask.question.claiming import claimants
from tacitus.ask.question.evidence import Evidence
from tacitus.ask.question.fitting import Fitting
from tacitus.ask.question.homes import Homes
from tacitus.ask.question.owners import Owners
from tacitus.ask.question.pattern import Hole, Polarity
from tacitus.ask.question.renamed import with_renamed
from tacitus.ask.question.sources import says, source_of
from tacitus.ask.question.spelling import Book, is_common
from tacitus.ask.question.values import Values, asked_entities
from tacitus.ask.question.wanted import Wanted, wanted
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.ontology import Certainty, Kind, Status, kind_of
from tacitus.resolve.fold import fold
from tacitus.resolve.origins import account, origin_count, origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tacitus.ask.question.homes import Home
    from tacitus.ask.question.pattern import Pattern
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity

_SURENESS = list(Certainty)
#: Texts are compared for reprints in so many documents at most; beyond, each counts as its own origin.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the hole.

    Attributes:
        value: In words: a name, a number, a time as EDTF, "yes".
        names: Other names of the same, and descriptions by which claims speak of it.
        claims: The claims that say so, in time order.
        denials: The claims that deny it.
        origins: From how many independent origins the documents of `claims` are; of `denials` where nobody says so.
    """

    value: str
    names: tuple[str, ...]
    claims: tuple[ClaimRow, ...]
    denials: tuple[ClaimRow, ...]
    origins: int

    @property
    def certainty(self) -> Certainty:
        """How surely the surest of those puts it who say so; denied where nobody does."""
        found = {row.claim.certainty for row in self.claims} or {Certainty.DENIED}
        return min(found, key=_SURENESS.index)

    @property
    def is_disputed(self) -> bool:
        """Whether some say so and some deny it."""
        return bool(self.claims and self.denials)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a ledger holds on a question. Nothing in it is without a claim and its words.

    Attributes:
        pattern: What was asked.
        values: The best supported first: by origins, then by certainty.
        earlier: Of a question for what is so now: what ended, or was so before the day of the question.
        planned: What is told as intended or conditional, and not as real.
        silent: Claims that fit and say that what is asked is not known, or deny it without a value.
        unknown: Names of the question that the ledger does not hold, with near ones.
        read_as: Names of the question with the ledger's spelling that they were read as.
        undated: Number of documents without a day that were left out.
    """

    pattern: Pattern
    values: tuple[Value, ...] = ()
    earlier: tuple[Value, ...] = ()
    planned: tuple[Value, ...] = ()
    silent: tuple[ClaimRow, ...] = ()
    unknown: tuple[Wanted, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    undated: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether no claim answers."""
        return not (self.values or self.earlier or self.planned or self.silent)

    @property
    def verdict(self) -> str:
        """Of a question whether something is so: "yes", "denied", "disputed", "not known" or "no account"."""
        said = {v.value for v in self.values}
        if {"yes", "denied"} <= said:
            return "disputed"
        return next((v for v in ("yes", "denied", "not known") if v in said), "no account")


def answer(
    view: View,
    pattern: Pattern,
    as_of: date | None = None,
    least: float | None = None,
    book: Book | None = None,
) -> Answer:
    """Return what a view holds on a pattern.

    Args:
        view: Of now, or of an earlier moment of the record clock: `store.view(end_of_day(day))`.
        pattern: What is asked.
        as_of: Only what was published on this day or before; undated documents are left out.
        least: Only claims of which the reader is at least so sure, [0, 1].
        book: The view's names, where somebody has looked them up already (`Understood.book`): seconds in large ledgers.
    """
    book = book or Book(view.names())
    parts = tuple(
        (part, with_renamed(view, book, pattern, wanted(view, book, name, as_of), as_of))
        for part, name in pattern.roles
        if part not in ("post", "words")
    )
    source = source_of(view, book, pattern, as_of)
    known = (*parts, *((("source", source),) if source is not None else ()))
    read_as = tuple((w.name, w.read_as) for _, w in known if w.read_as)
    unknown = tuple(w for _, w in known if not w.is_known)
    undated = _undated(view, book, pattern, as_of)
    if unknown:
        return Answer(pattern, unknown=unknown, read_as=read_as, undated=undated)
    evidence = Evidence(view, pattern, as_of, least)
    if pattern.hole is Hole.NAME:
        given = names.given(view, parts, evidence)
        named = tuple(_value(view, n, (n,), rows, ()) for n, rows in given)
        return Answer(pattern, named, read_as=read_as, undated=undated)
    if pattern.hole in (Hole.WITHIN, Hole.STRENGTH):
        about = [w for _, w in parts]
        told = worded.given(
            view, worded.Sought(pattern, tuple(about), book), (r for r in evidence.of(about) if says(r, source))
        )
        named = tuple(_value(view, n[0], n, rows, ()) for n, rows in told)
        return Answer(pattern, named, read_as=read_as, undated=undated)
    owners = Owners(view)
    rows = evidence.of([w for _, w in parts] or [w for _, w in known])
    fitting = Fitting(pattern, parts, evidence.around(rows, [w for _, w in parts]) if parts else {}, owners, book.lands)
    fitting_rows = [row for row in _with_siblings(rows, fitting) if fitting.fits(row) and says(row, source)]
    homes = Homes(view, book, as_of, _entities(fitting_rows, fitting))
    found = _sorted(view, fitting_rows, Values(fitting, owners, homes), as_of)
    return replace(found, read_as=read_as, undated=undated)


def _undated(view: View, book: Book, pattern: Pattern, as_of: date | None) -> int:
    """Return how many documents without a day speak of what is asked about first."""
    if as_of is None or not pattern.roles:
        return 0
    ids = wanted(view, book, pattern.roles[0][1], None).ids
    return view.undated(ClaimFilter(who=ids, as_of=as_of)) if ids else 0


def _with_siblings(rows: Iterable[ClaimRow], fitting: Fitting) -> Iterable[ClaimRow]:
    every = {row.claim.id: row for row in rows}
    for row in tuple(every.values()):
        every |= {other.claim.id: other for other in fitting.around.get(row.claim.id, ())}
    return every.values()


def _entities(rows: Iterable[ClaimRow], fitting: Fitting) -> Iterable[tuple[str, Entity]]:
    for row in rows:
        yield from ((row.document.id, entity) for entity in asked_entities(row, fitting))


def _sorted(view: View, rows: Sequence[ClaimRow], values: Values, as_of: date | None) -> Answer:
    """Return an answer with its claims told apart: what is so, was so, is intended, and is not known."""
    pattern = values.fitting.pattern
    kept: dict[str, list[tuple[Home, ClaimRow]]] = defaultdict(list)
    silent: list[ClaimRow] = []
    for row in rows:
        found = values.of(row)
        certainty = row.claim.certainty
        if pattern.is_claimed:
            mine = claimants(row, values)
            found = tuple(home for home in found if pattern.hole is not Hole.WHO or home.key in mine) if mine else ()
            found = found if certainty is not Certainty.DENIED or pattern.hole is Hole.WHETHER else ()
        if certainty is Certainty.UNKNOWN and pattern.hole is not Hole.WHETHER:
            silent.append(row)
        elif not found or (_is_of_real(pattern) and certainty is Certainty.DENIED):
            silent += [row] if certainty is Certainty.DENIED else []
        else:
            kept[_section(row, pattern, as_of)] += [(home, row) for home in found]
    if pattern.hole is Hole.WHEN:
        kept = {name: told_times.told(view, pairs) for name, pairs in kept.items()}
        if not kept.get("values"):
            found_by = [(home, row) for row in rows if (home := told_times.by_report(view, row)) is not None]
            kept["values"] = found_by
    if pattern.hole is Hole.WHERE:
        kept = {name: _closest(pairs, values) for name, pairs in kept.items()}
    if pattern.hole is Hole.WHOM:
        kept = {name: _telling(pairs) for name, pairs in kept.items()}
    made = {name: _grouped(view, pairs, pattern) for name, pairs in kept.items()}
    return Answer(
        pattern,
        made.get("values", ()),
        made.get("earlier", ()),
        made.get("planned", ()),
        tuple(silent),
    )


def _telling(pairs: Sequence[tuple[Home, ClaimRow]]) -> list[tuple[Home, ClaimRow]]:
    """Return to whom something was done without bare numbers of people, if some claim tells who they were."""
    told = [
        (home, row) for home, row in pairs if not all(kind_of_people(without_number(n)) == PEOPLE for n in home.names)
    ]
    return told or list(pairs)


def _closest(pairs: Sequence[tuple[Home, ClaimRow]], values: Values) -> list[tuple[Home, ClaimRow]]:
    """Return where something was without whole countries, if some claim tells it more closely."""
    lands = values.fitting.lands
    near = [(home, row) for home, row in pairs if not any(fold(name) in lands for name in home.names)]
    return near or list(pairs)


def _is_of_real(pattern: Pattern) -> bool:
    """Tell whether it is asked when, where or what happened: what is denied has no such answer."""
    is_happened = pattern.hole is Hole.WHAT and pattern.source is None and pattern.polarity is Polarity.ANY
    is_event = bool(pattern.types) and all(kind_of(kind) is Kind.EVENT for kind in pattern.types)
    return pattern.hole in (Hole.WHEN, Hole.WHERE, Hole.FROM, Hole.WITH) or (is_happened and is_event)


def _section(row: ClaimRow, pattern: Pattern, as_of: date | None) -> str:
    is_open = pattern.is_planned or pattern.is_offered or pattern.polarity is Polarity.DENIED
    if row.claim.status is not Status.ACTUAL and not is_open:
        return "planned"
    time = row.claim.time
    day = as_of
    is_past = time is not None and time.latest is not None and (day is None or time.latest < day)
    ended = True in row.claim.values("ended")
    return "earlier" if pattern.is_present and (ended or is_past) else "values"


def _grouped(view: View, pairs: Iterable[tuple[Home, ClaimRow]], pattern: Pattern) -> tuple[Value, ...]:
    groups: dict[str, list[tuple[Home, ClaimRow]]] = defaultdict(list)
    for home, row in pairs:
        groups[home.key].append((home, row))
    out = []
    for found in groups.values():
        rows = [row for _, row in found]
        said = [row for row in rows if row.claim.certainty is not Certainty.DENIED]
        against = [row for row in rows if row.claim.certainty is Certainty.DENIED]
        if pattern.hole is Hole.WHETHER:
            said, against = rows, []
        told = Counter(n for home, row in found for n in _told_names(home, row))
        every = dict.fromkeys(n for home, _ in found for n in home.names)
        first = min(every, key=lambda n: (-told[n], n.lower().startswith("the "), is_common(fold(n)), -len(n), n))
        out.append(_value(view, first, tuple(every), said, against))
    return tuple(sorted(out, key=_order))


def _told_names(home: Home, row: ClaimRow) -> Iterable[str]:
    names_of = {n for e in row.entities for n in e.names[:1]}
    return (n for n in home.names if n in names_of)


def _value(
    view: View, value: str, every: tuple[str, ...], said: Sequence[ClaimRow], against: Sequence[ClaimRow]
) -> Value:
    documents = sorted({row.document.id for row in said or against})
    known = (view.reading(view.document(d).reading) for d in documents) if 1 < len(documents) <= _MOST else ()
    count = origin_count(documents, origins(account(reading) for reading in known))
    others = tuple(n for n in every if n != value)
    return Value(value, others, tuple(said), tuple(against), count)


def _order(one: Value) -> tuple[bool, int, int, int, str]:
    return (not one.claims, -one.origins, _SURENESS.index(one.certainty), -len(one.claims), one.value)

"""Reports on an invented armed group, made line by line, and ledgers that hold them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from tacitus.ask.dossier import Asked, dossier
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.rows import LogHead
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import TEXT_ROLES, Certainty, Status
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tacitus.ask.dossier_parts import Dossier, Section
    from tacitus.ledger.contract import View
    from tacitus.model.claim import Value
    from tacitus.model.judgement import Judgement

#: A name, words, a number, or True.
Given = str | int | bool

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
#: The end of a log, made by hand.
HEAD = LogHead(42, "5e" * 32, NOON)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a report with the claim that it makes.

    Attributes:
        words: The sentence; it holds the names.
        type: Of the claim.
        args: Role → name, number, words or True; several names of a role are joined by " + ", names of one entity
            by " = ", and the type of an entity that is no group stands after "/".
        by: Who says so; "" for the report itself.
        time: EDTF, or "".
        certainty: How surely.
        status: As real, planned …
    """

    words: str
    type: str
    args: Mapping[str, Given]
    by: str = ""
    time: str = ""
    certainty: Certainty = Certainty.STATED
    status: Status = Status.ACTUAL


def report(id_: str, day: str, outlet: str, *told: Told) -> Reading:
    """Return the reading of a report; "" for a day or an outlet that nobody knows."""
    text = "\n".join(one.words for one in told)
    sha = sha256_of(f"{id_}{text}".encode())
    published = date.fromisoformat(day) if day else None
    document = Document(id_, text, sha, f"Report {id_}", published, outlet=outlet or None)
    known: dict[str, Entity] = {}
    claims = tuple(_claim(one, text, known, sha) for one in told)
    return Reading(document, tuple(known.values()), claims, reader="hand@1")


@contextmanager
def held(*readings: Reading, judged: Iterable[Judgement] = ()) -> Iterator[View]:
    """Yield a view of a ledger with some readings, a minute apart, resolved, and with what people judged."""
    minutes = count()
    store = MemoryStore()
    with store.writer() as writer:
        for reading in readings:
            writer.record(reading, NOON + timedelta(minutes=next(minutes)))
        for judgement in judged:
            writer.judge(judgement)
    list(resolve(store, lambda: NOON + timedelta(minutes=next(minutes))))
    yield store.view()
    store.close()


def made(readings: Iterable[Reading], name: str, asked: Asked | None = None) -> Dossier:
    """Return the dossier on a name from some readings."""
    with held(*readings) as view:
        return dossier(view, name, asked or Asked(HEAD, version="0"))


def section(found: Dossier, key: str) -> Section:
    """Return a section by its key."""
    return next(one for one in found.sections if one.key == key)


def texts(found: Dossier, key: str) -> list[str]:
    """Return the sentences of a section, those beside others after them."""
    return [s.text for item in section(found, key).items for s in item.sentences()]


def _claim(one: Told, text: str, known: dict[str, Entity], sha: str) -> Claim:
    start = text.index(one.words)
    args = tuple(
        Argument(role, value) for role, given in one.args.items() for value in _values(role, given, text, known)
    )
    source = SourceChain((_entity(one.by, text, known),) if one.by else ())
    time = When(one.time) if one.time else None
    span = Span(start, start + len(one.words))
    claim = Claim("", one.type, args, (span,), time, source, one.certainty, one.status)
    return replace(claim, id=claim_id(sha, claim, {e.id: e.name for e in known.values()}))


def _values(role: str, given: Given, text: str, known: dict[str, Entity]) -> list[Value]:
    if isinstance(given, bool) or role in TEXT_ROLES:
        return [given if isinstance(given, bool) else str(given)]
    if isinstance(given, int):
        return [Count(given, given, words=str(given))]
    return [_entity(name, text, known) for name in given.split(" + ")]


def _entity(name: str, text: str, known: dict[str, Entity]) -> str:
    names, _, kind = name.rpartition("/")
    if kind not in set(EntityType):
        names, kind = name, EntityType.GROUP
    if names not in known:
        split = tuple(names.split(" = "))
        spots = tuple(Span(at, at + len(n)) for n in split for at in _all(text, n))
        known[names] = Entity(f"e{len(known) + 1}", EntityType(kind), split, tuple(sorted(spots)))
    return known[names].id


def _all(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)

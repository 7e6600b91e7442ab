"""Incidents in plain lines, as the tables of these tests write them, and how their accounts stand.

    killed=20 people; by=ministry; day=4; doc=d1; in=Wire

Roles with their values, names of several parted by "+"; who says so (nobody: the document itself), the day of March
2024 on which the document was published (0: unknown), its id and outlet, certainty, status and type where they are
not those of a stated attack. The type of a name is told after "/": `Reed Front/group`; one without is that of people,
or of the role.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count

from tacitus.ask.disagree import Answer, Comparison, Link, compare
from tacitus.ledger.rows import ClaimRow, DocumentRow
from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.entity import Entity, EntityType
from tacitus.model.incident import Incident, Telling
from tacitus.model.ontology import Certainty, Status
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where

NOON = datetime(2024, 3, 30, 12, tzinfo=UTC)
_ROLES = ("actor", "target", "place", "victim", "instrument")
_TYPES = {"place": EntityType.PLACE, "instrument": EntityType.THING}
_COUNTS = ("killed", "injured", "count")
#: A few places of the tests: name → kind, country, latitude, longitude, radius in metres. Mirzakh is a province too.
_MAP = {
    "Tirsa": ("town", "XA", 10.0, 20.0, 3000.0),
    "Mirzakh": ("town", "XA", 10.5, 20.0, 3000.0),
    "Old Tirsa": ("site", "XA", 10.01, 20.01, 500.0),
    "Belun": ("town", "XA", 11.5, 20.0, 3000.0),
    "Karesh": ("region", "XA", 10.1, 20.1, 60_000.0),
    "Sadria": ("country", "XA", 11.0, 20.0, 400_000.0),
    "Tessaly": ("country", "XB", 30.0, 40.0, 400_000.0),
    "Halm": ("town", "XB", 30.0, 40.0, 3000.0),
}


@dataclass
class Bench:
    """Rows that are made one by one; documents and entities are those of the lines."""

    rows: list[ClaimRow] = field(default_factory=list)
    number: count[int] = field(default_factory=lambda: count(1))

    def add(self, line: str) -> ClaimRow:
        """Add what a line says."""
        parts = dict(part.split("=", 1) for part in line.split("; "))
        n = next(self.number)
        day = int(parts.get("day", "4"))
        outlet = parts.get("in")
        document = DocumentRow(
            parts.get("doc", f"d{n}"),
            f"r{n}",
            "00",
            "hand@1",
            NOON,
            is_shown=True,
            published=date(2024, 3, day) if day else None,
            title=f"Report {parts.get('doc', n)}",
            outlet=None if outlet == "none" else outlet or f"Outlet {n}",
        )
        entities: list[Entity] = []
        args = [
            Argument(role, _entity(v, role, entities))
            for role in (*_ROLES, "subject", "object")
            for v in _each(parts, role)
        ]
        args += [Argument(role, _count(v, entities)) for role in _COUNTS for v in _each(parts, role)]
        source = SourceChain(tuple(_entity(v, "by", entities) for v in _each(parts, "by")))
        claim = Claim(
            f"c{n:016x}",
            parts.get("type", "attack"),
            tuple(args),
            (Span(n, n + 1),),
            When(parts["on"]) if "on" in parts else None,
            source,
            Certainty(parts.get("certainty", "stated")),
            Status(parts.get("status", "actual")),
            anchor=parts.get("anchor", ""),
        )
        row = ClaimRow(claim, document, tuple(entities), (parts.get("quote", line),))
        self.rows.append(row)
        return row

    def incident(self) -> Incident:
        """Return all claims of events as one incident."""
        events = [row for row in self.rows if not row.claim.values("subject")]
        documents = sorted({row.document.id for row in events})
        told = (Telling(d, tuple(r.claim.id for r in events if r.document.id == d)) for d in documents)
        return Incident("i0000000000000001", tuple(told))


def compared(*lines: str, origins: dict[str, str] | None = None) -> Comparison:
    """Return the accounts of an incident that consists of these lines."""
    bench = Bench()
    for line in lines:
        bench.add(line)
    return compare(bench.incident(), bench.rows, None, origins)


def relation(answer: Answer, one: int, other: int) -> str:
    """Return how the position of the first line stands to that of another: "denies", "is updated by", "no relation"."""
    at = [next(i for i, p in enumerate(answer.positions) if _has(answer, i, n)) for n in (one, other)]
    if at[0] == at[1]:
        return "same"
    found = next((x for x in answer.links if {x.one, x.other} == set(at)), None)
    return "no relation" if found is None else _words(found, at[0])


def _has(answer: Answer, position: int, line: int) -> bool:
    return any(row.claim.id == f"c{line:016x}" for a in answer.positions[position].accounts for row in a.rows)


def _words(link: Link, first: int) -> str:
    if link.relation in ("contradict", "agree"):
        return str(link.relation)
    return str(link.relation) if link.one == first else f"{link.relation} back"


def _each(parts: dict[str, str], role: str) -> list[str]:
    return parts[role].split("+") if role in parts else []


def _entity(words: str, role: str, entities: list[Entity]) -> str:
    name, _, kind = words.partition("/")
    known = next((e for e in entities if e.name == name), None)
    if known is not None:
        return known.id
    type_ = EntityType(kind) if kind else _TYPES.get(role, EntityType.PEOPLE)
    id_ = f"e {name}"
    entities.append(Entity(id_, type_, (name,), where=_where(name)))
    return id_


def _where(name: str) -> Where | None:
    if name not in _MAP:
        return None
    kind, country, lat, lon, radius = _MAP[name]
    town = Candidate(f"own:{name}", name, kind, country, 0.9, Point(lat, lon, radius))
    around = Candidate("own:province", name, "region", country, 0.05, Point(11.0, 20.0, 100_000.0))
    return Where(name, candidates=(town, around) if name == "Mirzakh" else (town,))


def _count(words: str, entities: list[Entity]) -> Count:
    """Return "20", "31..", "..30", "5..9", "?" with who is counted behind it."""
    number, _, who = words.partition(" ")
    low, dots, high = number.partition("..")
    bounds = (None, None) if number == "?" else (int(low) if low else None, int(high) if high else None)
    if not dots and number != "?":
        bounds = (int(low), int(low))
    return Count(*bounds, who=_entity(who, "who", entities) if who else None, words="" if not who else number)

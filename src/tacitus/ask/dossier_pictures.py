"""What the pictures of a dossier show: what has a time, and who is connected with the subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tacitus.ask.dossier_notes import tellings
from tacitus.ask.dossier_parts import Bar, Tie
from tacitus.ask.dossier_telling import outlet
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Kind, Status
from tacitus.model.when import Precision, interval
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.ask.dossier_incidents import Told
    from tacitus.ask.dossier_notes import Material
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity

#: How many neighbours the network shows.
MOST_TIES = 30
#: Entities that can be neighbours; a person is one only by what it holds or joins, never as a victim.
_ACTORS = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.STATE, EntityType.ORG, EntityType.MEDIA})
_POSTS = frozenset({"formation", "appointment", "removal", "pledge", "renunciation", "merger", "split"})
_FIRST = frozenset({"actor", "subject"})
_SECOND = frozenset({"target", "object", "org", "victim", "from"})
_UNSURE = frozenset({Certainty.DENIED, Certainty.UNKNOWN})


def bars(rows: Iterable[ClaimRow], told: Iterable[Told], material: Material) -> tuple[Bar, ...]:
    """Return the lines of a timeline: each incident once, and what else has a time, by first day.

    Args:
        rows: Claims on the subject that no incident holds.
        told: The incidents.
        material: For names and footnotes.
    """
    found = [bar for one in told if (bar := _of_incident(one, material))]
    for group in tellings(rows, material):
        claim = group[0].claim
        if claim.time is not None and claim.time.precision is not Precision.YEARLESS:
            mark = "" if claim.certainty is Certainty.STATED else f" ({claim.certainty})"
            mark += "" if claim.status is Status.ACTUAL else f" ({claim.status})"
            others = ", ".join(_others(group[0], material))
            label = f"{claim.type}{mark}{': ' if others else ''}{others}"
            notes = tuple(dict.fromkeys(material.note(row) for row in group))
            found.append(Bar(label, claim.time, claim.certainty, notes, bool(claim.values("ended"))))
    return tuple(sorted(found, key=lambda b: (str(b.time.earliest or b.time.latest or ""), str(b.time), b.label)))


def ties(rows: Iterable[ClaimRow], material: Material) -> tuple[tuple[Tie, ...], int]:
    """Return who is connected with the subject, by name, and how many were left out for want of room.

    Only who has a name of its own counts. Where there are too many, those stay whom most reports connect with it.
    """
    found: defaultdict[str, _Neighbour] = defaultdict(_Neighbour)
    for row in rows:
        for entity in row.entities:
            if _is_neighbour(row, entity, material):
                found[material.home(row, entity.id)].add(row, entity, material)
    made = [one.tie() for one in found.values()]
    every = sorted(_told_apart(made, material), key=lambda t: (-t.documents, t.name))
    return tuple(sorted(every[:MOST_TIES], key=lambda t: t.name)), max(0, len(every) - MOST_TIES)


def _told_apart(made: Sequence[Tie], material: Material) -> Iterator[Tie]:
    """Yield neighbours; those of one name that nobody joined have the report beside the name that first has them."""
    names = Counter(tie.name for tie in made)
    for tie in made:
        report = outlet(material.notes[tie.notes[0] - 1].document)
        yield tie if names[tie.name] == 1 else replace(tie, name=f"{tie.name} ({report})")


@dataclass(slots=True)
class _Neighbour:
    """Who is connected with the subject, while claims are gathered."""

    names: dict[str, int] = field(default_factory=dict)
    words: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)
    notes: dict[int, None] = field(default_factory=dict)
    is_sure: bool = False

    def add(self, row: ClaimRow, entity: Entity, material: Material) -> None:
        self.names[entity.name] = self.names.get(entity.name, 0) + 1
        self.words[_connection(row, entity, material)] = None
        self.documents[row.document.id] = None
        self.notes[material.note(row)] = None
        self.is_sure = self.is_sure or row.claim.certainty not in _UNSURE

    def tie(self) -> Tie:
        name = min(self.names, key=lambda n: (-self.names[n], n))
        return Tie(name, tuple(sorted(self.words)), len(self.documents), tuple(self.notes), is_denied=not self.is_sure)


def _is_neighbour(row: ClaimRow, entity: Entity, material: Material) -> bool:
    if (row.document.id, entity.id) in material.members or not _roles(row)[entity.id] & (_FIRST | _SECOND):
        return False
    is_post = row.claim.kind is Kind.RELATION or row.claim.type in _POSTS
    return is_proper(entity.name) and (entity.type in _ACTORS or (entity.type is EntityType.PERSON and is_post))


def _connection(row: ClaimRow, entity: Entity, material: Material) -> str:
    """Return how a claim connects: an arrow from who does it, its type, and how surely when that is not flatly."""
    own, theirs = material.roles(row), _roles(row)[entity.id]
    arrow = "→" if theirs & _FIRST and own & _SECOND else "←" if own & _FIRST and theirs & _SECOND else "–"
    certainty = row.claim.certainty
    status = "" if row.claim.status is Status.ACTUAL else f" ({row.claim.status})"
    return f"{arrow} {row.claim.type}{'' if certainty is Certainty.STATED else f' ({certainty})'}{status}"


def _roles(row: ClaimRow) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for arg in row.claim.args:
        found[str(arg.value)] |= {arg.role}
    return found


def _others(row: ClaimRow, material: Material) -> Iterator[str]:
    """Yield the names of those in a claim who are not the subject, each once."""
    ids = dict.fromkeys(str(a.value) for a in row.claim.args if a.role in _FIRST | _SECOND)
    yield from (row.name(i) for i in ids if (row.document.id, i) not in material.members)


def _of_incident(told: Told, material: Material) -> Bar | None:
    days = told.file.days
    if days is None:
        return None
    places = told.file.names("place")
    articles = len(told.file.documents)
    at = f" at {places[0]}" if places else ""
    notes = tuple(dict.fromkeys(material.note(row) for row in told.own))
    sure = {row.claim.certainty for row in told.own}
    certainty = Certainty.STATED if sure - _UNSURE else Certainty.DENIED
    label = f"{told.file.types[0]}{at}, {articles} article{'s' * (articles != 1)}"
    return Bar(label, interval(*days), certainty, notes)

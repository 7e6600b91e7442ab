"""A dossier: what the reports of a ledger say on one subject, each sentence with the words that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus import __version__, tables
from tacitus.ask.dossier_incidents import disputes, incident_files, incident_item, told_of
from tacitus.ask.dossier_names import names
from tacitus.ask.dossier_notes import Material
from tacitus.ask.dossier_parts import Basis, Dossier, Item, Section
from tacitus.ask.dossier_pictures import bars, ties
from tacitus.ask.dossier_privacy import refuse_private
from tacitus.ask.dossier_telling import denials, items
from tacitus.ask.entity import entity_file
from tacitus.ask.groups import found, rows_of
from tacitus.ask.reviewing import reviews
from tacitus.ask.sameness import Sameness
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Kind
from tacitus.resolve.fold import fold
from tacitus.resolve.origins import account, origins
from tacitus.resolve.proper import is_proper
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tacitus.ask.dossier_incidents import Told
    from tacitus.ask.dossier_notes import Key
    from tacitus.ask.entity import EntityFile
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow, LogHead

#: Roles in which a claim says where or through what something happened, and not what the subject did.
_ASIDE = frozenset({"source", "media", "instrument"})
#: Types of entity that have descriptions and no names of their own.
_DESCRIBED = frozenset({EntityType.PEOPLE, EntityType.THING})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dossier is asked for beside its subject.

    Attributes:
        head: The last entry of the log that the view knows: `view.head()`.
        as_of: Only what was published on this day or before; None for all.
        known_by: The day by whose end the view knows what it shows, to be told; None for now.
        version: Of Tacitus.
    """

    head: LogHead
    as_of: date | None = None
    known_by: date | None = None
    version: str = __version__


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Claims on the subject by where they are told; each stands once."""

    by_type: Mapping[str, list[ClaimRow]]
    told: tuple[Told, ...]
    unknown: list[ClaimRow]
    own: list[ClaimRow]
    other: list[ClaimRow]


def dossier(view: View, name: str, asked: Asked) -> Dossier:
    """Return what the reports of a view say on the subject of a name or key.

    The same view, name and `asked` give the same dossier.

    Raises:
        NotRecordedError: If nobody has the name, or its words fit several entities.
        PrivatePersonError: If it is unnamed people, or a person of whom no report here names an office.
    """
    file = entity_file(view, name, asked.as_of)
    group = found(view, name, asked.as_of)[0]
    members = frozenset((row.document.id, row.entity.id) for row in rows_of(view, group))
    refuse_private(file, members)
    bare = Material(members, {}, {}, {})
    own = [row for row in file.claims if bare.roles(row) - _ASIDE and not _is_bare(row)]
    events = _events(own) | _of_its_people(view, file, members, asked.as_of)
    files = incident_files(view, events, asked.as_of)
    material = _material(view, members, [*file.claims, *(r for _, rows in files for r in rows)], asked)
    told = tuple(told_of(one, events, material) for one in files)
    claims = _sorted(file, own, told, material)
    sections = _sections(view, file, claims, material)
    joined = {row.claim.id for one in claims.told for row in one.own}
    timeline = bars([row for row in own if row.claim.id not in joined], claims.told, material)
    neighbours, left_out = ties(own, material)
    return Dossier(
        name=file.name,
        types=file.types,
        id=file.id,
        basis=_basis(file, asked, material),
        sections=sections,
        timeline=timeline,
        ties=neighbours,
        ties_left_out=left_out,
        near=tuple(f"{near.name} ({near.id})" for near in file.near),
        footnotes=tuple(material.notes),
    )


def _is_bare(row: ClaimRow) -> bool:
    """Tell whether the words of a claim only describe somebody unnamed: "its fighters", "the group's base"."""
    said = fold(" ".join(row.quotes))
    parts = {str(arg.value) for arg in row.claim.args}
    described = (e for e in row.entities if e.id in parts and (e.type in _DESCRIBED or not is_proper(e.name)))
    return row.claim.kind is Kind.RELATION and any(said == fold(name) for e in described for name in e.names)


def _of_its_people(view: View, file: EntityFile, members: frozenset[Key], as_of: date | None) -> frozenset[str]:
    """Return the ids of events in which unnamed people act who belong to the subject by the same report."""
    ties = [r for r in file.claims if r.claim.type == "member" and r.claim.certainty is not Certainty.DENIED]
    people = {
        (row.document.id, entity.id)
        for row in ties
        for entity in row.entities
        if entity.type is EntityType.PEOPLE and entity.id in row.claim.values("subject")
        if any((row.document.id, str(whole)) in members for whole in row.claim.values("object"))
    }
    rows = view.claims(ClaimFilter(who=frozenset(people), as_of=as_of)) if people else ()
    acting = (r for r in rows if any((r.document.id, str(v)) in people for v in r.claim.values("actor")))
    return _events(list(acting))


def _events(own: Iterable[ClaimRow]) -> frozenset[str]:
    """Return the ids of the claims whose incidents are told: events that no section of their own takes."""
    taken = {kind for section in _table() for kind in section[3]}
    return frozenset(r.claim.id for r in own if r.claim.kind is Kind.EVENT and r.claim.type not in taken)


def _material(view: View, members: frozenset[Key], rows: Sequence[ClaimRow], asked: Asked) -> Material:
    keys = {key_of(row.document.id, name) for row in rows for entity in row.entities for name in entity.names}
    homes = {(r.document, r.entity): c.id for c in Sameness(view, asked.as_of).around(keys) for r in c.records}
    readings = dict.fromkeys(row.document.reading for row in rows)
    where_from = origins(account(view.reading(reading)) for reading in readings)
    return Material(members, homes, where_from, reviews(view, {row.claim.id for row in rows}))


def _sorted(file: EntityFile, own: Sequence[ClaimRow], told: tuple[Told, ...], material: Material) -> _Sorted:
    joined = {row.claim.id for one in told for row in one.own}
    by_type: dict[str, list[ClaimRow]] = {}
    unknown, other = [], []
    for row in own:
        if row.claim.certainty is Certainty.UNKNOWN:
            unknown.append(row)
        elif any(row.claim.type in section[3] for section in _table()):
            by_type.setdefault(row.claim.type, []).append(row)
        elif row.claim.id not in joined:
            other.append(row)
    ids = joined | {row.claim.id for row in own}
    said = [row for row in file.claims if row.claim.id not in ids and "source" in material.roles(row)]
    open_ones = (r for one in told for r in one.file.rows if r.claim.certainty is Certainty.UNKNOWN)
    unknown += [row for row in open_ones if row.claim.id not in {r.claim.id for r in unknown}]
    return _Sorted(by_type, told, unknown, said, other)


def _sections(view: View, file: EntityFile, claims: _Sorted, material: Material) -> tuple[Section, ...]:
    out = []
    for key, title, about, types in _table():
        wanted = {row.claim.id for kind in types for row in claims.by_type.get(kind, ())}
        rows = [row for row in file.claims if row.claim.id in wanted]
        called = names(view, file.names, material) if key == "names" else ()
        made = (*called, *(items(rows, material, has_all=False) if types else _special(key, claims, material)))
        gaps = _gaps(file, claims, material) if key == "unknowns" else ()
        if made or gaps:
            out.append(Section(key, title, about, made, gaps))
    return tuple(out)


def _special(key: str, claims: _Sorted, material: Material) -> tuple[Item, ...]:
    """Return the sentences of a section that takes no claim types of its own."""
    if key == "incidents":
        return tuple(incident_item(one, material) for one in claims.told)
    if key == "disputes":
        contested = (item for one in claims.told for item in disputes(one, material))
        denied = denials([r for rows in claims.by_type.values() for r in rows], material)
        return (*contested, *denied)
    return items({"unknowns": claims.unknown, "own": claims.own, "other": claims.other}[key], material)


def _gaps(file: EntityFile, claims: _Sorted, material: Material) -> tuple[str, ...]:
    """Return what no report tells: absence, in words that do not make it a fact."""
    out = []
    for kinds, types, role, words in tables.rows("tacitus.ask.data", "dossier_gaps.tsv"):
        if str(file.types[0]) not in kinds.split():
            continue
        rows = (row for kind in types.split() for row in claims.by_type.get(kind, ()))
        sure = (row for row in rows if row.claim.certainty not in (Certainty.DENIED, Certainty.UNKNOWN))
        if not any(role == "-" or _fits(role, material.roles(row)) for row in sure):
            out.append(f"No report used here {words}.")
    return tuple(out)


def _fits(role: str, roles: frozenset[str]) -> bool:
    """Tell whether the subject has a role in a claim; an appointment has other roles for it than a relation."""
    same = {"object": {"object", "org"}, "subject": {"subject", "target"}}.get(role, {role})
    return bool(same & roles)


def _basis(file: EntityFile, asked: Asked, material: Material) -> Basis:
    used = {note.document.id for note in material.notes}
    claims = {note.claim for note in material.notes if note.claim}
    return Basis(asked.head, asked.as_of, asked.known_by, asked.version, len(used), len(claims), file.undated)


def _table() -> tuple[tuple[str, str, str, frozenset[str]], ...]:
    """Return key, heading, what stands in it, and claim types of each section."""
    rows = tables.rows("tacitus.ask.data", "dossier_sections.tsv")
    return tuple((row[0], row[1], row[2], frozenset("".join(row[3:]).split())) for row in rows)

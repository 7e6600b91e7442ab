"""What the ledger holds on one thing: an entity, a document, or a claim."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.ask.groups import KEY, Group, found, groups_around, keys_of, rows_named, rows_of, was_published, who
from tacitus.ask.names import no_such_name, not_published
from tacitus.ask.reviewing import among
from tacitus.ask.sameness import Sameness
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.filter import ClaimFilter
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow, DocumentRow, EntityRow
    from tacitus.model.entity import EntityType
    from tacitus.model.review import State
    from tacitus.model.where import Where

_CLAIM_ID = re.compile(r"c[0-9a-f]{16}")
_READING_ID = re.compile(r"r[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as written, and the documents that use it, by day."""

    name: str
    documents: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class PlaceUse:
    """Where documents put a place or facility; they are one when the likeliest reading is the same."""

    where: Where
    documents: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Another entity: its key and the name to show."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EntityFile:
    """All that is held on one entity, over all documents.

    Attributes:
        name: The name that most documents put first.
        types: What documents take it for, commonest first.
        names: Every name with those who use it, commonest first.
        claims: Claims that speak of it or that it makes, in time order.
        id: The key that stands for it, `n` and 16 hexadecimal digits; "" for what has only a description.
        near: Other entities that share a name with it; they may be the same, and were not joined.
        undated: Number of documents left out because nobody knows whether they were published by the day asked for.
        where: Where it lies, by most documents first; for places and facilities that were looked up in a gazetteer.
    """

    name: str
    types: tuple[EntityType, ...]
    names: tuple[NameUse, ...]
    claims: tuple[ClaimRow, ...]
    id: str = ""
    near: tuple[Near, ...] = ()
    undated: int = 0
    where: tuple[PlaceUse, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """All that is held on one document.

    Attributes:
        document: The reading that is shown, or that was asked for by its id.
        readings: Every reading, in the order in which they were recorded.
        claims: The claims of `document`, in time order.
    """

    document: DocumentRow
    readings: tuple[DocumentRow, ...]
    claims: tuple[ClaimRow, ...]


def show(
    view: View,
    name_or_id: str,
    as_of: date | None = None,
    least: float | None = None,
    review: State | None = None,
) -> EntityFile | DocumentFile | ClaimRow:
    """Return what the ledger holds under a claim's, reading's or document's id, or under a name.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        name_or_id: Looked up in this order: claim id, document id, reading id, whole name, words of a name.
        as_of: Only what was published on this day or before.
        least: Only claims of which the reader is at least so sure, [0, 1]; one that is asked for by its id is shown
            all the same.
        review: Only claims in this state of review; likewise.

    Raises:
        NotRecordedError: If nothing of this id or name is held (by then), or its words fit several entities.
    """
    if _CLAIM_ID.fullmatch(name_or_id):
        return _claim(view, name_or_id, as_of)
    document = _document(view, name_or_id)
    if document is not None and was_published(document, as_of):
        return document_file(view, document, least, review)
    return entity_file(view, name_or_id, as_of, least, review)


def entity_file(
    view: View,
    name: str,
    as_of: date | None = None,
    least: float | None = None,
    review: State | None = None,
) -> EntityFile:
    """Return what is held on the entity of a name, or of a key (`tacitus.resolve.records.key_of`).

    Entities of several documents are one as rules and people judged (`Sameness`). A name that several entities have
    means the one that most documents speak of; the others are told beside it.

    Raises:
        NotRecordedError: If nobody has the name, or its words fit several entities.
    """
    groups = found(view, name, as_of)
    if not groups:
        raise _unknown(view, name, as_of)
    joined = rows_of(view, groups[0])
    wanted = among(view, ClaimFilter(who=who(joined), as_of=as_of, least=least), review)
    whole = found(view, groups[0].id)[0] if as_of and groups[0].id else groups[0]
    firsts = Counter(row.entity.name for row in joined)
    types = Counter(row.entity.type for row in joined)
    return EntityFile(
        name=min(firsts, key=lambda n: (-firsts[n], n)),
        types=tuple(sorted(types, key=lambda t: (-types[t], t))),
        names=_uses(joined),
        claims=view.claims(wanted),
        id=groups[0].id,
        near=_near(view, groups[0], joined, as_of),
        undated=view.undated(replace(wanted, who=who(rows_of(view, whole)))),
        where=_places(joined),
    )


def document_file(
    view: View, document: DocumentRow, least: float | None = None, review: State | None = None
) -> DocumentFile:
    """Return what is held on a document."""
    claims = view.claims(among(view, ClaimFilter(reading=document.reading, least=least), review))
    return DocumentFile(document, view.readings(document.id), claims)


def _claim(view: View, claim: str, as_of: date | None) -> ClaimRow:
    row = view.claim(claim)
    if as_of is not None and not was_published(row.document, as_of):
        raise not_published(row, as_of)
    return row


def _document(view: View, id_: str) -> DocumentRow | None:
    """Return the reading or document of an id; None when it is neither, and then it is taken for a name."""
    if _READING_ID.fullmatch(id_) and not view.has_document(id_):
        of = view.reading(id_).document.id
        return next(row for row in view.readings(of) if row.reading == id_)
    return view.document(id_) if view.has_document(id_) else None


def _unknown(view: View, name: str, as_of: date | None) -> NotRecordedError:
    if as_of is not None and (KEY.fullmatch(name) or fold(name) in view.keys(name)):
        advice = f"Not as of {as_of}: what names it was published later or undated."
        return NotRecordedError("entity", name, (), advice)
    return no_such_name("entity", name, view.names())


def _uses(rows: Iterable[EntityRow]) -> tuple[NameUse, ...]:
    users: defaultdict[str, dict[str, DocumentRow]] = defaultdict(dict)
    for row in rows:
        for name in row.entity.names:
            users[name][row.document.id] = row.document
    uses = [NameUse(name, tuple(documents.values())) for name, documents in users.items()]
    return tuple(sorted(uses, key=lambda use: (-len(use.documents), use.name)))


def _places(rows: Iterable[EntityRow]) -> tuple[PlaceUse, ...]:
    first: dict[tuple[str, str, str], Where] = {}
    users: defaultdict[tuple[str, str, str], dict[str, DocumentRow]] = defaultdict(dict)
    for row in rows:
        where = row.entity.where
        if where is not None:
            placed = where.candidates[0].id if where.candidates else ""
            key = (placed, where.inside.id if where.inside is not None else "", where.relation)
            first.setdefault(key, where)
            users[key][row.document.id] = row.document
    uses = [PlaceUse(where, tuple(users[key].values())) for key, where in first.items()]
    return tuple(sorted(uses, key=lambda use: -len(use.documents)))


def _near(view: View, group: Group, joined: list[EntityRow], as_of: date | None) -> tuple[Near, ...]:
    """Return the other named entities that share a name with one."""
    shared = {fold(name) for row in joined for name in row.entity.names} & group.keys
    rows = (row for row in rows_named(view, shared, as_of) if (row.document.id, row.entity.id) not in group.members)
    named = keys_of(rows, shared)
    others = groups_around(Sameness(view, as_of), named) if named and group.id else ()
    return tuple(Near(other.id, _first_name(rows_of(view, other))) for other in others if other.id != group.id)


def _first_name(rows: Iterable[EntityRow]) -> str:
    firsts = Counter(row.entity.name for row in rows)
    return min(firsts, key=lambda name: (-firsts[name], name))

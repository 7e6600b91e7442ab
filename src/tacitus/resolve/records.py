"""What resolution sees of an entity: its names in one document, and the company it keeps there."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType
from tacitus.model.ontology import TEXT_ROLES
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tacitus.model.claim import Claim
    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading

#: Type of the tie of an entity to one in brackets behind it, which tells it from its namesakes.
BRACKETS = "brackets"
_BRACKETS = re.compile(r"\s?\(([^()\n]{2,60})\)")
#: Types that are told apart by description, not by name: nothing of them is the same in two documents by its words.
_UNNAMED = frozenset({EntityType.PEOPLE, EntityType.THING})


@dataclass(frozen=True, slots=True)
class Tie:
    """What a document's relation says of one of its entities and another one.

    Attributes:
        type: Type of the claim: "successor", "split", "merger", "leads", "member", "affiliate", "origin" …
        role: The role of this entity in it: "subject", "object", "actor", "target" …
        other: Folded names of the other one; of "alias", which ties an entity to itself, its names in the evidence.
    """

    type: str
    role: str
    other: frozenset[str]


@dataclass(frozen=True, slots=True)
class Record:
    """One named entity of one document.

    Attributes:
        document: Id of the document.
        entity: Its id there: "e3".
        type: What the document takes it for.
        names: Its proper names as written, the one to show first; never empty.
        published: Day of publication of the document, or None when unknown.
        ties: What the document's relations say of it.
        company: Folded first names of the other named entities of its claims: who and where it acts with.
        place: Gazetteer id of the place that it most likely is, or None.
    """

    document: str
    entity: str
    type: EntityType
    names: tuple[str, ...]
    published: date | None = None
    ties: tuple[Tie, ...] = ()
    company: frozenset[str] = frozenset()
    place: str | None = None

    @property
    def key(self) -> str:
        """The key by which judgements name it, see `key_of`."""
        return key_of(self.document, self.names[0])

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that leads to it, one a name: a later reading may put another name first."""
        return tuple(dict.fromkeys(key_of(self.document, name) for name in self.names))


def key_of(document: str, name: str) -> str:
    """Return the key of whatever has a name in a document: "n" and 16 hexadecimal digits.

    It does not depend on the reading: a newer reader may count the document's entities anew, and what people judged
    still holds.
    """
    parts = f"{document}\x1f{fold(name)}"
    return "n" + hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the named entities of a reading, in its order; unnamed persons and things have no record."""
    named = {e.id: names for e in reading.entities if (names := proper_names(e))}
    company: defaultdict[str, set[str]] = defaultdict(set)
    ties: defaultdict[str, dict[Tie, None]] = defaultdict(dict)
    for claim in reading.claims:
        parts = _parts(claim)
        if claim.type == "alias" and parts and parts[0][1] in named:
            one = parts[0][1]
            ties[one][Tie(claim.type, "subject", _told(claim, named[one], reading.document.text))] = None
        for role, one in parts:
            others = [other for _, other in parts if other != one and other in named]
            company[one].update(fold(named[other][0]) for other in others)
            for other in others:
                ties[one][Tie(claim.type, role, frozenset(map(fold, named[other])))] = None
    for one, beside in _bracketed(reading, named):
        ties[one][Tie(BRACKETS, "subject", frozenset(map(fold, named[beside])))] = None
    document = reading.document
    return tuple(
        Record(
            document.id,
            e.id,
            e.type,
            named[e.id],
            document.published,
            tuple(ties[e.id]),
            frozenset(company[e.id]),
            e.where.candidates[0].id if e.where is not None and e.where.is_located else None,
        )
        for e in reading.entities
        if e.id in named
    )


def proper_names(entity: Entity) -> tuple[str, ...]:
    """Return the names under which an entity can be met in other documents, as written; () for a description."""
    if entity.type in _UNNAMED:
        return ()
    return tuple(name for name in entity.names if is_proper(name))


def _bracketed(reading: Reading, named: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield entities with those that stand in brackets right behind them: "Adan Rask (Tide Front)"."""
    mentions = sorted((m.start, m.end, e.id) for e in reading.entities if e.id in named for m in e.mentions)
    starts = [start for start, _, _ in mentions]
    ends = {end: id_ for _, end, id_ in mentions}
    for found in _BRACKETS.finditer(reading.document.text):
        before = ends.get(found.start())
        inside = mentions[bisect_left(starts, found.start(1)) : bisect_left(starts, found.end(1))]
        for _, end, id_ in inside:
            if before is not None and id_ != before and end <= found.end(1):
                yield before, id_


def _told(claim: Claim, names: tuple[str, ...], text: str) -> frozenset[str]:
    """Return the folded names that stand in a claim's evidence."""
    told = " ".join(fold(text[span.start : span.end]) for span in claim.evidence)
    return frozenset(folded for folded in map(fold, names) if f" {folded} " in f" {told} ")


def _parts(claim: Claim) -> list[tuple[str, str]]:
    """Return roles and ids of the entities in a claim's arguments."""
    return [(a.role, a.value) for a in claim.args if isinstance(a.value, str) and a.role not in TEXT_ROLES]

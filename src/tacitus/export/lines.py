"""Claims ready to be shown: one line a claim, with names in place of ids and words in place of spans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.ontology import TEXT_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.claim import Value
    from tacitus.model.entity import Entity
    from tacitus.model.grade import Grades
    from tacitus.model.reading import Reading
    from tacitus.model.review import Review
    from tacitus.model.where import Where

#: Roles that may be a place, the one where something happened first.
_PLACES = ("place", "target", "object", "from")


class Origin(Protocol):
    """What a line tells of its document: a `Document` has it, and so has the ledger's row of one."""

    @property
    def id(self) -> str:
        """Id of the document."""
        ...

    @property
    def title(self) -> str | None:
        """Headline, or None."""
        ...

    @property
    def published(self) -> date | None:
        """Day of publication, or None when unknown."""
        ...

    @property
    def outlet(self) -> str | None:
        """Who published it, or None."""
        ...

    @property
    def url(self) -> str | None:
        """Address, or None."""
        ...


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim of one document, readable without the document.

    Attributes:
        document: Where it stands.
        claim: The claim as recorded, with entity ids.
        args: The claim's arguments with names in place of entity ids. An alias has the name that its entity goes by
            as `subject` and each further name as an `object`.
        speakers: Names of the source chain, innermost first; empty when the author says it.
        quotes: The exact words of each span of evidence.
        recorded: When it was entered in the ledger, UTC; None when it comes straight from the reader.
        where: Where its places lie, the one where it happened first; only those that were looked up in a gazetteer.
        review: What people made of it; None when it comes straight from the reader.
        grades: The user's own grades of its sources and of itself; None unless they were asked for.
    """

    document: Origin
    claim: Claim
    args: tuple[Argument, ...]
    speakers: tuple[str, ...]
    quotes: tuple[str, ...]
    recorded: datetime | None = None
    where: tuple[Where, ...] = ()
    review: Review | None = None
    grades: Grades | None = None

    def words(self, *roles: str) -> tuple[str, ...]:
        """Return the values of the roles as words, role by role, in order."""
        return tuple(str_of(a.value) for role in roles for a in self.args if a.role == role)


def lines(reading: Reading) -> Iterator[ClaimLine]:
    """Yield the claims of a reading in its order."""
    entities = {entity.id: entity for entity in reading.entities}
    for claim in reading.claims:
        quotes = tuple(span.of(reading.document.text) for span in claim.evidence)
        yield ClaimLine(
            reading.document,
            claim,
            _args(claim, entities),
            _speakers(claim, entities),
            quotes,
            where=_where(claim, entities),
        )


def row_line(row: ClaimRow, review: Review | None = None, grades: Grades | None = None) -> ClaimLine:
    """Return the line of a claim that the ledger holds, with what people said of it."""
    entities = {entity.id: entity for entity in row.entities}
    claim = row.claim
    return ClaimLine(
        row.document,
        claim,
        _args(claim, entities),
        _speakers(claim, entities),
        row.quotes,
        row.document.recorded,
        _where(claim, entities),
        review,
        grades,
    )


def str_of(value: Value) -> str:
    """Return a value as words; a count with its bounds, and those counted without the number in their name.

    Examples:
        >>> str_of(Count(24, None, who="dozens of civilians", words="dozens of"))
        '24 or more (civilians)'
        >>> str_of(Count(None, 30)), str_of(Count(9, 9)), str_of(Count(9, 12))
        ('up to 30', '9', '9 to 12')
    """
    if not isinstance(value, Count):
        return "yes" if value is True else str(value)
    who = (value.who or "").removeprefix(value.words).strip()
    return f"{_range(value)} ({who})" if who else _range(value)


def _range(count: Count) -> str:
    if count.min == count.max:
        return "not known" if count.min is None else str(count.min)
    if count.max is None:
        return f"{count.min} or more"
    return f"up to {count.max}" if count.min is None else f"{count.min} to {count.max}"


def _speakers(claim: Claim, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    return tuple(_name(speaker, entities) for speaker in claim.source.speakers)


def _where(claim: Claim, entities: Mapping[str, Entity]) -> tuple[Where, ...]:
    named = (entities.get(str(value)) for role in _PLACES for value in claim.values(role))
    return tuple(entity.where for entity in named if entity is not None and entity.where is not None)


def _args(claim: Claim, entities: Mapping[str, Entity]) -> tuple[Argument, ...]:
    if claim.type == "alias":
        return tuple(_alias_args(claim, entities))
    return tuple(a if a.role in TEXT_ROLES else Argument(a.role, _named(a.value, entities)) for a in claim.args)


def _alias_args(claim: Claim, entities: Mapping[str, Entity]) -> Iterator[Argument]:
    for id_ in claim.values("subject"):
        entity = entities.get(str(id_))
        first, *further = entity.names if entity else (str(id_),)
        yield Argument("subject", first)
        yield from (Argument("object", name) for name in further)


def _named(value: Value, entities: Mapping[str, Entity]) -> Value:
    if isinstance(value, Count):
        return replace(value, who=_name(value.who, entities)) if value.who else value
    return _name(value, entities) if isinstance(value, str) else value


def _name(id_: str, entities: Mapping[str, Entity]) -> str:
    """Return the name of an entity; an id that is missing is shown as it is."""
    return entities[id_].name if id_ in entities else id_

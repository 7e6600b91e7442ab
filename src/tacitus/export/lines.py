"""Claims ready to be shown: one line a claim, with names in place of ids and words in place of spans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.ontology import TEXT_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.model.claim import Value
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim of one document, readable without the document.

    Attributes:
        document: What was read; its text is not needed any more.
        claim: The claim as recorded, with entity ids.
        args: The claim's arguments with names in place of entity ids. An alias has the name that its entity goes by
            as `subject` and each further name as an `object`.
        speakers: Names of the source chain, innermost first; empty when the author says it.
        quotes: The exact words of each span of evidence.
    """

    document: Document
    claim: Claim
    args: tuple[Argument, ...]
    speakers: tuple[str, ...]
    quotes: tuple[str, ...]

    def words(self, *roles: str) -> tuple[str, ...]:
        """Return the values of the roles as words, role by role, in order."""
        return tuple(str_of(a.value) for role in roles for a in self.args if a.role == role)


def lines(reading: Reading) -> Iterator[ClaimLine]:
    """Yield the claims of a reading in its order."""
    entities = {entity.id: entity for entity in reading.entities}
    for claim in reading.claims:
        yield line(claim, reading.document, entities)


def line(claim: Claim, document: Document, entities: Mapping[str, Entity]) -> ClaimLine:
    """Return one claim with its names and words.

    Args:
        claim: The claim.
        document: The document that it stands in.
        entities: Entity id to entity, of that document; an id that is missing is shown as it is.
    """
    names = {id_: entity.name for id_, entity in entities.items()}
    args = _alias_args(claim, entities) if claim.type == "alias" else _named_args(claim, names)
    speakers = tuple(names.get(s, s) for s in claim.source.speakers)
    quotes = tuple(span.of(document.text) for span in claim.evidence)
    return ClaimLine(document, claim, args, speakers, quotes)


def str_of(value: Value) -> str:
    """Return a value as words; a count with its bounds.

    Examples:
        >>> str_of(Count(24, None, who="civilians"))
        '24 or more (civilians)'
        >>> str_of(Count(None, 30)), str_of(Count(9, 9)), str_of(Count(9, 12))
        ('up to 30', '9', '9 to 12')
    """
    if not isinstance(value, Count):
        return "yes" if value is True else str(value)
    who = f" ({value.who})" if value.who else ""
    return _range(value) + who


def _range(count: Count) -> str:
    if count.min == count.max:
        return "not known" if count.min is None else str(count.min)
    if count.max is None:
        return f"{count.min} or more"
    return f"up to {count.max}" if count.min is None else f"{count.min} to {count.max}"


def _named_args(claim: Claim, names: Mapping[str, str]) -> tuple[Argument, ...]:
    return tuple(a if a.role in TEXT_ROLES else Argument(a.role, _named(a.value, names)) for a in claim.args)


def _named(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, Count):
        return replace(value, who=names.get(value.who, value.who)) if value.who else value
    return names.get(value, value) if isinstance(value, str) else value


def _alias_args(claim: Claim, entities: Mapping[str, Entity]) -> tuple[Argument, ...]:
    ids = [v for v in claim.values("subject") if isinstance(v, str)]
    first, *further = [name for id_ in ids[:1] for name in (entities[id_].names if id_ in entities else (id_,))] or [""]
    return (Argument("subject", first), *(Argument("object", name) for name in further))

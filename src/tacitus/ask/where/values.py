"""What a claim holds in each field of a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.where.fields import Sort, fields
from tacitus.ask.where.vague import days
from tacitus.model.count import Count
from tacitus.model.ontology import FLAG_ROLES
from tacitus.resolve.families import families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tacitus.ask.where.vague import Days, Numbers
    from tacitus.ledger.rows import ClaimRow

#: Fields that are words, but for the roles: what they hold; None where nobody knows.
_TEXTS: Mapping[str, Callable[[ClaimRow], str | None]] = {
    "title": lambda row: row.document.title,
    "author": lambda row: row.document.author,
    "id": lambda row: row.claim.id,
    "document": lambda row: row.document.id,
    "url": lambda row: row.document.url,
    "language": lambda row: row.document.language,
    "made_by": lambda row: row.claim.made_by or None,
    "reader": lambda row: row.document.reader or None,
}
_CHOICES: Mapping[str, Callable[[ClaimRow], str]] = {
    "type": lambda row: row.claim.type,
    "kind": lambda row: row.claim.kind,
    "certainty": lambda row: row.claim.certainty,
    "status": lambda row: row.claim.status,
}


def is_known(row: ClaimRow, field: str) -> bool:
    """Tell whether a claim holds anything in a field: a time of its own, a number with a bound, a name, a word."""
    sort = fields()[field].sort
    if sort is Sort.TIME:
        return row.claim.time is not None
    if sort is Sort.DAY:
        return field == "recorded" or row.published is not None
    if sort is Sort.NUMBER:
        return row.claim.confidence is not None
    if sort is Sort.COUNT:
        return bool(counts(row, field))
    return any(names(row, field) if sort is Sort.NAME else texts(row, field))


def choices(row: ClaimRow, field: str) -> tuple[str, ...]:
    """Return which of the words of a field a claim is; several for its families."""
    if field == "family":
        return tuple(family for family, types in families().items() if row.claim.type in types)
    if field in FLAG_ROLES:
        return ("yes" if True in row.claim.values(field) else "no",)
    return (_CHOICES[field](row),)


def texts(row: ClaimRow, field: str) -> tuple[str, ...]:
    """Return the words in a field: those of a role, the quotes, what is known of the document."""
    if field == "quote":
        return row.quotes
    if field not in _TEXTS:
        return tuple(str(value) for value in row.claim.values(field))
    found = _TEXTS[field](row)
    return () if found is None else (found,)


def entities(row: ClaimRow, field: str) -> tuple[str, ...]:
    """Return the ids of the entities in a role, of all roles, or of the speakers."""
    if field == "about":
        return row.claim.entities()
    if field == "speaker":
        return row.claim.source.speakers
    return tuple(value for value in row.claim.values(field) if isinstance(value, str))


def names(row: ClaimRow, field: str) -> Iterator[str]:
    """Yield the names of the entities in a field; of the outlet where it is meant."""
    outlet = row.document.outlet
    if outlet is not None and (field == "outlet" or (field == "source" and not row.claim.source.speakers)):
        yield outlet
    if field != "outlet":
        wanted = entities(row, "speaker" if field == "source" else field)
        yield from (name for entity in row.entities if entity.id in wanted for name in entity.names)


def counts(row: ClaimRow, role: str) -> tuple[Numbers, ...]:
    """Return the numbers of a role as least and greatest; one without any bound is not known and left out."""
    found = (value for value in row.claim.values(role) if isinstance(value, Count))
    return tuple(
        (float(count.min or 0), float("inf") if count.max is None else float(count.max))
        for count in found
        if (count.min, count.max) != (None, None)
    )


def time(row: ClaimRow) -> Days | None:
    """Return the days that a claim's time allows; without one its day of publication; None without either."""
    own = row.claim.time
    if own is not None:
        return days(own.earliest, own.latest)
    return None if row.published is None else (row.published, row.published)

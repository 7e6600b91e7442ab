"""Which names a person has who is to be redacted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.groups import KEY, found, rows_of
from tacitus.model.entity import EntityType
from tacitus.resolve.masking import whole_names
from tacitus.resolve.telling import telling

if TYPE_CHECKING:
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import EntityRow


def members_of(view: View, name: str) -> dict[str, set[str]]:
    """Return the entities that were judged to be the person: ids of readings to ids of entities there.

    Raises:
        NotRecordedError: If the words of the name fit several entities.
    """
    out: dict[str, set[str]] = {}
    for row in _persons(view, name):
        out.setdefault(row.document.reading, set()).add(row.entity.id)
    return out


def names_of(view: View, name: str) -> frozenset[str]:
    """Return all names of the person that a name or key means, as reports write them, with the name itself.

    Names of others that the person was judged to be one with count only where a report takes them for a person. What
    many bear is left out ("Rask", "Abu Vey", "President"), for it would be masked with everybody who bears it; where a
    person has no other name, it is kept.

    Raises:
        NotRecordedError: If the words of the name fit several entities.
    """
    persons = {n for row in _persons(view, name) for n in row.entity.names}
    own = whole_names(persons) or frozenset(n for n in persons if telling(n))
    return own if KEY.fullmatch(name) else own | {name}


def _persons(view: View, name: str) -> list[EntityRow]:
    rows = [row for group in found(view, name)[:1] for row in rows_of(view, group)]
    return [row for row in rows if row.entity.type in (EntityType.PERSON, EntityType.PEOPLE)]

"""What items of Wikidata are, by the class they are an instance of."""

from __future__ import annotations

from functools import cache

from tacitus.model.entity import EntityType
from tacitus.tables import rows


def type_of(item: str) -> EntityType | None:
    """Return our type of the instances of a class; None where nobody has said it.

    Examples:
        >>> type_of("Q5"), type_of("Q43229")
        (<EntityType.PERSON: 'person'>, None)
    """
    return _types().get(item)


@cache
def _types() -> dict[str, EntityType]:
    return {row[0]: EntityType(row[1]) for row in rows("tacitus.aliases.data", "wikidata_types.tsv")}

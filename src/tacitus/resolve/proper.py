"""Which names are proper, and which tie entities of several documents together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from tacitus.model.entity import Entity

#: Types whose descriptions fit many things: "civilians", "a rifle". Their names tie nothing together.
_DESCRIBED = frozenset({EntityType.PEOPLE, EntityType.THING})
#: Words of up to so many letters may be small in a proper name: "of", "the", "al", "bin"; so may "13th".
_PARTICLE = 3


def is_proper(name: str) -> bool:
    """Tell whether words look like a proper name: each longer word has a capital, or its script has none.

    Examples:
        >>> is_proper("Guardians of Religion"), is_proper("al-Qaeda"), is_proper("members of Hurras al-Din")
        (True, True, False)
    """
    words = name.split()
    longer = [w for w in words if len(w) > _PARTICLE and not w[0].isdigit()]
    return any(_stands_out(w) for w in words) and all(_stands_out(w) for w in longer)


def tying_names(entity: Entity) -> tuple[str, ...]:
    """Return the names of an entity that make it one with entities of other documents.

    Proper names of named types. One word of a person's name alone ties nothing: many people share it. Nor does a name
    with its article, "the Foreign Secretary", where there is another: it may be a description.
    """
    if entity.type in _DESCRIBED:
        return ()
    proper = [n for n in entity.names if is_proper(n) and not (entity.type is EntityType.PERSON and _is_single(n))]
    return tuple(n for n in proper if not has_article(n) or n == entity.name)


def loose_names(entity: Entity) -> tuple[str, ...]:
    """Return the proper names of a person that are one word, so that others may have them too."""
    if entity.type is not EntityType.PERSON:
        return ()
    return tuple(n for n in entity.names if is_proper(n) and _is_single(n))


def has_article(name: str) -> bool:
    """Tell whether a name begins with an article: "the Foreign Secretary" may be a description."""
    return name.split(" ", 1)[0].lower() in ("the", "a", "an", "this", "these", "another")


def _is_single(name: str) -> bool:
    return len(name.split()) == 1


def _stands_out(word: str) -> bool:
    return any(c.isupper() or (c.isalpha() and not c.islower()) for c in word)

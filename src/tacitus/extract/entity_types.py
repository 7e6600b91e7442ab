"""What kind of thing a phrase speaks of: by its head noun, the last words of a name, or the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.lexicon import countries, typed_words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from tacitus.extract.tree import Tree

#: Bodies that are no states: what is joined, shortened to an acronym, written with a kind of body in its name.
BODIES = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.ORG, EntityType.MEDIA})
_ENGINE = {"person": EntityType.PERSON, "organisation": EntityType.GROUP, "place": EntityType.PLACE}
_PRONOUNS = {
    "person": frozenset({"he", "she", "him", "her", "his", "hers", "i", "me", "my"}),
    "people": frozenset({"we", "us", "our", "you", "your"}),
    "group": frozenset({"it", "its", "they", "them", "their", "itself", "themselves"}),
}


def of_name(words: tuple[str, ...], kind: str) -> EntityType:
    """Return the type of a proper name.

    Args:
        words: The words of the name, lower case.
        kind: What the engine takes it for; "" when it says nothing.
    """
    if " ".join(words) in countries():
        return EntityType.STATE
    suffixes = typed_words("name_suffixes.tsv")
    if kind != "person":
        for word in reversed(words):
            if word.strip(".") in suffixes:
                return suffixes[word.strip(".")]
    if kind in _ENGINE:
        return _ENGINE[kind]
    named = set(EntityType) - {EntityType.PEOPLE, EntityType.THING}
    return EntityType(kind) if kind in named else EntityType.GROUP


def of_noun(tree: Tree, head: int) -> EntityType | None:
    """Return the type of a common noun or pronoun, or None when the lists do not know it."""
    word = tree.word(head)
    for kind, pronouns in _PRONOUNS.items():
        if word in pronouns:
            return EntityType(kind)
    heads = typed_words("head_types.tsv")
    return heads.get(tree.lemma(head)) or heads.get(word) or _compound(tree, head)


def _compound(tree: Tree, head: int) -> EntityType | None:
    word = tree.lemma(head)
    country = countries().get(tree.word(head))
    national = country is not None and tree.word(head) in country.adjectives
    return EntityType.PEOPLE if national or word.endswith(("men", "women", "people")) else None

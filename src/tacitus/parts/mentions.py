"""What a text mentions: its names and descriptions, typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.extract import aliases, mentions
from tacitus.extract.tree import plant
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree
    from tacitus.language.analysis import Engine
    from tacitus.model.span import Span


_TYPES = frozenset(EntityType)
#: Least score of a type of the engine's that wins over the reader's.
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class MentionPart:
    """A person, group, place or thing that the text speaks of.

    Attributes:
        span: The words, without a leading article.
        type: What it seems to be.
        head: The word that heads them.
        is_name: Whether they are a proper name.
    """

    span: Span
    type: EntityType
    head: Span
    is_name: bool


def mentions_of(text: str, engine: Engine) -> tuple[MentionPart, ...]:
    """Return what the text mentions by name or description, in text order; pronouns are left out."""
    trees = [plant(sentence, at) for at, sentence in enumerate(engine.analyse(text))]
    found = aliases.completed(text, [one for tree in trees for one in mentions.in_tree(tree)])
    placed = ((one, trees[one.sentence]) for one in found)
    parts = (
        MentionPart(one.span, _type(tree, one), tree.tokens[one.head].span, one.is_name)
        for one, tree in placed
        if tree.tokens[one.head].upos != "PRON"
    )
    return tuple(sorted(parts, key=lambda part: part.span))


def _type(tree: Tree, mention: Mention) -> EntityType:
    """Return the type of a mention: the engine's where it is sure, else the reader's; a country may be a mere place."""
    seen = [one for one in tree.sentence.mentions if one.start <= mention.head < one.end]
    kinds = [EntityType(one.kind) for one in seen if one.kind in _TYPES and one.score >= _SURE]
    if mention.type is EntityType.STATE:
        return EntityType.PLACE if any(one.kind == EntityType.PLACE for one in seen) else EntityType.STATE
    return kinds[0] if kinds else mention.type


def mention_row(part: MentionPart) -> dict[str, Any]:
    """Return a mention as it is written to JSON: `start`, `end`, `type`, and `head` as `[start, end]`."""
    head = [part.head.start, part.head.end]
    return {"start": part.span.start, "end": part.span.end, "type": str(part.type), "head": head}

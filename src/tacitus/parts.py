"""The parts of the reader, each by itself: what a text mentions, and who says what in it.

For those who want one layer and not the claims, and for measuring each layer against a public corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.config import Part
from tacitus.extract import aliases, attribution, mentions, quotes, speech
from tacitus.extract.tree import plant
from tacitus.model.entity import EntityType
from tacitus.model.problem import Problem
from tacitus.pipeline import limits, readable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tacitus.extract.layers import Mention, Speech
    from tacitus.extract.tree import Tree
    from tacitus.language.analysis import Engine
    from tacitus.model.document import Document
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


@dataclass(frozen=True, slots=True)
class SpeechPart:
    """Who says what.

    Attributes:
        source: The words that name who says it, whole phrases; empty when nobody is named.
        cue: The words that mark it.
        content: The words said.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


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


def speech_of(text: str, engine: Engine) -> tuple[SpeechPart, ...]:
    """Return who says what in the text, in the order of the cues; a quotation may run over sentences."""
    trees = [plant(sentence, at) for at, sentence in enumerate(engine.analyse(text))]
    found = [speech.unnamed(tree, one) for tree in trees for one in attribution.in_tree(tree)]
    carried = quotes.carry(text, tuple(tree.sentence.span for tree in trees), found)
    ordered = sorted(carried, key=lambda one: (one.cue, one.content))
    return tuple(_speech_part(one) for one in ordered)


def _speech_part(one: Speech) -> SpeechPart:
    return SpeechPart(one.sources, (one.cue,), one.content)


def mention_row(part: MentionPart) -> dict[str, Any]:
    """Return a mention as it is written to JSON: `start`, `end`, `type`, and `head` as `[start, end]`."""
    head = [part.head.start, part.head.end]
    return {"start": part.span.start, "end": part.span.end, "type": str(part.type), "head": head}


def speech_row(part: SpeechPart) -> dict[str, Any]:
    """Return who says what as it is written to JSON: `source`, `cue` and `content`, each a list of `[start, end]`."""
    fields = {"source": part.source, "cue": part.cue, "content": part.content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in fields.items()}


ROWS: Mapping[Part, Callable[[str, Engine], list[dict[str, Any]]]] = {
    Part.MENTIONS: lambda text, engine: [mention_row(part) for part in mentions_of(text, engine)],
    Part.SPEECH: lambda text, engine: [speech_row(part) for part in speech_of(text, engine)],
}
"""Part to what gives its rows for a text."""


def take(items: Iterable[Document | Problem], part: Part, engine: Engine) -> Iterator[dict[str, Any] | Problem]:
    """Yield `{"id", "spans"}` for each document, and what is wrong with it before it.

    A text in another language has no spans; of one that is too long the beginning is read.
    """
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        yield from limits(item)
        yield {"id": item.id, "spans": ROWS[part](readable(item).text, engine)}

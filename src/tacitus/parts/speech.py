"""Who says what in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.extract import attribution, quotes, speech
from tacitus.extract.tree import plant

if TYPE_CHECKING:
    from tacitus.extract.layers import Speech
    from tacitus.language.analysis import Engine
    from tacitus.model.span import Span


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


def speech_of(text: str, engine: Engine) -> tuple[SpeechPart, ...]:
    """Return who says what in the text, in the order of the cues; a quotation may run over sentences."""
    trees = [plant(sentence, at) for at, sentence in enumerate(engine.analyse(text))]
    found = [speech.unnamed(tree, one) for tree in trees for one in attribution.in_tree(tree)]
    carried = quotes.carry(text, tuple(tree.sentence.span for tree in trees), found)
    ordered = sorted(carried, key=lambda one: (one.cue, one.content))
    return tuple(_speech_part(one) for one in ordered)


def _speech_part(one: Speech) -> SpeechPart:
    return SpeechPart(one.sources, (one.cue,), one.content)


def speech_row(part: SpeechPart) -> dict[str, Any]:
    """Return who says what as it is written to JSON: `source`, `cue` and `content`, each a list of `[start, end]`."""
    fields = {"source": part.source, "cue": part.cue, "content": part.content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in fields.items()}

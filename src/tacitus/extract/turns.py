r"""Transcripts: "ANNA KELLER: …" at the start of a line says who speaks until the next one does.

`marked` puts a mark in place of the colon, at which a sentence ends; the later steps find the turns by it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.casing import classes
from tacitus.extract.layers import Mention, Speech
from tacitus.extract.lexicon import typed_words
from tacitus.model.entity import EntityType
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.language.analysis import Sentence

#: What stands in place of the colon: the segmenter takes it for the end of a line.
TURN = "\x1c"
#: A text with fewer turns is no transcript.
_LEAST = 3
_LABEL = re.compile(
    r"(?m)^[^\S\n]*(?P<label>[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:al|el|de|bin|van|of|the)[ -])?[A-ZÀ-Þ][\w.'’-]*){0,4})"
    r"(?: ?\([^()\n]{1,40}\))?(?P<mark>:)(?=[^\S\n]+\S)"
)
_TURN = re.compile(rf"(?m)^[^\S\n]*(?P<label>[^\n{TURN}]{{1,80}}?)(?: ?\([^()\n]{{1,40}}\))?{TURN}")
_ROLES = frozenset({EntityType.PEOPLE, EntityType.ORG, EntityType.FORCE, EntityType.GROUP})
#: Labels of people who are nobody in particular.
_NOBODY = frozenset({"q", "a", "question", "answer", "source", "sources", "report", "update"})


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words in a transcript.

    Attributes:
        label: The words that name the speaker.
        content: What he says, to the next turn or the end of the text.
    """

    label: Span
    content: Span


def marked(text: str) -> str:
    r"""Return the text with `TURN` for the colon behind each speaker's name, if it is a transcript.

    Examples:
        >>> text = "ANNA KELLER: Who did it?\nPAUL ZENDA: Rebels.\nANNA KELLER: When?"
        >>> marked(text).count(TURN), marked("Date: 3 May\nTown: Tarn\nDate: 4 May").count(TURN)
        (3, 0)
    """
    found = [m for m in _LABEL.finditer(text) if _is_speaker(m["label"])]
    labels = Counter(m["label"] for m in found)
    if len(found) < _LEAST or max(labels.values()) == 1:
        return text
    out = list(text)
    for match in found:
        out[match.start("mark")] = TURN
    return "".join(out)


def _is_speaker(label: str) -> bool:
    """Tell whether a label names a person or says who he is: no "Date", "Place of incident"."""
    words = [word.strip(".").lower() for word in label.split()]
    if words[-1] in ("q", "a", "question", "answer", "interviewer"):
        return len(words) == 1
    heads = typed_words("head_types.tsv")
    if heads.get(words[-1]) in _ROLES:
        return words[-1] not in _NOBODY
    return any(word not in classes()["small"] for word in words) and heads.get(words[-1]) is None


def turns(text: str) -> Iterator[Turn]:
    """Yield the turns of a text that `marked` has marked, in order; none for other texts."""
    found = list(_TURN.finditer(text))
    ends = [*(m.start() for m in found), len(text)][1:]
    for match, after in zip(found, ends, strict=True):
        words = text[match.end() : after]
        if words.strip():
            start = match.end() + len(words) - len(words.lstrip())
            yield Turn(Span(*match.span("label")), Span(start, match.end() + len(words.rstrip())))


def speakers(text: str, sentences: tuple[Sentence, ...], mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with one for each label of a turn, in place of what the engine saw there."""
    labels = {turn.label.start: turn.label for turn in turns(text)}
    if not labels:
        return tuple(mentions)
    spoken = [
        found
        for number, sentence in enumerate(sentences)
        if (label := labels.get(sentence.span.start)) and (found := _speaker(text, sentence, number, label))
    ]
    kept = [m for m in mentions if not any(m.span.overlaps(label) for label in labels.values())]
    return tuple(sorted((*kept, *spoken), key=lambda m: (m.sentence, m.head)))


def _speaker(text: str, sentence: Sentence, number: int, label: Span) -> Mention | None:
    last = max(i for i, token in enumerate(sentence.tokens) if token.span.start < label.end)
    word = label.of(text).lower().split()[-1]
    if word in _NOBODY:
        return None
    kind = typed_words("head_types.tsv").get(word)
    return Mention(label, number, last, kind or EntityType.PERSON, is_name=kind is None)


def spoken(text: str, mentions: Iterable[Mention]) -> tuple[Speech, ...]:
    """Return a speech for each turn whose speaker is an entity."""
    by_label = {m.span: m.entity for m in mentions if m.entity}
    return tuple(
        Speech((turn.content,), turn.label, (by_label[turn.label],), sources=(turn.label,))
        for turn in turns(text)
        if turn.label in by_label
    )

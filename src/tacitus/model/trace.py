"""Where the parts of a claim come from: which step, rule or score made each, and on which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Part(StrEnum):
    """A part of a claim whose origin is kept."""

    TYPE = "type"
    ARGUMENT = "argument"
    TIME = "time"
    SOURCE = "source"
    CERTAINTY = "certainty"
    STATUS = "status"
    CONFIDENCE = "confidence"


class Way(StrEnum):
    """How a step came from the words to the part; see `docs/explain.md`."""

    #: Of a type: the word itself, the weapon beside it, what was told before; or the engine alone (`ENGINE`).
    WORD = "word"
    WEAPON = "weapon"
    TOLD_BEFORE = "told before"
    #: Of an argument: how its words lead to the entity, or to the count.
    NAME = "name"
    OTHER_NAME = "other name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    COUNTED = "counted"
    IMPLIED = "implied"
    WORDS = "words"
    UNSAID = "unsaid"
    #: Of a time: told outright, reckoned from a day, or taken from elsewhere in the story (`Claim.anchor`).
    EXPLICIT = "explicit"
    PUBLISHED = "published"
    DATELINE = "dateline"
    STORY = "story"
    #: Of a source: who saw the word of speech, or what else tells the speaker.
    RULE = "rule"
    ENGINE = "engine"
    BOTH = "both"
    QUOTATION = "quotation"
    CONSTRUCTION = "construction"
    #: Of certainty and status: the word of speech, or no single word.
    SPEECH = "speech"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of one part of a claim.

    Attributes:
        part: Which part.
        step: The step of the reader that made it: "events", "speech" …
        rule: The rule of the step, or the feature of a confidence; "" when the step has but one.
        way: How the words led to it; None where there is nothing to tell.
        spans: The words it rests on: of a type the trigger; of an argument the mention, then the words that first name
            the entity when the mention does not; of a source the word of speech, then those that name the speakers.
        score: The engine's probability for it; of a certainty or status without words how surely the engine takes it
            to have happened, -3 to 3; of confidence the value of a feature. None when there is none.
        weight: What the feature counts for; None but for confidence.
        number: Index of the argument, or of the speech from the inside out; 0 for other parts.
    """

    part: Part
    step: str
    rule: str = ""
    way: Way | None = None
    spans: tuple[Span, ...] = ()
    score: float | None = None
    weight: float | None = None
    number: int = 0


def trace_out(trace: Iterable[Origin]) -> list[list[Any]]:
    """Return origins as JSON lists, short enough to be kept with every claim.

    Empty fields at the end are left out; a step or rule that is that of the origin before is written as 0.

    Examples:
        >>> import json
        >>> kind = Origin(Part.TYPE, "events", "raid.n", Way.WORD, (Span(4, 8),))
        >>> json.dumps(trace_out([kind, Origin(Part.ARGUMENT, "events", "raid.n", number=1)]))
        '[["type", "events", "raid.n", "word", [4, 8]], ["argument", 0, 0, null, [], 1]]'
    """
    out: list[list[Any]] = []
    last_step = last_rule = None
    for origin in trace:
        step, rule = origin.step, origin.rule
        row: list[Any] = [
            origin.part,
            0 if step == last_step else step,
            0 if rule == last_rule else rule,
            origin.way,
            [edge for span in origin.spans for edge in (span.start, span.end)],
        ]
        last_step, last_rule = step, rule
        if origin.weight is not None:
            row += (origin.number, origin.score, origin.weight)
        elif origin.score is not None:
            row += (origin.number, origin.score)
        elif origin.number:
            row.append(origin.number)
        else:
            while row[-1] in _NOTHING:
                row.pop()
        out.append(row)
    return out


#: What a field holds that is left out at the end.
_NOTHING: tuple[Any, ...] = (None, "", [])


def trace_in(rows: Iterable[Sequence[Any]]) -> tuple[Origin, ...]:
    """Return the origins that such lists hold.

    Raises:
        ValueError: If a part or way is unknown.
    """
    out: list[Origin] = []
    for row in rows:
        part, step, rule, way, flat, number, score, weight = (*row, *_EMPTY[len(row) :])
        step = out[-1].step if step == 0 else step
        rule = out[-1].rule if rule == 0 else rule
        spans = tuple(Span(*edges) for edges in zip(flat[::2], flat[1::2], strict=True))
        out.append(Origin(Part(part), step, rule, Way(way) if way else None, spans, score, weight, number))
    return tuple(out)


#: What a field that is left out holds, in the order of the lists.
_EMPTY: tuple[Any, ...] = ("", "", "", None, (), 0, None, None)

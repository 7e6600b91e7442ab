"""What the steps of the reader hand to one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from tacitus.model.claim import Argument
    from tacitus.model.count import Count
    from tacitus.model.entity import EntityType
    from tacitus.model.span import Span
    from tacitus.model.when import When


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that speaks of a person, group, place or thing.

    Attributes:
        span: The words, without a leading article: "facility north of Idlib".
        sentence: Index of the sentence.
        head: Index of the head token in the sentence.
        type: What it seems to be.
        is_name: Whether the words are a proper name.
        entity: Id of the entity it speaks of, once `reference` has run; "" before.
        wide: The words with what stands behind them, where there is more: with phrases of place ("facility north of
            Idlib"), and with clauses ("team that reports to the Council").
    """

    span: Span
    sentence: int
    head: int
    type: EntityType
    is_name: bool
    entity: str = ""
    wide: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression.

    Attributes:
        span: The words: "early Tuesday", "since late June".
        when: The days they allow, or None when they name none ("recently", "for three days", "during Ramadan").
        anchor: What it was reckoned from: "" (explicit), "published", "dateline"; or, when it leans on another time
            of the story, "after", "before" or "same".
        offset: How far from that other time: amount, negative for earlier, and unit ("day", "year"); None otherwise.
    """

    span: Span
    when: When | None
    anchor: str = ""
    offset: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class CountMention:
    """A number expression.

    Attributes:
        span: The words of the number with its bound: "at least a dozen".
        count: The range; `who` is not filled.
    """

    span: Span
    count: Count


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what.

    Attributes:
        content: The words said, one span a piece; a quotation may run over sentences.
        cue: The words that mark it ("said", "according to").
        speakers: Entity ids of the joint speakers, in the order of the text.
        via: Entity ids of those through whom it came, inner first: the agency that was told, the channel that quotes.
        certainty: What the cue itself adds: "denied" gives `DENIED`, "claimed" nothing.
        sources: The words that name the speakers, whole phrases.
        is_ruled: Whether a rule reads its cue; else the engine alone sees it.
    """

    content: tuple[Span, ...]
    cue: Span
    speakers: tuple[str, ...]
    via: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    sources: tuple[Span, ...] = ()
    is_ruled: bool = True

    def covers(self, place: int) -> bool:
        """Tell whether the code point `place` lies in what is said."""
        return any(s.start <= place < s.end for s in self.content)


@dataclass(frozen=True, slots=True)
class Frame:
    """An event or relation as the words tell it, before speaker and certainty are settled.

    Attributes:
        type: A type of the claim contract.
        args: Roles with values.
        trigger: The word that names it.
        sentence: Index of the sentence of the trigger.
        evidence: The words that make the claim.
        time: When it happened or held.
        certainty: What hedges within the evidence say; speakers are settled later.
        status: Actual, planned or hypothetical.
        made_by: Step and rule ("events:strike.v").
        is_aside: Whether a name or epithet tells it ("X (Y)", "Iran-backed X"): the writer says so unless it is quoted.
        speakers: Who says so when the construction itself tells it; else speech settles it.
        anchor: What the time was reckoned from, as in `Claim`.
        confidence: [0, 1].
    """

    type: str
    args: tuple[Argument, ...]
    trigger: Span
    sentence: int
    evidence: tuple[Span, ...]
    time: When | None = None
    certainty: Certainty = Certainty.STATED
    status: Status = Status.ACTUAL
    made_by: str = ""
    confidence: float = 0.5
    is_aside: bool = False
    speakers: tuple[str, ...] = ()
    anchor: str = ""

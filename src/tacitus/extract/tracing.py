"""The origins of the parts of a claim, from what the steps left behind: mentions, times, speech, scores, the trail."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.extract import confidence, cues, quotes, trail
from tacitus.extract.anaphora import PRONOUNS
from tacitus.extract.lexicon import predicates, word_types
from tacitus.extract.tree import planted
from tacitus.model.count import Count
from tacitus.model.ontology import TEXT_ROLES, Certainty, Status
from tacitus.model.span import Span
from tacitus.model.trace import Origin, Part, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame, Mention, Speech, TimeMention
    from tacitus.language.analysis import Sentence
    from tacitus.model.claim import Argument, Value
    from tacitus.model.entity import Entity

_ANCHORS = {"": Way.EXPLICIT, "published": Way.PUBLISHED, "dateline": Way.DATELINE, "story": Way.STORY}


@dataclass(frozen=True, slots=True)
class Tracer:
    """A draft with its layers sorted by sentence and entity.

    Attributes:
        draft: The draft.
        mentions: Mentions of each sentence, by number.
        entities: Entities by id.
        quoted: Quotations, in order.
    """

    draft: Draft
    mentions: Mapping[int, Sequence[Mention]]
    entities: Mapping[str, Entity]
    quoted: Sequence[Span]

    def trace(self, frame: Frame, spoken: Sequence[Speech], certainty: Certainty) -> tuple[Origin, ...]:
        """Return the origins of the claim that a frame becomes.

        Args:
            frame: The frame.
            spoken: The speech that makes its sources, innermost first.
            certainty: How surely it is put in the end, by its own words or by the word of speech.

        Without sentences nothing is known of any part, and there are none.
        """
        return () if not self.draft.sentences else tuple(_One(self, frame).origins(spoken, certainty))


def tracer(draft: Draft) -> Tracer:
    """Return what traces the claims of a draft. Linear in its mentions."""
    mentions: dict[int, list[Mention]] = {}
    for mention in draft.mentions:
        if mention.entity:
            mentions.setdefault(mention.sentence, []).append(mention)
    return Tracer(draft, mentions, {e.id: e for e in draft.entities}, quotes.spans(draft.document.text))


@dataclass(slots=True)
class _One:
    """One frame, with its step and rule and the token of its trigger (-1 for none)."""

    tracer: Tracer
    frame: Frame
    step: str = field(init=False)
    rule: str = field(init=False)
    at: int = field(init=False)

    def __post_init__(self) -> None:
        """Find the trigger, and part the rule from its step."""
        self.step, _, self.rule = self.frame.made_by.partition(":")
        self.at = next((i for i, t in enumerate(self.sentence.tokens) if t.span == self.frame.trigger), -1)

    @property
    def sentence(self) -> Sentence:
        """The sentence of the trigger."""
        return self.tracer.draft.sentences[self.frame.sentence]

    def origins(self, spoken: Sequence[Speech], certainty: Certainty) -> Iterator[Origin]:
        """Yield the origins of all parts."""
        yield self._type()
        for number, arg in enumerate(self.frame.args):
            yield self._argument(number, arg)
        yield from self._time()
        yield from self._source(spoken)
        yield from self._modality(spoken, certainty)
        for name, value, weight in confidence.reasons(self.frame, self.tracer.draft.sentences):
            yield Origin(Part.CONFIDENCE, "confidence", name, None, (), round(value, 3), round(weight, 3))

    def _made(self, part: str, value: object) -> tuple[str, str]:
        """Return step and rule that gave a part; a step that only added it has no rule of its own."""
        step = self.tracer.draft.trail.get(trail.key(self.frame, part, value), self.step)
        return step, self.rule if step == self.step else ""

    def _type(self) -> Origin:
        frame = self.frame
        score = confidence.support(frame, self.sentence) or None
        word, _, kind = self.rule.rpartition(".")
        usual = predicates(kind).get(word) if kind in ("n", "v") else None
        weapon = self._weapon() if usual is not None and usual.type != frame.type else None
        if usual is not None and usual.type != frame.type:
            way = Way.WEAPON if weapon else Way.TOLD_BEFORE
        else:
            way = Way.ENGINE if self.step == "learned" or word.endswith("engine") else Way.WORD
        spans = (frame.trigger, weapon) if weapon else (frame.trigger,)
        return Origin(Part.TYPE, self.step, self.rule, way, spans, _short(score))

    def _weapon(self) -> Span | None:
        kinds = word_types("weapons.tsv")
        for token in self.sentence.tokens:
            if self.frame.type in (kinds.get(token.lemma.lower()), kinds.get(token.text.lower())):
                return token.span
        return None

    def _argument(self, number: int, arg: Argument) -> Origin:
        step, rule = self._made(arg.role, arg.value)
        way, spans = self._words(arg.role, arg.value)
        who = arg.value.who if isinstance(arg.value, Count) else arg.value
        score = self._score(arg.role, who) if isinstance(who, str) and arg.role not in TEXT_ROLES else None
        return Origin(Part.ARGUMENT, step, rule, way, spans, _short(score), number=number)

    def _words(self, role: str, value: Value) -> tuple[Way, tuple[Span, ...]]:
        if isinstance(value, Count):
            said = self._found(value.words) if value.words else None
            who = self._mention(value.who) if value.who else None
            spans = tuple(span for span in (said, who.span if who else None) if span is not None)
            return (Way.COUNTED if said else Way.UNSAID if value.words else Way.IMPLIED), spans
        if role in TEXT_ROLES or not isinstance(value, str):
            said = self._found(value) if isinstance(value, str) else None
            return Way.WORDS, (said,) if said else ()
        mention = self._mention(value)
        return self._resolved(mention) if mention is not None else (Way.UNSAID, self._first(value))

    def _resolved(self, mention: Mention) -> tuple[Way, tuple[Span, ...]]:
        """Return how a mention leads to its entity, with the words that first name it when these do not."""
        words = mention.span.of(self.tracer.draft.document.text)
        name = self.tracer.entities[mention.entity].name
        if words.lower() in PRONOUNS:
            way = Way.PRONOUN
        elif mention.is_name:
            way = Way.NAME if words == name else Way.OTHER_NAME
        else:
            way = Way.DESCRIPTION
        return way, (mention.span, *(() if words == name else self._first(mention.entity)))

    def _first(self, entity: str) -> tuple[Span, ...]:
        """Return the first words of the text that call an entity by its name; none when no mention does."""
        found = self.tracer.entities.get(entity)
        text = self.tracer.draft.document.text
        return tuple(s for s in found.mentions if s.of(text) == found.name)[:1] if found is not None else ()

    def _mention(self, entity: str) -> Mention | None:
        """Return the mention of an entity that is nearest to the trigger, inside the evidence before all others."""
        frame = self.frame
        evidence = (
            {i for i, s in enumerate(self.tracer.draft.sentences) if any(s.span.overlaps(e) for e in frame.evidence)}
            if len(frame.evidence) > 1
            else {frame.sentence}
        )
        here = [m for n in sorted(evidence) for m in self.tracer.mentions.get(n, ()) if m.entity == entity]
        if not here:
            return None
        start = frame.trigger.start
        return min(here, key=lambda m: (not any(e.overlaps(m.span) for e in frame.evidence), abs(m.span.start - start)))

    def _found(self, words: str) -> Span | None:
        """Return where words stand in the sentence of the trigger, or in the evidence."""
        text = self.tracer.draft.document.text
        for stretch in (self.sentence.span, *self.frame.evidence):
            at = text.find(words, stretch.start, stretch.end)
            if at >= 0:
                return Span(at, at + len(words))
        return None

    def _score(self, role: str, entity: str) -> float | None:
        """Return the engine's probability that a mention of the entity fills the role of the trigger."""
        tokens = self.sentence.tokens
        links = [one for one in self.sentence.arguments if one.first == self.at and one.label == role]
        spans = (
            [m.span for m in self.tracer.mentions.get(self.frame.sentence, ()) if m.entity == entity] if links else []
        )
        scores = (one.score for one in links if any(s.contains(tokens[one.second].span) for s in spans))
        return max(scores, default=None)

    def _time(self) -> Iterator[Origin]:
        frame = self.frame
        if frame.time is not None:
            step, rule = self._made("time", frame.time)
            told = self._told()
            yield Origin(Part.TIME, step, rule, _ANCHORS.get(frame.anchor), (told.span,) if told else ())

    def _told(self) -> TimeMention | None:
        """Return the expression that is nearest to the trigger of those with its time; None when it was reckoned."""
        start = self.frame.trigger.start
        same = (t for t in self.tracer.draft.times if t.when == self.frame.time)
        return min(same, key=lambda t: abs(t.span.start - start), default=None)

    def _source(self, spoken: Sequence[Speech]) -> Iterator[Origin]:
        if self.frame.speakers:
            yield Origin(Part.SOURCE, self.step, self.rule, Way.CONSTRUCTION, (self.frame.trigger,))
        first = int(bool(self.frame.speakers))
        for number, speech in enumerate(spoken, first):
            yield Origin(Part.SOURCE, "speech", "", self._seen(speech), (speech.cue, *speech.sources), number=number)
        around = [q for q in self.tracer.quoted if q.contains(self.frame.trigger)] if spoken else []
        if around:
            yield Origin(Part.SOURCE, "speech", "", Way.QUOTATION, (around[0],))

    def _seen(self, speech: Speech) -> Way:
        """Return who saw a word of speech: the rules, the engine, or both."""
        engine = any(
            sentence.tokens[one.cue].span == speech.cue
            for sentence in self.tracer.draft.sentences
            if sentence.span.contains(speech.cue)
            for one in sentence.attributions
        )
        if not speech.is_ruled:
            return Way.ENGINE
        return Way.BOTH if engine else Way.RULE

    def _modality(self, spoken: Sequence[Speech], certainty: Certainty) -> Iterator[Origin]:
        frame = self.frame
        if certainty is not Certainty.STATED and certainty is frame.certainty:
            yield self._hedged(Part.CERTAINTY, certainty)
        elif certainty is not Certainty.STATED and spoken:
            yield Origin(Part.CERTAINTY, "speech", "", Way.SPEECH, (spoken[0].cue,))
        if frame.status is not Status.ACTUAL:
            yield self._hedged(Part.STATUS, frame.status)

    def _hedged(self, part: Part, value: str) -> Origin:
        step, rule = self._made(part, value)
        tree = planted(self.tracer.draft.sentences)[self.frame.sentence]
        words = cues.cues(tree, self.at, part, value) if self.at >= 0 else ()
        if not words and self.step == "constructions":
            return Origin(part, step, rule, Way.CONSTRUCTION, (self.frame.trigger,))
        heard = self.sentence.factuality[self.at] if self.sentence.factuality and self.at >= 0 and not words else None
        return Origin(part, step, rule, Way.WORD if words else Way.SCORE, words, _short(heard))


def _short(score: float | None) -> float | None:
    return None if score is None else round(score, 3)

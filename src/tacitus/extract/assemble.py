"""Claims from frames: the speaker, the certainty and the status settled, ids given, what is said twice kept once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import confidence, joint, scope, tracing
from tacitus.extract.whereabouts import located
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.ontology import TEXT_ROLES, Certainty, Status
from tacitus.model.source import SourceChain
from tacitus.model.span import merge
from tacitus.model.trace import Part, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame, Speech
    from tacitus.extract.tracing import Tracer
    from tacitus.model.entity import Entity
    from tacitus.model.span import Span
    from tacitus.model.trace import Origin


@dataclass(frozen=True, slots=True)
class Assemble:
    """Step: claims in text order, and the entities that they or the text name, numbered anew.

    Attributes:
        least: Claims less sure than this are left out, [0, 1], save denials: without them a record takes a side.
    """

    least: float = confidence.LEAST
    name: str = "assemble"
    version: str = "5"
    needs: frozenset[str] = frozenset({"entities", "frames", "speech"})
    gives: frozenset[str] = frozenset({"claims", "entities"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with `claims`, and `entities` reduced to those named or used."""
        told_of = joint.expanded(draft.frames, draft.joint)
        sure = [replace(f, confidence=confidence.of(f, draft.sentences)) for f in told_of if not _is_told(f, told_of)]
        kept = (f for f in sure if f.confidence >= self.least or f.certainty is Certainty.DENIED)
        frames = sorted(kept, key=lambda f: (f.evidence, f.trigger, f.type))
        traced = tracing.tracer(draft)
        claims = [_claim(f, traced) for f in frames]
        used = {e for c in claims for e in c.entities()}
        told = [e for e in draft.entities if e.id in used or _is_named(e)]
        numbers = {e.id: f"e{n}" for n, e in enumerate(told, 1)}
        entities = tuple(replace(e, id=numbers[e.id]) for e in told)
        names = {e.id: e.name for e in entities}
        renumbered = _joined([_renumber(c, numbers) for c in claims])
        sha = draft.document.sha256
        final = tuple(replace(c, id=claim_id(sha, c, names)) for c in renumbered)
        return replace(draft, claims=final, entities=located(draft.document.text, entities, draft.places))


def _is_told(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Tell whether an event of the same sentence tells already where somebody is: "abducted two nurses near Obock"."""
    if frame.type != "located":
        return False
    subject, place = (a.value for a in frame.args[:2])
    return any(
        f.sentence == frame.sentence
        and any(a.role == "place" and a.value == place for a in f.args)
        and any(a.value == subject for a in f.args)
        for f in frames
    )


def _is_named(entity: Entity) -> bool:
    return any(c.isupper() for c in entity.name) and entity.type.value not in ("people", "thing", "facility")


def _claim(frame: Frame, traced: Tracer) -> Claim:
    draft = traced.draft
    spoken = (
        ()
        if frame.is_aside and not any(words.contains(frame.trigger) for words in traced.quoted)
        else [s for s in _speakers(frame, draft.speech) if scope.applies(frame, s, draft.sentences)]
    )
    said = (s for speech in spoken for s in (*speech.speakers, *speech.via))
    chain = SourceChain(tuple(dict.fromkeys(_each((*frame.speakers, *said), draft.joint))))
    certainty = frame.certainty
    heard = spoken[0].certainty if spoken else Certainty.STATED
    if heard is not Certainty.STATED and certainty in (
        Certainty.STATED,
        Certainty.ALLEGED if heard is Certainty.DENIED else heard,
    ):
        certainty = heard
    time = frame.time
    published = draft.document.published
    if time is not None and published is not None and frame.status is Status.ACTUAL:
        time = time.capped(published)
    trace = traced.trace(frame, spoken, certainty)
    return Claim(
        id="",
        type=frame.type,
        args=frame.args,
        evidence=_evidence(frame, trace),
        time=time,
        anchor=frame.anchor if time is not None else "",
        source=chain,
        certainty=certainty,
        status=frame.status,
        confidence=frame.confidence,
        made_by=frame.made_by,
        trace=trace,
    )


def _each(speakers: Iterable[str], both: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield who speaks, the two of "both groups said" one by one."""
    for one in speakers:
        yield from both.get(one, (one,))


def _evidence(frame: Frame, trace: Sequence[Origin]) -> tuple[Span, ...]:
    """Return the words that make a claim, with those of its numbers: a toll may stand in another clause."""
    spans = list(frame.evidence)
    for origin in trace:
        if origin.part is Part.ARGUMENT and origin.way is Way.COUNTED:
            spans += [s for s in origin.spans if not any(e.contains(s) for e in frame.evidence)]
    return merge(spans) if len(spans) > len(frame.evidence) else frame.evidence


def _speakers(frame: Frame, speech: Sequence[Speech]) -> list[Speech]:
    """Return the speeches that cover the trigger, innermost first: the shortest content is the innermost."""
    place = frame.trigger.start
    over = [s for s in speech if s.covers(place) and not s.cue.contains(frame.trigger)]
    return sorted(over, key=lambda s: (sum(len(c) for c in s.content), s.cue))


def _renumber(claim: Claim, numbers: dict[str, str]) -> Claim:
    args = tuple(_new_argument(a, numbers) for a in claim.args)
    source = SourceChain(tuple(numbers[s] for s in claim.source.speakers if s in numbers))
    return replace(claim, args=args, source=source)


def _new_argument(arg: Argument, numbers: dict[str, str]) -> Argument:
    if isinstance(arg.value, Count):
        who = numbers.get(arg.value.who) if arg.value.who else None
        return Argument(arg.role, replace(arg.value, who=who))
    if isinstance(arg.value, str) and arg.role not in TEXT_ROLES:
        return Argument(arg.role, numbers[arg.value])
    return arg


def _joined(claims: Iterable[Claim]) -> list[Claim]:
    """Keep a claim that is made twice once, with both pieces of evidence (section 1 of the claim contract)."""
    out: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        same = (claim.type, frozenset(claim.args), claim.source, claim.certainty, claim.status, claim.time)
        first = out.get(same)
        out[same] = claim if first is None else replace(first, evidence=merge((*first.evidence, *claim.evidence)))
    return list(out.values())

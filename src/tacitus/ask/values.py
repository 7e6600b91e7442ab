"""What a claim answers to each question, and answers put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask import spots, tolls, words
from tacitus.ask.actors import may_act, stand
from tacitus.ask.ground import VIOLENT
from tacitus.ask.kinds import PEOPLE, kind_of, without_number
from tacitus.ask.parties import Known, Party, Stand, party
from tacitus.ask.questions import COUNTED, Question
from tacitus.ask.things import things
from tacitus.ask.tolls import Toll
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.when import When
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ledger.rows import ClaimRow

#: One answer: those who are named, in the order of the text; a time; numbers; or nothing but yes, no, or not known.
Value = tuple[Party, ...] | When | Toll | None

#: How two stand, the closest first.
_CLOSEST = (Stand.SAME, Stand.NARROWER, Stand.WIDER, Stand.ALIKE, Stand.OPEN, Stand.OTHER)
_MATCHED = frozenset(_CLOSEST[:4])
#: Anchor of a time that the claim does not name: it was reckoned from another time of the report, and nobody says it.
_INFERRED = "story"
_HARM = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Answered:
    """What one claim answers to one question.

    Attributes:
        value: The answer.
        certainty: How surely; of what a claim takes for granted while it denies the rest, `stated`.
    """

    value: Value
    certainty: Certainty


def answers(row: ClaimRow, question: Question) -> tuple[Answered, ...]:
    """Return what a claim answers to a question: nothing, or one answer.

    Plans and conditions answer nothing. A denied claim denies one thing: who did it, if it names anybody, else the
    number, else the weapon, else that it happened. A claim that says that something is not known leaves open the number
    that it asks for, or who did it if its words ask that or name somebody, else whether it happened.
    """
    claim = row.claim
    if claim.certainty in (Certainty.DENIED, Certainty.UNKNOWN) and claim.status is not Status.PLANNED:
        return (Answered(_value(row, question), claim.certainty),) if _at_issue(row) is question else ()
    value = _value(row, question) if claim.status is Status.ACTUAL else None
    if claim.status is Status.ACTUAL and (question is Question.WHETHER or value is not None):
        return (Answered(value, claim.certainty),)
    return ()


def _at_issue(row: ClaimRow) -> Question:
    """Return the one question that a denied or unknown claim is about."""
    claim = row.claim
    if claim.certainty is Certainty.UNKNOWN:
        counted = (q for q, role in COUNTED.items() if any(_is_open(c) for c in claim.values(role)))
        asked = set(fold(" ".join(row.quotes)).split()) & words.word_set("asks_who.tsv")
        return next(counted, Question.WHO if asked or claim.values("actor") else Question.WHETHER)
    if claim.values("actor"):
        return Question.WHO
    counted = (q for q, role in COUNTED.items() if claim.values(role))
    return next(counted, Question.WEAPON if claim.values("instrument") else Question.WHETHER)


def _is_open(value: object) -> bool:
    return isinstance(value, Count) and value.min is None and value.max is None


def _value(row: ClaimRow, question: Question) -> Value:
    if question.is_count:
        return tolls.toll(_shares(row, COUNTED[question]))
    if question is Question.WHEN:
        return None if row.claim.anchor == _INFERRED else row.claim.time
    if question is Question.WHETHER:
        return None
    named = {
        Question.WHO: lambda: _actors(row),
        Question.WHOM: lambda: _targets(row),
        Question.WHERE: lambda: _places(row),
        Question.WEAPON: lambda: _named(row, "instrument"),
    }[question]()
    return named or None


def _shares(row: ClaimRow, role: str) -> list[tolls.Share]:
    counts = [c for c in row.claim.values(role) if isinstance(c, Count)]
    return [tolls.share(c, row.name(c.who) if c.who else "") for c in counts]


def _named(row: ClaimRow, *roles: str) -> tuple[Party, ...]:
    known = {entity.id: entity for entity in row.entities}
    speaker = known.get(row.claim.source.innermost or "")
    ids = dict.fromkeys(str(value) for role in roles for value in row.claim.values(role))
    return tuple(party(row.document.id, known[i], speaker, row.document.outlet) for i in ids if i in known)


def _actors(row: ClaimRow) -> tuple[Party, ...]:
    found = _named(row, "actor")
    return tuple(p for p in found if may_act(p)) if row.claim.type in VIOLENT else found


def _targets(row: ClaimRow) -> tuple[Party, ...]:
    """Return those at whom it was aimed or who suffered it.

    A place that is only where it happened is none of them, nor are "20 people", of whom nothing is said but how many.
    """
    claim = row.claim
    places = set(claim.values("place"))
    known = {entity.id: entity for entity in row.entities}
    counts = (c for role in _HARM for c in claim.values(role) if isinstance(c, Count))
    who = [c.who for c in counts if c.who and c.who in known]
    found = {
        p.entity.id: p for p in (*_named(row, "target", "victim"), *(Party(row.document.id, known[i]) for i in who))
    }
    return tuple(p for p in found.values() if p.entity.id not in places and not _is_only_counted(p))


def _is_only_counted(one: Party) -> bool:
    """Tell whether words say of people only how many they are."""
    if one.entity.type is not EntityType.PEOPLE:
        return False
    return kind_of(without_number(one.name)) == PEOPLE


def _places(row: ClaimRow) -> tuple[Party, ...]:
    """Return where it happened: the places, else the towns and areas that were its target."""
    return _named(row, "place") or tuple(p for p in _named(row, "target") if p.entity.type is EntityType.PLACE)


def joined(question: Question, values: Sequence[Value], known: Known) -> Value:
    """Return the answers of one voice in one document as one.

    All who are named stand together, a mere description only where no name does; of several times the narrowest counts,
    the first of them where they are apart; of numbers see `tacitus.ask.tolls.toll`.
    """
    told = [v for v in values if v is not None]
    if not told:
        return None
    if question.is_count:
        return tolls.toll(share for value in told if isinstance(value, Toll) for share in value.shares)
    if question is Question.WHEN:
        return _narrowest([v for v in told if isinstance(v, When)])
    parties = [p for value in told if isinstance(value, tuple) for p in value]
    return _each_once(parties, question, known)


def stands(question: Question, one: Party, other: Party, known: Known) -> Stand:
    """Return how two named in answers to a question stand."""
    if known.is_same(one, other):
        return Stand.SAME
    signs = question, known.sign(one), known.sign(other)
    found = known.memo.get(signs)
    if found is None:
        way = {Question.WHERE: spots.where, Question.WHO: stand}.get(question, things)
        found = known.memo[signs] = way(one, other, known)
    return found


def compare(question: Question, one: Value, other: Value, known: Known) -> Stand:
    """Return how two answers to a question stand; where one of them is none, nobody can tell.

    Sets of named ones exclude each other when each one of either excludes all of the other. Who names more than another
    one does is the narrower.
    """
    if one is None or other is None:
        return Stand.SAME if one is other else Stand.OPEN
    if isinstance(one, Toll) and isinstance(other, Toll):
        return tolls.compare(one, other)
    if isinstance(one, When) and isinstance(other, When):
        return spots.when(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _sets([[stands(question, p, q, known) for q in other] for p in one])
    return Stand.OPEN


def _sets(table: list[list[Stand]]) -> Stand:
    """Return how two sets stand, from how each of the first stands to each of the second."""
    rows = [min(row, key=_CLOSEST.index) for row in table]
    columns = [min(column, key=_CLOSEST.index) for column in zip(*table, strict=True)]
    if all(way is Stand.OTHER for way in rows):
        return Stand.OTHER
    if not set(rows) & _MATCHED:
        return Stand.OPEN
    ways = (set(rows) | set(columns)) & _MATCHED - {Stand.SAME}
    ways |= {Stand.NARROWER} if set(rows) - _MATCHED else set()
    ways |= {Stand.WIDER} if set(columns) - _MATCHED else set()
    if not ways:
        return Stand.SAME
    return ways.pop() if len(ways) == 1 else Stand.ALIKE


def value_words(value: Value) -> str:
    """Return an answer in words; "" when there is none."""
    if isinstance(value, tuple):
        return ", ".join(dict.fromkeys(p.name for p in value))
    return str(value) if value is not None else ""


def _narrowest(times: list[When]) -> When:
    best = times[0]
    for time in times[1:]:
        if spots.when(time, best) is Stand.NARROWER:
            best = time
    return best


def _each_once(parties: list[Party], question: Question, known: Known) -> tuple[Party, ...]:
    """Return those who are named, each once; what another one of them says more exactly is left out."""
    kept: list[Party] = []
    for new in parties:
        ways = [stands(question, new, old, known) for old in kept]
        is_better = new.is_named and not any(o.is_named for o, w in zip(kept, ways, strict=True) if w is Stand.SAME)
        if Stand.WIDER in ways or (Stand.SAME in ways and not is_better):
            continue
        kept = [old for old, way in zip(kept, ways, strict=True) if way not in (Stand.NARROWER, Stand.SAME)]
        kept.append(new)
    return tuple(kept)

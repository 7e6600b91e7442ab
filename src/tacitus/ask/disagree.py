"""The accounts of an incident side by side: what each says to each question, and where they disagree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.accounts import Account, Sources, accounts, row_order
from tacitus.ask.ground import ground
from tacitus.ask.parties import Stand
from tacitus.ask.questions import Question
from tacitus.ask.tolls import Toll, is_more
from tacitus.ask.values import compare as stand_of
from tacitus.ask.voices import Voice, voices
from tacitus.ask.weigh import Relation, Weighed, is_withdrawn, weigh
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tacitus.ask.parties import Key, Known
    from tacitus.ledger.rows import ClaimRow, DocumentRow
    from tacitus.model.incident import Incident


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a question, and all who give it.

    Attributes:
        words: The answer in words; of a yes or no the word, "not known" where the answer is that.
        accounts: Those who give it, by the day on which they first did; never empty.
    """

    words: str
    accounts: tuple[Account, ...]

    @property
    def certainty(self) -> Certainty:
        """`denied` or `unknown` if it is a denial or says that it is not known; else how surely most put it."""
        told = [one.certainty for one in self.accounts]
        return max(Certainty, key=lambda c: (told.count(c), -list(Certainty).index(c)))

    @property
    def documents(self) -> tuple[DocumentRow, ...]:
        """Documents that have it, each once."""
        return tuple({d.id: d for one in self.accounts for d in one.documents}.values())

    @property
    def origins(self) -> tuple[str, ...]:
        """Ids of the independent origins of its documents, sorted."""
        return tuple(sorted({origin for one in self.accounts for origin in one.origins}))


@dataclass(frozen=True, slots=True)
class Link:
    """How one position stands to another.

    Attributes:
        one: Index of the first position: the one that denies, refines, updates or does not know.
        other: Index of the second.
        relation: What it is; the gravest that holds between any of their accounts.
    """

    one: int
    other: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to one question.

    Attributes:
        question: The question.
        positions: Those who answer, the position that was first taken first; never empty.
        links: How the positions stand to each other, by their indices.
        silent: Voices of the incident that do not answer, by name.
    """

    question: Question
    positions: tuple[Position, ...]
    links: tuple[Link, ...]
    silent: tuple[Voice, ...]

    @property
    def is_contested(self) -> bool:
        """Whether some position contradicts or denies another one."""
        return any(link.relation in (Relation.CONTRADICT, Relation.DENY) for link in self.links)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An incident with all answers to all questions.

    Attributes:
        incident: What is compared.
        documents: Documents that tell of it, by day of publication; undated ones last.
        origins: Document id → id of its origin.
        answers: In the order of `Question`; questions that nobody answers are left out.
        types: Types of the claims that answer, the commonest first: "shelling", "attack".
    """

    incident: Incident
    documents: tuple[DocumentRow, ...]
    origins: Mapping[str, str]
    answers: tuple[Answer, ...]
    types: tuple[str, ...] = ()

    @property
    def origin_ids(self) -> tuple[str, ...]:
        """Ids of the independent origins, sorted."""
        return tuple(sorted({self.origins[d.id] for d in self.documents}))

    def answer(self, question: Question) -> Answer | None:
        """Return what is answered to a question, or None when nobody answers."""
        return next((a for a in self.answers if a.question is question), None)


def compare(
    incident: Incident,
    claims: Sequence[ClaimRow],
    same: Callable[[Key, Key], bool] | None = None,
    origins: Mapping[str, str] | None = None,
) -> Comparison:
    """Return the accounts of an incident side by side.

    Args:
        incident: What is compared.
        claims: The rows of its claims, in any order. Other rows of its documents may be among them: of those only the
            relations are used, which tell who belongs to whom.
        same: Tells whether two entities, each by document id and entity id, are one; it is asked for those with names
            of their own. None: those who share a folded name are one.
        origins: Document id → id of its origin, so that a reprint is no second source; a document that is not there is
            an origin by itself.
    """
    wanted = frozenset(incident.claims)
    rows = sorted({row.claim.id: row for row in claims if row.claim.id in wanted}.values(), key=row_order)
    documents = tuple({row.document.id: row.document for row in rows}.values())
    by_document = {d.id: (origins or {}).get(d.id, d.id) for d in documents}
    told, known = ground(rows, claims, same)
    sources = Sources(voices(told, known), by_document)
    answers = (_answer(told, question, sources, known) for question in Question)
    types = Counter(row.claim.type for row in told)
    ordered = tuple(sorted(types, key=lambda t: (-types[t], t)))
    return Comparison(incident, documents, by_document, tuple(a for a in answers if a is not None), ordered)


def _answer(rows: Sequence[ClaimRow], question: Question, sources: Sources, known: Known) -> Answer | None:
    found = accounts(rows, question, sources, known)
    if not found or (question is Question.WHETHER and all(one.is_asserted for one in found)):
        return None
    positions = _positions(found, known)
    links = tuple(_contested_tolls(tuple(_links(positions, known)), positions))
    spoken = {one.voice for one in found}
    silent = sorted({sources.voice(row) for row in rows} - spoken, key=lambda v: (v.name, v.key))
    return Answer(question, positions, links, tuple(silent))


def _positions(found: Sequence[Account], known: Known) -> tuple[Position, ...]:
    groups: list[list[Account]] = []
    for new in found:
        mine = [g for g in groups if any(_is_same(one, new, known) for one in g)]
        for group in mine[1:]:
            mine[0].extend(group)
            groups.remove(group)
        if mine:
            mine[0].append(new)
        else:
            groups.append([new])
    return tuple(Position(_words(min(group, key=_wordiness)), tuple(group)) for group in groups)


def _is_same(one: Account, other: Account, known: Known) -> bool:
    kinds = {None if a.is_asserted else a.certainty for a in (one, other)}
    return len(kinds) == 1 and stand_of(one.question, one.value, other.value, known) is Stand.SAME


def _wordiness(one: Account) -> bool:
    """Order accounts by whose words the position is told in: those that give names before mere descriptions."""
    return not (isinstance(one.value, tuple) and all(p.is_named for p in one.value))


def _words(one: Account) -> str:
    if one.value is not None:
        return one.words
    if one.certainty is Certainty.UNKNOWN:
        return "not known"
    return "no" if one.certainty is Certainty.DENIED else "yes"


def _links(positions: Sequence[Position], known: Known) -> Iterator[Link]:
    for i, one in enumerate(positions):
        for j in range(i + 1, len(positions)):
            found = _between(one, positions[j], known)
            if found is not None:
                yield Link(j, i, found.relation) if found.is_turned else Link(i, j, found.relation)


def _contested_tolls(links: Sequence[Link], positions: Sequence[Position]) -> Iterator[Link]:
    """Yield the links, with updates as contradictions where the lower number was contested by the higher ones before.

    A later 37 updates the 31 of other speakers; if they contradicted somebody's 20, so does the 37.
    """
    against = {frozenset((link.one, link.other)) for link in links if link.relation is Relation.CONTRADICT}
    updated = {(link.one, link.other) for link in links if link.relation is Relation.UPDATE}
    for link in links:
        between = [mid for late, mid in updated if late == link.one and frozenset((mid, link.other)) in against]
        is_so = (link.one, link.other) in updated and any(
            _is_more(positions[m], positions[link.other]) for m in between
        )
        is_own = {a.voice for a in positions[link.one].accounts} & {a.voice for a in positions[link.other].accounts}
        low, high = sorted((link.one, link.other))
        yield Link(low, high, Relation.CONTRADICT) if is_so and not is_own else link


def _is_more(one: Position, other: Position) -> bool:
    mine, theirs = one.accounts[0].value, other.accounts[0].value
    return isinstance(mine, Toll) and isinstance(theirs, Toll) and is_more(mine, theirs)


def _between(one: Position, other: Position, known: Known) -> Weighed | None:
    """Return the gravest relation between any two accounts of two positions.

    A position that all who took it have left for the other one is only updated by it.
    """
    if all(any(is_withdrawn(a, b, known) for b in other.accounts) for a in one.accounts):
        return Weighed(Relation.UPDATE, is_turned=True)
    if all(any(is_withdrawn(b, a, known) for a in one.accounts) for b in other.accounts):
        return Weighed(Relation.UPDATE)
    found = [w for a in one.accounts for b in other.accounts if (w := weigh(a, b, known)) is not None]
    return min(found, key=lambda w: (list(Relation).index(w.relation), w.is_turned), default=None)

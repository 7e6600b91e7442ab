"""A ledger of four invented reports on a harbour, for questions: who fought, who died, who leads, who denies."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import at

from tacitus.ledger.memory import MemoryStore
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store, View
    from tacitus.pipeline import Reader

TYPES = {
    "Dura": EntityType.PLACE,
    "Port Salem": EntityType.PLACE,
    "old market": EntityType.FACILITY,
    "market": EntityType.FACILITY,
    "Adan Rask": EntityType.PERSON,
    "Mira Osk": EntityType.PERSON,
    "coast guard": EntityType.FORCE,
    "hospital": EntityType.ORG,
    "fishermen": EntityType.PEOPLE,
    "soldiers": EntityType.PEOPLE,
    "our fighters": EntityType.PEOPLE,
    "fighters of the Tide Front": EntityType.PEOPLE,
    "spokesman for the Tide Front": EntityType.PEOPLE,
    "mortars": EntityType.THING,
}


@dataclass(frozen=True)
class How:
    """When it was, who says so, how surely; and which words of the sentence make the claim, "" for all."""

    time: str | None = None
    by: str | None = None
    sure: Certainty = Certainty.STATED
    status: Status = Status.ACTUAL
    words: str = ""


PLAIN = How()


class Written:
    """A report under way: sentences with the claims that they make."""

    def __init__(self, id_: str, published: date | None, outlet: str | None = None) -> None:
        """Begin a report."""
        self.id, self.published, self.outlet = id_, published, outlet
        self.text = ""
        self.entities: dict[str, Entity] = {}
        self.drafts: list[Claim] = []

    def say(self, sentence: str, kind: str, args: dict[str, str | int | bool], how: How = PLAIN) -> None:
        """Add a sentence that makes one claim; numbers are counts.

        Names of one entity are joined by " = ", several entities of one role by " + ".
        """
        start = len(self.text) + sentence.index(how.words)
        self.text += sentence + "\n"
        each = (
            (role, v)
            for role, value in args.items()
            for v in (value.split(" + ") if isinstance(value, str) else [value])
        )
        values = tuple(Argument(role, self._value(role, value)) for role, value in each)
        source = SourceChain((self._entity(how.by),)) if how.by else SourceChain()
        when = When(how.time) if how.time else None
        evidence = (Span(start, start + len(how.words or sentence)),)
        self.drafts.append(Claim("", kind, values, evidence, when, source, how.sure, how.status, 0.75))

    def reading(self) -> Reading:
        """Return the report as read."""
        document = Document(
            self.id, self.text, sha256_of(self.text.encode()), published=self.published, outlet=self.outlet
        )
        entities = tuple(replace(e, mentions=self._mentions(e)) for e in self.entities.values())
        names = {e.id: e.name for e in entities}
        claims = tuple(replace(c, id=claim_id(document.sha256, c, names)) for c in self.drafts)
        return Reading(document, entities, claims, reader="hand@1")

    def _mentions(self, entity: Entity) -> tuple[Span, ...]:
        found = {m.span() for name in entity.names for m in re.finditer(rf"\b{re.escape(name)}\b", self.text)}
        return tuple(Span(start, end) for start, end in sorted(found))

    def _value(self, role: str, value: str | int | bool) -> str | Count | bool:  # noqa: FBT001 - a flag of a claim
        if isinstance(value, bool) or role in ("role", "topic"):
            return value if isinstance(value, bool) else str(value)
        return Count(value, value) if isinstance(value, int) else self._entity(value)

    def _entity(self, names: str) -> str:
        first, *_ = split = tuple(names.split(" = "))
        known = next((e for e in self.entities.values() if e.name == first), None)
        if known is None:
            known = Entity(f"e{len(self.entities) + 1}", TYPES.get(first, EntityType.GROUP), split)
            self.entities[first] = known
        return known.id


def wire() -> Reading:
    """Return the wire's report: who shelled the market of Dura, how many died, who denies it."""
    made = Written("wire", date(2020, 3, 2), "Harbour Wire")
    made.say(
        "Fighters of the Tide Front shelled the old market in Dura with mortars on 1 March, the coast guard said.",
        "shelling",
        {"actor": "fighters of the Tide Front", "target": "old market", "place": "Dura", "instrument": "mortars"},
        How(time="2020-03-01", by="coast guard"),
    )
    made.say(
        "The shelling of the old market in Dura killed 12 people, the hospital said.",
        "shelling",
        {"target": "old market", "place": "Dura", "killed": 12},
        How(time="2020-03-01", by="hospital"),
    )
    made.say(
        "A spokesman for the Tide Front denied that it shelled the market.",
        "shelling",
        {"actor": "Tide Front", "target": "market"},
        How(by="spokesman for the Tide Front", sure=Certainty.DENIED),
    )
    return made.reading()


def channel() -> Reading:
    """Return the post of the Front's channel: it blames the coast guard, and claims another attack."""
    made = Written("post", date(2020, 3, 3), "Tide Front channel")
    made.say(
        "The coast guard shelled the market in Dura on 1 March.",
        "shelling",
        {"actor": "coast guard", "target": "market", "place": "Dura"},
        How(time="2020-03-01"),
    )
    made.say(
        "On 2 March our fighters attacked soldiers near Port Salem.",
        "attack",
        {"actor": "our fighters", "target": "soldiers", "place": "Port Salem"},
        How(time="2020-03-02"),
    )
    made.say("We have not joined the North Guard.", "member", {"object": "North Guard"}, How(sure=Certainty.DENIED))
    return made.reading()


def review() -> Reading:
    """Return the background: names, leaders, allies, and what may come."""
    made = Written("review", date(2020, 5, 1), "Tide Review")
    made.say("The Tide Front (TF) is led by Mira Osk.", "leads", {"subject": "Mira Osk", "object": "Tide Front = TF"})
    made.say("The Tide Front (TF) is a group.", "alias", {"subject": "Tide Front = TF", "object": "Tide Front = TF"})
    made.say(
        "Adan Rask led the Tide Front until 2019.",
        "leads",
        {"subject": "Adan Rask", "object": "Tide Front = TF", "ended": True},
        How(time="../2019"),
    )
    made.say("The Tide Front was formed in 2016.", "formation", {"target": "Tide Front = TF"}, How(time="2016"))
    made.say("The North Guard fights beside the TF.", "ally", {"subject": "North Guard", "object": "Tide Front = TF"})
    made.say(
        "The hospital counted 15 dead in Dura.", "killing", {"place": "Dura", "killed": 15}, How(time="2020-03-01")
    )
    made.say(
        "The TF may attack Port Salem.",
        "attack",
        {"actor": "Tide Front = TF", "target": "Port Salem"},
        How(sure=Certainty.POSSIBLE, status=Status.HYPOTHETICAL),
    )
    made.say(
        "It is not known who attacked the soldiers near Port Salem.",
        "attack",
        {"target": "soldiers", "place": "Port Salem"},
        How(time="2020-03-02", sure=Certainty.UNKNOWN),
    )
    return made.reading()


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """Yield the ledger, each report recorded on its own day of 2026."""
    with closing(MemoryStore()) as made:
        with made.writer() as writer:
            for day, reading in enumerate((wire(), channel(), review())):
                writer.record(reading, at(day * 24 * 60))
        yield made


@pytest.fixture(scope="session")
def view(store: Store) -> View:
    """Return the ledger as it is now."""
    return store.view()


@pytest.fixture(scope="session")
def engine(reader: Reader) -> object:
    """Return the engine of the package."""
    return reader.engine

"""Readings to fill a ledger with, made by hand or drawn by hypothesis; none comes from a real report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, Link, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import Origin, Part, Way
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.ledger.contract import Store, View

#: The moment from which the tests count minutes.
START = datetime(2026, 3, 1, 12, tzinfo=UTC)

_TYPES = {
    "Dura": EntityType.PLACE,
    "Port Salem": EntityType.PLACE,
    "fishermen": EntityType.PEOPLE,
    "Colonel Adan Rask": EntityType.PERSON,
    "Mira Rask": EntityType.PERSON,
    "coast guard": EntityType.FORCE,
}


def at(minutes: int) -> datetime:
    """Return a moment, in minutes after `START`."""
    return START + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with the claim that it makes; names of one entity are joined by " = "."""

    actor: str
    target: str = "fishermen"
    type: str = "attack"
    time: str | None = None
    source: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    killed: int | None = None

    @property
    def words(self) -> str:
        """Return a sentence that differs for each claim."""
        by = " via ".join(self.source) or "the writer"
        toll = f", {self.killed} dead" if self.killed is not None else ""
        return f"{self.actor} {self.type} {self.target} ({self.time}{toll}), {self.certainty}, says {by}."

    @property
    def names(self) -> tuple[str, ...]:
        """Return all entities of the sentence, in order."""
        return (self.actor, self.target, *self.source)


def report(
    id_: str, *said: Said, published: date | None = date(2020, 1, 4), outlet: str | None = None, reader: str = "r@1"
) -> Reading:
    """Return a reading of a report that consists of these sentences."""
    text = "\n".join(s.words for s in said) or "Nothing happened."
    document = Document(id_, text, sha256_of(text.encode("utf-8", "surrogatepass")), published=published, outlet=outlet)
    known = dict.fromkeys(name for s in said for name in s.names)
    entities = tuple(_entity(f"e{i}", names, text) for i, names in enumerate(known, 1))
    ids = dict(zip(known, (e.id for e in entities), strict=True))
    claims = tuple(_claims(document, said, ids))
    return Reading(document, entities, claims, reader=reader)


def _entity(id_: str, names: str, text: str) -> Entity:
    first = text.index(names)
    split = tuple(names.split(" = "))
    return Entity(id_, _TYPES.get(split[0], EntityType.GROUP), split, (Span(first, first + len(names)),))


def _claims(document: Document, said: Iterable[Said], ids: dict[str, str]) -> Iterator[Claim]:
    start = 0
    names = {id_: name for name, id_ in ids.items()}
    for s in said:
        args = [Argument("actor", ids[s.actor]), Argument("target", ids[s.target])]
        if s.killed is not None:
            args.append(Argument("killed", Count(s.killed, None, ids[s.target], f"{s.killed} dead")))
        evidence = (Span(start, start + len(s.words)),)
        time = When(s.time) if s.time else None
        source = SourceChain(tuple(ids[x] for x in s.source))
        draft = Claim("", s.type, tuple(args), evidence, time, source, s.certainty, confidence=0.5, made_by="hand@1")
        yield Claim(
            claim_id(document.sha256, draft, names),
            s.type,
            draft.args,
            evidence,
            time,
            source,
            s.certainty,
            confidence=0.5,
            made_by="hand@1",
        )
        start += len(s.words) + 1


def _harbour() -> Where:
    """Return a place with two readings, an area around it and a way to it."""
    town = Candidate("own:12", "Harbour", "town", "XX", 0.75, Point(-12.25, 179.5, 2000))
    other = Candidate("own:13", "Harbour", "town", "", 0.125, Point(0, 0, 0))
    island = Candidate("own:1", "Tide Island", "region", "XX", 1.0, Point(-12, 179, 30000))
    return Where("Harbour", ("Tide Island",), "near", (town, other), island)


def rich_reading() -> Reading:
    """Return a reading in which every field that can be filled is filled."""
    text = "Harbour row\n\nColonel Adan Rask quit the Tide Front in 2019, a port clerk said. See the notice."
    document = Document(
        id="harbour/row 1",
        text=text,
        sha256=sha256_of(text.encode()),
        title="Harbour row",
        published=date(2020, 5, 6),
        author="N. Oake",
        outlet="Harbour Wire",
        url="https://wire.example/row",
        language="en",
        media_type="text/html",
        blocks=(Block(BlockKind.TITLE, Span(0, 11)), Block(BlockKind.PARAGRAPH, Span(13, len(text)))),
        links=(Link(Span(82, 88), "https://wire.example/notice"),),
        published_at="2020-05-06T07:08:09+02:00",
    )
    entities = (
        Entity("e1", EntityType.PERSON, ("Colonel Adan Rask", "Rask"), (Span(13, 30),)),
        Entity("e2", EntityType.GROUP, ("Tide Front",), (Span(40, 50),)),
        Entity("e3", EntityType.PEOPLE, ("a port clerk",), (Span(60, 72),)),
        Entity("e4", EntityType.THING, ("notice",)),
        Entity("e5", EntityType.FACILITY, ("Harbour row",), (Span(0, 11),), _harbour()),
    )
    leads = (
        Argument("subject", "e1"),
        Argument("object", "e2"),
        Argument("role", "field commander"),
        Argument("ended", value=True),
    )
    toll = (Argument("killed", Count(None, 10**30, "e3", "up to 10^30")), Argument("injured", Count(3, 3)))
    said = SourceChain(("e3", "e2"))
    claims = (
        Claim(
            "c00000000000000a1",
            "leads",
            leads,
            (Span(13, 50), Span(51, 58)),
            When("../2019"),
            said,
            anchor="story",
            trace=(
                Origin(Part.TYPE, "relations", "quit.v", Way.WORD, (Span(31, 35),), 0.75),
                Origin(Part.ARGUMENT, "relations", "quit.v", Way.NAME, (Span(13, 30), Span(40, 50)), number=1),
                Origin(Part.CONFIDENCE, "confidence", "share", None, (), 0.5, -1.25),
            ),
        ),
        Claim("c00000000000000a2", "attack", toll, (Span(13, 58),), None, certainty=Certainty.UNKNOWN, confidence=1.0),
    )
    problems = (Problem("harbour/row 1", "claims", "A table was skipped.", "Read it by eye."),)
    return Reading(document, entities, claims, problems, "sentences@1 claims@2")


_names = st.sampled_from(["Tide Front", "TF = Tide Front", "North Guard", "Dura", "Colonel Adan Rask", "fishermen"])
_days = st.dates(date(2020, 1, 1), date(2020, 1, 5))
_times = st.sampled_from(
    ["2020-01-02", "2020-01", "../2020-01-03", "2020-01-02/..", "XXXX-01-02", "2019", "2020-01-01/2020-01-03"]
)
said_sentences = st.builds(
    Said,
    actor=_names,
    target=_names,
    type=st.sampled_from(["attack", "capture"]),
    time=st.none() | _times,
    source=st.lists(_names, max_size=2, unique=True).map(tuple),
    certainty=st.sampled_from([Certainty.STATED, Certainty.DENIED]),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading; its content depends on its id alone, as with a real reader."""
    return report(
        draw(st.sampled_from(["north", "south", "west"])),
        *draw(st.lists(said_sentences, max_size=3, unique_by=lambda s: s.words)),
        published=draw(st.none() | _days),
        outlet=draw(st.sampled_from([None, "Harbour Wire", "Tide Front"])),
        reader=draw(st.sampled_from(["r@1", "r@2"])),
    )


#: What arrives: readings with the minute in which they are recorded.
histories = st.lists(st.tuples(readings(), st.integers(0, 4)), max_size=6)


def fill(store: Store, history: Iterable[tuple[Reading, int]]) -> list[str]:
    """Record a history and return the outcomes."""
    with store.writer() as writer:
        return [writer.record(reading, at(minute)).value for reading, minute in history]


def everything(view: View) -> tuple[object, ...]:
    """Return all that a view shows, to compare views by."""
    documents = view.documents()
    return (
        documents,
        [view.readings(d.id) for d in documents],
        [view.reading(r.reading) for d in documents for r in view.readings(d.id)],
        view.claims(),
        view.entities(frozenset().union(*(view.keys(n) for n in view.names()))),
        view.outlets(),
        view.problems(),
        view.counts(),
    )

"""The one file that wires the floors together: a document goes in, a reading comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import trail
from tacitus.extract.assemble import Assemble
from tacitus.extract.casing import restored
from tacitus.extract.constructions import Constructions
from tacitus.extract.contract import Draft, Extractor, check_order, versions
from tacitus.extract.counts import Counts
from tacitus.extract.dating import Times
from tacitus.extract.events import Events
from tacitus.extract.headings import Headings
from tacitus.extract.layout import Layout, plain
from tacitus.extract.learned import Learned
from tacitus.extract.mentions import Mentions
from tacitus.extract.places import Places
from tacitus.extract.reference import Reference
from tacitus.extract.relations import Relations
from tacitus.extract.speech import SpeechStep
from tacitus.extract.story import StoryTime
from tacitus.model.claim import claim_id
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.language.analysis import Engine
    from tacitus.model.claim import Claim
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.place import Gazetteer
    from tacitus.model.trace import Origin

#: Longest text that is read for claims, in code points: about 50,000 words, some 20 seconds.
LONGEST = 300_000
#: The language of the bundled engine and of the word lists (ISO 639-1).
LANGUAGE = "en"
#: Engines by name; another package adds one under the entry-point group `tacitus.engines`.
ENGINES: Registry[Engine] = Registry("tacitus.engines", "engine")


@dataclass(frozen=True, slots=True)
class Reader:
    """An engine and the steps that read claims with it.

    Attributes:
        engine: Gives sentences, trees and names.
        steps: In order; checked when the reader is made.

    Raises:
        PipelineOrderError: If a step needs what no earlier step gives.
    """

    engine: Engine
    steps: Sequence[Extractor]

    def __post_init__(self) -> None:
        """Refuse an order that cannot work."""
        check_order(self.steps)

    @property
    def version(self) -> str:
        """Names and versions of the engine and all steps."""
        return f"{self.engine.name}@{self.engine.version} {versions(self.steps)}"

    def read(self, document: Document) -> Reading:
        """Return what the document says, as claims with their words.

        At most `LONGEST` code points are read, which bounds time and memory; what lies behind them, or a text in a
        language that is not read, is a Problem of the reading.
        """
        layout = layout_of(document)
        problems = tuple(limits(document, layout))
        read = readable(document, layout)
        if not read.text:
            return Reading(document, (), (), problems, self.version)
        draft = Draft(read, sentences=self.engine.analyse(read.text), problems=problems)
        for step in self.steps:
            draft = trail.followed(draft, step.extract(draft), step.name)
        return Reading(document, *_quoting(document, draft, layout), draft.problems, self.version)


def _quoting(document: Document, draft: Draft, layout: Layout) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """Return entities and claims whose spans lie in the document's own text."""
    if not layout.ends:
        return draft.entities, draft.claims
    entities = tuple(replace(e, mentions=tuple(map(layout.original, e.mentions))) for e in draft.entities)
    names = {e.id: e.name for e in entities}
    moved = (
        replace(c, evidence=tuple(map(layout.original, c.evidence)), trace=_moved(c.trace, layout))
        for c in draft.claims
    )
    return entities, tuple(replace(c, id=claim_id(document.sha256, c, names)) for c in moved)


def _moved(trace: tuple[Origin, ...], layout: Layout) -> tuple[Origin, ...]:
    return tuple(replace(origin, spans=tuple(map(layout.original, origin.spans))) for origin in trace)


def layout_of(document: Document) -> Layout:
    """Return as much of a document's text as is read, made plain: the first `LONGEST` code points, English only."""
    return plain(document.text[:LONGEST] if document.language in (None, LANGUAGE) else "")


def readable(document: Document, layout: Layout) -> Document:
    """Return the document with its text as it is read.

    Wrapped lines, tables, markup and copy in capitals are made plain, each in its place: the text keeps its length.
    """
    text = restored(layout.text)
    return document if text == document.text else replace(document, text=text)


def limits(document: Document, layout: Layout) -> Iterator[Problem]:
    """Yield what the reader will leave out of a document."""
    if document.language not in (None, LANGUAGE):
        message = f"The text is in the language {document.language!r}; claims are read in English only."
        yield Problem(
            document.place or document.id, "claims", message, "Give an English translation as a document of its own."
        )
    elif len(document.text) > LONGEST:
        message = f"The text has {len(document.text):,} characters; claims were read in the first {LONGEST:,}."
        advice = "Split it into its reports and read them one by one."
        yield Problem(document.place or document.id, "claims", message, advice)
    for starts, what, advice in (
        (layout.foreign, "paragraph(s) in another language than English", "Give English translations of them."),
        (layout.code, "line(s) of program code", "Give the text of the report without its page's code."),
    ):
        if starts:
            message = f"No claims were read in {len(starts)} {what}, the first at character {starts[0]:,}."
            yield Problem(document.place or document.id, "claims", message, advice)


def default_steps(gazetteer: Gazetteer | None = None) -> tuple[Extractor, ...]:
    """Return the steps that read claims, in order.

    Args:
        gazetteer: Where place names are looked up; without one places are named and not placed.
    """
    placed = () if gazetteer is None else (Places(gazetteer),)
    return (
        Mentions(),
        Reference(),
        *placed,
        Times(),
        Counts(),
        SpeechStep(),
        Events(),
        Relations(),
        Learned(),
        Constructions(),
        Headings(),
        StoryTime(),
        Assemble(),
    )


def default_reader(engine: str = "bundled", gazetteer: Gazetteer | None = None) -> Reader:
    """Return a reader with the engine of that name and the default steps.

    Loading the bundled engine takes about half a second: keep the reader for many documents.

    Raises:
        UnknownNameError: If no engine has the name.
    """
    return Reader(ENGINES.make(engine), default_steps(gazetteer))

"""One small reading that the export tests share."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where

TEXT = (
    "The army said its guns hit the depot in Mirzakh, killing at least 12 traders.\n\n"
    "The Highland Front (HF), a group once led by Halvani, denied it."
)


def span_of(words: str) -> Span:
    """Return where the words stand in `TEXT`."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _mirzakh() -> Where:
    """Return where the town lies: one reading far ahead of another."""
    here = Candidate("own:7", "Mirzakh", "town", "XX", 0.875, Point(41.25, -70.5, 2500))
    there = Candidate("own:8", "Mirzakh", "town", "XX", 0.125, Point(40.0, -71.0, 2000))
    return Where("Mirzakh", candidates=(here, there))


def _entities() -> tuple[Entity, ...]:
    return (
        Entity("e1", EntityType.FORCE, ("army",), (span_of("The army"),)),
        Entity("e2", EntityType.FACILITY, ("depot in Mirzakh",), (span_of("the depot"),)),
        Entity("e3", EntityType.PLACE, ("Mirzakh",), (span_of("Mirzakh"),), _mirzakh()),
        Entity("e4", EntityType.PEOPLE, ("traders",), (span_of("traders"),)),
        Entity("e5", EntityType.GROUP, ("Highland Front", "HF"), (span_of("Highland Front"), span_of("HF"))),
        Entity("e6", EntityType.PERSON, ("Halvani",), (span_of("Halvani"),)),
    )


def _claims() -> tuple[Claim, ...]:
    shelling = (
        Argument("actor", "e1"),
        Argument("target", "e2"),
        Argument("place", "e3"),
        Argument("killed", Count(12, None, "e4", "at least 12")),
    )
    leads = (Argument("subject", "e6"), Argument("object", "e5"), Argument("ended", value=True))
    denied = (Argument("actor", "e1"), Argument("target", "e2"))
    return (
        Claim(
            "c01",
            "shelling",
            shelling,
            (span_of("its guns hit the depot in Mirzakh"), span_of("killing at least 12 traders")),
            time=When("2023-05-14"),
            source=SourceChain(("e1",)),
            confidence=0.75,
        ),
        Claim("c02", "alias", (Argument("subject", "e5"), Argument("object", "e5")), (span_of("HF"),)),
        Claim("c03", "leads", leads, (span_of("a group once led by Halvani"),)),
        Claim(
            "c04",
            "shelling",
            denied,
            (span_of("denied it"),),
            source=SourceChain(("e5",)),
            certainty=Certainty.DENIED,
            status=Status.ACTUAL,
        ),
    )


@pytest.fixture
def reading() -> Reading:
    """Return a reading with an event, an alias, an ended relation and a denial."""
    document = Document(
        id="report-7",
        text=TEXT,
        sha256=sha256_of(TEXT.encode()),
        title="Guns at Mirzakh",
        published=date(2023, 5, 15),
        outlet="Meridian Wire",
    )
    return Reading(document, _entities(), _claims(), reader="test@1")

"""Who stands how to whom in a text, on which words."""

from __future__ import annotations

import json

import pytest

from tacitus.config import Part
from tacitus.language.engine import BundledEngine
from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.span import Span
from tacitus.parts import Tools, relations_of, take
from tacitus.parts.relations import parts_of


@pytest.fixture(scope="module")
def engine() -> BundledEngine:
    """Return the package's engine."""
    return BundledEngine()


def told(text: str, engine: BundledEngine) -> set[tuple[str, str, str]]:
    """Return type, subject and object in words."""
    document = Document("a1", text, "0" * 64, language="en")
    return {(part.type, part.subject.of(text), part.object.of(text)) for part in relations_of(document, engine)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rudolf Rassendyll leads the Ruritanian Guard.",
            ("leads", "Rudolf Rassendyll", "Ruritanian Guard"),
        ),
        (
            "The Highland Front attacked the Ruritanian Guard in Zenda on Monday.",
            ("attack", "Highland Front", "Ruritanian Guard"),
        ),
        (
            "The Highland Front attacked the Ruritanian Guard in Zenda on Monday.",
            ("located", "Highland Front", "Zenda"),
        ),
        (
            "Clashes broke out between the Highland Front and the Ruritanian Guard.",
            ("clash", "Highland Front", "Ruritanian Guard"),
        ),
        (
            "The Ruritanian Liberation Army (RLA) met the envoy.",
            ("alias", "Ruritanian Liberation Army", "RLA"),
        ),
    ],
)
def test_words_for_both_ends(engine: BundledEngine, text: str, found: tuple[str, str, str]) -> None:
    """Relations, fights and places of events, each on the words that name the two."""
    assert found in told(text, engine)


ENTITIES = (
    Entity("e1", EntityType.GROUP, ("A",), (Span(0, 1), Span(40, 41))),
    Entity("e2", EntityType.GROUP, ("B",), (Span(10, 11),)),
    Entity("e3", EntityType.PLACE, ("C",), (Span(20, 21),)),
)


def made(kind: str, *args: Argument, certainty: Certainty = Certainty.STATED, status: Status = Status.ACTUAL) -> Claim:
    """Return a claim on the first thirty code points."""
    return Claim("", kind, args, (Span(0, 30),), certainty=certainty, status=status)


AIMED = (Argument("actor", "e1"), Argument("target", "e2"), Argument("place", "e3"))


@pytest.mark.parametrize(
    ("claim", "types"),
    [
        (made("attack", *AIMED), {"attack": 1, "located": 2}),
        (made("shelling", *AIMED), {"shelling": 1, "located": 1}),
        (made("attack", *AIMED, status=Status.PLANNED), {"attack": 1}),
        (made("attack", *AIMED, certainty=Certainty.DENIED), {}),
        (made("talks", Argument("actor", "e1"), Argument("actor", "e2")), {}),
        (made("clash", Argument("actor", "e1"), Argument("actor", "e2")), {"clash": 1}),
        (made("leads", Argument("subject", "e1"), Argument("object", "e2")), {"leads": 1}),
    ],
)
def test_what_a_claim_brings_together(claim: Claim, types: dict[str, int]) -> None:
    """Who strikes from afar is not where it strikes; plans put nobody anywhere; denials and talks bring nothing."""
    found = [part.type for part in parts_of((claim,), ENTITIES)]
    assert {kind: found.count(kind) for kind in found} == types


def test_the_mention_of_the_evidence_is_taken() -> None:
    """The second mention of A lies outside."""
    (part,) = parts_of((made("leads", Argument("subject", "e1"), Argument("object", "e2")),), ENTITIES)
    assert (part.subject, part.object) == (Span(0, 1), Span(10, 11))


def test_rows(engine: BundledEngine) -> None:
    """What is written is plain JSON with offsets."""
    document = Document("a1", "Rudolf Rassendyll leads the Ruritanian Guard.", "0" * 64, language="en")
    (row,) = take([document], Part.RELATIONS, Tools(lambda: engine))
    assert isinstance(row, dict)
    (span,) = [one for one in json.loads(json.dumps(row))["spans"] if one["type"] == "leads"]
    assert (span["subject"], span["object"]) == ([0, 17], [28, 44])
    assert 0 < span["confidence"] <= 1

"""Claims from frames: speaker, certainty, ids, and what is said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tacitus.extract.assemble import Assemble
from tacitus.extract.contract import Draft
from tacitus.extract.layers import Frame, Speech
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.model.span import Span
from tacitus.model.when import When

TEXT = "Kenya said Uganda denied that rebels shelled Obock. Rebels shelled Obock again and again."
DOCUMENT = Document("d", TEXT, sha256_of(TEXT.encode()), published=date(2024, 5, 9))
KENYA = Entity("e1", EntityType.STATE, ("Kenya",), (Span(0, 5),))
UGANDA = Entity("e2", EntityType.STATE, ("Uganda",), (Span(11, 17),))
REBELS = Entity("e3", EntityType.PEOPLE, ("rebels",), (Span(30, 36), Span(52, 58)))
OBOCK = Entity("e5", EntityType.PLACE, ("Obock",), (Span(45, 50),))
NIGHT = Entity("e4", EntityType.THING, ("night",))
ENTITIES = (KENYA, UGANDA, REBELS, NIGHT, OBOCK)
ARGS = (Argument("actor", "e3"), Argument("place", "e5"))
SHELLING = Frame("shelling", ARGS, Span(37, 44), 0, (Span(30, 50),), made_by="events:shell.v")
AGAIN = replace(SHELLING, trigger=Span(59, 66), sentence=1, evidence=(Span(52, 72),))
OUTER = Speech((Span(11, 50),), Span(6, 10), ("e1",))
INNER = Speech((Span(25, 50),), Span(18, 24), ("e2",), certainty=Certainty.DENIED)


def assembled(*frames: Frame, speech: tuple[Speech, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of some frames."""
    return Assemble().extract(Draft(DOCUMENT, entities=ENTITIES, frames=frames, speech=speech)).claims


def test_speakers_stand_from_the_innermost_and_give_their_certainty() -> None:
    """The shortest content is the innermost; its denial is the claim's."""
    (claim,) = assembled(SHELLING, speech=(OUTER, INNER))
    assert claim.source.speakers == ("e2", "e1")
    assert claim.certainty is Certainty.DENIED


def test_speech_elsewhere_does_not_count() -> None:
    """A claim outside of what is said is the author's own."""
    (claim,) = assembled(AGAIN, speech=(OUTER, INNER))
    assert claim.source.speakers == ()
    assert claim.certainty is Certainty.STATED


def test_hedges_in_the_words_win_over_the_cue() -> None:
    """What somebody denies that it may have happened stays possible; "rejected the allegations" is a denial."""
    (claim,) = assembled(replace(SHELLING, certainty=Certainty.POSSIBLE), speech=(INNER,))
    assert claim.certainty is Certainty.POSSIBLE
    (claim,) = assembled(replace(SHELLING, certainty=Certainty.ALLEGED), speech=(INNER,))
    assert claim.certainty is Certainty.DENIED


def test_who_passes_it_on_stands_behind() -> None:
    """Through whom it came follows who says it, each once."""
    (claim,) = assembled(SHELLING, speech=(replace(INNER, via=("e1",)), OUTER))
    assert claim.source.speakers == ("e2", "e1")


def test_what_is_said_twice_is_one_claim_with_both_quotes() -> None:
    """When type, arguments, source, certainty, status and time agree."""
    (claim,) = assembled(SHELLING, AGAIN)
    assert claim.evidence == (Span(30, 50), Span(52, 72))
    assert len(assembled(SHELLING, replace(AGAIN, certainty=Certainty.POSSIBLE))) == 2
    assert len(assembled(SHELLING, replace(AGAIN, time=When("2024-05")))) == 2
    assert len(assembled(SHELLING, AGAIN, speech=(OUTER,))) == 2


def test_claims_come_in_the_order_of_their_words() -> None:
    """Whatever the order in which the steps found them."""
    later = replace(AGAIN, type="attack")
    assert [c.type for c in assembled(later, SHELLING)] == ["shelling", "attack"]
    assert assembled(later, SHELLING) == assembled(SHELLING, later)


def test_entities_that_nothing_names_or_uses_are_dropped_and_the_rest_numbered_anew() -> None:
    """Names stay, things without a claim go, and every id in a claim is the new one."""
    done = Assemble().extract(Draft(DOCUMENT, entities=ENTITIES, frames=(SHELLING,)))
    assert [(e.id, e.name) for e in done.entities] == [
        ("e1", "Kenya"),
        ("e2", "Uganda"),
        ("e3", "rebels"),
        ("e4", "Obock"),
    ]
    assert done.claims[0].values("place") == ("e4",)


def test_those_counted_are_numbered_anew_too() -> None:
    """A count points to the entity of the document as it is handed out."""
    toll = replace(SHELLING, args=(Argument("killed", Count(2, 2, "e5")), Argument("actor", "e3")))
    (claim,) = assembled(toll)
    assert claim.values("killed") == (Count(2, 2, "e4"),)


def test_ids_are_content_hashes() -> None:
    """As the model makes them, over the names of the entities."""
    done = Assemble().extract(Draft(DOCUMENT, entities=ENTITIES, frames=(SHELLING,)))
    names = {e.id: e.name for e in done.entities}
    assert done.claims[0].id == claim_id(DOCUMENT.sha256, done.claims[0], names)
    assert done.claims[0].made_by == "events:shell.v"


def test_what_happened_does_not_lie_after_the_report() -> None:
    """An actual event is cut at the day of publication; a planned one may lie ahead."""
    week = When("2024-05-06/2024-05-12")
    (told,) = assembled(replace(SHELLING, time=week))
    (planned,) = assembled(replace(SHELLING, time=week, status=Status.PLANNED))
    assert (str(told.time), str(planned.time)) == ("2024-05-06/2024-05-09", "2024-05-06/2024-05-12")
    (later,) = assembled(replace(SHELLING, time=When("2024-06")))
    assert later.time is None

"""Which step gave what, seen from outside of the steps."""

from __future__ import annotations

from dataclasses import replace

from tacitus.extract.contract import Draft
from tacitus.extract.layers import Frame
from tacitus.extract.trail import followed, key
from tacitus.model.claim import Argument
from tacitus.model.document import Document
from tacitus.model.ontology import Certainty, Status
from tacitus.model.span import Span
from tacitus.model.when import When

RAID = Frame("attack", (Argument("actor", "e1"),), Span(8, 14), 0, (Span(0, 20),), made_by="events:raid.v")
EMPTY = Draft(Document("d1", "Gunmen raided the town.", "00"))


def test_the_first_step_that_gives_a_part_is_kept() -> None:
    """Roles, time, certainty and status that come later belong to the later step."""
    first = followed(EMPTY, replace(EMPTY, frames=(RAID,)), "events")
    more = (*RAID.args, Argument("place", "e2"))
    later = replace(RAID, args=more, time=When("2024"), certainty=Certainty.DENIED, status=Status.PLANNED)
    done = followed(first, replace(first, frames=(later,)), "learned")
    assert done.trail == {
        key(RAID, "type", "attack"): "events",
        key(RAID, "actor", "e1"): "events",
        key(RAID, "place", "e2"): "learned",
        key(RAID, "time", When("2024")): "learned",
        key(RAID, "certainty", Certainty.DENIED): "learned",
        key(RAID, "status", Status.PLANNED): "learned",
    }


def test_a_step_that_leaves_the_frames_alone_leaves_no_trail() -> None:
    """Nor does one that hands them on in another tuple."""
    first = followed(EMPTY, replace(EMPTY, frames=(RAID,)), "events")
    assert followed(first, replace(first, problems=()), "times").trail == first.trail
    assert followed(first, replace(first, frames=(*first.frames,)), "story").trail == first.trail

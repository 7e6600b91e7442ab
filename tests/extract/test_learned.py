"""What the engine adds to the rules, on sentences whose analysis is written down by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.extract.trees import draft

from tacitus.extract.learned import FILLED, ROLE, TRIGGER, UNSEEN, Learned
from tacitus.language.analysis import Linked, Scored
from tacitus.model.count import Count
from tacitus.pipeline import default_steps

if TYPE_CHECKING:
    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame

TEXT = "The army denied that it attacked Zenda."
ARMY, ATTACKED, ZENDA = 1, 5, 6


def seen(text: str, **layers: tuple[object, ...]) -> Draft:
    """Return the draft of a text as it stands before the step, with what the engine sees in its one sentence."""
    done = draft(text)
    done = replace(done, sentences=tuple(replace(s, **layers) for s in done.sentences))  # type: ignore[arg-type]
    for step in default_steps():
        if step.name == "learned":
            return done
        done = step.extract(done)
    message = "the reader has no such step"
    raise AssertionError(message)


def added(before: Draft) -> list[Frame]:
    """Return the frames that the step makes itself."""
    return [frame for frame in Learned().extract(before).frames if frame.made_by.startswith("learned:")]


def test_nothing_seen_changes_nothing() -> None:
    """Without triggers and links the frames are those of the rules."""
    before = seen(TEXT)
    assert Learned().extract(before).frames == before.frames


def test_a_relation_by_its_trigger() -> None:
    """It becomes a frame when the engine is sure of trigger, subject and object, and their types fit."""
    told = Scored(ZENDA, "located", TRIGGER + 0.1)
    ends = (Linked(ZENDA, ARMY, "subject", ROLE + 0.1), Linked(ZENDA, ZENDA, "object", ROLE + 0.1))
    before = seen(TEXT, triggers=(told, told), arguments=ends)
    frame = added(before)[0]
    names = {entity.id: entity.name for entity in before.entities}
    assert (frame.type, frame.made_by) == ("located", "learned:relations")
    assert [(arg.role, names[str(arg.value)]) for arg in frame.args] == [("subject", "army"), ("object", "Zenda")]
    assert frame.evidence[0].of(TEXT) == "it attacked Zenda"
    assert not added(seen(TEXT, triggers=(replace(told, score=TRIGGER - 0.1),), arguments=ends))
    assert not added(seen(TEXT, triggers=(replace(told, label="kin"),), arguments=ends))
    assert not added(seen(TEXT, triggers=(told,), arguments=ends[:1]))


def test_an_event_that_no_rule_reads() -> None:
    """A sure trigger with somebody in its roles; what the type lacks and what no mention fills is left out."""
    said = Scored(ZENDA, "threat", TRIGGER + 0.1)
    roles = (
        Linked(ZENDA, ARMY, "actor", ROLE + 0.1),
        Linked(ZENDA, ARMY, "org", ROLE + 0.2),
        Linked(ZENDA, ATTACKED, "target", ROLE + 0.1),
    )
    (frame,) = added(seen(TEXT, triggers=(said,), arguments=roles))
    assert frame.type == "threat"
    assert [arg.role for arg in frame.args] == ["actor"]
    assert not added(seen(TEXT, triggers=(replace(said, score=TRIGGER - 0.1),), arguments=roles))
    assert not added(seen(TEXT, triggers=(said,)))


def test_roles_that_rules_left_open() -> None:
    """A frame keeps what it has; what it lacks is added."""
    plain = seen(TEXT)
    before = seen(TEXT, arguments=(Linked(ATTACKED, ZENDA, "victim", 0.9), Linked(ATTACKED, ARMY, "instrument", 0.9)))
    rules = next(frame for frame in plain.frames if frame.type == "attack")
    both = next(frame for frame in Learned().extract(before).frames if frame.type == "attack")
    assert set(rules.args) <= set(both.args)
    assert all(not isinstance(arg.value, Count) for arg in both.args)


def test_a_second_filler_joins_a_role_when_the_engine_is_sure() -> None:
    """The rules find the front as actor; who else the engine sees there joins it from a higher bar on."""
    text = "A statement by the Zenda Front said that rebels attacked Hentzau."
    attacked, front = 9, 5
    for score, actors in ((FILLED + 0.05, 2), (FILLED - 0.05, 1)):
        before = seen(text, arguments=(Linked(attacked, front, "actor", score),))
        frame = next(frame for frame in Learned().extract(before).frames if frame.type == "attack")
        assert [arg.role for arg in frame.args].count("actor") == actors


def test_an_instrument_that_the_engine_does_not_see_is_left_out() -> None:
    """Where it knows the event and gives the instrument no chance; whatever else the rules found always stays."""
    text, struck, drones = "Drones struck a depot in Zenda.", 1, 0
    knows = (Scored(struck, "airstrike", 0.9),)
    for score, has_it in ((UNSEEN + 0.01, True), (UNSEEN - 0.01, False)):
        before = seen(text, triggers=knows, arguments=(Linked(struck, drones, "instrument", score),))
        rules = next(frame for frame in before.frames if frame.type == "airstrike")
        frame = next(frame for frame in Learned().extract(before).frames if frame.type == "airstrike")
        assert {"target", "place", "instrument"} <= {arg.role for arg in rules.args}
        assert [arg for arg in rules.args if arg.role != "instrument" or has_it] == list(frame.args)
    unknown = seen(text, arguments=(Linked(struck, drones, "instrument", UNSEEN - 0.01),))
    kept = next(f for f in Learned().extract(unknown).frames if f.type == "airstrike")
    assert set(rules.args) <= set(kept.args)

"""Which claims satisfy a condition, field by field."""

from __future__ import annotations

import pytest
from tests.ask.where.samples import view

from tacitus.ask.query import ClaimQuery, find
from tacitus.ask.where.holding import Setting, holds
from tacitus.ask.where.parse import read
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError

VIEW = view()
ALL = frozenset(row.id for row in VIEW.documents())


def _documents(text: str) -> set[str]:
    """Return the documents whose claim satisfies a condition, by looking at every claim."""
    passes = holds(read(text), Setting(VIEW))
    return {row.document.id for row in VIEW.claims() if passes(row)}


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        # words of the contract
        ("type = airstrike", "strike denial"),
        ("type in (airstrike, leads)", "strike denial leader"),
        ("type != airstrike", "shells plan leader crowd"),
        ("family = fire", "strike shells denial"),
        ("family != fire", "plan leader crowd"),
        ("kind = relation", "leader"),
        ("certainty = denied", "denial"),
        ("status in (planned, hypothetical)", "plan"),
        ("ended = yes", "leader"),
        ("ended = no and kind = relation", ""),
        # names: whole, folded, by each of their words, in one role or any
        ('actor = "tide front"', "strike denial"),
        ("actor = TF", "strike denial"),
        ('actor = "Tide Front" or object = "Tide Front"', "strike denial leader"),
        ('about = "Tide Front"', "strike denial leader"),
        ('actor in ("Tide Front", "North Guard")', "strike shells denial plan"),
        ('not actor in ("Tide Front", "North Guard")', "leader crowd"),
        ('actor != "Tide Front"', "shells plan leader crowd"),
        ("place = dura", "shells"),
        ("about = Dura", "strike shells"),
        ('place = "Port Salem"', "denial"),
        ("actor ~ guard", "shells plan"),
        ('actor ~ "Front Tide"', "strike denial"),
        ("actor ~ '\"Front Tide\"'", ""),
        ("place ~ salem", "denial"),
        ("actor is known", "strike shells denial plan"),
        ("place is unknown", "strike plan leader crowd"),
        # who says so
        ('source = "coast guard"', "strike"),
        ('speaker = "Mira Rask"', "plan"),
        ('speaker = "Harbour Wire"', "plan"),
        ('source = "Harbour Wire"', "plan"),
        ('outlet = "harbour wire"', "strike"),
        ("source = 'Tide Gazette'", "denial"),
        ("speaker is unknown", "shells denial leader crowd"),
        ("source is unknown", "shells leader crowd"),
        ("outlet ~ tide", "denial"),
        ("source ~ wire", "plan"),
        # numbers: what must be so, unless it may be
        ("killed >= 20", "strike"),
        ("killed >= 25", ""),
        ("may killed >= 25", "strike shells"),
        ("killed <= 30", "shells"),
        ("killed < 30", ""),
        ("may killed < 25", "strike shells"),
        ("may killed = 24", "strike shells"),
        ("killed = 24", ""),
        ("injured = 3", "shells"),
        ("injured in (1, 3)", "shells"),
        ("killed != 24", "strike shells denial plan leader crowd"),
        ("may killed != 24", "denial plan leader crowd"),
        ("killed is known", "strike shells"),
        ("killed is unknown", "denial plan leader crowd"),
        ("count > 119", "crowd"),
        # times: what may be so, unless it must be; without one the day of publication
        ("time in 2019-08", "strike shells"),
        ("must time in 2019-08", "strike"),
        ("time in 2019-09", "shells denial"),
        ("time in (2018, 2019-10-05)", "plan leader"),
        ("time < 2019-08", "leader"),
        ("time <= 2019-08-01", "strike leader"),
        ("must time <= 2019-08-31", "strike leader"),
        ("time > 2019-09-02", "denial plan"),
        ("must time >= 2019-08-20", "shells denial plan"),
        ("must time > 2019-08-20", "denial plan"),
        ("time = 2019-08", "strike"),
        ("time = 2019-08-01/2019-08-31", "strike"),
        ("time != 2019-08", "shells denial plan leader crowd"),
        ('time = "2019-10/.."', "plan"),
        ("time is unknown", "denial crowd"),
        # days
        ("published = 2019-09-01", "strike"),
        ("published in 2019-09", "strike shells denial plan leader"),
        ("published > 2019-09-05", "plan leader"),
        ("published >= 2019-09-05", "denial plan leader"),
        ("published < 2019-09-03", "strike"),
        ("not published >= 2019-09-03", "strike crowd"),
        ("published is unknown", "crowd"),
        ("recorded = 2026-03-01", "strike"),
        ("recorded >= 2026-03-05", "leader crowd"),
        ("recorded in 2025", ""),
        # other
        ("confidence >= 0.9", "shells"),
        ("confidence < 0.5", "denial"),
        ("confidence = 0.4", "denial"),
        ("confidence is known", "shells denial"),
        ("made_by = hand@1", "strike shells denial plan leader crowd"),
        ("made_by = HAND@1", ""),
        ("reader ~ hand", "strike shells denial plan leader crowd"),
        ("id = c0000000000000000", ""),
        ("document in (strike, plan, nothing)", "strike plan"),
        ("url = https://wire.example/7", "plan"),
        ("url ~ example", "plan"),
        ('role = "Field Commander"', "leader"),
        ("role ~ commander", "leader"),
        ("title ~ shells", "shells"),
        ('title = "shells on dura"', "shells"),
        ("author = 'n oake'", "denial"),
        ("author is known", "denial"),
        ("language is known", ""),
        ("quote ~ dura", "crowd"),
        ("quote ~ '\"port 1200 fled\"'", "crowd"),
        ("quote = 'What plan says'", "plan"),
        # joined
        ("type = airstrike and certainty = denied or kind = relation", "denial leader"),
        ("type = airstrike and (certainty = denied or kind = relation)", "denial"),
        ("not (type = airstrike or kind = relation) and not status = planned", "shells crowd"),
        ("not not type = leads", "leader"),
    ],
)
def test_conditions(text: str, documents: str) -> None:
    """A condition holds for the claims of these documents, whichever way they are found."""
    assert _documents(text) == set(documents.split())
    found = find(VIEW, ClaimQuery(where=read(text))).claims
    assert {row.document.id for row in found} == set(documents.split())


def test_negations_make_up_the_rest() -> None:
    """What does not satisfy a condition satisfies its negation."""
    for text in ("killed >= 20", "time in 2019-08", "outlet is known", "published < 2019-09-03", "place = Dura"):
        assert _documents(text) | _documents(f"not {text}") == ALL
        assert not _documents(text) & _documents(f"not {text}")


def test_the_states_of_review() -> None:
    """They come from outside; claims without one are unreviewed; without any states it is a wrong call."""
    ids = {row.document.id: row.claim.id for row in VIEW.claims()}
    states = {ids["strike"]: "accepted", ids["plan"]: "rejected", ids["crowd"]: "edited"}

    def documents(text: str) -> set[str]:
        found = find(VIEW, ClaimQuery(where=read(text)), states).claims
        passes = holds(read(text), Setting(VIEW, states=states))
        assert found == tuple(row for row in VIEW.claims() if passes(row))
        return {row.document.id for row in found}

    assert documents("review = accepted") == {"strike"}
    assert documents("review in (accepted, edited)") == {"strike", "crowd"}
    assert documents("review != rejected") == ALL - {"plan"}
    assert documents("review = unreviewed") == {"shells", "denial", "leader"}
    assert documents("review in (unreviewed, rejected)") == {"shells", "denial", "leader", "plan"}
    assert documents("review = accepted and review != accepted") == set()
    with pytest.raises(InvalidValueError, match="reviews were not given"):
        find(VIEW, ClaimQuery(where=read("review = accepted")))


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("actor = 'Tide Frond'", "Tide Front"),
        ("killed >= 3 or source = 'Harbor Wire'", "Harbour Wire"),
        ("not outlet = 'Tide Gazete'", "Tide Gazette"),
    ],
)
def test_names_that_nobody_has(text: str, near: str) -> None:
    """They are told with near spellings, wherever in the condition they stand."""
    with pytest.raises(NotRecordedError, match=near):
        find(VIEW, ClaimQuery(where=read(text)))

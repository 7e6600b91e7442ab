"""The clocks and the reviews of a dossier: as of a day, as known by a day, and the same again."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from tests.ask.dossiers import HEAD, NOON, held, made, section, texts
from tests.ask.reeds import CHANNEL, EVERY, REPRINT, REVIEW, WIRE
from tests.ledger.samples import at

from tacitus.ask.dossier import Asked, dossier
from tacitus.ledger.clock import end_of_day
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from tacitus.ask.dossier_parts import Dossier
    from tacitus.model.reading import Reading

DATED = EVERY[:4]


def test_the_same_head_gives_the_same_dossier() -> None:
    """Whatever the order in which the reports came; claims know no moment of entry."""
    first, *others = (made(order, "Reed Front") for order in permutations((WIRE, CHANNEL, REVIEW)))
    assert all(_without_moments(other) == _without_moments(first) for other in others)
    assert made(EVERY, "Reed Front") == made(EVERY, "Reed Front")


def _without_moments(found: Dossier) -> object:
    notes = [(n.number, n.quotes, n.spans, n.document.sha256, n.claim, n.state) for n in found.footnotes]
    return notes, found.sections, found.timeline, found.ties, found.basis


def test_as_of_a_day() -> None:
    """Later reports are not there: neither their leader, nor their toll, nor that it is a branch of anything."""
    found = made(EVERY, "Reed Front", Asked(HEAD, as_of=date(2024, 3, 5)))
    assert {note.document.id for note in found.footnotes} == {"wire", "reprint"}
    assert "2 articles, 1 origin tell of" in texts(found, "incidents")[0]
    assert "No report used here tells what it belongs to." in section(found, "unknowns").gaps
    assert found.basis.undated == 1
    with pytest.raises(NotRecordedError, match="Not as of 2024-01-01"):
        made(EVERY, "Reed Front", Asked(HEAD, as_of=date(2024, 1, 1)))


def test_known_by_a_moment() -> None:
    """A view of an earlier moment gives the dossier of that moment."""
    with held(WIRE) as alone, closing(MemoryStore()) as store:
        with store.writer() as writer:
            writer.record(WIRE, at(0))
            writer.record(REVIEW, at(60))
        then = dossier(store.view(at(30)), "Reed Front", Asked(HEAD))
        assert then.sections == dossier(alone, "Reed Front", Asked(HEAD)).sections
        assert len(dossier(store.view(), "Reed Front", Asked(HEAD)).footnotes) > len(then.footnotes)


def test_a_ledger_that_grows_gives_the_old_dossier_again() -> None:
    """By the day that is over: same head, same sentences, whatever was entered since, with its judgements."""
    with closing(MemoryStore()) as store:

        def made_by(day: date) -> Dossier:
            view = store.view(end_of_day(day))
            return dossier(view, "Reed Front", Asked(view.head(), known_by=day))

        def enter(reading: Reading, minute: int) -> None:
            with store.writer() as writer:
                writer.record(reading, at(minute))
            list(resolve(store, lambda: at(minute + 1)))

        enter(WIRE, 0)
        enter(REPRINT, 10)
        first = made_by(at(0).date())
        enter(REVIEW, 24 * 60)
        enter(CHANNEL, 24 * 60 + 10)
        assert made_by(at(0).date()) == first
        later = made_by(at(24 * 60).date())
        assert later.basis.head.seq > first.basis.head.seq > 0
        assert len(later.footnotes) > len(first.footnotes)


def test_review_is_shown() -> None:
    """A claim is unreviewed until a person says otherwise, and a correction is told; a name has nothing to review."""
    claim = next(c for c in REVIEW.claims if c.type == "affiliate")
    leads = next(c for c in REVIEW.claims if c.type == "leads")
    denied = next(c for c in CHANNEL.claims if c.type == "affiliate")
    judged = [
        Judgement((claim.id,), Verdict.ACCEPT, "read right", "Ada", NOON),
        Judgement((leads.id,), Verdict.EDIT, "the year is wrong", "Ada", NOON, data={"time": "2021/.."}),
        Judgement((denied.id,), Verdict.ACCEPT, "read right", "Ada", NOON),
        Judgement((denied.id,), Verdict.REJECT, "irony", "Bo", NOON + timedelta(minutes=1)),
    ]
    with held(*DATED, judged=judged) as view:
        found = dossier(view, "Reed Front", Asked(HEAD))
    (item,) = section(found, "affiliation").items
    assert item.sentence.states == ("accepted",)
    assert item.beside[0].states == ("rejected, reviewers disagree",)
    assert section(found, "incidents").items[0].sentence.states == ("unreviewed",)
    assert section(found, "names").items[0].sentence.states == ()
    assert section(found, "leadership").items[0].sentence.states == ("edited",)
    (one,) = [note for note in found.footnotes if note.claim == leads.id]
    assert (one.state, one.correction) == ("edited", '{"time": "2021/.."}')

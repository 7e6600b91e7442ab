"""What `tacitus review` prints."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.judging import Reason, taken_back
from tacitus.ask.reviewing import judged, reviewed
from tacitus.ask.worth import worth_a_look
from tacitus.config import Listing, Settings
from tacitus.ledger.memory import MemoryStore
from tacitus.model.judgement import Verdict
from tacitus.terminal.reviewing import show_history, show_queue, told
from tacitus.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store
    from tacitus.model.judgement import Judgement

REPORT = report("wire", Said("Tide Front", "Dura", time="2020-01-02", killed=3), outlet="Harbour Wire")
ID = REPORT.claims[0].id


@pytest.fixture
def store() -> Iterator[Store]:
    """Yield a ledger with one claim."""
    with closing(MemoryStore()) as opened:
        fill(opened, [(REPORT, 0)])
        yield opened


def _say(store: Store, verdict: Verdict, author: str, minute: int, *settings: str) -> Judgement:
    made = judged(store.view().claim(ID), verdict, settings, Reason("The report says so.", author, at(minute)))
    with store.writer() as writer:
        writer.judge(made)
    return made


def _printed(store: Store, capsys: pytest.CaptureFixture[str], form: Listing = Listing.TABLE) -> str:
    show_history(reviewed(store.view(), ID), form, Screen(Settings(is_plain=True)))
    return capsys.readouterr().out


def test_what_a_review_did(store: Store) -> None:
    """In one line, with what is to be read instead, and how it is taken back."""
    made = _say(store, Verdict.EDIT, "Ada", 5, "killed=9..12", "time=")
    assert told(store.view().claim(ID), made) == (
        f"{made.id}: {ID} edited to time none, killed 9 to 12 (attack: Tide Front → Dura, killed: 3 or more (Dura))."
        f" Take it back: tacitus undo {made.id}"
    )


def test_a_history(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The claim as it was read, the review that stands, then each with author, moment, reason and id."""
    assert "unreviewed; read with confidence 0.50" in _printed(store, capsys)
    first = _say(store, Verdict.EDIT, "Ada", 5, "killed=9..12")
    lines = _printed(store, capsys).splitlines()
    assert lines[0] == f"{ID} · wire · Harbour Wire · 2020-01-04"
    assert lines[1] == "attack: Tide Front → Dura, killed: 3 or more (Dura), 2020-01-02"
    assert lines[2] == "Harbour Wire (own voice): stated"
    assert lines[4:] == [
        "edited by Ada to killed 9 to 12: The report says so.",
        f"- Ada, 2026-03-01 12:05 UTC: edited to killed 9 to 12: The report says so. ({first.id})",
    ]


def test_disagreement_and_undoing(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Both reviews are listed; one that was taken back says by whom and why."""
    _say(store, Verdict.ACCEPT, "Ada", 5)
    later = _say(store, Verdict.REJECT, "Ben", 6)
    assert "rejected; reviewers disagree; read with" in _printed(store, capsys)
    (undo, *_), _ = taken_back(store.view(), later.id, Reason("hasty", "Ben", at(7)))
    with store.writer() as writer:
        writer.judge(undo)
    lines = _printed(store, capsys).splitlines()
    assert lines[4] == "accepted by Ada: The report says so."
    assert lines[-1].endswith(f"({later.id}); taken back by Ben, 2026-03-01 12:07 UTC: hasty ({undo.id})")


def test_a_history_as_json(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The claim as other lists have it, and each review."""
    made = _say(store, Verdict.EDIT, "Ada", 5, "certainty=alleged")
    out: dict[str, Any] = json.loads(_printed(store, capsys, Listing.JSON))
    assert (out["claim"]["claim"], out["claim"]["certainty"]) == (ID, "stated")
    assert out["claim"]["review"]["correction"] == {"certainty": "alleged"}
    (past,) = out["history"]
    assert (past["judgement"], past["state"], past["taken_back"]) == (made.id, "edited", None)
    assert past["correction"] == {"certainty": "alleged"}


def test_a_queue(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Each claim with its words and the command that reviews it; when all is reviewed, it says so."""
    screen = Screen(Settings(is_plain=True))
    show_queue(worth_a_look(store.view(), 5), Listing.TABLE, screen)
    out = capsys.readouterr().out
    assert f"tacitus review {ID} accept --because" in out
    assert REPORT.document.text in out
    show_queue(worth_a_look(store.view(), 5), Listing.JSON, screen)
    assert [one["claim"]["claim"] for one in json.loads(capsys.readouterr().out)] == [ID]
    _say(store, Verdict.ACCEPT, "Ada", 5)
    show_queue(worth_a_look(store.view(), 5), Listing.TABLE, screen)
    assert capsys.readouterr().out == "No claim waits for a review.\n"

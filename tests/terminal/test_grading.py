"""What `tacitus grade` and `tacitus grades` print."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.grading import Graded, graded, history, listed
from tacitus.ask.judging import Reason, taken_back
from tacitus.config import Listing, Settings
from tacitus.ledger.memory import MemoryStore
from tacitus.terminal.grading import show, show_history, told
from tacitus.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import Store

REPORT = report("wire", Said("Tide Front", "Dura"), outlet="Harbour Wire")
ID = REPORT.claims[0].id
SCREEN = Settings(is_plain=True)


@pytest.fixture
def store() -> Iterator[Store]:
    """Yield a ledger with one claim, its outlet graded, and then graded lower from a day on."""
    with closing(MemoryStore()) as opened:
        fill(opened, [(REPORT, 0)])
        _grade(opened, "Harbour Wire", "A", 5)
        _grade(opened, "Harbour Wire", "D", 6, date(2021, 1, 1))
        yield opened


def _grade(store: Store, subject: str, grade: str, minute: int, since: date | None = None) -> Graded:
    made = graded(store.view(), subject, grade, since, Reason("Two errors.", "Ada", at(minute)))
    with store.writer() as writer:
        writer.judge(made.past[0].judgement)
    return made


def test_what_a_grade_did(store: Store) -> None:
    """In one line, with its words and first day, and how it is taken back."""
    made = _grade(store, "harbour wire", "E", 7, date(2022, 1, 1))
    id_ = made.past[0].judgement.id
    assert told(made) == (
        f"{id_}: harbour wire is graded E, unreliable, for what it published from 2022-01-01 on."
        f" Take it back: tacitus undo {id_}"
    )
    assert f"{ID} is graded 3, possibly true." in told(_grade(store, ID, "3", 8))


def test_a_name_of_several_is_told(store: Store) -> None:
    """A grade is of a name; who else has it is said."""
    more = report("more", Said("Rask", "Dura"), Said("Mira Rask = Rask", "fishermen"))
    fill(store, [(more, 2)])
    made = _grade(store, "Rask", "C", 9)
    assert made.called > 1
    assert f"{made.called} entities have this name; the grade is of the name." in told(made)


def test_a_history(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Each grade with author, moment, reason; what was taken back says so; without any it is not graded."""
    first = history(store.view(), "Harbour Wire").past[0].judgement
    (undo, *_), _ = taken_back(store.view(), first.id, Reason("hasty", "Ben", at(7)))
    with store.writer() as writer:
        writer.judge(undo)
    show_history(history(store.view(), "Harbour Wire"), Listing.TABLE, Screen(SCREEN))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Harbour Wire"
    assert lines[1] == (
        f"- A, completely reliable · Ada, 2026-03-01 12:05 UTC: Two errors. ({first.id}); taken back by Ben,"
        f" 2026-03-01 12:07 UTC: hasty ({undo.id})"
    )
    assert lines[2].startswith("- D, not usually reliable, for what it published from 2021-01-01 on · Ada, ")
    show_history(history(store.view(), "Tide Front"), Listing.TABLE, Screen(SCREEN))
    assert capsys.readouterr().out == "Tide Front\nnot graded\n"
    show_history(history(store.view(), "Harbour Wire"), Listing.JSON, Screen(SCREEN))
    out = json.loads(capsys.readouterr().out)
    assert out["source"] == "Harbour Wire"
    assert [one["taken_back"] for one in out["grades"]] == [undo.id, None]


def test_all_of_them(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Sources, then claims with what they say."""
    _grade(store, ID, "3", 8)
    show(listed(store.view()), Listing.TABLE, Screen(SCREEN))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Harbour Wire"
    assert lines[3] == f"{ID} · attack: Tide Front → Dura"
    show(listed(store.view()), Listing.JSON, Screen(SCREEN))
    out = json.loads(capsys.readouterr().out)
    assert [one.get("source") or one["claim"] for one in out] == ["Harbour Wire", ID]
    show(listed(store.view(at(4))), Listing.TABLE, Screen(SCREEN))
    assert capsys.readouterr().out == "Nothing is graded.\n"

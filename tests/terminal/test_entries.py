"""Headings and closing lines of `tacitus read`."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.config import Settings
from tacitus.intake import Entry, Tally
from tacitus.ledger.contract import Outcome
from tacitus.model.document import Document
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.terminal.entries import heading, summary, watched
from tacitus.terminal.screen import Screen

LEDGER = "t.db"
BAD = Problem("gone.txt", "read", "It is not there.", "Look for it.")
LONG = Problem("d1", "claims", "It is too long.", "Split it.")


def _entry(outcome: Outcome = Outcome.NEW, *problems: Problem) -> Entry:
    document = Document("d1", "Words.", "00", title="A title", published=date(2023, 5, 15), outlet="Meridian")
    return Entry(Reading(document, (), (), problems), outcome)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.NEW, "recorded"),
        (Outcome.SAME, "already recorded"),
        (Outcome.NEW_READING, "recorded as a new reading of a known document"),
        (Outcome.RESTORED, "known from before; the latest reading again"),
    ],
)
def test_headings(outcome: Outcome, said: str) -> None:
    """Title, outlet, day, and what recording did."""
    assert heading(_entry(outcome)) == f"A title · Meridian · 2023-05-15 · {said}"


def test_a_bare_document_goes_by_its_id() -> None:
    """Nothing is made up for it."""
    assert heading(Entry(Reading(Document("d1", "Words.", "00"), (), ()), Outcome.NEW)) == "d1 · undated · recorded"


def test_everything_is_counted_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Problems of inputs and of readings are told as they come; entries pass through."""
    tally = Tally()
    results: list[Entry | Problem] = [BAD, _entry(), _entry(Outcome.SAME, LONG)]
    assert list(watched(results, tally, Screen(Settings()))) == results[1:]
    assert capsys.readouterr().err == f"Problem: {BAD}\nProblem: {LONG}\n"
    assert summary(tally, LEDGER) == "2 documents read (1 already recorded), 0 claims, 2 problems. Ledger: t.db"
    assert tally.exit_code == 1


def test_one_is_one() -> None:
    """The closing line counts in good English."""
    assert summary(Tally(documents=1, claims=1), LEDGER) == "1 document read, 1 claim. Ledger: t.db"

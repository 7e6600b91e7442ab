"""What is said of entities and judgements."""

from __future__ import annotations

from datetime import UTC, datetime

from tacitus.ask.judging import Judged
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolving import Resolved
from tacitus.terminal.deciding import Sum, summary, told

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_sum_of_nothing() -> None:
    """Nothing was left to do."""
    assert summary(Sum()) == "Everything is resolved."


def test_a_sum_with_and_without_open_pairs() -> None:
    """Open pairs are told with the command that lists them."""
    assert summary(Sum(2, 9, 3)) == "9 named entities in 2 documents, 3 joined to others."
    assert summary(Sum(2, 9, 3, 1)).endswith(", 1 pair to be decided (tacitus entities --unsure).")


def test_what_a_resolution_counts() -> None:
    """By verdict."""
    made = tuple(
        Judgement((f"n{i}", f"n{i}x"), verdict, "", "entities@1", NOW)
        for i, verdict in enumerate((Verdict.SAME, Verdict.UNSURE, Verdict.SAME))
    )
    resolved = Resolved("r1", 5, made)
    assert (resolved.joined, resolved.unsure) == (2, 1)


def test_a_judgement_tells_how_to_take_it_back() -> None:
    """With its id."""
    made = Judgement(("n1", "n2"), Verdict.DIFFERENT, "Two flags.", "Ada", NOW)
    line = told(Judged(made, ("Bay Army", "Tide Front")))
    assert line == f"{made.id}: Bay Army is not Tide Front. Take it back: tacitus undo {made.id}"

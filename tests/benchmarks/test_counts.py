"""How numbers are measured."""

from __future__ import annotations

import pytest
from benchmarks.counts import TABLE, bounds, casualties, expressions, ours, right, speed

from tacitus.language.engine import BundledEngine


@pytest.mark.parametrize(
    ("written", "expected"),
    [("12", (12, 12)), ("12+", (12, None)), ("..12", (None, 12)), ("10..15", (10, 15)), ("0", (0, 0))],
)
def test_ranges_are_read_from_the_table(written: str, expected: tuple[int | None, int | None]) -> None:
    """Exact, open on either side, or both ends."""
    assert bounds(written) == expected


def test_a_reader_is_right_when_it_gives_the_range() -> None:
    """Every number of the table is asked for once; comments are none."""
    wanted = list(expressions("# of ours\nTen of 12+ men died.\tTen|10|killed|people|-|-\t12+|12+|-|-|-|-\n"))
    assert [words for _, words, _ in wanted] == ["Ten", "12+"]
    assert right(wanted, lambda _text, words: (10, 10) if words == "Ten" else None) == 1


def test_the_grammar_reads_its_own_table() -> None:
    """All ranges of the table, each in its sentence; a floor that only rises."""
    wanted = list(expressions(TABLE.read_text("utf-8")))
    assert right(wanted, ours) == len(wanted) >= 150


def test_speed_counts_words() -> None:
    """Words are counted once, not once a run."""
    words, seconds = speed(["Ten men died.", "Two fled."])
    assert (words, seconds > 0) == (5, True)


def test_casualties_of_one_claim() -> None:
    """A number counts when it stands in the evidence; implied ones are not asked for."""
    text = "Shells killed ten men. Two nuns fled, and a cook was hurt."
    claims = [
        {"evidence": [[0, 22]], "args": {"killed": [{"min": 10, "max": 10}, {"min": 2, "max": None}]}},
        {"evidence": [[0, 22]], "args": {"injured": [{"min": 10, "max": 10}]}},
        {"evidence": [[23, 36]], "args": {"killed": [{"min": 10, "max": 10}]}},
    ]
    assert casualties([{"text": text, "claims": claims}], BundledEngine()) == (3, 2, 1)

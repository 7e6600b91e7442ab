"""The report over several documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.evaluate.conftest import TEXT, claim, document

from tacitus.evaluate.gold import Case, cases
from tacitus.evaluate.papers import Paper, paper_of, thing_in, told_in
from tacitus.evaluate.report import Measure, measure, to_object

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tacitus.evaluate.report import Report
    from tacitus.pipeline import Reader


def report(read: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Report:
    """Return the report on one document."""
    things = tuple(thing_in(entity) for entity in document()["entities"])
    found = Measure()
    found.add(*(Paper("d1", None, TEXT, things, tuple(map(told_in, claims))) for claims in (read, gold)))
    return found.report()


def test_a_denial_read_as_a_statement_is_found_and_not_full() -> None:
    """It counts for the recall of one construction and the precision of the other."""
    made = report([claim(confidence=0.8)], [claim(certainty="denied")])
    rows = {row.name: row for row in made.tables["construction"]}
    assert (rows["denied"].recall, rows["denied"].full_recall, rows["denied"].precision) == (1.0, 0.0, None)
    assert (rows["stated"].recall, rows["stated"].precision) == (None, 1.0)
    assert made.headline["certainty_accuracy"] == 0.0
    assert made.headline["hedged_f1"] == 0.0


def test_levels_leave_out_what_is_less_sure() -> None:
    """The bound is included; the gold stays whole."""
    wrong = claim(id="c2", type="attack", confidence=0.3)
    made = report([claim(confidence=0.6), wrong], [claim()])
    by_least = {level.least: (level.read, level.found["precision"], level.found["recall"]) for level in made.levels}
    assert by_least[0.0] == (2, 0.5, 1.0)
    assert by_least[0.3] == (2, 0.5, 1.0)
    assert by_least[0.4] == (1, 1.0, 1.0)
    assert by_least[0.6] == (1, 1.0, 1.0)
    assert by_least[0.7] == (0, 0.0, 0.0)
    assert made.calibration_error == 0.35


def test_tables_by_source() -> None:
    """Each side by its own entities; the commonest of the gold first."""
    said = claim(id="c2", type="abduction", args={"target": ["e4"]}, source=["e3"], evidence=[[64, 96]])
    made = report([claim()], [claim(), said, claim(id="c3", type="attack")])
    rows = [(row.name, row.gold, row.read, row.found) for row in made.tables["source"]]
    assert rows == [("own voice", 2, 1, 1), ("person", 1, 0, 0)]


def test_the_json_has_shares_beside_the_counts() -> None:
    """And says nothing where there is nothing to divide by."""
    made = to_object(report([], [claim()]))
    assert made["by_type"] == [
        {"name": "shelling", "gold": 1, "read": 0, "recall": 0.0, "precision": None, "full_recall": 0.0}
    ]
    assert made["claims"] == {"gold": 1, "read": 0}


def test_a_real_reading(reader: Reader, gold_file: Callable[..., Path]) -> None:
    """What the reader gives has the shape of gold; with a bound that nobody reaches nothing is left."""
    usable = [item for item in cases(gold_file(document())) if isinstance(item, Case)]
    read = paper_of(reader.read(usable[0].document))
    assert read.text == TEXT
    assert all(c.confidence for c in read.claims)
    assert measure(usable, reader.read).read == len(read.claims) > 0
    assert measure(usable, reader.read, 1.0).read == 0

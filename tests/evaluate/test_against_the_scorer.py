"""Our figures are those of the scorer that the gold came with.

`expected.json` is what that scorer (score_claims.py of the claim contract) says of `drawn.documents(60, 7)`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.evaluate.drawn import documents

from tacitus.evaluate.gold import Case, cases
from tacitus.evaluate.report import Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.evaluate.papers import Paper
    from tacitus.evaluate.report import Report

EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
#: Claims of each type: gold, read, found.
BY_TYPE = {
    "attack": (49, 49, 33),
    "shelling": (48, 55, 25),
    "ally": (44, 50, 31),
    "clash": (38, 34, 19),
    "talks": (38, 45, 21),
    "leads": (38, 42, 20),
    "alias": (38, 44, 24),
    "located": (37, 45, 24),
}


def papers(path: Path) -> list[Paper]:
    """Return the documents of a file, none of which is bad."""
    found = list(cases(path))
    assert all(isinstance(item, Case) for item in found)
    return [item.gold for item in found if isinstance(item, Case)]


@pytest.fixture
def report(gold_file: Callable[..., Path]) -> Report:
    """Return the report on the drawn documents."""
    gold, read = documents(60, 7)
    measure = Measure()
    pairs = zip(papers(gold_file(*read, name="read.jsonl")), papers(gold_file(*gold)), strict=True)
    for mine, right in pairs:
        measure.add(mine, right)
    return measure.report()


def test_the_headline_is_the_same(report: Report) -> None:
    """Row by row, to the last digit."""
    counts = {"documents", "claims"}
    assert dict(report.headline) == {key: value for key, value in EXPECTED.items() if key not in counts}


def test_the_counts_are_the_same(report: Report) -> None:
    """Documents and claims."""
    claims: dict[str, Any] = EXPECTED["claims"]
    assert (report.documents, report.gold, report.read) == (60, claims["gold"], claims["pred"])


def test_the_types_are_the_same(report: Report) -> None:
    """The commonest first."""
    rows = {row.name: (row.gold, row.read, row.found) for row in report.tables["type"]}
    assert rows == BY_TYPE
    assert [row.gold for row in report.tables["type"]] == sorted((n for n, _, _ in BY_TYPE.values()), reverse=True)


def test_all_claims_are_the_first_level(report: Report) -> None:
    """With nothing left out the figures are those of the headline; each level keeps fewer claims."""
    assert report.levels[0].found == report.headline["found"]
    assert report.levels[0].full == report.headline["full"]
    kept = [level.read for level in report.levels]
    assert kept == sorted(kept, reverse=True)
    assert kept[-1] < kept[0]


def test_the_tables_count_every_claim_once(report: Report) -> None:
    """By type and by source; of the constructions every claim has an event or a relation, and a certainty."""
    for title in ("type", "source"):
        rows = report.tables[title]
        assert (sum(r.gold for r in rows), sum(r.read for r in rows)) == (report.gold, report.read)
        assert sum(r.found for r in rows) == sum(r.precise for r in rows)
    rows = report.tables["construction"]
    assert sum(r.gold for r in rows if r.name in ("event", "relation")) == report.gold

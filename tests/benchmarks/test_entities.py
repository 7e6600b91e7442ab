"""How entities across documents are measured."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from benchmarks.contested import decided
from benchmarks.entities import by_band, gold_clusters, gold_reading, matched, report, resolved
from benchmarks.entities_scale import documents, run, world

from tacitus.model.entity import EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.records import Record, records

if TYPE_CHECKING:
    import pytest


def gold(document: str, *entities: tuple[str, str, list[str]]) -> dict[str, Any]:
    """Return a document of the bench whose entities all meet in one claim."""
    listed = [{"id": i, "type": kind, "names": names} for i, kind, names in entities]
    claim = {
        "id": "c1",
        "type": "talks",
        "args": {"actor": [i for i, _, _ in entities], "topic": "x"},
        "evidence": [[0, 4]],
    }
    about = {"id": document, "published": "2024-05-01"}
    return {"document": about, "text": "They met.", "entities": listed, "claims": [claim]}


TEXTS = (
    gold("d1", ("a", "group", ["Tide Front", "TF", "the rebels"]), ("b", "place", ["Port Dura"])),
    gold("d2", ("a", "group", ["the Tide Front"]), ("b", "place", ["Port Dura"]), ("c", "people", ["Rebels"])),
    gold("d3", ("a", "group", ["Tyde Front"]), ("b", "state", ["Port Dura"])),
)
READINGS = tuple(map(gold_reading, TEXTS))


def test_gold_names_that_overlap_are_one() -> None:
    """After folding, and where the kinds allow; unnamed people have no place."""
    found = gold_clusters(READINGS, ())
    assert set(found) == {"d1/a", "d1/b", "d2/a", "d2/b", "d3/a", "d3/b"}
    assert found["d1/a"] == found["d2/a"] != found["d3/a"]
    assert found["d1/b"] == found["d2/b"] == found["d3/b"]


def test_corrections_join_and_part() -> None:
    """By id; those of other sets are passed over."""
    corrections = [("same", "d3/a", "d1/a"), ("apart", "d1/b", "d3/b"), ("same", "x9/a", "d1/a")]
    found = gold_clusters(READINGS, corrections)
    assert found["d1/a"] == found["d2/a"] == found["d3/a"]
    assert found["d1/b"] == found["d2/b"] != found["d3/b"]


def test_the_programs_entities_stand_for_gold_ones_by_name() -> None:
    """A reading of gold stands for itself."""
    assert matched(READINGS, READINGS)["d2/a"] == "d2/a"


def test_what_is_joined_is_scored_by_band(capsys: pytest.CaptureFixture[str]) -> None:
    """Two joined pairs of this gold, both right."""
    every = [r for reading in READINGS[:2] for r in records(reading)]
    clusters, judgements = resolved(every)
    assert clusters["d1/a"] == clusters["d2/a"] != clusters["d1/b"]
    items = {item: item for item in clusters}
    assert report("gold", every, gold_clusters(READINGS[:2], ()), items) == judgements
    printed = capsys.readouterr().out
    assert "B-cubed precision 1.000, recall 1.000, F1 1.000" in printed
    assert "joined pairs: 2, precision 1.000" in printed


def test_bands_count_pairs_that_gold_knows() -> None:
    """A pair of the same, one of two things, one that gold has not."""
    now = datetime(2024, 1, 1, tzinfo=UTC)
    pairs = ((("k1", "k2"), 0.97), (("k1", "k3"), 0.96), (("k1", "k9"), 0.97))
    said = [Judgement(pair, Verdict.SAME, "", "entities@1", now, score) for pair, score in pairs]
    items = {"k1": "d1/a", "k2": "d2/a", "k3": "d3/a"}
    bands = by_band(said, items, {"d1/a": "one", "d2/a": "one", "d3/a": "two"})
    assert [band for band in bands if band[1]] == [(0.95, 2, 1)]


def test_a_joined_contested_pair_is_told() -> None:
    """Equal names alone are joined, unlike ones are not; the words in brackets are not the name."""

    def alone(document: str, name: str) -> tuple[Record, ...]:
        return (Record(document, "e1", EntityType.GROUP, (name,)),)

    pairs = [
        ("Tide Eagle Front", "the Tide Eagle Front"),
        ("Tide Front", "Bay Army"),
        ("Al-Zendan (Velmora)", "Al-Zendan (Karsia)"),
    ]
    assert decided(pairs, alone) == [("Tide Eagle Front", "the Tide Eagle Front", "joined")]


def test_a_made_up_world_is_resolved_well() -> None:
    """The same each time; precise, and most variants found."""
    assert world(50) == world(50)
    assert len(next(documents(world(50)))) > 5
    found = run(600)
    precision, recall, _ = found.scores
    assert found.entities > 60
    assert found.seconds > 0
    assert found.busy > 0
    assert found.memory > 0
    assert precision > 0.95
    assert recall > 0.8

"""What carrying times along the story brings, counted."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.dates import WITHOUT, scores, show
from tests.extract.plain import document
from training.confidence import load_scorer

from tacitus.export.claims_json import to_json
from tacitus.extract.contract import Draft
from tacitus.extract.story import StoryTime

if TYPE_CHECKING:
    from types import ModuleType

    from tacitus.pipeline import Reader

RAID = "Soldiers raided a camp near Zenda on Tuesday, police said.\nThe soldiers arrested two men."
SCORER = """
def same_time(a, b):
    return (a or None) == (b or None)

def judge(pred, gold):
    pairs = list(zip(range(len(pred["claims"])), range(len(gold["claims"]))))
    dated = [(p["time"], g["time"]) for p, g in zip(pred["claims"], gold["claims"])]
    counts = {"found": len(pairs), "ok_time": sum(p == g for p, g in dated)}
    counts.update(dated_gold=sum(bool(g) for _, g in dated), dated_hit=sum(bool(g) and p == g for p, g in dated))
    return {"pairs": pairs, "good": pred["claims"], "counts": counts}
"""


@pytest.fixture(scope="module")
def scorer(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return a scorer that pairs claims in order."""
    path = tmp_path_factory.mktemp("bench") / "score_claims.py"
    path.write_text(SCORER, encoding="utf-8")
    return load_scorer(path)


@pytest.mark.parametrize(("time", "kind"), [("2024-05-07", "right"), ("2024-05-08", "other"), (None, "undated")])
def test_times_of_the_story_are_told_apart(reader: Reader, scorer: ModuleType, time: str | None, kind: str) -> None:
    """By what annotators gave; times of the sentence itself are not counted."""
    about = document(RAID)
    gold: dict[str, Any] = json.loads(json.dumps(to_json(reader.read(about))))
    gold["claims"][1]["time"] = time
    draft = Draft(about, sentences=reader.engine.analyse(RAID))
    with_it = scores(scorer, [(draft, StoryTime())], {about.id: gold})
    without = scores(scorer, [(draft, WITHOUT)], {about.id: gold})
    assert (with_it[kind], without[kind], with_it["found"]) == (1, 0, 2)
    assert with_it["ok_time"] - without["ok_time"] == {"right": 1, "other": 0, "undated": -1}[kind]


def test_a_row_has_shares_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """Dated among those that annotators dated, time among all that were found."""
    show("a set", Counter(found=8, ok_time=6, dated_gold=4, dated_hit=1, right=3, undated=2))
    assert capsys.readouterr().out.split() == ["a", "set", "8", "0.250", "0.750", "3", "0", "2"]

"""Which time of the story an event has is learned from what annotators gave."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.extract.plain import document
from training.confidence import load_scorer
from training.story_time import Case, Offer, cases, fit, folds, judged, parts, read, steps_with, taken

from tacitus.export.claims_json import to_json
from tacitus.extract.contract import Draft
from tacitus.extract.story import StoryTime

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from tacitus.pipeline import Reader

RAID = "Soldiers raided a camp near Zenda on Tuesday, police said.\nThe soldiers arrested two men."


def case(number: int, *, near: bool, is_dated: bool) -> Case:
    """Return an event with one time near it and one far; annotators gave it the near one, or none."""
    offers = (
        Offer({"bias": 1.0, "near": 1.0 if near else 0.0}, is_right=is_dated and near),
        Offer({"bias": 1.0, "far": 1.0}, is_right=False),
    )
    return Case(f"d{number}", offers, is_dated)


CASES = [case(n, near=n % 3 > 0, is_dated=n % 3 > 0) for n in range(60)]


def test_what_annotators_gave_gains_weight() -> None:
    """The near time is right wherever there is one, the far one never."""
    weights = fit(CASES)
    assert weights["near"] > 1.0
    assert weights["far"] < 0.0


def test_more_examples_move_the_weights_further() -> None:
    """The penalty keeps what few texts say small."""
    assert 0.0 < fit(CASES[:12])["near"] < fit(CASES)["near"]


def test_times_that_are_taken_are_counted_by_what_annotators_gave() -> None:
    """Right, another one, and one for an event that they left undated."""
    weights = {"bias": -2.0, "near": 4.0}
    found = [case(1, near=True, is_dated=True), case(2, near=True, is_dated=False), case(3, near=False, is_dated=True)]
    assert taken(found, weights, 0.5) == (1, 0, 1)
    assert taken(found, weights, 0.1) == (1, 0, 1)
    assert taken(found, weights | {"far": -2.0}, 0.0) == (1, 1, 1)
    assert taken([Case("d", (), is_dated=True)], weights, 0.5) == (0, 0, 0)


def test_no_text_is_judged_by_weights_that_saw_it() -> None:
    """Each text is left out once; the parts are always the same."""
    held = list(folds(CASES))
    assert sorted(c.document for part, _ in held for c in part) == sorted(c.document for c in CASES)
    assert parts(f"d{n}" for n in range(60)) == parts(f"d{n}" for n in reversed(range(60)))
    assert [frozenset(c.document for c in part) for part, _ in held] == parts({c.document for c in CASES})


@pytest.fixture(scope="module")
def scorer(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return a scorer that pairs claims in order: what pairs is not the matter here."""
    path: Path = tmp_path_factory.mktemp("bench") / "score_claims.py"
    path.write_text(
        "def same_time(a, b):\n    return (a or None) == (b or None)\n\n"
        "def judge(pred, gold):\n"
        "    pairs = [(i, i) for i in range(min(len(pred['claims']), len(gold['claims'])))]\n"
        "    return {'pairs': pairs, 'good': pred['claims']}\n",
        encoding="utf-8",
    )
    return load_scorer(path)


def gold(reader: Reader, time: str | None) -> dict[str, Any]:
    """Return the annotation of the raid: the arrest has the time."""
    made: dict[str, Any] = json.loads(json.dumps(to_json(reader.read(document(RAID)))))
    made["claims"][1]["time"] = time
    return made


@pytest.mark.parametrize(("time", "right"), [("2024-05-07", [True]), ("2024-05-08", [False]), (None, [False])])
def test_an_undated_event_with_its_offers(
    reader: Reader, scorer: ModuleType, time: str | None, right: list[bool]
) -> None:
    """The raid is dated by its sentence and no case; the arrest may have its day."""
    about = document(RAID)
    draft = Draft(about, sentences=reader.engine.analyse(RAID))
    (found,) = cases(scorer, [draft], {about.id: gold(reader, time)})
    assert [offer.is_right for offer in found.offers] == right
    assert (found.document, found.is_dated) == (about.id, time is not None)


def test_the_reader_with_another_step_for_the_story(reader: Reader, scorer: ModuleType) -> None:
    """All other steps stay; the scorer sees what this reader makes."""
    draft = Draft(document(RAID), sentences=reader.engine.analyse(RAID))
    without = read(draft, steps_with(StoryTime(least=2.0)))
    assert [step.name for step in steps_with(StoryTime())] == [step.name for step in reader.steps]
    good = judged(scorer, without, gold(reader, None))["good"]
    assert [claim["time"] for claim in good] == ["2024-05-07", None]

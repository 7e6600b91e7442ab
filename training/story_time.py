"""Learn which time of the story an event told without one has, and write `extract/data/story_time.tsv`.

Usage: python -m training.story_time [--data ../shared] [--engine FOLDER]

Of every event that the reader finds undated, each time that the story offers is an example: right when annotators gave
the event this time (by the scorer of the bench), wrong when they gave it another or none. The weights are those of a
logistic regression with a penalty on their squares. Prints, cross-validated by text, how many times would be taken
right, wrong or for an undated event at each likelihood.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from training.confidence import load_scorer

from tacitus.export.claims_json import to_json
from tacitus.extract import scene as scenery
from tacitus.extract import tellings
from tacitus.extract.contract import Draft
from tacitus.extract.story import StoryTime
from tacitus.extract.story_features import features, place
from tacitus.language.engine import BundledEngine
from tacitus.model.document import Document
from tacitus.model.reading import Reading
from tacitus.pipeline import default_steps
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from numpy.typing import NDArray

    from tacitus.extract.layers import Frame
    from tacitus.model.claim import Claim

#: Weight of the penalty on squared weights: of 1, 3, 6 and 10 the two in the middle did best on texts left out.
PENALTY = 4.0
FOLDS = 10
OUT = Path("src/tacitus/extract/data/story_time.tsv")
HEAD = """\
# What speaks for and against a time of the story as that of an event told without one: feature -> weight.
# Made by training/story_time.py from the annotated training texts; holds no words of any text.
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """A time that the story offers an undated event: what holds of it, and whether annotators gave the event this one."""

    features: dict[str, float]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An event that the reader finds undated: its text, the times offered, and whether annotators dated it."""

    document: str
    offers: tuple[Offer, ...]
    is_dated: bool


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, default=None)
    options = parser.parse_args()
    bench = options.data / "bench"
    scorer = load_scorer(bench / "score_claims.py")
    found = list(cases(scorer, bench / "claims", BundledEngine(options.engine)))
    weights = fit(found)
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items())]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} undated events, {sum(c.is_dated for c in found)} dated by annotators, {len(weights)} weights")
    print("likelihood  right  other  undated")
    held_out = list(folds(found))
    for step in range(20, 65, 5):
        counts = np.sum([taken(part, learned, step / 100) for part, learned in held_out], axis=0)
        print(f"{step / 100:10.2f} {counts[0]:6} {counts[1]:6} {counts[2]:8}")


def cases(scorer: ModuleType, folder: Path, engine: BundledEngine) -> Iterator[Case]:
    """Read the training texts; yield the found events that are told without a time."""
    steps = [StoryTime(least=2.0) if step.name == "story" else step for step in default_steps()]
    gold = scorer.load(folder / "train")
    for document in read_inputs([str(folder / "train-texts.jsonl")], ReadOptions()):
        if isinstance(document, Document):
            draft = Draft(document, sentences=engine.analyse(document.text))
            for step in steps:
                draft = step.extract(draft)
            yield from _in_text(scorer, draft, gold[document.id])


def _in_text(scorer: ModuleType, draft: Draft, gold: dict[str, Any]) -> Iterator[Case]:
    reading = Reading(draft.document, draft.entities, draft.claims)
    verdict = scorer.judge(json.loads(json.dumps(to_json(reading))), gold)
    story = tellings.read(draft, scenery.scenes(draft))
    for mine, theirs in verdict["pairs"]:
        frame = _frame(draft.claims[mine], draft.frames)
        if frame is None or not tellings.is_undated(frame):
            continue
        time = gold["claims"][theirs].get("time")
        event = place(frame, story)
        offers = [
            Offer(features(event, t, story), bool(time) and scorer.same_time(t[0].when.edtf, time))
            for t in tellings.candidates(frame, story)
        ]
        yield Case(draft.document.id, tuple(offers), bool(time))


def _frame(claim: Claim, frames: Sequence[Frame]) -> Frame | None:
    """Return the frame that became a claim."""
    return next(
        (
            f
            for f in frames
            if (f.type, f.made_by) == (claim.type, claim.made_by)
            and any(e.contains(s) for e in claim.evidence for s in f.evidence)
        ),
        None,
    )


def fit(found: Sequence[Case]) -> dict[str, float]:
    """Return feature → weight, by Newton's method; the bias goes without a penalty."""
    offers = [offer for case in found for offer in case.offers]
    names = sorted({name for offer in offers for name in offer.features})
    x = np.array([[offer.features.get(name, 0.0) for name in names] for offer in offers])
    y = np.array([offer.is_right for offer in offers], float)
    penalty = np.array([0.001 if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(25):
        sure = _sigmoid(x @ weights)
        slope = x.T @ (sure - y) + penalty * weights
        curve = (x * (sure * (1 - sure))[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def _sigmoid(x: NDArray[np.float64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = 1 / (1 + np.exp(-x))
    return out


def folds(found: Sequence[Case]) -> Iterator[tuple[list[Case], dict[str, float]]]:
    """Yield each tenth of the texts with the weights learned from the others."""
    texts = sorted({case.document for case in found})
    random.Random(1).shuffle(texts)
    for number in range(FOLDS):
        out = set(texts[number::FOLDS])
        yield [c for c in found if c.document in out], fit([c for c in found if c.document not in out])


def taken(found: Sequence[Case], weights: dict[str, float], least: float) -> tuple[int, int, int]:
    """Return how many times are taken: right, other than the annotators', and for events that these left undated."""
    right = other = undated = 0
    for case in found:
        scored = [(sum(weights.get(n, 0.0) * v for n, v in o.features.items()), o.is_right) for o in case.offers]
        best, is_right = max(scored, key=lambda s: s[0], default=(-np.inf, False))
        if 1 / (1 + np.exp(-best)) >= least:
            right += is_right
            other += case.is_dated and not is_right
            undated += not case.is_dated
    return right, other, undated


if __name__ == "__main__":
    main()

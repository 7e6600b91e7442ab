"""Learn which time of the story an event told without one has, and write `extract/data/story_time.tsv`.

Usage: python -m training.story_time [--data ../shared] [--engine FOLDER]

Of every event that the reader finds undated, each time that the story offers is an example: right when annotators gave
the event this time (by the scorer of the bench), wrong when they gave it another or none. The weights are those of a
logistic regression with a penalty on their squares. Prints, for texts left out of what the weights were learned from,
how many times would be taken at each likelihood: the right one, another one, and one for an event left undated.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tacitus.export.claims_json import to_json
from tacitus.extract import scene as scenery
from tacitus.extract import tellings
from tacitus.extract.contract import Draft
from tacitus.extract.story import MARGIN, StoryTime, likelihood
from tacitus.extract.story_features import features, place
from tacitus.language.engine import BundledEngine
from tacitus.model.document import Document
from tacitus.model.reading import Reading
from tacitus.pipeline import default_steps
from tacitus.read.inputs import ReadOptions, read_inputs
from training.confidence import load_scorer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

    from tacitus.extract.contract import Extractor
    from tacitus.extract.layers import Frame
    from tacitus.model.claim import Claim

#: Weight of the penalty on squared weights: of 1, 2, 4 and 8 the likeliest for texts left out.
PENALTY = 4.0
FOLDS = 10
ROUNDS = 25  # of Newton's method, which has long converged by then
OUT = Path("src/tacitus/extract/data/story_time.tsv")
HEAD = """\
# What speaks for and against a time of the story as that of an event told without one: feature -> weight.
# Made by training/story_time.py from the annotated training texts; holds no words of any text.
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """A time that the story offers an undated event: what holds of it, and whether annotators gave it to the event."""

    features: Mapping[str, float]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An event that the reader finds undated: its document, the times offered, and whether annotators dated it."""

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
    gold = scorer.load(bench / "claims" / "train")
    found = list(cases(scorer, analysed(bench / "claims" / "train-texts.jsonl", options.engine), gold))
    weights = fit(found)
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items())]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} undated events, {sum(c.is_dated for c in found)} dated by annotators, {len(weights)} weights")
    print("likelihood  right  other  undated")
    held_out = list(folds(found))
    for step in range(20, 65, 5):
        right, other, undated = np.sum([taken(part, learned, step / 100) for part, learned in held_out], axis=0)
        print(f"{step / 100:10.2f} {right:6} {other:6} {undated:8}")


def analysed(path: Path, engine: Path | None) -> Iterator[Draft]:
    """Yield the documents of a file as the first step gets them."""
    loaded = BundledEngine(engine)
    for document in read_inputs([str(path)], ReadOptions()):
        if isinstance(document, Document):
            yield Draft(document, sentences=loaded.analyse(document.text))


def read(draft: Draft, steps: Iterable[Extractor]) -> Draft:
    """Return a draft as the last step leaves it."""
    for step in steps:
        draft = step.extract(draft)
    return draft


def steps_with(story: StoryTime) -> tuple[Extractor, ...]:
    """Return the steps of the reader with another step for the times of the story."""
    return tuple(story if step.name == story.name else step for step in default_steps())


def cases(scorer: ModuleType, drafts: Iterable[Draft], gold: Mapping[str, Any]) -> Iterator[Case]:
    """Yield the events that annotators made too and that their sentence tells without a time."""
    steps = steps_with(StoryTime(least=2.0))
    for draft in drafts:
        yield from _in_text(scorer, read(draft, steps), gold[draft.document.id])


def judged(scorer: ModuleType, draft: Draft, gold: Mapping[str, Any]) -> dict[str, Any]:
    """Return the scorer's verdict on the claims of a draft."""
    reading = Reading(draft.document, draft.entities, draft.claims)
    verdict: dict[str, Any] = scorer.judge(json.loads(json.dumps(to_json(reading))), gold)
    return verdict


def _in_text(scorer: ModuleType, draft: Draft, gold: Mapping[str, Any]) -> Iterator[Case]:
    story = tellings.read(draft, scenery.scenes(draft))
    for mine, theirs in judged(scorer, draft, gold)["pairs"]:
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
    alike = (f for f in frames if (f.type, f.made_by) == (claim.type, claim.made_by))
    return next((f for f in alike if any(e.contains(s) for e in claim.evidence for s in f.evidence)), None)


def fit(found: Sequence[Case]) -> dict[str, float]:
    """Return feature → weight, by Newton's method; the bias goes without a penalty."""
    offers = [offer for case in found for offer in case.offers]
    names = sorted({name for offer in offers for name in offer.features})
    x = np.array([[offer.features.get(name, 0.0) for name in names] for offer in offers])
    right = np.array([offer.is_right for offer in offers], float)
    penalty = np.array([0.001 if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (sure - right) + penalty * weights
        weights -= np.linalg.solve((x * (sure * (1 - sure))[:, None]).T @ x + np.diag(penalty), slope)
    return dict(zip(names, weights.tolist(), strict=True))


def folds(found: Sequence[Case]) -> Iterator[tuple[list[Case], dict[str, float]]]:
    """Yield the cases of each tenth of the texts with the weights learned from the others."""
    for out in parts({case.document for case in found}):
        yield [c for c in found if c.document in out], fit([c for c in found if c.document not in out])


def parts(documents: Iterable[str]) -> list[frozenset[str]]:
    """Return documents in ten parts, always the same ones."""
    texts = sorted(documents)
    order = np.random.default_rng(1).permutation(len(texts)).tolist()
    return [frozenset(texts[i] for i in order[number::FOLDS]) for number in range(FOLDS)]


def taken(found: Sequence[Case], weights: Mapping[str, float], least: float) -> tuple[int, int, int]:
    """Return how many times are taken: right, other than the annotators', and for events that these left undated."""
    right = other = undated = 0
    for case in found:
        scored = sorted(((likelihood(o.features, weights), o.is_right) for o in case.offers), reverse=True)
        if scored and scored[0][0] >= least and (len(scored) < 2 or scored[0][0] - scored[1][0] >= MARGIN):
            is_right = scored[0][1]
            right += is_right
            other += case.is_dated and not is_right
            undated += not case.is_dated
    return right, other, undated


if __name__ == "__main__":
    main()

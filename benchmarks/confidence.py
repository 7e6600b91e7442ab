"""Whether the confidence of a claim means something, and what a reading for high precision gives.

Usage: python -m benchmarks.confidence [--data ../shared] [--set claims/dev] [--engine FOLDER]

Of all claims, the unsure ones that a usual reading leaves out among them: confidence beside the share that annotators
made too ("found" by the scorer of the bench), in ten bins; the expected calibration error, which is the mean distance
of the two, weighed by claims (Naeini, Cooper and Hauskrecht 2015); and precision and recall at each `--min-confidence`.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.ablation_claims import read, unweighed
from training.confidence import load_scorer

from tacitus.evaluate.calibration import bins, expected_error
from tacitus.export.claims_json import to_json
from tacitus.extract.confidence import LEAST
from tacitus.language.engine import BundledEngine
from tacitus.model.document import Document
from tacitus.pipeline import default_steps
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from tacitus.model.reading import Reading

BARS = sorted({0.0, LEAST, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9})


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of ours.

    Attributes:
        confidence: How sure the reader is, [0, 1].
        is_found: Whether annotators made it too.
        is_denial: Whether it is a denial: a usual reading keeps these, however unsure.
    """

    confidence: float
    is_found: bool
    is_denial: bool = False


def scored(claims: Iterable[Judged]) -> list[tuple[float, bool]]:
    """Return how sure each claim is and whether it was found, as `tacitus.evaluate.calibration` takes them."""
    return [(one.confidence, one.is_found) for one in claims]


def at_bar(claims: Iterable[Judged], least: float, wanted: int) -> tuple[int, float, float]:
    """Return number, precision and recall of the claims at least so sure.

    Args:
        claims: All claims.
        least: The bar; a denial passes at the usual bar and below, as in the reader.
        wanted: Number of claims that annotators made.
    """
    kept = [one for one in claims if one.confidence >= least or (one.is_denial and least <= LEAST)]
    right = sum(one.is_found for one in kept)
    return len(kept), right / max(len(kept), 1), right / max(wanted, 1)


def judged(scorer: ModuleType, readings: Iterable[Reading], gold: dict[str, Any]) -> Iterator[Judged]:
    """Yield the claims of readings."""
    for reading in readings:
        verdict = scorer.judge(json.loads(json.dumps(to_json(reading))), gold[reading.document.id])
        found = {mine for mine, _ in verdict["pairs"]}
        for at, claim in enumerate(verdict["good"]):
            yield Judged(claim["confidence"], at in found, claim["certainty"] == "denied")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--set", default="claims/dev", help="claims/dev, claims/train, claims/seed or probes")
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    bench = options.data / "bench"
    scorer = load_scorer(bench / "score_claims.py")
    gold = scorer.load(bench / options.set)
    engine, steps = BundledEngine(options.engine), default_steps()
    items = read_inputs([str(bench / f"{options.set}-texts.jsonl")], ReadOptions())
    texts = [(item, engine.analyse(item.text)) for item in items if isinstance(item, Document)]
    everything = list(judged(scorer, (read(*one, unweighed(steps)) for one in texts), gold))
    usual = list(judged(scorer, (read(*one, steps) for one in texts), gold))
    print("| confidence | claims | mean | found |\n| --- | --- | --- | --- |")
    for one in bins(scored(usual)):
        print(f"| {one.low:.1f} | {one.claims} | {one.confidence:.3f} | {one.found:.3f} |")
    print(f"\nexpected calibration error: {expected_error(scored(usual)):.3f} of the usual reading, ", end="")
    print(f"{expected_error(scored(everything)):.3f} of every claim\n")
    print("| --min-confidence | claims | precision | recall |\n| --- | --- | --- | --- |")
    wanted = sum(len(one["claims"]) for one in gold.values())
    for bar in BARS:
        size, precision, recall = at_bar(everything, bar, wanted)
        print(f"| {bar:.2f} | {size} | {precision:.3f} | {recall:.3f} |")


if __name__ == "__main__":
    main()

"""Learn how often annotators made the claims that each rule makes, and write `extract/data/confidence.tsv`.

Usage: python -m training.confidence [--data ../shared] [--engine FOLDER]

The scorer of the bench decides which claims are found. Counts are smoothed: a key leans with the weight of `PRIOR`
claims on the next more general one. Prints the threshold at which the F1 of found claims is highest.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from tacitus.export.claims_json import to_json
from tacitus.extract import confidence
from tacitus.extract.assemble import Assemble
from tacitus.extract.contract import Draft
from tacitus.language.engine import BundledEngine
from tacitus.model.document import Document, sha256_of
from tacitus.model.reading import Reading
from tacitus.pipeline import default_steps
from tacitus.read.inputs import ReadOptions, read_inputs
from training.prepare import OWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from numpy.typing import NDArray

    from tacitus.model.claim import Claim

PRIOR = 6.0
DISCOUNT = 0.6
#: The engine and many rules know the training texts, so that their claims are surer there than elsewhere: all weights
#: are made smaller by this, chosen on claims/dev with an earlier engine: the calibration error fell from .11 to .05.
TEMPER = 0.65
LEAST_SEEN = 4
OUT = Path("src/tacitus/extract/data/confidence.tsv")
HEAD = """\
# How often annotators made the claims of a rule: type|rule|roles filled, type|rule, or type -> share, smoothed.
# Made by training/confidence.py from the annotated training texts and our reports; holds counts only, no words.
"""


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, default=None)
    options = parser.parse_args()
    scorer = load_scorer(options.data / "bench" / "score_claims.py")
    judged, wanted = judge(
        scorer, tuple(texts(options.data / "bench" / "claims" / "train-texts.jsonl", scorer)), options.engine
    )
    table = shares(judged)
    weights = fit(judged, table)
    rows = {**table, **dict(zip((confidence.BIAS, confidence.RULE, confidence.ENGINE), weights, strict=True))}
    lines = [f"{key}\t{share:.3f}" for key, share in sorted(rows.items())]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(judged)} claims, {sum(j.found for j in judged)} found, {len(table)} keys, weights {weights.round(2)}")
    print("threshold  precision  recall  F1 of found claims")
    for step in range(0, 60, 4):
        print_threshold(judged, predicted(judged, table, weights), wanted, step / 100)


class Judged(NamedTuple):
    """A claim that the reader made: its rule, how many roles it fills, the engine's score, and whether it is right."""

    type: str
    rule: str
    roles: int
    support: float
    found: bool


def load_scorer(path: Path) -> ModuleType:
    """Return the bench's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_claims", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(press: Path, scorer: ModuleType) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Yield the annotated texts of the press, then our own reports, each with its annotated claims."""
    gold = scorer.load(press.parent / "train")
    for document in read_inputs([str(press)], ReadOptions()):
        if isinstance(document, Document):
            yield document, gold[document.id]
    for line in OWN.read_text("utf-8").splitlines():
        record = json.loads(line)
        about, text = record["document"], record["text"]
        day = date.fromisoformat(about["published"]) if about.get("published") else None
        yield Document(about["id"], text, sha256_of(text.encode()), title=about.get("title"), published=day), record


def judge(
    scorer: ModuleType, known: Sequence[tuple[Document, dict[str, Any]]], engine: Path | None
) -> tuple[list[Judged], int]:
    """Read annotated texts; return every claim judged, and the number of annotated claims."""
    loaded = BundledEngine(engine)
    steps = (*default_steps()[:-1], Assemble(least=0.0))
    out: list[Judged] = []
    for document, gold in known:
        draft = Draft(document, sentences=loaded.analyse(document.text))
        for step in steps:
            draft = step.extract(draft)
        reading = Reading(document, draft.entities, draft.claims)
        verdict = scorer.judge(json.loads(json.dumps(to_json(reading))), gold)
        found = {i for i, _ in verdict["pairs"]}
        out += [
            Judged(c.type, c.made_by, confidence.roles(c.args, c.time, c.anchor), _support(c, draft), i in found)
            for i, c in enumerate(draft.claims)
        ]
    return out, sum(len(gold["claims"]) for _, gold in known)


def _support(claim: Claim, draft: Draft) -> float:
    """Return the engine's best score for the type of a claim on a word of its evidence."""
    scores = (
        t.score
        for s in draft.sentences
        for t in s.triggers
        if t.label == claim.type and any(e.contains(s.tokens[t.token].span) for e in claim.evidence)
    )
    return max(scores, default=0.0)


def fit(judged: list[Judged], table: dict[str, float]) -> NDArray[np.float64]:
    """Return bias and weights of a logistic regression over the rule's share and the engine's score.

    The engine was taught by the same texts, so its scores are better here than elsewhere: its weight is discounted,
    the other two are fitted again beside it, and all three are tempered.
    """
    features, found = _features(judged, table), np.array([j.found for j in judged], float)
    weights = _regress(features, found, np.zeros(3), np.ones(3))
    weights[2] *= DISCOUNT
    return TEMPER * _regress(features, found, weights, np.array([1.0, 1.0, 0.0]))


def _regress(
    features: NDArray[np.float64], found: NDArray[np.float64], weights: NDArray[np.float64], free: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights after gradient descent; those whose `free` is 0 stay."""
    weights = weights.copy()
    for _ in range(4000):
        wrong = 1 / (1 + np.exp(-features @ weights)) - found
        weights -= 0.2 * free * (features.T @ wrong / len(found) + 1e-3 * weights)
    return weights


def _features(judged: list[Judged], table: dict[str, float]) -> NDArray[np.float64]:
    shares_of = (table[confidence.keys(j.type, j.rule, j.roles)[0]] for j in judged)
    return np.array([[1.0, confidence.logit(s), j.support] for s, j in zip(shares_of, judged, strict=True)])


def predicted(judged: list[Judged], table: dict[str, float], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the confidence of every claim."""
    sure: NDArray[np.float64] = 1 / (1 + np.exp(-_features(judged, table) @ weights))
    return sure


def shares(judged: list[Judged]) -> dict[str, float]:
    """Return key to smoothed share of found claims."""
    seen: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    parents: dict[str, str] = {}
    for kind, rule, roles, _, found in judged:
        keys = confidence.keys(kind, rule, roles)
        parents |= dict(pairwise(keys))
        for key in keys:
            seen[key] += 1
            hit[key] += found
    overall = sum(j.found for j in judged) / max(1, len(judged))
    out: dict[str, float] = {}
    for key in sorted(seen, key=lambda k: k.count("|")):
        if key in parents and seen[key] < LEAST_SEEN:
            out[key] = out[parents[key]]
            continue
        prior = out[parents[key]] if key in parents else overall
        out[key] = (hit[key] + PRIOR * prior) / (seen[key] + PRIOR)
    return out


def print_threshold(judged: list[Judged], sure: NDArray[np.float64], wanted: int, least: float) -> None:
    """Print the scores of found claims when those below `least` are left out."""
    kept = [j.found for j, p in zip(judged, sure, strict=True) if p >= least]
    precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / wanted
    print(f"{least:9.2f} {precision:10.3f} {recall:7.3f} {2 * precision * recall / (precision + recall):7.4f}")


if __name__ == "__main__":
    main()

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
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tacitus.export.claims_json import to_json
from tacitus.extract import confidence
from tacitus.extract.assemble import Assemble
from tacitus.language.engine import BundledEngine
from tacitus.pipeline import Reader, default_steps
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from types import ModuleType

PRIOR = 6.0
OUT = Path("src/tacitus/extract/data/confidence.tsv")
HEAD = """\
# How often annotators made the claims of a rule: type|rule|roles filled, type|rule, or type -> share, smoothed.
# Made by training/confidence.py from the annotated training texts; holds counts only, no words of any text.
"""


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, default=None)
    options = parser.parse_args()
    scorer = load_scorer(options.data / "bench" / "score_claims.py")
    judged, wanted = judge(scorer, options.data / "bench" / "claims", options.engine)
    table = shares(judged)
    lines = [f"{key}\t{share:.3f}" for key, share in sorted(table.items())]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(judged)} claims, {sum(found for *_, found in judged)} found, {len(table)} keys")
    print("threshold  precision  recall  F1 of found claims")
    for step in range(0, 40, 3):
        print_threshold(judged, table, wanted, step / 100)


Judged = tuple[str, str, int, bool]


def load_scorer(path: Path) -> ModuleType:
    """Return the bench's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_claims", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(scorer: ModuleType, folder: Path, engine: Path | None) -> tuple[list[Judged], int]:
    """Read the training texts; return (type, rule, roles, found) of every claim, and the number of annotated claims."""
    reader = Reader(BundledEngine(engine), (*default_steps()[:-1], Assemble(least=0.0)))
    gold = scorer.load(folder / "train")
    out: list[Judged] = []
    for document in read_inputs([str(folder / "train-texts.jsonl")], ReadOptions()):
        if not hasattr(document, "sha256"):
            continue
        reading = reader.read(document)
        prediction: dict[str, Any] = json.loads(json.dumps(to_json(reading)))
        verdict = scorer.judge(prediction, gold[document.id])
        found = {i for i, _ in verdict["pairs"]}
        out += [(c.type, c.made_by, confidence.roles(c.args), i in found) for i, c in enumerate(reading.claims)]
    return out, sum(len(g["claims"]) for g in gold.values())


def shares(judged: list[Judged]) -> dict[str, float]:
    """Return key to smoothed share of found claims."""
    seen: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    parents: dict[str, str] = {}
    for kind, rule, roles, found in judged:
        keys = confidence.keys(kind, rule, roles)
        parents |= dict(pairwise(keys))
        for key in keys:
            seen[key] += 1
            hit[key] += found
    overall = sum(found for *_, found in judged) / max(1, len(judged))
    out: dict[str, float] = {}
    for key in sorted(seen, key=lambda k: k.count("|")):
        prior = out[parents[key]] if key in parents else overall
        out[key] = (hit[key] + PRIOR * prior) / (seen[key] + PRIOR)
    return out


def print_threshold(judged: list[Judged], table: dict[str, float], wanted: int, least: float) -> None:
    """Print the scores of found claims when those below `least` are left out."""
    kept = [f for k, r, n, f in judged if table[confidence.keys(k, r, n)[0]] >= least]
    precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / wanted
    print(f"{least:9.2f} {precision:10.3f} {recall:7.3f} {2 * precision * recall / (precision + recall):7.4f}")


if __name__ == "__main__":
    main()

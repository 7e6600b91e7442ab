"""Stage 4: measure an exported model on gold tokens, through the same code that the package runs.

Usage: python -m training.score [--build build] [--engine build/engine]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.language import files
from tacitus.language.parse import Parser
from training import example
from training.example import Pairs
from training.score_pairs import PairCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.language.analysis import Name
    from training.example import Example

_NAME_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--engine", type=Path, default=Path("build/engine"))
    parser.add_argument("--sets", nargs="+", default=["test-ewt", "test-gum", "dev-claims"])
    options = parser.parse_args()
    began = time.perf_counter()
    loaded = Parser(files.load(options.engine))
    print(f"load {time.perf_counter() - began:.2f} s")
    for name in options.sets:
        score(loaded, name, list(example.read(options.build / f"{name}.jsonl.gz")))


def score(parser: Parser, name: str, examples: Sequence[Example]) -> None:
    """Print tags, trees, stretches and pairs of one set, and the speed."""
    counts: Counter[str] = Counter()
    stretches = {"names": Stretches(), "mentions": Stretches()}
    pairs = {"roles": PairCounts(), "arguments": PairCounts()}
    began = time.perf_counter()
    parses = [parser.parse(one.words) for one in examples]
    seconds = time.perf_counter() - began
    for one, parse in zip(examples, parses, strict=True):
        if one.heads:
            heads = [head - 1 for head in one.heads]
            counts["words"] += len(heads)
            counts["UPOS"] += _equal(one.tags["upos"], parse.upos)
            counts["XPOS"] += _equal(one.tags["xpos"], parse.xpos)
            counts["UAS"] += _equal(heads, parse.heads)
            gold = list(zip(heads, one.relations, strict=True))
            counts["LAS"] += _equal(gold, list(zip(parse.heads, parse.relations, strict=True)))
        for head, found in stretches.items():
            if one.tags.get(head):
                found.add(one.tags[head], parse.names if head == "names" else parse.mentions)
        for head, counted in pairs.items():
            counted.add(one.pairs.get(head, Pairs((), ())), getattr(parse, head))
    print(f"{name}: {sum(len(one.words) for one in examples) / seconds:.0f} words/s")
    if counts["words"]:
        print("  " + "  ".join(f"{key} {counts[key] / counts['words']:.4f}" for key in ("UPOS", "XPOS", "UAS", "LAS")))
    for head, found in (*stretches.items(), *pairs.items()):
        found.report(head)


class Stretches:
    """Counts of gold, predicted and common stretches by kind; stretches that touch an unlabelled word do not count."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.common: Counter[str] = Counter()

    def add(self, labels: Sequence[str | None], predicted: Iterable[Name]) -> None:
        """Count one sentence."""
        gold = _stretches(labels)
        mine = {(n.start, n.end, n.kind) for n in predicted if None not in labels[n.start : n.end]}
        self.gold.update(kind for *_, kind in gold)
        self.found.update(kind for *_, kind in mine)
        self.common.update(kind for *_, kind in gold & mine)

    def report(self, head: str) -> None:
        """Print precision, recall and F1, in all and by kind."""
        total = sum(self.gold.values())
        if not total:
            return
        both, found = sum(self.common.values()), max(1, sum(self.found.values()))
        kinds = "  ".join(f"{k} {2 * self.common[k] / (self.gold[k] + self.found[k]):.3f}" for k in sorted(self.gold))
        print(f"  {head}: P {both / found:.4f} R {both / total:.4f} F1 {2 * both / (found + total):.4f}  {kinds}")


def _stretches(labels: Sequence[str | None]) -> set[tuple[int, int, str]]:
    """Return the stretches of BIO labels."""
    found: set[tuple[int, int, str]] = set()
    for start, label in enumerate(labels):
        if label and label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end] == f"I-{label[2:]}":
                end += 1
            found.add((start, end, _NAME_KINDS.get(label[2:], label[2:])))
    return found


def _equal(gold: Iterable[object], mine: Iterable[object]) -> int:
    """Return at how many places two sequences agree."""
    return sum(a == b for a, b in zip(gold, mine, strict=True))


if __name__ == "__main__":
    main()

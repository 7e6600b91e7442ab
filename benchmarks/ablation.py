"""What each head, corpus and the case shapes bring: short trainings that each leave one thing out.

Usage: python -m benchmarks.ablation ROW --wheel WHEEL [--build build] [--steps 300] [--out FILE]

Each row trains from the base weights for the same number of steps, then measures on the prepared dev sets: accuracy of
tags and trees, F1 of what is labelled, mean absolute error of factuality. `--out` appends the row to a table.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from training.batches import IGNORED, epoch
from training.model import relation_logits
from training.train import Plan, begin, fit

from training import example

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.batches import Batch, Collator
    from training.example import Example
    from training.model import Model


@dataclass(frozen=True, slots=True)
class Row:
    """What one training leaves out.

    Attributes:
        heads: Names of heads.
        corpora: Sources of examples.
        has_shapes: Whether words carry their case shape.
    """

    heads: tuple[str, ...] = ()
    corpora: tuple[str, ...] = ()
    has_shapes: bool = True


ROWS = {
    "all": Row(),
    "no-case": Row(has_shapes=False),
    "no-roles": Row(heads=("roles",)),
    "no-claim-pairs": Row(heads=("arguments", "links")),
    "no-speech": Row(heads=("cues", "sources", "contents")),
    "no-triggers": Row(heads=("triggers", "factuality", "arguments")),
    "no-gum": Row(corpora=("gum",)),
    "no-own-gold": Row(corpora=("claims",)),
    "no-reports": Row(corpora=("reports",)),
    "no-name-corpora": Row(corpora=("wikigold", "re3d")),
}
SETS = ("dev-ewt", "dev-gum", "dev-claims")


def main() -> None:
    """Train and measure one row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("row", choices=sorted(ROWS))
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    row = ROWS[options.row]
    labels = json.loads((options.build / "labels.json").read_text("utf-8"))
    labels = {name: known for name, known in labels.items() if name not in row.heads}
    examples = [one for one in example.read(options.build / "train.jsonl.gz") if one.source not in row.corpora]
    with tempfile.TemporaryDirectory() as folder:
        model, collator = begin(options.wheel, Path(folder), labels)
        model.encoder.shapes.weight.requires_grad_(row.has_shapes)
        fit(model, collator, examples, Plan(options.steps, Path(folder)))
    found = {name: measure(model.eval(), collator, list(_read(options.build, name))) for name in SETS}
    line = json.dumps({"row": options.row, "steps": options.steps, **found})
    print(line)
    if options.out:
        with options.out.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def _read(build: Path, name: str) -> Iterable[Example]:
    return example.read(build / f"{name}.jsonl.gz")


@torch.no_grad()
def measure(model: Model, collator: Collator, examples: Sequence[Example]) -> dict[str, float]:
    """Return the figures of one set: UPOS, UAS, LAS, F1 of each head of labels, error of factuality."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for group in epoch(examples, random.Random(0)):  # noqa: S311 - batches, no secret
        batch = collator.batch(group)
        outputs = model(*batch.inputs)
        first = len(model.heads)
        last = first + len(model.pair_heads)
        for tag, logits in zip(model.heads, outputs[:first], strict=True):
            count_ = _distance if tag.is_number else _accuracy if tag.name in {"upos", "xpos"} else _agreement
            count_(counts[tag.name], logits.squeeze(-1) if tag.is_number else logits.argmax(-1), batch.tags[tag.name])
        for pair, logits in zip(model.pair_heads, outputs[first:last], strict=True):
            _agreement(counts[pair.name], logits.argmax(2), batch.pairs[pair.name])
        _trees(counts, outputs[last:], batch)
    numbers = {head.name for head in model.heads if head.is_number}
    return {
        name: _figure(name in {*numbers, "upos", "xpos", "UAS", "LAS"}, *count)
        for name, count in counts.items()
        if count[2]
    }


def _figure(is_mean: bool, right: float, mine: float, gold: float) -> float:  # noqa: FBT001 - of two kinds of counts
    """Return a mean, or F1."""
    return round(right / gold if is_mean else 2 * right / (mine + gold), 4)


def _trees(counts: dict[str, list[float]], outputs: Sequence[torch.Tensor], batch: Batch) -> None:
    arcs, rows, columns = outputs
    heads = arcs.masked_fill(~batch.words[:, None, :], -1e4).argmax(-1)
    relations = relation_logits(rows, columns, batch.heads.clamp(min=0)).argmax(-1)
    _accuracy(counts["UAS"], heads, batch.heads)
    is_both = torch.where(heads == batch.heads, relations, -1)
    _accuracy(counts["LAS"], is_both, batch.relations)


def _accuracy(count: list[float], mine: torch.Tensor, gold: torch.Tensor) -> None:
    known = gold != IGNORED
    count[0] += float((mine[known] == gold[known]).sum())
    count[2] += float(known.sum())


def _agreement(count: list[float], mine: torch.Tensor, gold: torch.Tensor) -> None:
    """Count labels other than the first, which says that there is none."""
    known = gold != IGNORED
    mine, gold = mine[known], gold[known]
    count[0] += float(((mine == gold) & (gold > 0)).sum())
    count[1] += float((mine > 0).sum())
    count[2] += float((gold > 0).sum())


def _distance(count: list[float], mine: torch.Tensor, gold: torch.Tensor) -> None:
    known = gold != IGNORED
    count[0] += float((mine[known] - gold[known]).abs().sum())
    count[2] += float(known.sum())


if __name__ == "__main__":
    main()

"""Stage 1: read the corpora and write `train.jsonl.gz`, `dev-*.jsonl.gz`, `test-*.jsonl.gz` and `labels.json`.

Usage: python -m training.prepare [--data ../shared] [--build build] [--engine FOLDER] [--labels labels.json]
    [--share 1.0]

The engine analyses the annotated claims, where the trigger of a claim is chosen by syntax too; its analyses are kept in
`analyses.jsonl.gz`, and are used again where no engine is at hand.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from training import corpora, example, factuality
from training.analyses import Analyses, find_engine
from training.claims import claims
from training.ecbplus import unarmed
from training.heads import PAIR_HEADS, TAG_HEADS, VALUE, TagHead
from training.re3d import re3d
from training.reports import reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.example import Example

SEED = 20261122

_CLAIMS_COPIES = 2
_OWN_COPIES = 1
_MEANTIME_COPIES = 2
"""The annotated claims and MEANTIME are few beside the treebanks, so each epoch sees them more than once; the reports
that we wrote ourselves are many by now, and tell more in fewer words than those of the press."""

OWN = Path(__file__).parent / "annotated.jsonl"
"""Reports written and annotated for this project."""


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    parser.add_argument("--labels", type=Path, help="label lists of the weights that the training begins with")
    parser.add_argument("--share", type=float, default=1.0, help="share of the sentences with trees that is kept")
    options = parser.parse_args()
    options.build.mkdir(parents=True, exist_ok=True)
    analyses = Analyses(options.build / "analyses.jsonl.gz", find_engine(options.engine))
    prepare(options.data, options.build, analyses, Second(options.labels, options.share))
    analyses.save()


@dataclass(frozen=True, slots=True)
class Second:
    """What differs when earlier weights are taught on.

    Attributes:
        labels: Label lists of those weights; None when they are read off the data.
        share: Share of the sentences with trees that is kept, (0, 1]: weights that know syntax need fewer of them.
    """

    labels: Path | None = None
    share: float = 1.0


def prepare(data: Path, build: Path, analyses: Analyses, second: Second) -> None:
    """Read everything under `data` and write the prepared sets into `build`."""
    train_folder, claim_folder = data / "data" / "train", data / "bench" / "claims"
    surely = train_folder / "factuality"
    meantime = list(factuality.read(surely / "MEANTIME_train.jsonl.gz"))
    train = list(
        chain(
            factuality.teach(
                corpora.ewt(train_folder / "ewt", "train"),
                factuality.read(surely / "UDS_IH2_train.jsonl.gz"),
                "uds",
            ),
            *[factuality.teach((), meantime, "meantime") for _ in range(_MEANTIME_COPIES)],
            corpora.gum(train_folder / "gum", "train"),
            corpora.wikigold(train_folder / "ner_misc"),
            re3d(train_folder / "re3d" / "re3d_dev.jsonl", analyses),
            *[claims(claim_folder / "train", analyses) for _ in range(_CLAIMS_COPIES)],
            *[claims(OWN, analyses) for _ in range(_OWN_COPIES)],
            unarmed(train_folder / "ecbplus" / "ECBplus_LREC2014.tar.xz"),
        )
    )
    labels = json.loads(second.labels.read_text("utf-8")) if second.labels else label_lists(train)
    train.extend(reports([one for one in train if one.heads], random.Random(SEED)))  # noqa: S311 - no secret
    chooser = random.Random(SEED)  # noqa: S311 - no secret
    sets = {
        "train": [one for one in train if not one.heads or chooser.random() < second.share],
        "dev-ewt": list(
            factuality.teach(
                corpora.ewt(train_folder / "ewt", "dev"), factuality.read(surely / "UDS_IH2_dev.jsonl.gz"), "uds"
            )
        ),
        "dev-gum": list(corpora.gum(train_folder / "gum", "dev")),
        "dev-claims": list(claims(claim_folder / "dev", analyses)),
        "test-ewt": list(corpora.ewt(train_folder / "ewt", "test")),
        "test-gum": list(corpora.gum(train_folder / "gum", "test")),
    }
    for name, examples in sets.items():
        count = example.write(build / f"{name}.jsonl.gz", examples)
        words = sum(len(one.words) for one in examples)
        print(f"{name}: {count} sentences, {words} words")
    (build / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def label_lists(examples: Iterable[Example]) -> dict[str, list[str]]:
    """Return the closed label list of every head, most frequent first where it is read off the data."""
    counts: dict[str, Counter[str]] = {head.name: Counter() for head in TAG_HEADS}
    relations: Counter[str] = Counter()
    for one in examples:
        relations.update(one.relations)
        for name, labels in one.tags.items():
            counts[name].update(label for label in labels if label)
    found = {head.name: _list(head, counts[head.name]) for head in TAG_HEADS}
    found |= {head.name: list(head.closed_labels()) for head in PAIR_HEADS}
    found["relations"] = _ranked(relations)
    return found


def _list(head: TagHead, counts: Counter[str]) -> list[str]:
    """Return the label list of one head."""
    if head.is_number:
        return [VALUE]
    return list(head.closed_labels()) if head.types else _ranked(counts)


def _ranked(counts: Counter[str]) -> list[str]:
    """Return labels by falling frequency, ties by name."""
    return sorted(counts, key=lambda label: (-counts[label], label))


if __name__ == "__main__":
    main()

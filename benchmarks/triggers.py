"""Event and relation triggers on annotated claims: the model beside the word lists.

A predicted trigger is right when it lies in the evidence of a gold claim of its type (precision); a gold claim is hit
when a predicted trigger of its type lies in its evidence (recall).

Usage: python -m benchmarks.triggers [--gold ../shared/bench/claims/dev] [--engine FOLDER] [--types]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.triggers import listed_words, role_words

from tacitus.extract import triggers
from tacitus.extract.tree import plant
from tacitus.language.engine import BundledEngine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.language.analysis import Engine, Sentence

Found = tuple[int, int, str]
"""A predicted trigger: offsets `[start, end)` in the text, and type."""

BARS = (0.15, 0.25, 0.3, 0.5)
"""Least probabilities of the model that are tried."""

BAR = 0.3
"""The one that is joined with the lists."""


@dataclass(slots=True)
class Tally:
    """Counts by type: predicted and right triggers, gold claims and those hit."""

    predicted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[Found], claims: Sequence[dict[str, Any]]) -> None:
        """Count one document."""
        for trigger in found:
            self.predicted[trigger[2]] += 1
            self.right[trigger[2]] += any(lies_in(trigger, claim) for claim in claims)
        for claim in claims:
            self.gold[claim["type"]] += 1
            self.hit[claim["type"]] += any(lies_in(trigger, claim) for trigger in found)

    def scores(self, *types: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 over the types; over all when none is given."""
        predicted, right, gold, hit = (
            sum(count for kind, count in counts.items() if not types or kind in types)
            for counts in (self.predicted, self.right, self.gold, self.hit)
        )
        precision, recall = right / max(1, predicted), hit / max(1, gold)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/bench/claims/dev"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    parser.add_argument("--types", action="store_true", help="F1 of each type besides")
    options = parser.parse_args()
    tallies = measure(BundledEngine(options.engine), options.gold)
    print("claims:", sum(tallies["lists"].gold.values()))
    for name, tally in tallies.items():
        print(f"{name:12} P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*tally.scores()))
    if options.types:
        print(f"{'type':14}{'claims':>7}" + "".join(f"{name:>12}" for name in tallies))
        for kind, count in tallies["lists"].gold.most_common():
            print(f"{kind:14}{count:7}" + "".join(f"{tally.scores(kind)[2]:12.3f}" for tally in tallies.values()))


def measure(engine: Engine, gold: Path) -> dict[str, Tally]:
    """Return the counts of each way to find triggers, over the annotated texts in a folder."""
    tallies: dict[str, Tally] = {}
    for path in sorted(gold.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        for name, found in predictions(engine.analyse(record["text"])):
            tallies.setdefault(name, Tally()).add(found, record["claims"])
    return tallies


def predictions(sentences: Sequence[Sentence]) -> Iterator[tuple[str, set[Found]]]:
    """Yield each way's name and triggers: predicate lists with role nouns, with compounds too, the model, both.

    Both is the model, and the lists for other words where the model too sees a trigger, of whichever type.
    """
    trees = [plant(sentence, at) for at, sentence in enumerate(sentences)]
    plain = {_found(t.sentence, at, kind) for t in trees for at, kind in role_words(t)}
    plain |= {_found(t.sentence, f.at, f.predicate.type) for t in trees for f in triggers.find(t)}
    yield "lists", plain
    listed = {_found(t.sentence, at, kind) for t in trees for at, kind in listed_words(t)}
    yield "all lists", listed
    for bar in BARS:
        yield f"model {bar}", _seen(sentences, bar)
    sure = _seen(sentences, BAR)
    doubtful = {(start, end) for start, end, _ in _seen(sentences, 0.0)} - {(start, end) for start, end, _ in sure}
    yield "both", sure | {one for one in listed if one[:2] in doubtful}


def _seen(sentences: Sequence[Sentence], bar: float) -> set[Found]:
    """Return the model's triggers with a probability of at least `bar`."""
    return {_found(s, one.token, one.label) for s in sentences for one in s.triggers if one.score >= bar}


def lies_in(trigger: Found, claim: dict[str, Any]) -> bool:
    """Tell whether the trigger has the claim's type and lies in its evidence."""
    start, end, kind = trigger
    return kind == claim["type"] and any(a <= start and end <= b for a, b in claim["evidence"])


def _found(sentence: Sentence, at: int, kind: str) -> Found:
    span = sentence.tokens[at].span
    return span.start, span.end, kind


if __name__ == "__main__":
    main()

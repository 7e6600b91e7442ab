"""What carrying times along the story brings: dates of found claims with it and without it.

Usage: python -m benchmarks.dates [--data ../shared] [--engine FOLDER]

On claims/dev with the weights of the package; on claims/train each tenth of the texts with weights learned from the
other nine. "dated" is the share of found claims with the right time among those that annotators dated, "time" that of
claims with the right time or rightly none, both by the scorer of the bench. Of the times taken from the story it tells
how many are the annotators', how many are others, and how many stand on claims that the annotators left undated.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.confidence import load_scorer
from training.story_time import analysed, cases, fit, judged, parts, read, steps_with

from tacitus.extract.story import StoryTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

    from tacitus.extract.contract import Draft

#: The reader without the times of the story.
WITHOUT = StoryTime(least=2.0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    claims = options.data / "bench" / "claims"
    scorer = load_scorer(options.data / "bench" / "score_claims.py")
    print(f"{'':28}found  dated  time   right  other  undated")
    for name in ("dev", "train"):
        gold = scorer.load(claims / name)
        drafts = list(analysed(claims / f"{name}-texts.jsonl", options.engine))
        show(f"claims/{name} without", scores(scorer, ((d, WITHOUT) for d in drafts), gold))
        steps = [(d, StoryTime()) for d in drafts] if name == "dev" else list(held_out(scorer, drafts, gold))
        show(f"claims/{name} with", scores(scorer, steps, gold))


def held_out(scorer: ModuleType, drafts: Sequence[Draft], gold: Mapping[str, Any]) -> Iterator[tuple[Draft, StoryTime]]:
    """Yield each document with a step whose weights were learned without it."""
    found = list(cases(scorer, drafts, gold))
    for out in parts(d.document.id for d in drafts):
        step = StoryTime(weights=fit([c for c in found if c.document not in out]))
        yield from ((d, step) for d in drafts if d.document.id in out)


def scores(scorer: ModuleType, texts: Iterable[tuple[Draft, StoryTime]], gold: Mapping[str, Any]) -> Counter[str]:
    """Return the scorer's counts, and how many times from the story are right, others', or stand where none should."""
    total = Counter[str]()
    for draft, story in texts:
        theirs = gold[draft.document.id]
        verdict = judged(scorer, read(draft, steps_with(story)), theirs)
        total.update(verdict["counts"])
        for i, j in verdict["pairs"]:
            mine, time = verdict["good"][i], theirs["claims"][j].get("time")
            if mine.get("anchor") == "story":
                same = scorer.same_time(mine["time"], time)
                total["right" if same else "other" if time else "undated"] += 1
    return total


def show(row: str, counts: Counter[str]) -> None:
    """Print one row."""
    dated, time = counts["dated_hit"] / counts["dated_gold"], counts["ok_time"] / counts["found"]
    story = " ".join(f"{counts[name]:6}" for name in ("right", "other", "undated"))
    print(f"{row:28}{counts['found']:5}  {dated:.3f}  {time:.3f} {story}", flush=True)


if __name__ == "__main__":
    main()

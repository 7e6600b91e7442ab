"""What each layer of the engine brings to the reader: claims and speech with the layer and without it.

Usage: python -m benchmarks.layers [--data ../shared] [--engine FOLDER]

Claims: found, arguments and full F1 on claims/dev. Speech: source and content by character and whole attributions on
PolNeAR dev. Both by the scorers of the bench. A layer is left out by emptying it in what the
engine gives; nothing else changes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.confidence import load_scorer

from tacitus.export.claims_json import to_json
from tacitus.language.engine import BundledEngine
from tacitus.model.document import Document
from tacitus.parts.speech import speech_of, speech_row
from tacitus.pipeline import Reader, default_steps
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from types import ModuleType

    from tacitus.language.analysis import Sentence

TABLE: dict[str, tuple[str, ...]] = {
    "all layers": (),
    "no mentions": ("mentions",),
    "no triggers": ("triggers", "arguments"),
    "no arguments": ("arguments",),
    "no attributions": ("attributions",),
    "no arguments, no attributions": ("arguments", "attributions"),
}
"""Row to the layers of a sentence that are emptied; arguments hang on triggers."""


@dataclass(slots=True)
class Kept:
    """An engine that gives analyses made before, with some layers emptied.

    Attributes:
        analyses: Text to its sentences.
        without: Names of the layers.
    """

    analyses: dict[str, tuple[Sentence, ...]]
    without: tuple[str, ...] = ()
    name: str = "kept"
    version: str = "1"

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text that was analysed before."""
        empty: dict[str, Any] = dict.fromkeys(self.without, ())
        return tuple(replace(sentence, **empty) for sentence in self.analyses[text])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    bench = options.data / "bench"
    scorers = load_scorer(bench / "score_claims.py"), load_scorer(bench / "score_parts.py")
    items = read_inputs([str(bench / "claims" / "dev-texts.jsonl")], ReadOptions())
    reports = [item for item in items if isinstance(item, Document)]
    news = options.data / "data" / "eval" / "polnear" / "polnear_dev.jsonl.gz"
    gold = scorers[0].load(bench / "claims" / "dev")
    articles = list(scorers[1].polnear(news))
    engine = BundledEngine(options.engine)
    texts = {report.text for report in reports} | {article["text"] for article in articles}
    analyses = {text: engine.analyse(text) for text in sorted(texts)}
    print(f"{'':34} found  args   full   source cue    content attribution")
    for row, without in TABLE.items():
        kept = Kept(analyses, without)
        out = {article["id"]: [speech_row(one) for one in speech_of(article["text"], kept)] for article in articles}
        speech = scorers[1].score_speech(news, out)
        figures = (*_claims(scorers[0], kept, reports, gold), *speech.values())
        print(f"{row:34}", *(f"{figure:.3f} " for figure in figures), flush=True)


def _claims(scorer: ModuleType, engine: Kept, reports: list[Document], gold: dict[str, Any]) -> tuple[float, ...]:
    """Return found, arguments and full F1."""
    reader, total = Reader(engine, default_steps()), Counter[str]()
    for report in reports:
        total.update(scorer.judge(json.loads(json.dumps(to_json(reader.read(report)))), gold[report.id])["counts"])
    summary = scorer.summary(total)
    return tuple(summary[name]["f1"] for name in ("found", "arguments", "full"))


if __name__ == "__main__":
    main()

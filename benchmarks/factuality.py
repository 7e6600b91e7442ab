"""How surely a predicate happened, -3 to 3: the model beside a lexicon of negation, modals and hedges.

On gold tokens of UDS-IH2 and MEANTIME (test), and on the triggers of annotated claims, whose certainty and status are
put on the same scale. Mean absolute error (MAE) and Pearson's r.

Usage: python -m benchmarks.factuality [--data ../shared] [--engine FOLDER]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from training.factuality import read, value
from training.triggers import choose

from tacitus.extract import modality
from tacitus.extract.tree import plant
from tacitus.language import files
from tacitus.language.analysis import Sentence, Token
from tacitus.language.engine import BundledEngine
from tacitus.language.lemma import Lemmatizer
from tacitus.language.parse import Parser
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Row = tuple[float, float, float]
"""Gold, model, lexicon."""

ALWAYS = 3.0
"""What the baseline without eyes says: it happened."""


def main() -> None:
    """Print the scores of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    folder = options.engine or files.bundled_folder()
    reader = Reader(folder)
    corpora = options.data / "data" / "train" / "factuality"
    for name in ("UDS_IH2_test", "MEANTIME_test"):
        gold = read(corpora / f"{name}.jsonl.gz")
        report(name, [row for words, numbers in gold for row in reader.rows(words, numbers)])
    report("claims/dev triggers", list(claim_rows(BundledEngine(folder), options.data / "bench" / "claims" / "dev")))


class Reader:
    """Reads sentences given as words."""

    def __init__(self, folder: Path) -> None:
        """Load the model in the folder."""
        loaded = files.load(folder)
        self._parser = Parser(loaded)
        self._lemmatizer = Lemmatizer(loaded.vocabulary)

    def rows(self, words: Sequence[str], gold: Sequence[str | None]) -> Iterator[Row]:
        """Yield a row for each word with a gold number."""
        sentence = self._sentence(words)
        for at, number in enumerate(gold):
            if number is not None:
                yield float(number), _model(sentence, at), lexicon(sentence, at)

    def _sentence(self, words: Sequence[str]) -> Sentence:
        """Return the analysis of words that are set apart by one space."""
        parse = self._parser.parse(words)
        tokens: list[Token] = []
        start = 0
        for word, upos, xpos, head, relation in zip(
            words, parse.upos, parse.xpos, parse.heads, parse.relations, strict=True
        ):
            span = Span(start, start + max(1, len(word)))
            tokens.append(Token(span, word, self._lemmatizer.lemma(word, upos, xpos), upos, xpos, head, relation))
            start = span.end + 1
        return Sentence(Span(0, start), tuple(tokens), factuality=parse.factuality)


def claim_rows(engine: BundledEngine, folder: Path) -> Iterator[Row]:
    """Yield a row for each trigger of the annotated texts whose claims agree on a number."""
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        sentences = engine.analyse(record["text"])
        for (number, at), claims in sorted(choose(sentences, record["claims"]).claims.items()):
            values = {value(claim) for claim in claims}
            sentence = sentences[number]
            if len(values) == 1 and sentence.tokens[at].upos != "PROPN":
                yield values.pop(), _model(sentence, at), lexicon(sentence, at)


def lexicon(sentence: Sentence, at: int) -> float:
    """Return the number for the negation, modals and hedges that stand over a word."""
    mode = modality.of(plant(sentence, 0), at)
    return value({"certainty": str(mode.certainty), "status": str(mode.status)})


def report(name: str, rows: Sequence[Row]) -> None:
    """Print the error and correlation of model, lexicon and a constant."""
    gold, model, listed = np.array(rows).T
    print(f"{name}: {len(rows)} predicates")
    print(f"  model    MAE {_error(gold, model):.3f}  r {_correlation(gold, model):.3f}")
    print(f"  lexicon  MAE {_error(gold, listed):.3f}  r {_correlation(gold, listed):.3f}")
    print(f"  always 3 MAE {_error(gold, np.full(len(gold), ALWAYS)):.3f}")


def _model(sentence: Sentence, at: int) -> float:
    return sentence.factuality[at] if sentence.factuality else ALWAYS


def _error(gold: Numbers, found: Numbers) -> float:
    return float(np.abs(gold - found).mean())


def _correlation(gold: Numbers, found: Numbers) -> float:
    """Return Pearson's r; 0 when all predictions are the same."""
    return float(np.corrcoef(gold, found)[0, 1]) if found.std() else 0.0


if __name__ == "__main__":
    main()

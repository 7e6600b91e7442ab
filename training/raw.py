"""Stage 4, besides: tags and trees from raw text, with our own sentences and tokens, scored as in the CoNLL 2018 task.

A word counts as found when both ends agree; UAS and LAS are F1 over words whose head is the same word too.
Paragraphs are joined by line breaks, sentences within one by a space.

Usage: python -m training.raw [--data ../shared] [--engine build/engine]
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.language.engine import BundledEngine
from training.example import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[int, int]
Word = tuple[str, str, Place | None]
"""Part of speech, relation, and the place of the head (None for the root)."""


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, default=Path("build/engine"))
    options = parser.parse_args()
    engine = BundledEngine(options.engine)
    counts: Counter[str] = Counter()
    for text, gold in documents(options.data / "data" / "train" / "ewt" / "en_ewt-ud-test.conllu.gz"):
        mine = predicted(engine, text)
        counts["gold"] += len(gold)
        counts["mine"] += len(mine)
        for place in gold.keys() & mine.keys():
            counts["tokens"] += 1
            counts["UPOS"] += gold[place][0] == mine[place][0]
            counts["UAS"] += gold[place][2] == mine[place][2]
            counts["LAS"] += gold[place][1:] == mine[place][1:]
    for key in ("tokens", "UPOS", "UAS", "LAS"):
        print(f"{key} F1 {2 * counts[key] / (counts['gold'] + counts['mine']):.4f}")


def predicted(engine: BundledEngine, text: str) -> dict[Place, Word]:
    """Return the words that the engine finds."""
    words: dict[Place, Word] = {}
    for sentence in engine.analyse(text):
        places = [(token.span.start, token.span.end) for token in sentence.tokens]
        for place, token in zip(places, sentence.tokens, strict=True):
            words[place] = (token.upos, token.relation, places[token.head] if token.head >= 0 else None)
    return words


def documents(path: Path) -> Iterator[tuple[str, dict[Place, Word]]]:
    """Yield text and words of each document of a CoNLL-U file."""
    text, words = "", {}
    for lines in blocks(path):
        if text and any(line.startswith("# newdoc") for line in lines):
            yield text, words
            text, words = "", {}
        text += "\n" if any(line.startswith("# newpar") for line in lines) else " "
        sentence = next(line[9:] for line in lines if line.startswith("# text = "))
        words.update(_words(sentence, len(text), [line.split("\t") for line in lines if line.split("\t")[0].isdigit()]))
        text += sentence
    yield text, words


def _words(sentence: str, offset: int, rows: Sequence[Sequence[str]]) -> dict[Place, Word]:
    """Return the words of one sentence; one that the text writes otherwise gets an empty place that nobody can find."""
    places: list[Place] = []
    at = 0
    for row in rows:
        found = sentence.find(row[1], at)
        near = 0 <= found <= at + 2
        places.append((offset + found, offset + found + len(row[1])) if near else (-offset - len(places), -1))
        at = found + len(row[1]) if near else at
    heads = [int(row[6]) - 1 for row in rows]
    return {
        place: (row[3], row[7], places[head] if head >= 0 else None)
        for place, row, head in zip(places, rows, heads, strict=True)
    }


if __name__ == "__main__":
    main()

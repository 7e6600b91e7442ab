"""Count in how many reports a word stands, and write `resolve/data/rarity.tsv`.

Usage: python -m training.rarity [--data ../shared]

Two collections: reports on armed conflict (the texts that we annotated for training), and texts on anything: ECB+ on
its training topics (CC BY 3.0), EWT (CC BY-SA 4.0) and GUM (CC BY 4.0). A word is as common as in the collection where
it is more common: "shelling" tells little of a war, "earthquake" little of the world. The table holds counts of stems
and of consonants of names alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.resolve.rare_words import is_name, keys, stem_of, words_of
from training.stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OUT = Path("src/tacitus/resolve/data/rarity.tsv")
HEAD = """\
# Word: in how many of 1,000 reports it stands; "~": consonants of a name; "-": the number of all reports.
# Made by training/rarity.py from annotated training texts, ECB+ (CC BY 3.0), EWT (CC BY-SA 4.0) and GUM (CC BY 4.0).
"""
OF = 1000
LONGEST = 3000
"""Code points of a text that are counted: what a story is known by."""
SHORTEST = 300
LEAST_ORDINARY = 3
"""A word seen so often in small letters is no name."""


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    data = parser.parse_args().data
    corpora = data / "data" / "train"
    press = [text[:LONGEST] for text in annotated(data / "bench" / "claims" / "train-texts.jsonl")]
    other = [document.text[:LONGEST] for _, document in stories(corpora / "ecbplus" / "ECBplus_LREC2014.tar.xz")]
    for name in ("ewt/en_ewt-ud-train.conllu.gz", "gum/gum_train.conllu.gz"):
        other += [text[:LONGEST] for text in treebank(corpora / name) if len(text) > SHORTEST]
    table = shares(press, other)
    rows = [f"-\t{OF}", *(f"{word}\t{count}" for word, count in sorted(table.items()))]
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(press)} reports on conflict, {len(other)} others, {len(table)} words")


def shares(press: Sequence[str], other: Sequence[str]) -> dict[str, int]:
    """Return word → in how many of `OF` reports it stands, in the collection that has it more often.

    A word of a single report, and one rarer than one in `OF`, are left out.
    """
    small = Counter(stem_of(word) for text in (*press, *other) for word in words_of(text) if not is_name(word, ()))
    ordinary = frozenset(stem for stem, count in small.items() if count >= LEAST_ORDINARY)
    one, two = (Counter(key for text in texts for key in set(keys(text, ordinary))) for texts in (press, other))
    most = {w: max(one[w] / max(1, len(press)), two[w] / max(1, len(other))) for w in one | two if one[w] + two[w] > 1}
    return {word: round(OF * share) for word, share in most.items() if round(OF * share)}


def annotated(path: Path) -> Iterator[str]:
    """Yield the texts that we annotated for training, each with its title."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield f"{row.get('title') or ''}. {row['text']}"


def treebank(path: Path) -> Iterator[str]:
    """Yield the documents of a treebank, their words parted by spaces."""
    words: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc") and words:
                yield " ".join(words)
                words = []
            elif line[:1].isdigit() and (fields := line.split("\t"))[0].isdigit():
                words.append(fields[1])
    yield " ".join(words)


if __name__ == "__main__":
    main()

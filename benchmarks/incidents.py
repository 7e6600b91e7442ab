"""Which documents report one incident: pairs of documents by their main news, beside TF-IDF; and speed.

Usage: python -m benchmarks.incidents [--data ../shared] [--gazetteer FILE]

Pairs: two documents are linked when some incident has both among its lead documents; pairs of the gold's event keys are
found, pairs across keys are wrong, documents without a key are ignored (`score_incidents.py`). The weights come from
ECB+, not from these texts; only the threshold was chosen on them, and "elsewhere" is the score when it is chosen for
each region on the texts of the others. The baseline is TF-IDF over the title and the first
400 code points, rarity counted on the texts themselves, pairs joined in chains at the threshold that is best for it.
Speed: happenings of these texts, copied with other names, words and days, grouped at several sizes.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tacitus.gazetteer.index import Index
from tacitus.model.document import Document
from tacitus.pipeline import default_reader
from tacitus.read.inputs import ReadOptions, read_inputs
from tacitus.resolve.happenings import LEAD, happenings
from tacitus.resolve.incidents import grouped
from tacitus.resolve.rare_words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.model.incident import Incident
    from tacitus.resolve.happening import Happening

Pair = frozenset[str]
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
PRECISE = 0.8
"""Least precision that a threshold is chosen for."""
SIZES = (2_000, 5_000, 10_000, 20_000)
FIRST = date(2012, 1, 1)


class Score(NamedTuple):
    """How many of the true pairs were found, and how many of the found ones are true."""

    precision: float
    recall: float
    f1: float


def main() -> None:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--gazetteer", type=Path, default=None)
    options = parser.parse_args()
    path = options.data / "bench" / "incidents" / "dev.jsonl"
    documents = [d for d in read_inputs([str(path)], ReadOptions()) if isinstance(d, Document)]
    keys = event_keys(path)
    reader = default_reader(gazetteer=Index(options.gazetteer) if options.gazetteer else None)
    told = [one for document in documents for one in happenings(reader.read(document))]
    print(f"{len(documents)} documents, {len(told)} happenings, {len(same_key(keys))} pairs of one event")
    show(
        "TF-IDF", max((score(chained(documents, least / 100), keys) for least in range(10, 60, 2)), key=lambda s: s.f1)
    )
    show("tacitus", score(linked(grouped(told)), keys))
    regions = {str(row["id"]): row["region"] for row in map(json.loads, path.read_text("utf-8").splitlines())}
    show("elsewhere", left_out({t: linked(grouped(told, least=t)) for t in THRESHOLDS}, keys, regions))
    for row in growth(told):
        print(row)


def show(name: str, found: Score) -> None:
    """Print one line of the table."""
    print(f"{name:10}precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}")


def event_keys(path: Path) -> dict[str, str]:
    """Return document id → event key, for those that have one."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {str(row["id"]): row["event_key"] for row in rows if row.get("event_key")}


def same_key(keys: Mapping[str, str]) -> set[Pair]:
    """Return the true pairs."""
    return {frozenset(pair) for pair in combinations(keys, 2) if keys[pair[0]] == keys[pair[1]]}


def score(found: set[Pair], keys: Mapping[str, str]) -> Score:
    """Return the score of pairs; those with a document without a key do not count."""
    known, true = {pair for pair in found if pair <= keys.keys()}, same_key(keys)
    right = len(known & true)
    precision, recall = right / max(1, len(known)), right / max(1, len(true))
    return Score(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def left_out(found: Mapping[float, set[Pair]], keys: Mapping[str, str], regions: Mapping[str, str]) -> Score:
    """Return the score when the pairs of each region come from the threshold that is best for all other regions.

    Best is the highest F1 at a precision of `PRECISE` or more, if any reaches that.

    Args:
        found: Threshold → pairs.
        keys: Document id → event key.
        regions: Document id → region; a pair across two belongs to the first of them.
    """
    pooled: set[Pair] = set()
    for region in sorted({regions[name] for name in keys}):
        others = {name: key for name, key in keys.items() if regions[name] != region}
        best = max(found, key=lambda t: _worth(score(found[t], others)))
        pooled |= {pair for pair in found[best] if min(regions[name] for name in pair) == region}
    return score(pooled, keys)


def _worth(found: Score) -> tuple[bool, float]:
    """Return what a threshold is chosen by: enough precision, then F1."""
    return found.precision >= PRECISE, found.f1


def linked(incidents: Iterable[Incident]) -> set[Pair]:
    """Return the pairs of documents that have one incident as their main news."""
    return {frozenset(pair) for one in incidents for pair in combinations(one.lead_documents, 2)}


def chained(documents: Sequence[Document], least: float) -> set[Pair]:
    """Return the pairs that TF-IDF joins, directly or through others."""
    home = {document.id: {document.id} for document in documents}
    vectors = weights(documents)
    for one, other in combinations(vectors, 2):
        if home[one] is not home[other] and dot(vectors[one], vectors[other]) >= least:
            home[one] |= home[other]
            home.update(dict.fromkeys(home[other], home[one]))
    return {frozenset(pair) for group in home.values() for pair in combinations(sorted(group), 2)}


def weights(documents: Sequence[Document]) -> dict[str, dict[str, float]]:
    """Return document id → word → weight, of length one, by the words of title and lead."""
    counts = {d.id: Counter(stems(f"{d.title or ''} {d.text[:LEAD]}")) for d in documents}
    seen = Counter(word for words in counts.values() for word in words)
    out = {}
    for name, words in counts.items():
        raw = {w: (1 + log(n)) * log((len(documents) + 1) / (seen[w] + 1)) for w, n in words.items()}
        length = sqrt(sum(value * value for value in raw.values())) or 1.0
        out[name] = {word: value / length for word, value in raw.items()}
    return out


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length one."""
    return sum(value * other[word] for word, value in one.items() if word in other)


def growth(told: Sequence[Happening]) -> Iterator[str]:
    """Yield a line for each size: seconds of processor time, and happenings grouped in each."""
    for size in SIZES:
        pile = copies(told, size)
        start = time.process_time()
        found = grouped(pile)
        seconds = time.process_time() - start
        yield f"{size:7,} happenings {seconds:7.2f} s {size / seconds:9,.0f}/s {len(found):7,} incidents"


def copies(told: Sequence[Happening], size: int) -> list[Happening]:
    """Return so many happenings: each round of copies has other names, a third other words, and other days."""
    return [copy(told[at % len(told)], at // len(told)) for at in range(size)]


def copy(one: Happening, number: int) -> Happening:
    """Return a happening as another place's news would tell it, some weeks later."""

    def moved(words: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
        return tuple((f"{w}{number}" if w.startswith("~") or sum(map(ord, w)) % 3 == 0 else w, v) for w, v in words)

    mark = f"-{number}"
    return replace(
        one,
        id=one.id + mark,
        document=one.document + mark,
        claims=tuple(claim + mark for claim in one.claims),
        published=FIRST + timedelta(days=37 * number % 3650),
        names=tuple(name + mark for name in one.names),
        words=moved(one.words),
        lead=moved(one.lead),
        story=moved(one.story),
    )


if __name__ == "__main__":
    main()

"""Contested pairs: renames, splits, homonyms. No rule may join or part them when each name stands alone.

Usage: python -m benchmarks.contested [--data ../shared]

Each name is put alone into a document of its own: as a record with nothing beside it, as the whole text, and in two
plain sentences; the texts are read and resolved as reports are. Printed is every pair that was joined or marked
different, and how many there are.
"""

from __future__ import annotations

import argparse
import csv
import re
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.model.document import Document
from tacitus.model.entity import EntityType
from tacitus.model.judgement import Verdict
from tacitus.pipeline import default_reader
from tacitus.resolve.clusters import clusters
from tacitus.resolve.entities import Resolver
from tacitus.resolve.fold import fold
from tacitus.resolve.records import Record, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tacitus.pipeline import Reader

    Way = Callable[[str, str], tuple[Record, ...]]
    Pairs = Iterable[tuple[str, str]]

NOW = datetime(2024, 1, 1, tzinfo=UTC)
SENTENCES = ("{}", "The statement was released by {} on Monday.", "A commander of {} spoke to reporters.")
_BRACKETS = re.compile(r"\s*\(.*\)")


def ways() -> Iterator[tuple[str, Way]]:
    """Yield the ways to put a name into a document, by title."""
    for kind in (EntityType.GROUP, EntityType.PERSON):
        yield f"a {kind} alone", partial(_bare, kind)
    reader = default_reader()
    for sentence in SENTENCES:
        yield sentence, partial(_read, reader, sentence)


def _bare(kind: EntityType, document: str, name: str) -> tuple[Record, ...]:
    return (Record(document, "e1", kind, (name,)),)


def _read(reader: Reader, sentence: str, document: str, name: str) -> tuple[Record, ...]:
    return records(reader.read(Document(document, sentence.format(name), fold(name + sentence))))


def decided(pairs: Pairs, way: Way) -> list[tuple[str, str, str]]:
    """Return the pairs that a rule joined or marked different, with the verdict.

    Joined are two names whose records are in one cluster; what stands in brackets is not the name.
    """
    out = []
    for one, other in pairs:
        found = (*way("d1", one), *way("d2", other))
        judgements = list(Resolver().decide(found, NOW))
        wanted = {"d1": fold(_BRACKETS.sub("", one)), "d2": fold(_BRACKETS.sub("", other))}
        for cluster in clusters(found, judgements):
            bearers = {r.document for r in cluster.records if any(_is(name, wanted[r.document]) for name in r.names)}
            if len(bearers) == 2:
                out.append((one, other, "joined"))
        out += [(one, other, "different") for j in judgements if j.verdict is Verdict.DIFFERENT]
    return out


def _is(name: str, wanted: str) -> bool:
    return fold(_BRACKETS.sub("", name)) == wanted


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    with (options.data / "data/eval/name_pairs/contested.tsv").open(encoding="utf-8", newline="") as file:
        pairs = [(row["name1"], row["name2"]) for row in csv.DictReader(file, delimiter="\t")]
    for title, way in ways():
        found = decided(pairs, way)
        print(
            f"{title}: {len(found)} of {len(pairs)}", *(f"  {verdict}: {a} / {b}" for a, b, verdict in found), sep="\n"
        )


if __name__ == "__main__":
    main()

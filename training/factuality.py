"""How surely something happened, one number a predicate, -3 (surely not) to 3 (surely).

UDS-IH2 (White et al. 2016, Rudinger et al. 2018) asked readers of the English Web Treebank; MEANTIME's levels were put
on the same scale by Stanovsky et al. (2017). Claims of the claim contract come to it by `value`.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from training.example import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Words = tuple[str, ...]
Numbers = tuple[str | None, ...]
"""One decimal number for each predicate, None for the other words."""

HEAD = "factuality"
_ACTUAL = {"stated": 3.0, "probable": 1.5, "alleged": 1.0, "possible": 0.75, "unknown": 0.0, "denied": -3.0}
_NOT_ACTUAL = {"planned": -1.5, "hypothetical": -1.5}
"""UDS readers put what "will", "could" or "would" happen at -1.9 to -0.7 in the mean: it has not happened."""


def read(path: Path) -> Iterator[tuple[Words, Numbers]]:
    """Yield the sentences of a gzipped file of JSON lines, `{"text", "targets": [{"span1", "label"}]}`."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            words = tuple(record["text"].split(" "))
            numbers: list[str | None] = [None] * len(words)
            for target in record["targets"]:
                numbers[target["span1"][0]] = str(target["label"])
            yield words, tuple(numbers)


def teach(examples: Iterable[Example], labelled: Iterable[tuple[Words, Numbers]], source: str) -> Iterator[Example]:
    """Yield the examples, with numbers where a labelled sentence has the same words; what is left over follows."""
    waiting = dict(labelled)
    given: dict[Words, Numbers] = {}
    for one in examples:
        if one.words in waiting:
            given[one.words] = waiting.pop(one.words)
        yield replace(one, tags={**one.tags, HEAD: given[one.words]}) if one.words in given else one
    for words, numbers in waiting.items():
        yield Example(words, source, {HEAD: numbers})


def value(claim: dict[str, Any]) -> float:
    """Return the number for a claim in the JSON of the claim contract: by certainty; when not actual, by status."""
    if claim["status"] in _NOT_ACTUAL and claim["certainty"] != "denied":
        return _NOT_ACTUAL[claim["status"]]
    return _ACTUAL[claim["certainty"]]

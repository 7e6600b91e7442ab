"""Other names for those in an annotated sentence, so that the model learns what is told and not who it is told of.

A person, group or place is given another name of its kind and number of words from the same corpora. States and forces
keep theirs: their adjectives ("Malian", "American") would need forms of their own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.language.alike import alike

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from training.example import Example

SOURCE = "claims"
"""Corpus whose sentences are given other names; the others keep theirs."""

_KINDS = frozenset({"person", "group", "place"})
_ADJECTIVE = ("an", "ese", "ish", "i")
_SHARE, _EACH = 0.5, 0.7  # of the sentences, and of the names in one

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names by kind and number of words, each once, in order."""

    by_kind: Mapping[tuple[str, int], Sequence[Words]]

    @classmethod
    def of(cls, examples: Iterable[Example]) -> Names:
        """Return the names that stand in annotated sentences."""
        found: defaultdict[tuple[str, int], dict[Words, None]] = defaultdict(dict)
        for example in examples:
            if example.source == SOURCE:
                for start, end, kind in _names(example):
                    found[kind, end - start][example.words[start:end]] = None
        return cls({key: sorted(names) for key, names in found.items()})


def swapped(example: Example, names: Names, chooser: random.Random) -> Example:
    """Return an annotated sentence, half of the times with other names; a name that stands twice changes alike."""
    if example.source != SOURCE or chooser.random() >= _SHARE:
        return example
    words = list(example.words)
    given: dict[Words, Words] = {}
    for start, end, kind in _names(example):
        old = example.words[start:end]
        others = names.by_kind.get((kind, end - start), ())
        if old not in given:
            given[old] = chooser.choice(others) if others and chooser.random() < _EACH else old
        words[start:end] = given[old]
    return replace(example, words=tuple(words))


def masked(example: Example) -> Example:
    """Return a sentence as the model sees it in use: countries, sides and loaded words as their stand-ins."""
    return replace(example, words=tuple(alike(example.words)))


def _names(example: Example) -> Iterator[tuple[int, int, str]]:
    """Yield the proper names of a sentence that may change: first word, end, kind."""
    labels = example.tags.get("mentions", ())
    start = 0
    while start < len(labels):
        mark, _, kind = (labels[start] or "O").partition("-")
        end = start + 1
        while end < len(labels) and labels[end] == f"I-{kind}":
            end += 1
        words = example.words[start:end]
        if mark == "B" and kind in _KINDS and _is_name(words):
            yield start, end, kind
        start = end


def _is_name(words: Sequence[str]) -> bool:
    """Tell whether all words begin with a capital and the last is neither all capitals nor like an adjective."""
    is_cased = all(word[:1].isupper() for word in words)
    return is_cased and not (len(words) == 1 and (words[0].endswith(_ADJECTIVE) or words[0].isupper()))

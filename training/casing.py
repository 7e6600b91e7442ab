"""How words are written inside a sentence, for `extract/data/casing.txt`: small, as a name, or in capitals.

Usage: python -m training.casing [--data ../shared] [--out src/tacitus/extract/data/casing.txt]

Learned from EWT, GUM's cleared genres and Wikigold (CC BY-SA); words are counted, no sentence is kept. The first word
of a sentence and sentences in capitals tell nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from training import corpora

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Share of a word's uses with a capital above which it is a name, and above which it may be a part of one.
NAME, MAYBE = 0.8, 0.25
#: Of a word with a capital, share of uses in capitals alone above which it is an acronym.
ACRONYM = 0.6
#: Names and acronyms seen fewer times are left out: an unknown word is taken for a name anyway.
LEAST = 2


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("src/tacitus/extract/data/casing.txt"))
    options = parser.parse_args()
    train = options.data / "data" / "train"
    examples = chain(
        corpora.ewt(train / "ewt", "train"),
        corpora.gum(train / "gum", "train"),
        corpora.wikigold(train / "ner_misc"),
    )
    classes = classified(example.words for example in examples)
    options.out.write_text(written(classes), encoding="utf-8")


def classified(sentences: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    """Return class → lower-case words, in order.

    Examples:
        >>> classified([("The", "front", "of", "the", "UN"), ("In", "the", "UN", "or", "front")])
        {'small': ['front', 'of', 'or', 'the'], 'maybe': [], 'name': [], 'capitals': ['un']}
    """
    counts: dict[str, Counter[str]] = {}
    for word in _telling(sentences):
        shape = "small" if word.islower() else "capitals" if word.isupper() and len(word) > 1 else "name"
        counts.setdefault(word.lower(), Counter())[shape] += 1
    found: dict[str, list[str]] = {"small": [], "maybe": [], "name": [], "capitals": []}
    for word, seen in sorted(counts.items()):
        kind = _kind(seen)
        if kind in ("small", "maybe") or (kind and seen.total() >= LEAST):
            found[kind].append(word)
    return found


def _telling(sentences: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the words inside sentences that are written in small letters in the main."""
    for words in sentences:
        plain = [word for word in words if word.isalpha()]
        if sum(word.islower() for word in plain) * 2 >= len(plain):
            yield from (word for word in words[1:] if word.isalpha() and word.isascii())


def _kind(seen: Counter[str]) -> str:
    share = 1 - seen["small"] / seen.total()
    if share < MAYBE:
        return "small"
    if share < NAME:
        return "maybe"
    return "capitals" if seen["capitals"] >= ACRONYM * (seen["capitals"] + seen["name"]) else "name"


def written(classes: dict[str, list[str]]) -> str:
    """Return the text of the file."""
    head = (
        "# How words are written inside a sentence. Made by training/casing.py from UD_English-EWT, GUM and Wikigold\n"
        "# (CC BY-SA): counted words, no sentences.\n"
    )
    return head + "".join(f"{kind}\t{' '.join(words)}\n" for kind, words in classes.items())


if __name__ == "__main__":
    main()

"""Spans of speech in a sentence with its tree: who says what, as labels of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.language.attribution import subtree, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.example import Example

Stretch = tuple[int, int]
"""Words `[start, end)`."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: the word that marks it, and the stretches of who says it and of what is said."""

    cue: int
    sources: tuple[Stretch, ...]
    contents: tuple[Stretch, ...]


def span_head(example: Example, start: int, end: int) -> int:
    """Return the word of `[start, end)` that governs the rest: its own head lies outside."""
    outside = [at for at in range(start, end) if not start <= example.heads[at] - 1 < end]
    words = [at for at in outside if example.tags["upos"][at] != "PUNCT"]
    return (words or outside or [start])[0]


def below(example: Example, top: int, without: int = -1) -> list[int]:
    """Return the words that hang on `top`, it included, without those that hang on `without`."""
    heads = [head - 1 for head in example.heads]
    cut = set(subtree(heads, without)) if without >= 0 else set()
    return [at for at in subtree(heads, top) if at not in cut]


def content_words(example: Example, start: int, end: int) -> int:
    """Return how many words of the stretch are no marks."""
    return sum(upos != "PUNCT" for upos in example.tags["upos"][start:end])


def speech_tags(size: int, spoken: Iterable[Attributed]) -> dict[str, tuple[str | None, ...]]:
    """Return the labels of the three heads of speech for a sentence of `size` words, all its attributions given."""
    cues, sources, contents = (["O"] * size for _ in range(3))
    for one in spoken:
        cues[one.cue] = "cue"
        for start, end in one.sources:
            sources[start:end] = ["B-source", *["I-source"] * (end - start - 1)]
        for start, end in one.contents:
            contents[start:end] = ["content"] * (end - start)
    return {"cues": tuple(cues), "sources": tuple(sources), "contents": tuple(contents)}


def by_tree(example: Example, cue: int) -> Attributed | None:
    """Return the attribution that the word `cue` marks, by the relations of its tree; None when nothing is said.

    The content is a clause below the cue, else the clause into which the cue is set ("…, X said, …"), else, for
    "according to X", the clause that X hangs on.
    """
    if example.words[cue].lower() == "according":
        return _according(example, cue)
    hanging = _hanging(example, cue)
    speaker = next((hanging[relation][0] for relation in _SPEAKERS if relation in hanging), -1)
    content = next((hanging[relation][0] for relation in _CONTENTS if relation in hanging), -1)
    if content >= 0:
        said = below(example, content)
    elif example.relations[cue] == "parataxis":
        said = below(example, example.heads[cue] - 1, without=cue)
    else:
        return None
    who = below(example, speaker) if speaker >= 0 else []
    return Attributed(cue, trimmed(example.words, who), trimmed(example.words, said))


_SPEAKERS = ("nsubj", "obl:agent")
_CONTENTS = ("ccomp", "csubj", "xcomp", "parataxis", "advcl")


def _hanging(example: Example, head: int) -> dict[str, list[int]]:
    """Return relation to the words that hang on `head` by it."""
    found: dict[str, list[int]] = {}
    for at, governor in enumerate(example.heads):
        if governor - 1 == head:
            found.setdefault(example.relations[at], []).append(at)
    return found


def _according(example: Example, cue: int) -> Attributed | None:
    noun = example.heads[cue] - 1
    clause = example.heads[noun] - 1 if noun >= 0 else -1
    if clause < 0:
        return None
    who = [at for at in below(example, noun) if at > cue + 1]
    said = below(example, clause, without=noun)
    return Attributed(cue, trimmed(example.words, who), trimmed(example.words, said))

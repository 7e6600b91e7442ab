"""Roles of predicates and spans of speech on the English Web Treebank's sentences, from PropBank's frames.

An argument is taught as a pair of predicate and the argument's syntactic head. Frames of saying and thinking
(`speech_frames` in `words.json`) give speaker and content instead of agent and patient, and with them the cue and the
spans of source and content. Those in `speech_clauses` do so only where the content is a clause: "found that …".
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from training.example import Pairs
from training.spans import Attributed, content_words, span_head, speech_tags
from training.words import SPEECH_CLAUSES, SPEECH_FRAMES, SPEECH_OF_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from training.example import Example

Frame = dict[str, Any]
"""One predicate: `p`, its word; `roleset`; `args`, each `[first word, last word, label]`."""

_ROLES = {"ARG0": "agent", "ARG1": "patient", "ARGM-LOC": "place", "ARGM-TMP": "time"}
_CLAUSES = frozenset({"ccomp", "csubj", "parataxis", "root", "advcl", "acl", "conj"})


@dataclass(frozen=True, slots=True)
class Speech:
    """The arguments of a frame that tell who says what, as `[first word, one past the last)`."""

    sources: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]


def read(path: Path) -> dict[str, tuple[tuple[str, ...], list[Frame]]]:
    """Return sentence id to `(words, frames)`."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return {record["sent_id"]: (tuple(record["tokens"]), record["frames"]) for record in records}


def teach(example: Example, frames: Sequence[Frame]) -> Example:
    """Return the sentence with roles, cues, sources and contents."""
    labelled: dict[tuple[int, int], str] = {}
    spoken: list[Attributed] = []
    for frame in frames:
        speech = _speech(example, frame)
        for start, end, role in _arguments(frame, speech):
            labelled.setdefault((frame["p"], span_head(example, start, end)), role)
        if speech is not None and speech.contents:
            spoken.append(Attributed(frame["p"], speech.sources, speech.contents))
    pairs = Pairs(tuple(range(len(example.words))), tuple((a, b, role) for (a, b), role in labelled.items()))
    return replace(
        example,
        tags={**example.tags, **speech_tags(len(example.words), spoken)},
        pairs={**example.pairs, "roles": pairs},
    )


def _arguments(frame: Frame, speech: Speech | None) -> Iterator[tuple[int, int, str]]:
    """Yield `(first word, one past the last, role)`."""
    said = speech.contents if speech else ()
    who = speech.sources if speech else ()
    yield from ((start, end, "speaker") for start, end in who)
    yield from ((start, end, "content") for start, end in said)
    for start, last, label in frame["args"]:
        if label in _ROLES and (start, last + 1) not in {*said, *who}:
            yield start, last + 1, _ROLES[label]


def _speech(example: Example, frame: Frame) -> Speech | None:
    """Return who says what, when the frame tells of speech or thought."""
    lemma = frame["roleset"].split(".")[0]
    if lemma not in SPEECH_FRAMES:
        return None
    spans = _spans(frame)
    content = spans.get("ARG2" if lemma in SPEECH_OF_SECOND else "ARG1", []) + spans.get("C-ARG1", [])
    content = [span for span in content if content_words(example, *span)]
    if lemma in SPEECH_CLAUSES and not any(_is_clause(example, *span) for span in content):
        return None
    return Speech(tuple(spans.get("ARG0", ())), tuple(content))


def _spans(frame: Frame) -> Mapping[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for start, last, label in frame["args"]:
        found.setdefault(label, []).append((start, last + 1))
    return found


def _is_clause(example: Example, start: int, end: int) -> bool:
    """Tell whether a clause heads the span."""
    head = span_head(example, start, end)
    return example.relations[head].split(":")[0] in _CLAUSES and example.tags["upos"][head] in {
        "VERB",
        "ADJ",
        "AUX",
        "NOUN",
    }

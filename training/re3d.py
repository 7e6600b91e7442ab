"""Names and relations from re3d (reports on Syria and Iraq, without its BBC texts). Doubtful words stay unlabelled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tacitus.language.segment import sentences
from tacitus.language.tokens import tokenize
from training.arguments import head_of
from training.example import Example, Pairs
from training.words import NAME_JOINTS, PRONOUNS, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tacitus.language.analysis import Sentence
    from training.analyses import Analyses

_NAMES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
_MENTIONS = {
    "Person": "person",
    "Location": "place",
    "Weapon": "thing",
    "Vehicle": "thing",
    "MilitaryPlatform": "thing",
}

_NO_NAME = PRONOUNS | {"its", "our", "their", "his", "my", "your", "soldiers"}

Spans = tuple[tuple[int, int], ...]
Labels = list[str | None]


_LINKS = {
    "InChargeOf": "leads",
    "AlliesOf": "ally",
    "FightingAgainst": "rival",
    "CoLocated": "located",
    "IsSynonymOf": "same",
}
"""Relations whose meaning is one of ours; a pair with any other is left open."""


def re3d(path: Path, analyses: Analyses) -> Iterator[Example]:
    """Yield the sentences of a re3d file with names, with those mentions whose type is certain, and with relations."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    places = {e["value"].lower() for record in records for e in record["entities"] if e["type"] == "Location"}
    for record in records:
        text = record["text"]
        for entity in record["entities"]:
            if entity["value"].lower() in places:  # a country acts too, but is a place to the other corpora
                entity["type"] = "Location"
        ordered = sorted(record["entities"], key=lambda e: e["end"] - e["begin"])
        trees = {sentence.span.start: sentence for sentence in analyses.of(text)}
        for sentence in sentences(text):
            spans = tokenize(text, sentence.start, sentence.end)
            words = tuple(text[a:b] for a, b in spans)
            inside = [e for e in ordered if sentence.start <= e["begin"] and e["end"] <= sentence.end]
            names, mentions = _label(words, spans, inside)
            tree = trees.get(sentence.start)
            is_alike = tree is not None and len(tree.tokens) == len(words)
            yield Example(
                words,
                "re3d",
                {"names": tuple(names), "mentions": tuple(mentions)},
                pairs={"links": _links(tree, record["relations"])} if tree is not None and is_alike else {},
            )


def _links(sentence: Sentence, relations: Sequence[dict[str, Any]]) -> Pairs:
    """Return the relations whose two ends lie in the sentence; nothing is known of the other pairs."""
    found: list[tuple[int, int, str | None]] = []
    for one in relations:
        ends = [
            _head(sentence, one["sourceBegin"], one["sourceEnd"]),
            _head(sentence, one["targetBegin"], one["targetEnd"]),
        ]
        label = _LINKS.get(one["type"])
        if label is None or ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        if label == "same":
            ends.sort(reverse=True)
        found.append((ends[0], ends[1], label))
        if label in {"ally", "rival"}:
            found.append((ends[1], ends[0], label))
    return Pairs((), tuple(found))


def _head(sentence: Sentence, start: int, end: int) -> int | None:
    """Return the head of the words in `[start, end)`, or None when none lies in the sentence."""
    inside = [at for at, token in enumerate(sentence.tokens) if token.span.start < end and start < token.span.end]
    return head_of(sentence, inside) if inside else None


def _label(words: Sequence[str], spans: Spans, entities: Sequence[dict[str, object]]) -> tuple[Labels, Labels]:
    """Return the labels of both heads; longer names win over those inside them, descriptions stay unlabelled."""
    names: Labels = [None if i and word[:1].isupper() else "O" for i, word in enumerate(words)]
    mentions: Labels = list(names)
    for entity in entities:
        where = [i for i, (a, b) in enumerate(spans) if a < int(str(entity["end"])) and int(str(entity["begin"])) < b]
        kind = str(entity["type"])
        while where and (words[where[0]].lower() in NAME_JOINTS - {"al", "abu"} or words[where[0]] in TITLES):
            del where[0]
        if not where:
            continue
        is_name = _is_name([words[i] for i in where])
        if kind in _NAMES and is_name:
            _write(names, where, _NAMES[kind])
        if kind in _MENTIONS and (is_name or kind not in {"Person", "Location"}):
            _write(mentions, where, _MENTIONS[kind])
        elif not is_name or kind == "Organisation":
            for i in where:
                mentions[i] = mentions[i] if mentions[i] not in {"O", None} else None
    return names, mentions


def _is_name(words: Sequence[str]) -> bool:
    """Tell whether all words are capitalised or joints, and the outer ones capitalised or an article of a name."""
    is_cased = all(word[:1].isupper() or word.lower() in NAME_JOINTS for word in words)
    is_pronoun = len(words) == 1 and words[0].lower() in _NO_NAME
    return is_cased and words[-1][:1].isupper() and not words[-1].endswith(".") and not is_pronoun


def _write(labels: Labels, where: Sequence[int], kind: str) -> None:
    """Write one stretch over what stands there."""
    for nth, i in enumerate(where):
        labels[i] = f"{'I' if nth else 'B'}-{kind}"
    after = where[-1] + 1
    following = labels[after] if after < len(labels) else None
    if following is not None and following.startswith("I-"):
        labels[after] = "B" + following[1:]

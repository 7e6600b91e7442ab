"""Sentences with typed mentions, triggers, their factuality and their arguments from annotated claims.

Each entity's names are searched in the text; `training.triggers` says which word names a claim.

The annotation names only entities that take part in a claim, so a capitalised word that nobody named is left
unlabelled (None) instead of being taught as no mention.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.language.segment import sentences
from tacitus.language.tokens import tokenize
from training import arguments, triggers
from training.example import Example
from training.factuality import HEAD, value
from training.words import DETERMINER, PLACE_BEFORE, PRONOUNS, TAIL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.language.analysis import Sentence
    from tacitus.model.span import Span
    from training.analyses import Analyses
    from training.example import Pairs

NAME_OF = {
    "person": "PER",
    "org": "ORG",
    "media": "ORG",
    "force": "ORG",
    "group": "ORG",
    "state": "LOC",
    "place": "LOC",
}
"""Type of claims.md to the class of the names head; a type that is absent (facility) is left unlabelled there."""

_PAIR = re.compile(r"(?:(?:[Aa]n?|[Tt]he)\s)?([a-z]+)\s(?:and|or)\s(?:(?:an?|the)\s)?([a-z]+)")
_SPLIT_OUTER = frozenset({"people", "thing", "facility", "place"})


@dataclass(frozen=True, slots=True)
class _Found:
    """One mention in the text: offsets `[start, end)`, type, and the one entity that has its name, or ""."""

    start: int
    end: int
    kind: str
    entity: str = ""


def claims(gold: Path, analyses: Analyses) -> Iterator[Example]:
    """Yield the sentences of annotated texts with mentions, names, triggers and factuality.

    Args:
        gold: A folder of `ID.json`, or a JSON Lines file with one text a line; both as in section 7 of claims.md.
        analyses: The trees of the texts.
    """
    for record in _records(gold):
        text = record["text"]
        found = locate(text, record["entities"])
        analysed = analyses.of(text)
        chosen = triggers.choose(analysed, record["claims"])
        numbers = {sentence.span.start: at for at, sentence in enumerate(analysed)}
        for sentence in sentences(text):
            example = _example(text, sentence, found)
            at = numbers.get(sentence.start)
            if at is not None and len(analysed[at].tokens) == len(example.words):
                example.tags.update(_trigger_tags(analysed[at], at, chosen))
                example.pairs.update(_pairs(analysed[at], at, chosen, found, record["claims"]))
            yield example


def _records(gold: Path) -> Iterator[dict[str, Any]]:
    """Yield the annotated texts, in the order of their files or lines."""
    if gold.is_dir():
        yield from (json.loads(path.read_text("utf-8")) for path in sorted(gold.glob("*.json")))
    else:
        yield from (json.loads(line) for line in gold.read_text("utf-8").splitlines())


def _pairs(
    sentence: Sentence, number: int, chosen: triggers.Chosen, found: list[_Found], claims: list[triggers.Claim]
) -> dict[str, Pairs]:
    """Return the arguments of the sentence's triggers, and the links between its mentions."""
    placed = []
    for one in found:
        inside = [at for at, t in enumerate(sentence.tokens) if t.span.start < one.end and one.start < t.span.end]
        if inside and one.entity:
            placed.append(arguments.Placed(one.entity, arguments.head_of(sentence, inside)))
    named = {at: claims for (where, at), claims in chosen.claims.items() if where == number}
    return {
        "arguments": arguments.arguments(sentence, placed, named),
        "links": arguments.links(sentence, placed, claims),
    }


def _trigger_tags(sentence: Sentence, number: int, chosen: triggers.Chosen) -> dict[str, tuple[str | None, ...]]:
    """Return the labels of the heads for triggers and factuality for one sentence.

    A trigger whose claims disagree on how sure it is, and a name that stands for want of a better word, has no number.
    """
    labels: list[str | None] = ["O"] * len(sentence.tokens)
    numbers: list[str | None] = [None] * len(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        named = chosen.claims.get((number, at), ())
        values = {value(claim) for claim in named}
        if named:
            labels[at] = named[0]["type"]
        elif (number, at) in chosen.open:
            labels[at] = None
        if len(values) == 1 and token.upos != "PROPN":
            numbers[at] = str(values.pop())
    return {"triggers": tuple(labels), HEAD: tuple(numbers)}


def locate(text: str, entities: list[dict[str, object]]) -> list[_Found]:
    """Return the mentions of the entities in `text`, in order, none overlapping another."""
    types: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    for entity in entities:
        for name in entity["names"]:  # type: ignore[attr-defined]  # JSON of claims.md: a list of strings
            for short in _shorten(str(name)):
                if len(short) > 1 and short.lower() not in PRONOUNS:
                    types.setdefault(short, set()).add(str(entity["type"]))
                    owners.setdefault(short, set()).add(str(entity["id"]))
    taken: list[_Found] = []
    covered = [False] * (len(text) + 1)
    named = {name for name in types if name[:1].isupper()}
    for name in sorted(types, key=lambda n: (_is_split(n, types[n]), -len(n), n)):
        flags = re.NOFLAG if name in named and " " not in name else re.IGNORECASE
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags):
            span = _free(match.start(), match.end(), covered)
            if span is None:
                continue
            kind = _kind(types[name], text[: match.start()][-20:])
            owner = min(owners[name]) if len(owners[name]) == 1 else ""
            taken.append(_Found(*span, kind, owner))
            covered[span[0] : span[1]] = [True] * (span[1] - span[0])
    return sorted(taken, key=lambda f: f.start)


def _shorten(name: str) -> list[str]:
    """Return the name without determiner and, when a common noun heads it, without what follows; both of a pair."""
    pair = _PAIR.fullmatch(name)
    if pair:
        return [pair.group(1), pair.group(2)]
    name = DETERMINER.sub("", name.strip())
    for cut in TAIL.finditer(name):
        before = name[: cut.start()].split()
        if before and (before[-1].islower() or cut.group().strip() in {",", "("}):
            return [name[: cut.start()]]
    return [name]


def _is_split(name: str, kinds: set[str]) -> bool:
    """Tell whether the name is a description that may hold another's name: `Taliban fighters`."""
    return name != name.lower() and name.rsplit(maxsplit=1)[-1].islower() and " " in name and kinds <= _SPLIT_OUTER


def _free(start: int, end: int, covered: list[bool]) -> tuple[int, int] | None:
    """Return the part at the end of `[start, end)` that no other mention covers, or None."""
    if covered[end - 1]:
        return None
    at = end
    while at > start and not covered[at - 1]:
        at -= 1
    if at > start and covered[at - 1]:
        return (at + 1, end) if end - at > 1 else None
    return (start, end)


def _kind(kinds: set[str], before: str) -> str:
    """Return the type of a mention; a name that is both place and state is a place after a preposition."""
    if kinds == {"place", "state"}:
        return "place" if PLACE_BEFORE.search(before) else "state"
    return min(kinds)


def _example(text: str, sentence: Span, found: list[_Found]) -> Example:
    """Return one sentence with BIO labels of both heads."""
    spans = tokenize(text, sentence.start, sentence.end)
    words = tuple(text[a:b] for a, b in spans)
    mentions: list[str | None] = [
        None if i and word[:1].isupper() and word != "I" else "O" for i, word in enumerate(words)
    ]
    names = list(mentions)
    for one in found:
        inside = [i for i, (a, b) in enumerate(spans) if a < one.end and one.start < b]
        for nth, i in enumerate(inside):
            mentions[i] = f"{'I' if nth else 'B'}-{one.kind}"
        _set_names(names, words, inside, one.kind)
    return Example(words, "claims", {"mentions": tuple(mentions), "names": tuple(names)})


def _set_names(names: list[str | None], words: tuple[str, ...], inside: list[int], kind: str) -> None:
    """Write the labels of the names head for one mention; titles, and what may be a name or not, stay unlabelled."""
    is_name = bool(inside) and words[inside[-1]][:1].isupper()
    titles = [i for i in inside if words[i] in TITLES] if kind == "person" else []
    first = max(titles, default=-1) + 1
    mark = "B"
    for i in inside:
        capital = words[i][:1].isupper()
        if not is_name or kind not in NAME_OF or i < first:
            names[i] = None if capital else "O"
        else:
            names[i] = f"{mark}-{NAME_OF[kind]}"
            mark = "I"

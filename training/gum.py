"""Names of persons, organisations and places from GUM's entity annotation (MISC `Entity=`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from training.example import blocks
from training.words import NAME_JOINTS, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
Row = list[str]
"""The columns of a word in CoNLL-U."""
_BRACKET = re.compile(r"\(([^()]+)(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Entity:
    """One annotated mention: words `[start, end)`, GUM's type, the word that heads it, and the number of its entity."""

    start: int
    end: int
    kind: str
    head: int
    ident: str


def sentences(path: Path) -> dict[str, list[Row]]:
    """Return sentence id to the rows of its words; multiword ranges and empty nodes are left out."""
    found: dict[str, list[Row]] = {}
    for lines in blocks(path):
        ident = next((line[12:].strip() for line in lines if line.startswith("# sent_id = ")), "")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        found[ident] = [row for row in rows if row[0].isdigit()]
    return found


def names(rows: Sequence[Row]) -> tuple[str | None, ...]:
    """Return the BIO labels of names: the proper nouns round the head of each named entity, longer names first.

    A people or a group that GUM counts as a person ("the Taliban") is left unlabelled.
    """
    labels: list[str | None] = ["O"] * len(rows)
    entities = [replace(one, kind=_TYPES[one.kind]) for one in every_entity(rows) if one.kind in _TYPES]
    names = [(*_name(rows, one), one.kind) for one in entities if rows[one.head][3] == "PROPN"]
    for start, end, kind in sorted(names, key=lambda name: name[0] - name[1]):
        if start < end and all(label == "O" for label in labels[start:end]):
            is_people = kind == "PER" and start > 0 and rows[start - 1][1].lower() == "the"
            labels[start:end] = [None if is_people else f"{mark}-{kind}" for mark in "B" + "I" * (end - start - 1)]
    return tuple(labels)


def every_entity(rows: Sequence[Row]) -> Iterator[Entity]:
    """Yield the mentions of a sentence; one that reaches over its end is left out."""
    open_ones: dict[str, list[tuple[int, list[str]]]] = {}
    for at, row in enumerate(rows):
        misc = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for match in _BRACKET.finditer(misc):
            parts = match.group(1).split("-", 7) if match.group(1) else []
            if parts and not match.group(2):
                open_ones.setdefault(parts[0], []).append((at, parts))
                continue
            waiting = open_ones.get(match.group(3) or "", [])
            start, parts = (at, parts) if parts else waiting.pop() if waiting else (at, [])
            if len(parts) > 5 and parts[5].split(",")[0].isdigit():
                head = start + int(parts[5].split(",")[0]) - 1
                yield Entity(start, at + 1, parts[1], min(head, at), parts[0])


def _name(rows: Sequence[Row], one: Entity) -> tuple[int, int]:
    """Return the words `[start, end)` of the name inside a mention, without titles."""
    start, end = one.head, one.head + 1
    while start > one.start and _is_part(rows[start - 1], one.kind):
        start -= 1
    while end < one.end and _is_part(rows[end], one.kind):
        end += 1
    while start < end and (rows[start][3] != "PROPN" or (one.kind == "PER" and rows[start][1] in TITLES)):
        start += 1
    while end > start and rows[end - 1][3] != "PROPN":
        end -= 1
    return start, end


def _is_part(row: Row, kind: str) -> bool:
    """Tell whether a word may belong to a name: a proper noun or capitalised word, or a joint ("of" in no person)."""
    if row[3] == "PROPN" or (row[1][:1].isupper() and row[3] in {"ADJ", "NOUN", "VERB"}):
        return True
    return row[1].lower() in NAME_JOINTS and not (kind == "PER" and row[1].lower() in {"of", "the", "for", "and"})

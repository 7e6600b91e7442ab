"""Readings in plain lines, as the tables of these tests write them.

    attack | actor=Kenya | target=Obock+Tadjoura | killed=2..5 | by=Uganda>Reuters | on=2024-05-06 | alleged | planned

The type, the roles with their values by the name to show, the speakers from the innermost, the time; certainty and
status where they are not "stated" and "actual".
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tacitus.model.count import Count
from tacitus.model.document import Document, document_id, sha256_of
from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.model.claim import Claim
    from tacitus.model.reading import Reading

#: Thursday: "on Monday" is 6 May.
PUBLISHED = date(2024, 5, 9)
#: Roles whose wording is free.
_FREE = frozenset({"role", "topic", "media", "count"})


def document(text: str, published: date | None = PUBLISHED) -> Document:
    """Return a document of English text."""
    sha = sha256_of(text.encode("utf-8", "surrogatepass"))
    return Document(document_id(sha), text, sha, published=published)


def lines(reading: Reading) -> list[str]:
    """Return one line a claim, in order."""
    return [_line(claim, reading.names()) for claim in reading.claims]


def _line(claim: Claim, names: Mapping[str, str]) -> str:
    roles = dict.fromkeys(arg.role for arg in claim.args)
    parts = [claim.type]
    parts += [f"{role}={'+'.join(_plain(v, names) for v in claim.values(role))}" for role in roles]
    if claim.source.speakers:
        parts.append("by=" + ">".join(names[s] for s in claim.source.speakers))
    if claim.time:
        parts.append(f"on={claim.time}")
    parts += [str(claim.certainty)] if claim.certainty is not Certainty.STATED else []
    parts += [str(claim.status)] if claim.status is not Status.ACTUAL else []
    return " | ".join(parts)


def _plain(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, Count):
        return str(value.min) if value.min == value.max else f"{value.min}..{value.max}"
    return names.get(value, value) if isinstance(value, str) else str(value)


def makes(reading: Reading, line: str) -> bool:
    """Tell whether a reading makes a claim that a line describes, names by any part of them.

    Every role of the line must have as many values as there, each with the words of the line in one of its names;
    the first speaker, the time, certainty and status must be those of the line. Free wording (`role`, `topic`,
    `media`) and `count` are not compared.
    """
    return any(_is(claim, reading, line) for claim in reading.claims)


def _is(claim: Claim, reading: Reading, line: str) -> bool:
    type_, *parts = line.split(" | ")
    wanted = dict(part.split("=", 1) for part in parts if "=" in part)
    speaker, time = wanted.pop("by", "").partition(">")[0], wanted.pop("on", None)
    words = {part for part in parts if "=" not in part} | {str(Certainty.STATED), str(Status.ACTUAL)}
    known = {entity.id: entity.names for entity in reading.entities}
    return (
        claim.type == type_
        and {str(claim.certainty), str(claim.status)} <= words
        and len({str(claim.certainty), str(claim.status)} - {"stated", "actual"}) == len(words) - 2
        and (str(claim.time) if claim.time else None) == time
        and _fits(speaker, known.get(claim.source.innermost or "", ()))
        and all(_same(claim, role, value.split("+"), known) for role, value in wanted.items() if role not in _FREE)
    )


def _fits(words: str, names: tuple[str, ...]) -> bool:
    """Tell whether the words stand in a name; no words fit nobody alone."""
    return any(words.lower() in name.lower() for name in names) if words else not names


def _same(claim: Claim, role: str, wanted: list[str], known: Mapping[str, tuple[str, ...]]) -> bool:
    values = claim.values(role)
    return len(values) == len(wanted) and all(
        any(_value_fits(value, words, known) for value in values) for words in wanted
    )


def _value_fits(value: object, words: str, known: Mapping[str, tuple[str, ...]]) -> bool:
    if isinstance(value, Count):
        return _plain(value, {}) == words
    return isinstance(value, str) and _fits(words, known.get(value, (value,)))

"""What is compared: a document's entities and claims, the gold ones and those of the reader in the same shape."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tacitus.export.claims_json import to_json
from tacitus.model.span import Span, merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.model.reading import Reading

#: A filled role: its name, and an entity id or the bounds of a count.
Filled = tuple[str, str | tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of one document: its id, type and names, best name first."""

    id: str
    type: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it is compared.

    Attributes:
        kind: "event" or "relation".
        type: Claim type.
        args: Filled roles in order; words and flags are left out, as nobody scores them.
        evidence: Its words, in order, overlaps joined.
        time: EDTF, or None.
        source: Entity ids, innermost speaker first.
        certainty: As in the contract.
        status: As in the contract.
        confidence: How sure the reader is, [0, 1]; None for gold.
    """

    kind: str
    type: str
    args: tuple[Filled, ...]
    evidence: tuple[Span, ...]
    time: str | None
    source: tuple[str, ...]
    certainty: str
    status: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with what is marked in it.

    Attributes:
        id: Id of the document.
        title: Headline, or None.
        text: What offsets refer to.
        things: Entities.
        claims: Claims, in the order in which they were given.
    """

    id: str
    title: str | None
    text: str
    things: tuple[Thing, ...]
    claims: tuple[Told, ...]

    def at_least(self, sure: float) -> Paper:
        """Return the paper with the claims alone of which the reader is at least so sure."""
        return replace(self, claims=tuple(c for c in self.claims if (c.confidence or 0.0) >= sure))


def paper_of(reading: Reading) -> Paper:
    """Return a reading as a paper, by way of the JSON that others score."""
    data = to_json(reading)
    things, claims = map(thing_in, data["entities"]), map(told_in, data["claims"])
    return Paper(reading.document.id, reading.document.title, data["text"], tuple(things), tuple(claims))


def thing_in(data: Mapping[str, Any]) -> Thing:
    """Return an entity of section 7 JSON.

    Raises:
        KeyError: If a part is missing.
    """
    return Thing(str(data["id"]), str(data["type"]), tuple(map(str, data["names"])))


def told_in(data: Mapping[str, Any]) -> Told:
    """Return a claim of section 7 JSON; left out, it is "stated", "actual", undated and in the author's own voice.

    Raises:
        KeyError: If a part is missing.
        TypeError: If a part has another shape.
        InvalidValueError: If a span is none.
    """
    return Told(
        kind=str(data["kind"]),
        type=str(data["type"]),
        args=tuple(_filled(data["args"])),
        evidence=merge(Span(int(start), int(end)) for start, end in data["evidence"]),
        time=data.get("time") or None,
        source=tuple(data.get("source") or ()),
        certainty=data.get("certainty") or "stated",
        status=data.get("status") or "actual",
        confidence=data.get("confidence"),
    )


def _filled(args: Mapping[str, Any]) -> list[Filled]:
    found: list[Filled] = []
    for role, values in args.items():
        for value in values if isinstance(values, list) else [values]:
            if role in _UNSCORED:
                continue
            if isinstance(value, dict):
                found.append((role, (value.get("min"), value.get("max"))))
            elif isinstance(value, str):
                found.append((role, value))
    return found


#: Roles that are not scored: two people word them in two ways.
_UNSCORED = frozenset({"role", "topic", "ended"})

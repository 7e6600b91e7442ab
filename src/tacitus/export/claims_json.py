"""Readings as the JSON of the claim contract, section 7, and back.

What the contract does not carry stays behind: author, language, blocks, links, problems, the reader's versions, the
step that made a claim, and the words of a count. Everything else comes back equal.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from tacitus.errors import InvalidValueError
from tacitus.model.claim import Argument, Claim, Value
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import COUNT_ROLES, Certainty, Status
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.model.where_json import where_in, where_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: A JSON object. Its values are checked one by one when it is read.
Object = dict[str, Any]


def to_json(reading: Reading) -> Object:
    """Return a reading as the JSON object of section 7: document, text, entities, claims."""
    document = reading.document
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "published": document.published.isoformat() if document.published else None,
            "outlet": document.outlet,
            "url": document.url,
            "sha256": document.sha256,
        },
        "text": document.text,
        "entities": [_entity_out(entity) for entity in reading.entities],
        "claims": [_claim_out(claim) for claim in reading.claims],
    }


def dumps(reading: Reading, *, indented: bool = False) -> str:
    """Return the JSON of a reading as text: on one line, or indented by two for people to read."""
    if indented:
        return json.dumps(to_json(reading), ensure_ascii=False, indent=2)
    return json.dumps(to_json(reading), ensure_ascii=False, separators=(",", ":"))


def from_json(data: Mapping[str, Any]) -> Reading:
    """Return the reading that a section 7 object holds.

    Claims keep the ids they carry. A document without `sha256` gets the hash of its text in UTF-8.

    Raises:
        InvalidValueError: If a part is missing or is not what the contract allows. The message names the part.
    """
    try:
        return Reading(
            document=_document_in(data["document"], data["text"]),
            entities=tuple(_entity_in(entity) for entity in data["entities"]),
            claims=tuple(_claim_in(claim) for claim in data["claims"]),
        )
    except KeyError as error:
        raise InvalidValueError("claims JSON", sorted(data), f"an object with {error}", _ADVICE) from error
    except (TypeError, AttributeError) as error:
        raise InvalidValueError("claims JSON", type(data).__name__, f"the shapes of section 7 ({error})") from error


_ADVICE = "See docs/formats.md for all parts."


def _entity_out(entity: Entity) -> Object:
    return {
        "id": entity.id,
        "type": str(entity.type),
        "names": list(entity.names),
        "mentions": _spans_out(entity.mentions),
        **({"where": where_out(entity.where)} if entity.where else {}),
    }


def _claim_out(claim: Claim) -> Object:
    args: dict[str, list[object]] = {}
    for arg in claim.args:
        args.setdefault(arg.role, []).append(_value_out(arg.value))
    return {
        "id": claim.id,
        "kind": str(claim.kind),
        "type": claim.type,
        "args": args,
        "time": claim.time.edtf if claim.time else None,
        **({"anchor": claim.anchor} if claim.anchor else {}),
        "source": list(claim.source.speakers),
        "certainty": str(claim.certainty),
        "status": str(claim.status),
        "evidence": _spans_out(claim.evidence),
        "confidence": claim.confidence,
    }


def _value_out(value: Value) -> object:
    if not isinstance(value, Count):
        return value
    who = {"who": value.who} if value.who else {}
    return {"min": value.min, "max": value.max, **who}


def _spans_out(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _document_in(data: Object, text: str) -> Document:
    published = data.get("published")
    return Document(
        id=data["id"],
        text=text,
        sha256=data.get("sha256") or sha256_of(text.encode("utf-8", "surrogatepass")),
        title=data.get("title"),
        published=_day(published) if published else None,
        outlet=data.get("outlet"),
        url=data.get("url"),
    )


def _entity_in(data: Object) -> Entity:
    kind = _member(EntityType, "entity type", data["type"])
    where = where_in(data["where"]) if data.get("where") else None
    return Entity(data["id"], kind, tuple(data["names"]), _spans_in(data.get("mentions", ())), where)


def _claim_in(data: Object) -> Claim:
    args = [Argument(role, _value_in(role, value)) for role, values in data["args"].items() for value in values]
    return Claim(
        id=data["id"],
        type=data["type"],
        args=tuple(args),
        evidence=_spans_in(data["evidence"]),
        time=When(data["time"]) if data.get("time") else None,
        source=SourceChain(tuple(data.get("source", ()))),
        certainty=_member(Certainty, "certainty", data["certainty"]),
        status=_member(Status, "status", data["status"]),
        confidence=data.get("confidence"),
        anchor=data.get("anchor", ""),
    )


def _value_in(role: str, value: Any) -> Value:  # noqa: ANN401 - straight from json.loads; Claim checks it
    if role in COUNT_ROLES:
        return Count(value.get("min"), value.get("max"), value.get("who"))
    checked: Value = value
    return checked


def _spans_in(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise InvalidValueError("publication date", given, "YYYY-MM-DD, or null when it is unknown") from error


E = TypeVar("E", bound=StrEnum)


def _member(kind: type[E], what: str, given: str) -> E:
    try:
        return kind(given)
    except ValueError as error:
        raise InvalidValueError(what, given, ", ".join(kind)) from error

"""What must hold before a reading may be entered, whatever the store."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from tacitus.errors import InvalidValueError
from tacitus.ledger.reading_json import Encoded, encoded
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.model.reading import Reading

T = TypeVar("T")
_UNKEPT = re.compile("[\ud800-\udfff\x00]")


def accepted(reading: Reading) -> tuple[Reading, Encoded]:
    """Return the reading in the form in which it is kept, without lone surrogates and NUL; and that form as JSON.

    Raises:
        InvalidValueError: If a span lies outside the text, ids of entities are not unique, a claim speaks of an
            entity that is not there, or a confidence is not in [0, 1].
    """
    _check_entities(reading)
    _check_spans(reading)
    _check_claims(reading)
    written = encoded(reading)
    # Both stand in the JSON as escapes, so that there is no need to look at every string of most readings.
    if "\\ud" not in written.whole and "\\u0000" not in written.whole:
        return reading, written
    kept = well_formed(reading)
    return kept, encoded(kept)


def well_formed(value: T) -> T:
    """Return a value of the model with U+FFFD for what no database can keep; the value itself if it has no such thing.

    Lone surrogates have no UTF-8 (RFC 3629, section 3); PostgreSQL keeps no NUL in texts.
    """
    return _replaced(value) if any(_UNKEPT.search(s) for s in _strings(value)) else value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if not value.isascii() or "\0" in value:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    else:
        for name in _fields(type(value)):
            yield from _strings(getattr(value, name))


def _replaced(value: Any) -> Any:  # noqa: ANN401 - whatever goes in comes out, type by type
    if isinstance(value, str):
        return _UNKEPT.sub("\ufffd", value) if _UNKEPT.search(value) else value
    if isinstance(value, tuple):
        return tuple(map(_replaced, value))
    names = _fields(type(value))
    return replace(value, **{name: _replaced(getattr(value, name)) for name in names}) if names else value


#: Fields by dataclass, found once each; spans hold no strings, and there are many.
_FIELDS: dict[type, tuple[str, ...]] = {Span: ()}


def _fields(kind: type) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in fields(kind) if f.init) if is_dataclass(kind) else ()
    return _FIELDS[kind]


def _check_entities(reading: Reading) -> None:
    ids = [e.id for e in reading.entities]
    if len(set(ids)) < len(ids):
        raise InvalidValueError("list of entities", " ".join(ids), "ids that are unique in the document")
    for entity in reading.entities:
        if not entity.names:
            raise InvalidValueError("entity", entity.id, "an entity with at least one name")


def _check_spans(reading: Reading) -> None:
    length = len(reading.document.text)
    if max((span.end for _, spans in _spans(reading) for span in spans), default=0) <= length:
        return
    for what, span in ((what, span) for what, spans in _spans(reading) for span in spans):
        if span.end > length:
            given = (span.start, span.end)
            raise InvalidValueError(f"span of {what}", given, f"a span inside the text of {length} code points")


def _spans(reading: Reading) -> Iterator[tuple[str, Sequence[Span]]]:
    for entity in reading.entities:
        yield f"entity {entity.id}", entity.mentions
    for claim in reading.claims:
        yield f"claim {claim.id}", claim.evidence
        for origin in claim.trace:
            yield f"trace of claim {claim.id}", origin.spans
    yield "a block", [block.span for block in reading.document.blocks]
    yield "a link", [link.span for link in reading.document.links]


def _check_claims(reading: Reading) -> None:
    ids = {e.id for e in reading.entities}
    for claim in reading.claims:
        strangers = [e for e in claim.entities() if e not in ids]
        if strangers:
            raise InvalidValueError(f"entity of claim {claim.id}", strangers[0], "an id of the reading's entities")
        if claim.confidence is not None and not 0 <= claim.confidence <= 1:
            raise InvalidValueError(f"confidence of claim {claim.id}", claim.confidence, "a number in [0, 1]")

"""A reading as the JSON that the log keeps, and back, without loss: text, blocks, links, traces, problems and all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tacitus.ledger.claim_json import claim_in, claim_out, dumps, entity_in, entity_out, spans_in, spans_out
from tacitus.model.capture import Capture
from tacitus.model.document import Block, BlockKind, Document, Link
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.span import Span
from tacitus.model.trace import trace_in, trace_out

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Fields of a document that are strings or None, kept as they are.
_PLAIN = ("id", "text", "sha256", "title", "author", "outlet", "url", "language", "media_type", "published_at")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A reading as JSON, with those parts of it that rows of the projection hold too.

    Attributes:
        whole: The JSON object.
        claims: JSON of each claim without its trace, in order.
        entities: Ids to the JSON of each entity without its mentions.
    """

    whole: str
    claims: tuple[str, ...]
    entities: Mapping[str, str]


def encoded(reading: Reading) -> Encoded:
    """Return a reading as JSON; each claim and entity is written once."""
    d = reading.document
    claims = tuple([dumps(claim_out(claim)) for claim in reading.claims])
    entities = {e.id: dumps(entity_out(e)) for e in reading.entities}
    head = {
        **{name: getattr(d, name) for name in _PLAIN},
        "published": d.published.isoformat() if d.published else None,
        "blocks": [[b.kind, b.span.start, b.span.end] for b in d.blocks],
        "links": [[k.span.start, k.span.end, k.url] for k in d.links],
        "problems": [problem_out(p) for p in reading.problems],
        "reader": reading.reader,
        "mentions": [spans_out(e.mentions) for e in reading.entities],
        "traces": [trace_out(c.trace) for c in reading.claims],
    }
    lists = f'"entities":[{",".join(entities.values())}],"claims":[{",".join(claims)}]'
    return Encoded(f"{dumps(head)[:-1]},{lists}}}", claims, entities)


def reading_in(data: Mapping[str, Any]) -> Reading:
    """Return the reading that such an object holds."""
    published = date.fromisoformat(data["published"]) if data["published"] else None
    document = Document(
        **{name: data[name] for name in _PLAIN},
        published=published,
        blocks=tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in data["blocks"]),
        links=tuple(Link(Span(start, end), url) for start, end, url in data["links"]),
    )
    entities = zip(data["entities"], data["mentions"], strict=True)
    claims = zip(data["claims"], data["traces"], strict=True)
    return Reading(
        document,
        tuple(entity_in(entity, spans_in(mentions)) for entity, mentions in entities),
        tuple(claim_in(claim, trace_in(trace)) for claim, trace in claims),
        tuple(problem_in(p) for p in data["problems"]),
        data["reader"],
    )


def problem_out(problem: Problem) -> list[str]:
    """Return a problem as a JSON list."""
    return [problem.place, problem.step, problem.message, problem.advice]


def problem_in(data: list[str]) -> Problem:
    """Return the problem that such a list holds."""
    return Problem(*data)


def capture_out(capture: Capture) -> dict[str, Any]:
    """Return a capture record as a JSON object."""
    return {
        "uri": capture.uri,
        "final_uri": capture.final_uri,
        "headers": [list(pair) for pair in capture.headers],
        "retrieved": capture.retrieved.isoformat() if capture.retrieved else None,
        "tool": capture.tool,
        "sha256": capture.sha256,
    }


def capture_in(data: Mapping[str, Any]) -> Capture:
    """Return the capture record that such an object holds."""
    retrieved = datetime.fromisoformat(data["retrieved"]) if data["retrieved"] else None
    headers = tuple((name, value) for name, value in data["headers"])
    return Capture(data["uri"], data["sha256"], data["tool"], retrieved, data["final_uri"], headers)

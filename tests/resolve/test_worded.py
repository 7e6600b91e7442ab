"""Words of a value: what people wrote is changed, what machines read is not."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules

import tacitus.model
from tacitus.model.capture import Capture
from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, Link
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where
from tacitus.resolve.worded import _BARE, worded

#: Dataclasses of the model that no reading, judgement or document holds.
_ELSEWHERE = {"Place", "Incident", "Member", "IncidentLink"}


def shout(text: str) -> str:
    """Return the text changed, whatever it is."""
    return f"{text}!"


def test_a_claim() -> None:
    """Text roles and words of counts; not ids, types, times, sources."""
    count = Count(2, 3, "e2", "two or three")
    args = (Argument("subject", "e1"), Argument("role", "teacher"))
    claim = Claim("c1", "leads", args, (Span(0, 3),), When("2019"), SourceChain(("e2",)), made_by="relations@1")
    assert worded(claim, shout) == Claim(
        "c1",
        "leads",
        (args[0], Argument("role", "teacher!")),
        claim.evidence,
        claim.time,
        claim.source,
        made_by="relations@1",
    )
    assert worded(Argument("killed", count), shout).value == Count(2, 3, "e2", "two or three!")


def test_a_document() -> None:
    """All that people read, addresses too; not hashes, kinds and raw bytes."""
    capture = Capture("a.txt", "ab", "tacitus/9", None, "b.txt", (("etag", "x"),))
    document = Document(
        "d1", "One.", "ab", "T", None, "A", "O", "u", "en", "text/plain", (Block(BlockKind.TITLE, Span(0, 3)),)
    )
    found = worded(
        Document(**{f.name: getattr(document, f.name) for f in fields(document)} | {"raw": b"x", "capture": capture}),
        shout,
    )
    assert (found.id, found.text, found.title, found.author, found.outlet, found.url) == (
        "d1!",
        "One.!",
        "T!",
        "A!",
        "O!",
        "u!",
    )
    assert (found.sha256, found.language, found.media_type, found.blocks, found.raw) == (
        "ab",
        "en",
        "text/plain",
        document.blocks,
        b"x",
    )
    assert found.capture == Capture("a.txt!", "ab", "tacitus/9", None, "b.txt!", (("etag!", "x!"),))
    assert worded(Link(Span(0, 1), "u"), shout) == Link(Span(0, 1), "u!")


def test_an_entity_with_a_place() -> None:
    """Its names and those of the place; not ids and countries."""
    candidate = Candidate("geonames:1", "Tirsa", "town", "SY", 0.9, Point(1, 2, 3))
    entity = Entity(
        "e1", EntityType.PLACE, ("Tirsa",), (Span(0, 5),), Where("Tirsa", ("Orvand",), "near", (candidate,))
    )
    found = worded(entity, shout)
    assert (found.id, found.type, found.names, found.mentions) == ("e1", EntityType.PLACE, ("Tirsa!",), entity.mentions)
    assert found.where == Where(
        "Tirsa!", ("Orvand!",), "near", (Candidate("geonames:1", "Tirsa!", "town", "SY", 0.9, Point(1, 2, 3)),)
    )


def test_a_judgement() -> None:
    """Its reason, author and data; and what it is about, since a graded source goes by its name."""
    moment = datetime(2023, 5, 20, tzinfo=UTC)
    judgement = Judgement(("source:a",), Verdict.EDIT, "B", "A", moment, data={"topic": "x", "n": [1, None]})
    expected = Judgement(("source:a!",), Verdict.EDIT, "B!", "A!", moment, data={"topic!": "x!", "n!": [1, None]})
    assert worded(judgement, shout) == expected


def test_json() -> None:
    """Lists, mappings and their keys; numbers and nothing stay."""
    assert worded({"a": ["b", 1, {"c"}, None, True]}, shout) == {"a!": ["b!", 1, {"c!"}, None, True]}


def test_nothing_changes() -> None:
    """The very same value comes back."""
    entity = Entity("e1", EntityType.PERSON, ("Adan Rask",))
    assert worded(entity, str) is entity


def test_every_bare_field_is_there() -> None:
    """A field of the model that is renamed is renamed in the table too."""
    for kind, names in _BARE.items():
        assert is_dataclass(kind)
        assert set(names or ()) <= {f.name for f in fields(kind)}


def test_every_noun_with_ids_is_known() -> None:
    """A dataclass of the model with a field named "id" or "sha256" says which of its strings are no words."""
    found = set()
    for module in iter_modules(tacitus.model.__path__):
        for name, kind in getmembers(import_module(f"tacitus.model.{module.name}"), isclass):
            if is_dataclass(kind) and {"id", "sha256"} & {f.name for f in fields(kind)}:
                found.add(name)
    assert found - {kind.__name__ for kind in _BARE} <= _ELSEWHERE

"""Ledgers to try: made-up readings with raw bytes and capture records, and every kind of entry among them.

Nothing in them comes from a real report; the same numbers give the same readings.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.redaction import Order, redact_document
from tacitus.model.capture import Capture
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.document import Block, BlockKind, Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ledger.contract import Store

#: The moment from which they are recorded.
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
_FIRST = ("Tide", "North", "Harbour", "Highland", "River", "Eagle", "Salt", "Reed")
_LAST = ("Front", "Guard", "Army", "Brigade", "Union", "Council")
_TOWNS = ("Mirzakh", "Dura", "Port Salem", "Kelbar", "Oshna", "Tarif")
_DEEDS = ("shelled", "attacked", "entered", "left")


def made_up(number: int, claims: int = 4, name: str = "report") -> Reading:
    """Return a made-up reading with raw bytes: its document has the id `NAME-NUMBER`.

    Args:
        number: Of the document; everything in it depends on number and name.
        claims: How many claims, one a sentence.
        name: What the id of the document begins with.
    """
    chance = random.Random(f"{name} {number}")  # noqa: S311 - made-up reports, no secrets
    said = [_said(chance, number, seq) for seq in range(claims)]
    text = "\n".join(sentence for sentence, _ in said)
    raw = f"<html><p>{text.replace(chr(10), '</p><p>')}</p></html>".encode()
    sha256 = sha256_of(raw)
    names = dict.fromkeys(name for _, words in said for name in words)
    ids = {name: f"e{i}" for i, name in enumerate(names, 1)}
    entities = tuple(Entity(ids[name], _type(name), (name,), (_first(text, name),)) for name in names)
    by_id = {id_: name for name, id_ in ids.items()}
    made, blocks, start = [], [], 0
    for sentence, (actor, town, speaker) in said:
        span = Span(start, start + len(sentence))
        args = (Argument("actor", ids[actor]), Argument("place", ids[town]))
        time, source = When(_day(number).isoformat()), SourceChain((ids[speaker],))
        draft = Claim("", "attack", args, (span,), time, source, confidence=0.75, made_by="made@1")
        made.append(replace(draft, id=claim_id(sha256, draft, by_id)))
        blocks.append(Block(BlockKind.PARAGRAPH, span))
        start = span.end + 1
    document = Document(
        id=f"{name}-{number}",
        text=text,
        sha256=sha256,
        published=_day(number),
        outlet=f"{_FIRST[number % len(_FIRST)]} Wire",
        media_type="text/html",
        blocks=tuple(blocks),
        raw=raw,
        capture=Capture(f"https://wire.example/{name}/{number}", sha256, "made@1", START),
    )
    return Reading(document, entities, tuple(made), reader="made@1")


def fill(store: Store, documents: int) -> None:
    """Fill a ledger with made-up readings and every kind of entry: at least 2 entries a document.

    One document is retracted, one redacted; what resolution found, judgements, reviews and aliases stand between.
    """
    with store.writer("N. Oake") as writer:
        run = writer.begin_run("made@1", ["reports/"], START)
        for number in range(documents):
            reading, now = made_up(number), START + timedelta(minutes=number)
            writer.record(reading, now)
            same = Judgement((f"n{number:016}", f"n{number + 1:016}"), Verdict.UNSURE, "Alike.", "names@1", now, 0.5)
            writer.resolve(Findings(reading.id, "made@1"), [same] if number % 2 else [], now)
            if number % 5 == 0:
                claim = reading.claims[0].id
                writer.judge(Judgement((claim,), Verdict.ACCEPT, "The video shows it.", "N. Oake", now))
            if number % 7 == 0:
                writer.problem(Problem(f"scan-{number}.bin", "read", "It is no text.", "Give a text."), now)
        now = START + timedelta(minutes=documents)
        writer.bring(AliasListRow("house", "house.tsv", "N. Oake", now, ({"name": "Tide Front", "alias": "TF"},)))
        if documents > 2:
            writer.retract("report-1", "The outlet took it back.", now)
        writer.end_run(run, now)
    if documents > 2:
        redact_document(store.books, "report-2", Order("The witness asked for it.", "N. Oake", now))


def _said(chance: random.Random, number: int, seq: int) -> tuple[str, Sequence[str]]:
    actor = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    town, speaker = chance.choice(_TOWNS), f"Speaker {chance.randrange(1000)}"
    sentence = f"{actor} {chance.choice(_DEEDS)} {town}, as {speaker} said in note {number}.{seq}."
    return sentence, (actor, town, speaker)


def _type(name: str) -> EntityType:
    if name in _TOWNS:
        return EntityType.PLACE
    return EntityType.PERSON if name.startswith("Speaker") else EntityType.GROUP


def _first(text: str, name: str) -> Span:
    start = text.index(name)
    return Span(start, start + len(name))


def _day(number: int) -> date:
    return date(2020, 1, 1) + timedelta(days=number % 1000)

"""A ledger in which many things name one private person, and what its files and views hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ledger.histories import shown
from tests.ledger.samples import Said, at, report

from tacitus.export.lines import row_line
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.redaction import Order
from tacitus.model.capture import Capture
from tacitus.model.document import sha256_of
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.records import key_of, records

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store
    from tacitus.model.reading import Reading

#: A private person with a name of letters that stand nowhere else, and an armed group.
NAME = "Zyxophar Quillembaum"
PARTS = ("zyxophar", "quillembaum")
WHY = Order("It was asked for.", "N. Oake", at(90))


def with_raw(id_: str, *said: Said, outlet: str | None = None, reader: str = "r@1") -> Reading:
    """Return a reading with raw bytes and a capture record."""
    reading = report(id_, *said, outlet=outlet, reader=reader)
    raw = f"<p>{reading.document.text}</p>".encode()
    capture = Capture(f"https://wire.example/{id_}", sha256_of(raw), "t@1", at(0))
    return replace(reading, document=replace(reading.document, raw=raw, sha256=sha256_of(raw), capture=capture))


HERS = with_raw("market", Said(NAME, "Dura", time="2020-01-02"), Said("Tide Front", "Dura", killed=3))
OTHER = with_raw("harbour", Said("Tide Front", "Port Salem", time="2020-01-03", source=("coast guard",)))
THEIRS = with_raw("ferry", Said("North Guard", NAME, time="2020-01-04"))


def fill_named(store: Store) -> None:
    """Fill a store with reports, judgements, aliases and problems, many of which name the person."""
    with store.writer("N. Oake") as writer:
        run = writer.begin_run("r@1", [f"in/{NAME}.html", "in/harbour.html"], at(0))
        for minute, reading in enumerate((HERS, OTHER, THEIRS)):
            writer.record(reading, at(minute))
        for minute, reading in enumerate((HERS, OTHER, THEIRS), 3):
            told = () if reading is OTHER else ({"who": NAME},)
            writer.resolve(Findings(reading.id, "v@1", records(reading), told), [], at(minute))
        same = (key_of("market", NAME), key_of("ferry", NAME))
        writer.judge(Judgement(same, Verdict.SAME, f"{NAME} is {NAME}.", "names@1", at(6), 0.9))
        for minute, reading in enumerate((HERS, OTHER), 7):
            claim = reading.claims[0].id
            writer.judge(Judgement((claim,), Verdict.ACCEPT, f"A video of {NAME}'s.", "N. Oake", at(minute)))
        entries = ({"name": NAME, "alias": "ZQ"}, {"name": "Tide Front", "alias": "TF"})
        writer.bring(AliasListRow("house", "house.tsv", "N. Oake", at(9), entries))
        writer.problem(Problem(f"{NAME}.bin", "read", "It is no text.", "Give a text."), at(10))
        writer.end_run(run, at(11))


def bytes_of(path: Path) -> bytes:
    """Return all bytes of a ledger's files in one case: database, write-ahead log, raw bytes, keys."""
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert any(file.name.endswith(".keys") for file in files)
    return b"\n".join(file.read_bytes() for file in files).lower()


def secrets_of(path: Path) -> dict[str, bytes]:
    """Return the keys of a ledger by their ids."""
    with closing(sqlite3.connect(f"{path}.keys")) as keys:
        return dict(keys.execute("SELECT id, secret FROM key"))


def words_of(store: Store) -> str:
    """Return everything that people can be shown, as words."""
    view = store.view()
    every = (shown(view), view.names(), [row_line(row) for row in view.claims()])
    return f"{every} {view.search('quillembaum')} {view.search('zyxophar')}".lower()

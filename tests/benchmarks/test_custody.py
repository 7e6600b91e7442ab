"""The benchmarks of custody: what they would say of a ledger that lost something, and that ours does not."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from benchmarks.crowd import CLAIMS, Done, Place, crowd, figures, troubles
from benchmarks.kills import Watch, killed
from benchmarks.ledgers import fill, made_up
from benchmarks.stores import Schemas, opened
from benchmarks.tamper import measured, table
from benchmarks.tampering import Place as Tampered
from tests.ledger.samples import at

from tacitus.ledger.check import accepted
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import Flaw, Verified, verify
from tacitus.model.document import sha256_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("number", [0, 7, 4321])
def test_made_up_readings_are_readings(number: int) -> None:
    """Spans are in the text, entities are known, the hash is that of the raw bytes; the same number gives the same."""
    reading = made_up(number, 9)
    assert accepted(reading)[0] == reading == made_up(number, 9)
    assert reading.document.raw is not None
    assert reading.document.sha256 == sha256_of(reading.document.raw)
    assert len(reading.claims) == len({claim.id for claim in reading.claims}) == 9
    assert all(e.name == e.mentions[0].of(reading.document.text) for e in reading.entities)


def test_a_filled_ledger_holds_every_kind_of_entry(tmp_path: Path) -> None:
    """So that each kind is tampered with."""
    with closing(opened(tmp_path)) as store:
        fill(store, 10)
        kinds = {entry.kind for entry in store.books.entries()}
        assert store.view().document("report-3")
        assert not store.view().has_document("report-1")
        assert not store.view().has_document("report-2")
    assert kinds == {
        "run",
        "run_end",
        "assert",
        "problem",
        "resolve",
        "judgement",
        "review",
        "aliases",
        "retract",
        "redact",
    }


def test_a_place_that_is_not_found_is_counted(tmp_path: Path) -> None:
    """What is found at the wrong place is found and not named; what is sound is neither."""
    with closing(opened(tmp_path)) as store:
        fill(store, 3)
        sound = verify(store.books)
    place = Tampered("author changed", 3)
    wrong = replace(sound, flaws=(Flaw(4, "it was changed."),))
    right = replace(sound, flaws=(Flaw(3, "it was changed."), Flaw(4, "so was this.")))
    assert [place.is_found(found) for found in (sound, wrong, right)] == [False, True, True]
    assert [place.is_named(found) for found in (sound, wrong, right)] == [False, False, True]
    assert not Tampered("raw", 3, "abcd").is_named(right)
    assert table([(place, found) for found in (sound, wrong, right)]).splitlines()[1].split()[-3:] == ["3", "2", "1"]


def test_tampering_is_taken_back(tmp_path: Path) -> None:
    """The next one finds the ledger as it was, files too."""
    with closing(opened(tmp_path)) as store:
        fill(store, 6)
        before: Verified = verify(store.books)
        assert len(measured(store, "sqlite", 18, seed=3)) == 18
        assert verify(store.books) == before
        assert before.is_sound


def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    """Really killed, three times."""
    watch = Watch(tmp_path, None)
    for after in (0.05, 0.2, -0.3):
        watch.look(killed(tmp_path, None, watch.next(), after))
    assert watch.checked.troubles == []
    assert watch.checked.kills == 3
    assert watch.checked.acknowledged > 1


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE claim SET reading = 99", "half there, with 0 of 11 claims"),
        ("DELETE FROM recording", "in the log and not shown"),
        ("DELETE FROM log WHERE seq = 2", "Entry 2: it is missing"),
    ],
)
def test_what_was_lost_is_told(tmp_path: Path, sql: str, said: str) -> None:
    """The benchmark can fail."""
    reading = made_up(10, 11)
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        with store.writer() as writer:
            writer.record_all([(reading, at(0)), (made_up(11, 12), at(0))])
            writer.record(made_up(12, 13), at(0))
        with store.books.db.transaction():
            store.books.db.run("DROP TRIGGER log_no_delete", {})
            store.books.db.run(sql, {})
    watch = Watch(tmp_path, None)
    watch.look([(reading.id, 10), ("r0123456789abcdef", 12)])
    assert any(said in trouble for trouble in watch.checked.troubles), watch.checked.troubles
    assert "kill 1: acknowledged and not in the log: r0123456789abcdef" in watch.checked.troubles


def test_raw_bytes_that_were_lost_are_told(tmp_path: Path) -> None:
    """A document without its raw bytes is not whole."""
    reading = made_up(10, 11)
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        with store.writer() as writer:
            writer.record(reading, at(0))
        store.books.raw.delete(list(store.books.raw.addresses()))
    watch = Watch(tmp_path, None)
    watch.look([(reading.id, 10)])
    assert f"kill 1: without its raw bytes: {reading.id}" in watch.checked.troubles


def test_a_small_crowd_loses_nothing(tmp_path: Path) -> None:
    """Two writers, a reader, for two seconds."""
    begin = time.time() + 3
    written, asked, wrong = crowd(Place(tmp_path, None, begin, begin + 2), 2, 1)
    assert wrong == []
    assert [done.errors for done in (*written, *asked)] == [[], [], []]
    assert all(done.ids for done in written)
    assert asked[0].seconds


def test_what_a_crowd_lost_is_told(tmp_path: Path) -> None:
    """Lost, in another order, or written twice."""
    with closing(opened(tmp_path)) as store:
        for writer_number, numbers in enumerate(((0, 1, 2), (1, 0))):
            with store.writer(f"writer {writer_number}") as writer:
                for number in numbers:
                    writer.record(made_up(number, CLAIMS, f"w{writer_number}"), at(number))
        first, second = Done(ids=["w0-0", "w0-1", "w0-2", "w0-3"]), Done(ids=["w1-0", "w1-1"])
        assert troubles(store, [first, second]) == [
            "lost: w0-3",
            "writer 1: out of order, or written without its knowing",
        ]


def test_figures_are_percentiles() -> None:
    """In milliseconds, over all processes."""
    told = figures("writes", [Done(seconds=[0.001] * 99), Done(seconds=[1.0], errors=["x"])], 10)
    assert told == "writes: 100, 10.0 a second; p50 1.0 ms, p99 990.0 ms, longest 1000 ms; 1 errors"


def test_schemas_are_none_without_a_server() -> None:
    """And addresses of their own with one."""
    assert Schemas(None)("kills") is None
    schema = Schemas("postgresql://me@host/db?sslmode=require")("kills")
    assert schema is not None
    assert schema.startswith("postgresql://me@host/db?sslmode=require&schema=bench")

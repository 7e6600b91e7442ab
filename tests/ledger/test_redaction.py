"""Redaction: what is destroyed is nowhere any more, the chain still verifies, and all else stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.ledger.histories import shown
from tests.ledger.named import (
    HERS,
    NAME,
    PARTS,
    WHY,
    bytes_of,
    fill_named,
    secrets_of,
    with_raw,
    words_of,
)
from tests.ledger.samples import Said, at

from tacitus.ledger import redaction
from tacitus.ledger.contract import Outcome
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.redaction import redact_document, redact_person
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import verify
from tacitus.model.judgement import Judgement, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store


def test_the_files_of_a_ledger_hold_the_name_before(kept: Path) -> None:
    """What the other tests look for can be found: the projection is not sealed."""
    assert all(part.encode() in bytes_of(kept) for part in PARTS)


def test_a_redacted_document_is_shown_nowhere(store: Store) -> None:
    """Its claims, names, search words and what was judged of it are gone; other documents stay."""
    fill_named(store)
    other = store.view().search("salem"), store.view().document("harbour")
    done = redact_document(store.books, "market", WHY)
    assert (done.documents, done.raws) == (("market",), 1)
    view = store.view()
    assert [d.id for d in view.documents()] == ["ferry", "harbour"]
    with pytest.raises(NotRecordedError):
        view.reading(HERS.id)
    with pytest.raises(NotRecordedError):
        view.claim(HERS.claims[0].id)
    assert (view.search("salem"), view.document("harbour")) == other
    assert not view.search("dura")
    assert [j.verdict for j in view.judgements()] == [Verdict.ACCEPT]
    assert not [d for d in store.view(at(2)).documents() if d.id == "market"]


def test_a_redacted_document_leaves_the_chain_sound(store: Store) -> None:
    """Its entries stay, and nobody can read them; the head only goes on."""
    fill_named(store)
    before = store.books.head()
    done = redact_document(store.books, "market", WHY)
    found = verify(store.books, before.hash)
    assert found.flaws == ()
    assert found.redacted == done.entries == 4  # the reading, what was found in it, two judgements
    assert store.books.head().seq == before.seq + 1


def test_a_redacted_document_is_gone_from_the_files(kept: Path) -> None:
    """From database, write-ahead log, raw bytes and keys; and so are the keys themselves."""
    with closing(SqliteStore(kept)) as store:
        redact_document(store.books, "ferry", WHY)
        redact_document(store.books, "market", WHY)
        before = secrets_of(kept)
        assert len(before) == len(set(before))
    text = bytes_of(kept)
    assert b"3 dead" not in text
    assert b"north guard" not in text
    assert HERS.document.sha256.encode() in _barred(kept)


def _barred(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as raw:
        return [row[0].encode() for row in raw.execute("SELECT sha256 FROM barred")]


def test_destroyed_keys_are_gone_from_the_files(kept: Path) -> None:
    """Whoever has a copy of the log and finds the key in a free page could open it."""
    before = secrets_of(kept)
    with closing(SqliteStore(kept)) as store:
        redact_document(store.books, "market", WHY)
    gone = set(before) - set(secrets_of(kept))
    assert len(gone) == 3
    raw = b"\n".join(file.read_bytes() for file in kept.parent.rglob("*") if file.is_file())
    assert not [key for key in gone if before[key] in raw]
    assert all(before[key] in raw for key in set(before) - gone)


@pytest.mark.parametrize("what", ["document", "person"])
def test_rebuilding_brings_nothing_back(store: Store, what: str) -> None:
    """All that is shown is equal, today and at every earlier moment."""
    fill_named(store)
    _redact(store, what)
    moments = (None, *(at(minute) for minute in range(12)))
    before = [shown(store.view(moment)) for moment in moments]
    rebuild(store.books)
    assert [shown(store.view(moment)) for moment in moments] == before


@pytest.mark.parametrize("what", ["document", "person"])
def test_redacted_bytes_are_not_taken_in_again(store: Store, what: str) -> None:
    """Whoever reads the same file again adds nothing, under any id, also after a rebuild."""
    fill_named(store)
    _redact(store, what)
    rebuild(store.books)
    head = store.books.head()
    with store.writer() as writer:
        again = replace(HERS, document=replace(HERS.document, id="again"), reader="r@2")
        assert writer.record_all([(HERS, at(95)), (again, at(96))]) == (Outcome.WITHHELD, Outcome.WITHHELD)
        assert writer.record(with_raw("late", Said("North Guard")), at(97)) is Outcome.NEW
    assert store.books.head().seq == head.seq + 1


def _redact(store: Store, what: str) -> None:
    if what == "document":
        redact_document(store.books, "market", WHY)
    else:
        redact_person(store.books, [NAME], WHY)


def test_every_reading_of_a_document_is_redacted(store: Store) -> None:
    """Superseded ones and what was said of it later go too."""
    corrected = replace(HERS, reader="r@2", claims=HERS.claims[:1])
    with store.writer() as writer:
        writer.record_all([(HERS, at(0)), (corrected, at(1)), (HERS, at(2))])
        writer.retract("market", f"{NAME} asked for it.", at(3))
    redact_document(store.books, "market", WHY)
    assert verify(store.books).redacted == 4
    assert not store.view().documents()
    assert "zyxophar" not in words_of(store)
    with pytest.raises(NotRecordedError):
        store.view().readings("market")


def test_redacting_what_is_not_there_changes_nothing(store: Store) -> None:
    """The message names what was looked for."""
    fill_named(store)
    head = store.books.head()
    with pytest.raises(NotRecordedError, match="nowhere"):
        redact_document(store.books, "nowhere", WHY)
    with pytest.raises(NotRecordedError, match="Mira Rask"):
        redact_person(store.books, ["Mira Rask"], WHY)
    assert store.books.head() == head


@pytest.mark.parametrize("what", ["document", "person"])
def test_a_redaction_that_was_cut_off_is_finished(kept: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process dies once the entry stands: verifying tells, rebuilding finishes."""
    with monkeypatch.context() as patched, closing(SqliteStore(kept)) as store:
        patched.setattr(redaction, "finish", lambda _: None)
        _redact(store, what)
        found = verify(store.books)
    assert [flaw.what for flaw in found.flaws if "cut off" in flaw.what]
    with closing(SqliteStore(kept)) as store:
        rebuild(store.books)
        assert verify(store.books).flaws == ()
        assert not store.view().search("3 dead" if what == "document" else "zyxophar")
    if what == "person":
        assert not [part for part in PARTS if part.encode() in bytes_of(kept)]


def test_what_was_taken_back_stays_taken_back(store: Store) -> None:
    """A correction that named the person is masked, and what took it back follows it; rebuilt too."""
    fill_named(store)
    row = store.view().claims()[0]
    named = Judgement((row.claim.id,), Verdict.EDIT, f"It was {NAME}.", "A. Reader", at(20), data={"topic": NAME})
    undone = Judgement((named.id,), Verdict.UNDO, "It was not.", "A. Reader", at(21))
    with store.writer() as writer:
        writer.judge(named)
        writer.judge(undone)
    redact_person(store.books, {NAME}, WHY)
    for _ in range(2):
        edits = [j for j in store.view().judgements() if j.verdict is Verdict.EDIT]
        undos = [j for j in store.view().judgements(verdicts=[Verdict.UNDO]) if j.because == "It was not."]
        assert [j.subject for j in undos] == [(j.id,) for j in edits]
        assert all(NAME not in f"{j.because}{j.data}" for j in edits)
        rebuild(store.books)
    assert verify(store.books).is_sound

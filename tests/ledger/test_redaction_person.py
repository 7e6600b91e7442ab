"""Redacting a person: the name is nowhere any more, and what was said without it stays."""

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
    OTHER,
    PARTS,
    WHY,
    bytes_of,
    fill_named,
    secrets_of,
    with_raw,
    words_of,
)
from tests.ledger.samples import Said, at

from tacitus.ledger import moving
from tacitus.ledger.contract import Outcome
from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.findings import Findings
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.redaction import plan_person, redact_document, redact_person
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import verify
from tacitus.model.document import sha256_of
from tacitus.resolve.masking import REDACTED
from tacitus.resolve.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store


def test_a_redacted_person_is_gone_from_the_files(kept: Path) -> None:
    """While the ledger is still open, too."""
    before = secrets_of(kept)
    with closing(SqliteStore(kept)) as store:
        redact_person(store.books, [NAME], WHY)
        text = bytes_of(kept)
    gone = set(before) - set(secrets_of(kept))
    assert not [part for part in PARTS if part.encode() in text]
    assert not [key for key in gone if before[key].lower() in text]
    assert not [part for part in PARTS if part.encode() in bytes_of(kept)]


def test_a_redacted_person_is_shown_nowhere(store: Store) -> None:
    """In views, search, claims, runs, problems, aliases, judgements and the exported ledger."""
    fill_named(store)
    assert all(part in words_of(store) for part in PARTS)
    planned = plan_person(store.books, [NAME])
    done = redact_person(store.books, [NAME], WHY)
    assert done == planned
    assert (done.documents, done.raws) == (("ferry", "market"), 2)
    assert not [part for part in PARTS if part in words_of(store)]
    assert not [line for line in moving.lines(store.books) if "quillembaum" in line.lower()]
    assert verify(store.books).flaws == ()


def test_what_speaks_of_a_redacted_person_stays(store: Store) -> None:
    """Documents, claims under their ids, reviews, runs and aliases of others."""
    fill_named(store)
    before = store.view()
    claims = [(row.claim.id, row.claim.type, row.claim.time) for row in before.claims()]
    redact_person(store.books, [NAME], WHY)
    view = store.view()
    assert [(row.claim.id, row.claim.type, row.claim.time) for row in view.claims()] == claims
    assert [d.id for d in view.documents()] == ["ferry", "harbour", "market"]
    assert [j.subject for j in view.judgements()] == [(HERS.claims[0].id,), (OTHER.claims[0].id,)]
    assert [j.author for j in view.judgements()] == ["N. Oake", "N. Oake"]
    assert [dict(e) for e in view.alias_lists()[0].entries] == [{"name": "Tide Front", "alias": "TF"}]
    assert [(run.id, run.recorded) for run in view.runs()] == [(1, 3)]
    assert len(view.problems()) == 1
    assert REDACTED in view.names()
    assert view.document("harbour").reading == OTHER.id
    assert view.claim(HERS.claims[1].id).quotes == (HERS.claims[1].evidence[0].of(HERS.document.text),)


def test_both_clocks_stay_after_a_redaction(store: Store) -> None:
    """What was known at an earlier moment is still asked for, without the name."""
    fill_named(store)
    known = [(d.id, d.recorded) for d in store.view(at(1)).documents()]
    redact_person(store.books, [NAME], WHY)
    view = store.view(known_by=at(1))
    assert [(d.id, d.recorded) for d in view.documents()] == known == [("harbour", at(1)), ("market", at(0))]
    assert not store.view(known_by=at(-1)).documents()
    assert "█" in view.reading(view.document("market").reading).document.text
    assert view.reading(view.document("market").reading).document.published == HERS.document.published


def test_a_person_in_one_of_two_readings_is_redacted(store: Store) -> None:
    """A retraction that names her stays, without the name, once."""
    plain = with_raw("market", Said("Tide Front", "Dura"))
    with store.writer() as writer:
        writer.record_all([(plain, at(0)), (HERS, at(1))])
        writer.retract("market", f"{NAME} asked for it.", at(3))
        writer.record(with_raw("market", Said("North Guard", "Dura")), at(4))
    before = [d.recorded for d in store.view().readings("market")]
    redact_person(store.books, [NAME], WHY)
    assert [d.recorded for d in store.view().readings("market")] == before
    assert not store.view(at(3)).documents()
    assert "zyxophar" not in words_of(store)


def test_a_name_in_raw_bytes_alone_is_redacted(store: Store) -> None:
    """The reader left it out: it stood in a tag. The reading stays as it was, its raw bytes go."""
    raw = f'<meta name="author" content="{NAME}"><p>{OTHER.document.text}</p>'.encode()
    tagged = replace(OTHER, document=replace(OTHER.document, raw=raw, sha256=sha256_of(raw)))
    with store.writer() as writer:
        writer.record(tagged, at(0))
        writer.resolve(Findings(tagged.id, "v@1", records(tagged)), [], at(1))
    before = store.view().claims(), store.view().reading(tagged.id)
    assert redact_person(store.books, [NAME], WHY).raws == 1
    assert (store.view().claims(), store.view().reading(tagged.id)) == before
    assert not list(store.books.raw.addresses())
    assert plan_person(store.books, [NAME]).entries == 0
    assert verify(store.books).flaws == ()


def test_two_readings_that_differ_in_the_name_alone_become_one(store: Store) -> None:
    """Masked they are the same: it is entered once, and shown again."""
    written = ("Zyxophar Quillembaum", "ZYXOPHAR QUILLEMBAUM")
    one, other = (replace(OTHER, document=replace(OTHER.document, author=name)) for name in written)
    with store.writer() as writer:
        assert writer.record_all([(one, at(0)), (other, at(1))]) == (Outcome.NEW, Outcome.NEW_READING)
    redact_person(store.books, [NAME], WHY)
    assert len(store.view().readings("harbour")) == 1
    before = shown(store.view()), shown(store.view(at(0)))
    rebuild(store.books)
    assert (shown(store.view()), shown(store.view(at(0)))) == before


def test_a_masked_document_is_redacted_whole(store: Store) -> None:
    """With what was said of it before it was masked."""
    fill_named(store)
    with store.writer() as writer:
        writer.retract("market", f"{NAME} asked for it.", at(20))
        writer.record(HERS, at(21))
    redact_person(store.books, [NAME], WHY)
    redact_document(store.books, "market", replace(WHY, recorded=at(91)))
    before = shown(store.view())
    assert [d.id for d in store.view().documents()] == ["ferry", "harbour"]
    rebuild(store.books)
    assert shown(store.view()) == before
    assert not store.books.knows_document("market")
    assert verify(store.books).flaws == ()


def test_a_reason_that_names_the_person_is_masked(store: Store) -> None:
    """Also the reason of an earlier redaction."""
    fill_named(store)
    redact_document(store.books, "ferry", replace(WHY, because=f"{NAME} asked for it."))
    redact_person(store.books, [NAME], replace(WHY, because=f"{NAME} asked again.", recorded=at(91)))
    assert "zyxophar" not in words_of(store)
    assert plan_person(store.books, [NAME]).entries == 0
    assert verify(store.books).flaws == ()


def test_a_reader_keeps_a_redaction_from_its_end(kept: Path) -> None:
    """While somebody reads an earlier state, its pages stay: it is said, told by verify, and finished later."""
    with closing(sqlite3.connect(kept)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM claim").fetchone()
        with closing(SqliteStore(kept, patience=0.1)) as store:
            with pytest.raises(LedgerAccessError, match="tacitus rebuild"):
                redact_person(store.books, [NAME], WHY)
            assert not verify(store.books).is_sound
            assert not store.view().search("zyxophar")
    with closing(SqliteStore(kept)) as store:
        rebuild(store.books)
        assert verify(store.books).flaws == ()
    assert not [part for part in PARTS if part.encode() in bytes_of(kept)]


def test_who_is_called_by_a_part_of_the_name_is_masked_where_it_was_judged_so(store: Store) -> None:
    """A report may have the last name alone; the same name of somebody else stays."""
    bare = with_raw("brief", Said("Quillembaum", "Dura"))
    other = with_raw("note", Said("Quillembaum", "Port Salem"))
    fill_named(store)
    with store.writer() as writer:
        writer.record(bare, at(30))
        writer.record(other, at(31))
    redact_person(store.books, [NAME], WHY, {bare.id: {"e1"}})
    view = store.view()
    (masked,) = view.readings("brief")
    assert "Quillembaum" not in view.reading(masked.reading).document.text
    assert "Quillembaum" in view.reading(view.document("note").reading).document.text
    assert verify(store.books).is_sound

"""Redaction: what is destroyed is nowhere any more, the chain still verifies, and all else stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.ledger.histories import shown
from tests.ledger.samples import Said, at, report

from tacitus.export.lines import row_line
from tacitus.ledger import moving, redaction
from tacitus.ledger.contract import Outcome
from tacitus.ledger.errors import LedgerAccessError, NotRecordedError
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.redaction import Order, plan_person, redact_document, redact_person
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import verify
from tacitus.model.capture import Capture
from tacitus.model.document import sha256_of
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.masking import REDACTED
from tacitus.resolve.records import key_of, records

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store
    from tacitus.model.reading import Reading

#: A private person with a name of letters that stand nowhere else, and an armed group.
NAME = "Zyxophar Quillembaum"
PARTS = ("zyxophar", "quillembaum")
WHY = Order("It was asked for.", "N. Oake", at(90))


def _report(id_: str, *said: Said, outlet: str | None = None, reader: str = "r@1") -> Reading:
    """Return a reading with raw bytes and a capture record."""
    reading = report(id_, *said, outlet=outlet, reader=reader)
    raw = f"<p>{reading.document.text}</p>".encode()
    capture = Capture(f"https://wire.example/{id_}", sha256_of(raw), "t@1", at(0))
    return replace(reading, document=replace(reading.document, raw=raw, sha256=sha256_of(raw), capture=capture))


HERS = _report("market", Said(NAME, "Dura", time="2020-01-02"), Said("Tide Front", "Dura", killed=3))
OTHER = _report("harbour", Said("Tide Front", "Port Salem", time="2020-01-03", source=("coast guard",)))
THEIRS = _report("ferry", Said("North Guard", NAME, time="2020-01-04"))


def _filled(store: Store) -> None:
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


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return the path of a filled ledger in a file."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        _filled(store)
    return tmp_path / "t.db"


def _bytes(path: Path) -> bytes:
    """Return all bytes of a ledger's files in one case: database, write-ahead log, raw bytes, keys."""
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert any(file.name.endswith(".keys") for file in files)
    return b"\n".join(file.read_bytes() for file in files).lower()


def _secrets(path: Path) -> dict[str, bytes]:
    with closing(sqlite3.connect(f"{path}.keys")) as keys:
        return dict(keys.execute("SELECT id, secret FROM key"))


def _words(store: Store) -> str:
    """Return everything that people can be shown, as words."""
    view = store.view()
    every = (shown(view), view.names(), [row_line(row) for row in view.claims()])
    return f"{every} {view.search('quillembaum')} {view.search('zyxophar')}".lower()


def test_the_files_of_a_ledger_hold_the_name_before(kept: Path) -> None:
    """What the other tests look for can be found: the projection is not sealed."""
    assert all(part.encode() in _bytes(kept) for part in PARTS)


def test_a_redacted_document_is_shown_nowhere(store: Store) -> None:
    """Its claims, names, search words and what was judged of it are gone; other documents stay."""
    _filled(store)
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
    _filled(store)
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
        before = _secrets(kept)
        assert len(before) == len(set(before))
    text = _bytes(kept)
    assert b"3 dead" not in text
    assert b"north guard" not in text
    assert HERS.document.sha256.encode() in _barred(kept)


def _barred(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as raw:
        return [row[0].encode() for row in raw.execute("SELECT sha256 FROM barred")]


def test_destroyed_keys_are_gone_from_the_files(kept: Path) -> None:
    """Whoever has a copy of the log and finds the key in a free page could open it."""
    before = _secrets(kept)
    with closing(SqliteStore(kept)) as store:
        redact_document(store.books, "market", WHY)
    gone = set(before) - set(_secrets(kept))
    assert len(gone) == 3
    raw = b"\n".join(file.read_bytes() for file in kept.parent.rglob("*") if file.is_file())
    assert not [key for key in gone if before[key] in raw]
    assert all(before[key] in raw for key in set(before) - gone)


def test_a_redacted_person_is_gone_from_the_files(kept: Path) -> None:
    """While the ledger is still open, too."""
    before = _secrets(kept)
    with closing(SqliteStore(kept)) as store:
        redact_person(store.books, [NAME], WHY)
        text = _bytes(kept)
    gone = set(before) - set(_secrets(kept))
    assert not [part for part in PARTS if part.encode() in text]
    assert not [key for key in gone if before[key].lower() in text]
    assert not [part for part in PARTS if part.encode() in _bytes(kept)]


def test_a_redacted_person_is_shown_nowhere(store: Store) -> None:
    """In views, search, claims, runs, problems, aliases, judgements and the exported ledger."""
    _filled(store)
    assert all(part in _words(store) for part in PARTS)
    planned = plan_person(store.books, [NAME])
    done = redact_person(store.books, [NAME], WHY)
    assert done == planned
    assert (done.documents, done.raws) == (("ferry", "market"), 2)
    assert not [part for part in PARTS if part in _words(store)]
    assert not [line for line in moving.lines(store.books) if "quillembaum" in line.lower()]
    assert verify(store.books).flaws == ()


def test_what_speaks_of_a_redacted_person_stays(store: Store) -> None:
    """Documents, claims under their ids, reviews, runs and aliases of others."""
    _filled(store)
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
    _filled(store)
    known = [(d.id, d.recorded) for d in store.view(at(1)).documents()]
    redact_person(store.books, [NAME], WHY)
    view = store.view(known_by=at(1))
    assert [(d.id, d.recorded) for d in view.documents()] == known == [("harbour", at(1)), ("market", at(0))]
    assert not store.view(known_by=at(-1)).documents()
    assert "█" in view.reading(view.document("market").reading).document.text
    assert view.reading(view.document("market").reading).document.published == HERS.document.published


@pytest.mark.parametrize("what", ["document", "person"])
def test_rebuilding_brings_nothing_back(store: Store, what: str) -> None:
    """All that is shown is equal, today and at every earlier moment."""
    _filled(store)
    _redact(store, what)
    moments = (None, *(at(minute) for minute in range(12)))
    before = [shown(store.view(moment)) for moment in moments]
    rebuild(store.books)
    assert [shown(store.view(moment)) for moment in moments] == before


@pytest.mark.parametrize("what", ["document", "person"])
def test_redacted_bytes_are_not_taken_in_again(store: Store, what: str) -> None:
    """Whoever reads the same file again adds nothing, under any id, also after a rebuild."""
    _filled(store)
    _redact(store, what)
    rebuild(store.books)
    head = store.books.head()
    with store.writer() as writer:
        again = replace(HERS, document=replace(HERS.document, id="again"), reader="r@2")
        assert writer.record_all([(HERS, at(95)), (again, at(96))]) == (Outcome.WITHHELD, Outcome.WITHHELD)
        assert writer.record(_report("late", Said("North Guard")), at(97)) is Outcome.NEW
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
    assert "zyxophar" not in _words(store)
    with pytest.raises(NotRecordedError):
        store.view().readings("market")


def test_a_person_in_one_of_two_readings_is_redacted(store: Store) -> None:
    """A retraction that names her stays, without the name, once."""
    plain = _report("market", Said("Tide Front", "Dura"))
    with store.writer() as writer:
        writer.record_all([(plain, at(0)), (HERS, at(1))])
        writer.retract("market", f"{NAME} asked for it.", at(3))
        writer.record(_report("market", Said("North Guard", "Dura")), at(4))
    before = [d.recorded for d in store.view().readings("market")]
    redact_person(store.books, [NAME], WHY)
    assert [d.recorded for d in store.view().readings("market")] == before
    assert not store.view(at(3)).documents()
    assert "zyxophar" not in _words(store)


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
    _filled(store)
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


def test_redacting_what_is_not_there_changes_nothing(store: Store) -> None:
    """The message names what was looked for."""
    _filled(store)
    head = store.books.head()
    with pytest.raises(NotRecordedError, match="nowhere"):
        redact_document(store.books, "nowhere", WHY)
    with pytest.raises(NotRecordedError, match="Mira Rask"):
        redact_person(store.books, ["Mira Rask"], WHY)
    assert store.books.head() == head


def test_a_reason_that_names_the_person_is_masked(store: Store) -> None:
    """Also the reason of an earlier redaction."""
    _filled(store)
    redact_document(store.books, "ferry", replace(WHY, because=f"{NAME} asked for it."))
    redact_person(store.books, [NAME], replace(WHY, because=f"{NAME} asked again.", recorded=at(91)))
    assert "zyxophar" not in _words(store)
    assert plan_person(store.books, [NAME]).entries == 0
    assert verify(store.books).flaws == ()


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
        assert not [part for part in PARTS if part.encode() in _bytes(kept)]


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
    assert not [part for part in PARTS if part.encode() in _bytes(kept)]


def test_what_was_taken_back_stays_taken_back(store: Store) -> None:
    """A correction that named the person is masked, and what took it back follows it; rebuilt too."""
    _filled(store)
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

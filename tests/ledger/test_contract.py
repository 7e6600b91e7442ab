"""What every store must do: recording, both clocks, readings that follow one another, runs and problems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, everything, fill, report, rich_reading

from tacitus.errors import InvalidValueError, UnknownNameError
from tacitus.ledger.contract import Outcome
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.rows import Counts, RunRow
from tacitus.model.claim import Argument
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.span import Span

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store

RAID = report("raid", Said("Tide Front", "Dura", time="2020-01-02"), outlet="Harbour Wire")
#: The same report, whose day of publication was corrected.
CORRECTED = replace(RAID, document=replace(RAID.document, published=date(2020, 1, 5)))
#: The same report, read by a newer reader, which finds nothing.
REREAD = replace(RAID, claims=(), reader="r@2")
BROKEN = Problem("notes.bin", "read", "The file is no text.", "Give a text file.")


def test_an_empty_store_shows_nothing(store: Store) -> None:
    """Nothing is there, and nothing fails."""
    view = store.view()
    assert everything(view) == ((), [], [], (), (), (), (), Counts(0, 0, 0, 0, 0, 0))


def test_a_reading_comes_back_whole(store: Store) -> None:
    """Every field of the model survives."""
    reading = rich_reading()
    assert fill(store, [(reading, 0)]) == [Outcome.NEW]
    assert store.view().reading(reading.id) == reading


def test_the_same_reading_adds_nothing(store: Store) -> None:
    """However often and late it arrives."""
    fill(store, [(rich_reading(), 1)])
    before = everything(store.view())
    assert fill(store, [(rich_reading(), minute) for minute in (1, 2, 0)]) == [Outcome.SAME] * 3
    assert everything(store.view()) == before


def test_a_corrected_date_is_a_new_reading(store: Store) -> None:
    """The latest is shown; the earlier one stays and can be asked for."""
    assert fill(store, [(RAID, 0), (CORRECTED, 5)]) == [Outcome.NEW, Outcome.NEW_READING]
    view = store.view()
    assert [d.published for d in view.documents()] == [date(2020, 1, 5)]
    assert [(r.published, r.is_shown) for r in view.readings("raid")] == [
        (date(2020, 1, 4), False),
        (date(2020, 1, 5), True),
    ]
    assert view.reading(RAID.id) == RAID
    assert [row.document.reading for row in view.claims()] == [CORRECTED.id]
    assert [row.document.reading for row in view.claims(ClaimFilter(reading=RAID.id))] == [RAID.id]
    assert view.counts() == Counts(1, 2, 2, 1, 0, 0)


def test_an_earlier_view_does_not_know_the_correction(store: Store) -> None:
    """The record clock is inclusive: an entry is known from its own moment on."""
    fill(store, [(RAID, 0), (CORRECTED, 5)])
    shown = {m: [d.published for d in store.view(at(m)).documents()] for m in (-1, 0, 4, 5)}
    assert shown == {-1: [], 0: [date(2020, 1, 4)], 4: [date(2020, 1, 4)], 5: [date(2020, 1, 5)]}
    with pytest.raises(UnknownNameError, match="no reading"):
        store.view(at(4)).reading(CORRECTED.id)
    assert store.view(at(4)).counts().readings == 1


def test_a_withdrawn_correction(store: Store) -> None:
    """A reading that was superseded and arrives again is shown again; its content is kept once."""
    outcomes = fill(store, [(RAID, 0), (CORRECTED, 5), (RAID, 9), (RAID, 10)])
    assert outcomes == [Outcome.NEW, Outcome.NEW_READING, Outcome.RESTORED, Outcome.SAME]
    view = store.view()
    assert view.document("raid").reading == RAID.id
    assert view.document("raid").recorded == at(0)
    assert view.counts().readings == 2
    assert store.view(at(8)).document("raid").reading == CORRECTED.id


def test_a_newer_reader_is_shown_and_the_older_claims_stay(store: Store) -> None:
    """A claim that the newer reading lacks is still found by its id."""
    fill(store, [(RAID, 0), (REREAD, 5)])
    view = store.view()
    assert view.claims() == ()
    claim = view.claim(RAID.claims[0].id)
    assert (claim.document.reading, claim.document.is_shown) == (RAID.id, False)


def test_a_claim_of_several_readings_is_shown_from_the_latest(store: Store) -> None:
    """The id is the same in both."""
    fill(store, [(RAID, 0), (CORRECTED, 5)])
    assert store.view().claim(RAID.claims[0].id).published == date(2020, 1, 5)
    assert store.view(at(4)).claim(RAID.claims[0].id).published == date(2020, 1, 4)


def test_the_same_id_with_other_bytes_is_the_same_document(store: Store) -> None:
    """A republished text is a further reading."""
    other = report("raid", Said("North Guard"))
    assert fill(store, [(RAID, 0), (other, 1)]) == [Outcome.NEW, Outcome.NEW_READING]
    assert [d.sha256 for d in store.view().documents()] == [other.document.sha256]


def test_equal_moments_do_not_let_arrival_decide(store: Store) -> None:
    """The greater id counts as the later one."""
    fill(store, [(max(RAID, CORRECTED, key=lambda r: r.id), 0), (min(RAID, CORRECTED, key=lambda r: r.id), 0)])
    assert store.view().document("raid").reading == max(RAID.id, CORRECTED.id)


def test_a_claim_row_has_quotes_names_and_both_clocks(store: Store) -> None:
    """What a reader of the claim needs is on the row."""
    reading = rich_reading()
    fill(store, [(reading, 3)])
    row = store.view().claim("c00000000000000a1")
    assert row.claim == replace(reading.claims[0], trace=())
    assert row.quotes == tuple(s.of(reading.document.text) for s in row.claim.evidence)
    assert (row.published, row.recorded) == (date(2020, 5, 6), at(3))
    assert row.speakers == ("a port clerk", "Tide Front")
    assert [e.name for e in row.entities] == ["Colonel Adan Rask", "Tide Front", "a port clerk"]
    assert (row.name("e1"), row.name("e99")) == ("Colonel Adan Rask", "e99")


def test_what_no_database_keeps_becomes_replacement_characters(store: Store) -> None:
    """One for one, in every string, so that offsets and quotes hold; the second time it is the same reading."""
    text = "Dura\ud800 fell.\0"
    document = Document("d\udfff", text, sha256_of(b"x"), title="\ud834", outlet="W\udc80")
    entity = Entity("e1", EntityType.PLACE, ("Dura\ud800",), (Span(0, 5),))
    claim = replace(RAID.claims[0], args=(Argument("target", "e1"),), evidence=(Span(0, 6),))
    reading = Reading(document, (entity,), (claim,), (Problem("\ud800", "read", "m", "a"),), "r@1")
    assert fill(store, [(reading, 0), (reading, 1)]) == [Outcome.NEW, Outcome.SAME]
    view = store.view()
    row = view.claims()[0]
    assert row.quotes == ("Dura\ufffd ",)
    assert row.entities[0].names == ("Dura\ufffd",)
    assert view.document("d\udfff") == view.document("d\ufffd")
    whole = view.reading(row.document.reading)
    assert (whole.document.text, whole.document.title) == ("Dura\ufffd fell.\ufffd", "\ufffd")
    assert whole.id == row.document.reading
    assert view.problems()[0].problem.place == "\ufffd"


@pytest.mark.parametrize(
    ("reading", "message"),
    [
        (replace(RAID, entities=RAID.entities[:1]), "entity of claim c"),
        (replace(RAID, entities=RAID.entities * 2), "unique"),
        (replace(RAID, entities=(replace(RAID.entities[0], names=()), RAID.entities[1])), "at least one name"),
        (
            replace(RAID, claims=(replace(RAID.claims[0], evidence=(Span(0, 999),)),)),
            "span of claim c.*inside the text",
        ),
        (replace(RAID, claims=(replace(RAID.claims[0], confidence=1.5),)), "confidence of claim"),
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(store: Store, reading: Reading, message: str) -> None:
    """With a message that names the part, and nothing is entered."""
    with pytest.raises(InvalidValueError, match=message):
        fill(store, [(reading, 0)])
    assert store.view().counts() == Counts(0, 0, 0, 0, 0, 0)


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    """It would mean another time on every machine."""
    naive = datetime(2026, 3, 1)  # noqa: DTZ001 - the mistake under test
    with store.writer() as writer, pytest.raises(InvalidValueError, match="time zone"):
        writer.record(RAID, naive)
    with pytest.raises(InvalidValueError, match="time zone"):
        store.view(naive)


def test_unknown_ids_are_told_with_near_ones(store: Store) -> None:
    """No lookup returns nothing in silence."""
    fill(store, [(RAID, 0)])
    view = store.view()
    with pytest.raises(UnknownNameError, match=r"no document 'riad'\. Nearest: raid"):
        view.document("riad")
    with pytest.raises(UnknownNameError, match="no document"):
        view.readings("riad")
    assert (view.has_document("raid"), view.has_document("riad")) == (True, False)
    with pytest.raises(UnknownNameError, match="c and 16 hexadecimal digits"):
        view.claim("c1")


def test_problems_are_shown_once_as_last_met(store: Store) -> None:
    """Those of superseded readings are not shown any more."""
    missed = Problem("raid", "claims", "A sentence was too long.", "Split it.")
    with store.writer() as writer:
        writer.problem(BROKEN, at(0))
        writer.record(replace(RAID, problems=(missed,)), at(1))
        writer.problem(BROKEN, at(2))
    rows = store.view().problems()
    assert [(p.problem, p.recorded, p.reading) for p in rows] == [(missed, at(1), RAID.id), (BROKEN, at(2), None)]
    assert [p.recorded for p in store.view(at(0)).problems()] == [at(0)]
    fill(store, [(REREAD, 3)])
    assert [p.problem for p in store.view().problems()] == [BROKEN]


def test_runs_tell_what_they_recorded(store: Store) -> None:
    """What was known already does not count; a run that was cut off has no end."""
    with store.writer() as writer:
        first = writer.begin_run("r@1", ["raid.txt", "notes.bin"], at(0))
        writer.record(RAID, at(1))
        writer.problem(BROKEN, at(1))
        writer.end_run(first, at(2))
        second = writer.begin_run("r@1", ["raid.txt"], at(3))
        writer.record(RAID, at(4))
    view = store.view()
    assert view.runs() == (
        RunRow(first, "r@1", ("raid.txt", "notes.bin"), at(0), at(2), 1),
        RunRow(second, "r@1", ("raid.txt",), at(3), None, 0),
    )
    assert [p.run for p in view.problems()] == [first]
    assert store.view(at(0)).runs() == (RunRow(first, "r@1", ("raid.txt", "notes.bin"), at(0), None, 0),)


def test_a_run_ends_once(store: Store) -> None:
    """A second end, or the end of no run, is a mistake of the caller."""
    with store.writer() as writer:
        run = writer.begin_run("r@1", [], at(0))
        writer.end_run(run, at(1))
        with pytest.raises(UnknownNameError, match="no open run"):
            writer.end_run(run, at(2))
        with pytest.raises(UnknownNameError, match="no open run"):
            writer.end_run(99, at(2))


def test_a_trace_outside_of_the_text_is_refused(store: Store) -> None:
    """As a span of evidence would be; nothing was entered."""
    reading = rich_reading()
    claim = reading.claims[0]
    far = replace(claim.trace[0], spans=(Span(0, 10_000),))
    with pytest.raises(InvalidValueError, match="span of trace of claim c00000000000000a1"):
        fill(store, [(replace(reading, claims=(replace(claim, trace=(far,)),)), 0)])
    assert store.view().documents() == ()

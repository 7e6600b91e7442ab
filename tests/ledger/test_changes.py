"""Changes as JSON: each kind comes back as it was, and what older versions wrote is read for ever."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.drawn import CHANGES
from tests.ledger.old_ledger import APART, LIST, RAID, SAME, UNDO
from tests.ledger.samples import at, rich_reading

from tacitus.ledger import changes as c
from tacitus.ledger.changes import change_in, change_out, kind_of
from tacitus.ledger.clock import stamp
from tacitus.ledger.findings import Findings
from tacitus.ledger.log import EntryKind
from tacitus.ledger.reading_json import encoded
from tacitus.model.capture import Capture
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.records import records

#: One line of JSON for each of `SAMPLES`, as the first version of the log wrote it. Never written anew.
OLD = Path(__file__).parent / "old" / "changes.jsonl"
_CAPTURE = Capture("https://wire.example/row", "0" * 64, "tacitus/1", at(1), None, (("content-type", "text/html"),))
_EDIT = Judgement(("c1",), Verdict.EDIT, "The day is another.", "A. Reader", at(3), None, {"time": "2019"})
SAMPLES: tuple[c.Change, ...] = (
    c.Begun(1, "r@1", ("raid.txt", "b\udcffd.bin")),
    c.Ended(1),
    c.Asserted(rich_reading(), 1, "ab" * 32, _CAPTURE),
    c.Asserted(RAID),
    c.Again(RAID.id, "raid", 2),
    c.Met(Problem("bad.bin", "read", "The file is no text.", "Give a text file."), 1),
    c.Found(Findings(RAID.id, "v@1", records(RAID), ({"id": "h1", "low": None},))),
    c.Judged(SAME),
    c.Judged(UNDO),
    c.Judged(_EDIT),
    c.Brought(LIST),
    c.Retracted("raid", "The outlet took it back."),
    c.Redacted(("0f" * 16,), "person", "She asked for it.", ("1e" * 32,), ("2d" * 32,)),
)


@pytest.mark.parametrize("kind", CHANGES, ids=lambda kind: kind.__name__)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_kind_comes_back(kind: type, data: st.DataObject) -> None:
    """Whatever it holds; in ASCII, on one line."""
    change = data.draw(CHANGES[kind])
    out = change_out(change)
    assert out.isascii()
    assert b"\n" not in out
    assert change_in(out) == (change, None)
    assert change_in(change_out(change, stamp(at(1)))) == (change, stamp(at(1)))


def test_every_kind_is_drawn_and_sampled() -> None:
    """None can be added without tests of its form."""
    assert set(CHANGES) == set(get_args(c.Change)) == {type(change) for change in SAMPLES}


def test_what_the_first_version_wrote_is_read() -> None:
    """And written as it was: a log is signed, and read again in ten years."""
    lines = OLD.read_bytes().splitlines()
    assert [change_in(line)[0] for line in lines] == list(SAMPLES)
    assert [change_out(change) for change in SAMPLES] == lines


def test_a_reading_that_was_written_already_is_not_written_again() -> None:
    """What it gives is what stands there."""
    before = c.Asserted(RAID, 1, None, None, encoded(RAID))
    assert before.json is before.encoded
    assert change_out(before) == change_out(replace(before, encoded=None))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (SAMPLES[0], EntryKind.RUN),
        (SAMPLES[1], EntryKind.RUN_END),
        (SAMPLES[2], EntryKind.ASSERT),
        (SAMPLES[4], EntryKind.ASSERT),
        (SAMPLES[5], EntryKind.PROBLEM),
        (SAMPLES[6], EntryKind.RESOLVE),
        (c.Judged(APART), EntryKind.JUDGEMENT),
        (c.Judged(UNDO), EntryKind.JUDGEMENT),
        (c.Judged(_EDIT), EntryKind.REVIEW),
        (c.Judged(replace(_EDIT, verdict=Verdict.ACCEPT, data=None)), EntryKind.REVIEW),
        (SAMPLES[10], EntryKind.ALIASES),
        (SAMPLES[11], EntryKind.RETRACT),
        (SAMPLES[12], EntryKind.REDACT),
    ],
)
def test_the_kind_of_entry(change: c.Change, kind: EntryKind) -> None:
    """It stands in the clear: what people think of claims is told apart from what they hold to be one."""
    assert kind_of(change) is kind


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", ValueError),
        (b'{"change":"begun"', ValueError),
        (b"\xff", ValueError),
        (b"{}", KeyError),
        (b'{"change":"unheard of"}', KeyError),
        (b'{"change":"begun","run":1}', KeyError),
        (change_out(SAMPLES[7]).replace(b'"same"', b'"perhaps"'), ValueError),
        (change_out(SAMPLES[3]).replace(b'"stated"', b'"perhaps"'), KeyError),
        (change_out(SAMPLES[3]).replace(b'"attack"', b'"dance"'), ValueError),
    ],
)
def test_what_is_no_change_is_refused(data: bytes, error: type[Exception]) -> None:
    """As the docstring says; nothing is guessed."""
    with pytest.raises(error):
        change_in(data)


def test_unknown_fields_are_passed_over() -> None:
    """A later version may add some."""
    data = json.loads(change_out(SAMPLES[1]))
    assert change_in(json.dumps({**data, "more": 1}).encode()) == (SAMPLES[1], None)

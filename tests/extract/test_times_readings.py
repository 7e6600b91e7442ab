"""What else a reading of a time gives: distances, TimeML, the layer of a draft."""

from __future__ import annotations

from datetime import date

from tacitus.extract.contract import Draft, Extractor, check_order
from tacitus.extract.dating import Times
from tacitus.extract.times import read_times
from tacitus.model.document import Document, sha256_of

SATURDAY = date(2019, 8, 31)


def test_distances_are_kept() -> None:
    """Amount and unit of a leaning expression, negative for earlier."""
    (found,) = read_times("Three weeks earlier they had left.", SATURDAY)
    assert found.offset is not None
    assert (found.offset.amount, found.offset.unit) == (-3, "week")


def test_timeml_leaves_directions_out() -> None:
    """A range is two expressions there, and "since" belongs to none."""
    text = "since late June and between 3 and 5 May 2018"
    timexes = [timex for reading in read_times(text, SATURDAY) for timex in reading.timexes]
    assert [(text[t.start : t.end], t.type, t.value) for t in timexes] == [
        ("late June", "DATE", "2019-06"),
        ("3", "DATE", "2018-05-03"),
        ("5 May 2018", "DATE", "2018-05-05"),
    ]


def test_the_step_fills_its_layer() -> None:
    """`Times` needs the document alone."""
    step = Times()
    assert isinstance(step, Extractor)
    check_order([step])
    text = "The market was hit on Tuesday."
    document = Document("d", text, sha256_of(text.encode()), published=SATURDAY)
    (found,) = step.extract(Draft(document)).times
    assert (found.span.of(text), str(found.when)) == ("Tuesday", "2019-08-27")
